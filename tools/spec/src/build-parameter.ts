import { followReference } from "./follow-reference.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import type { Example, MediaType, Parameter, ParameterStyle } from "./model.ts";
import { listAt, objectAt, present, stringAt } from "./read-members.ts";

/** Headers that OpenAPI describes elsewhere and tells tools to ignore as parameters (3.1, section 4.8.12.2.1). */
const describedElsewhere = new Set(["accept", "content-type", "authorization"]);

const styles: readonly ParameterStyle[] = [
  "matrix",
  "label",
  "simple",
  "form",
  "spaceDelimited",
  "pipeDelimited",
  "deepObject",
];

/**
 * A Parameter Object with its defaults spelt out (OpenAPI 3.1, section 4.8.12).
 *
 * @returns undefined for what is no parameter, or is described elsewhere in the document
 */
export function buildParameter(document: JsonObject, parameter: JsonObject): Parameter | undefined {
  const name = stringAt(parameter, "name");
  const location = parameter["in"];
  if (name === undefined) return undefined;
  if (location !== "path" && location !== "query" && location !== "header" && location !== "cookie")
    return undefined;
  if (location === "header" && describedElsewhere.has(name.toLowerCase())) return undefined;
  const style = styles.find((known) => known === parameter["style"]) ?? defaultStyle(location);
  const explode = parameter["explode"];
  const [mediaType] = Object.keys(objectAt(parameter, "content"));
  return {
    name,
    in: location,
    required: location === "path" || parameter["required"] === true,
    deprecated: parameter["deprecated"] === true,
    ...present("description", stringAt(parameter, "description")),
    style,
    explode: typeof explode === "boolean" ? explode : style === "form",
    allowReserved: parameter["allowReserved"] === true,
    ...present("mediaType", mediaType),
    ...present("example", firstExample(document, parameter)),
  };
}

/** The media types of a body, with the examples that the document gives for each. */
export function buildContent(document: JsonObject, body: JsonObject): readonly MediaType[] {
  const content = objectAt(body, "content");
  return Object.keys(content).map((type) => {
    const mediaType = objectAt(content, type);
    const reference = stringAt(objectAt(mediaType, "schema"), "$ref");
    return {
      type,
      ...present("schema", reference === undefined ? undefined : componentSchemaName(reference)),
      examples: buildExamples(document, mediaType),
    };
  });
}

function buildExamples(document: JsonObject, owner: JsonObject): readonly Example[] {
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

function firstExample(document: JsonObject, parameter: JsonObject): JsonValue | undefined {
  const [own] = buildExamples(document, parameter);
  if (own !== undefined) return own.value;
  const schema = followReference(document, parameter["schema"]);
  const [listed] = listAt(schema, "examples");
  return schema["example"] ?? listed ?? schema["default"] ?? listAt(schema, "enum")[0];
}

function componentSchemaName(reference: string): string | undefined {
  const name = /^#\/components\/schemas\/([^/]+)$/.exec(reference)?.[1];
  return name?.replaceAll("~1", "/").replaceAll("~0", "~");
}

function defaultStyle(location: Parameter["in"]): ParameterStyle {
  return location === "path" || location === "header" ? "simple" : "form";
}
