import { followReference } from "./follow-reference.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import type { Example } from "./model.ts";
import { listAt, objectAt, present, stringAt } from "./read-members.ts";

/** The examples that a media type, a parameter or a header has of its own, by their names. */
export function buildExamples(document: JsonObject, owner: JsonObject): readonly Example[] {
  const named = objectAt(owner, "examples");
  const examples = Object.keys(named).flatMap((name) => {
    const example = followReference(document, named[name]);
    const value = example["value"];
    return value === undefined ? [] : [{ name, ...present("summary", stringAt(example, "summary")), value }];
  });
  const single = owner["example"];
  if (examples.length > 0 || single === undefined) return examples;
  return [{ name: "example", value: single }];
}

/** A value to show for a parameter or a header: its own example, or else one that its schema gives. */
export function firstExample(document: JsonObject, owner: JsonObject): JsonValue | undefined {
  const [own] = buildExamples(document, owner);
  if (own !== undefined) return own.value;
  const schema = followReference(document, owner["schema"]);
  const [listed] = listAt(schema, "examples");
  return schema["example"] ?? listed ?? schema["default"] ?? listAt(schema, "enum")[0];
}
