import { isJsonObject, type JsonObject, type JsonValue, resolvePointer } from "@specmill/spec";
import { editDocument } from "../../surface/support/edit-document.ts";
import { listSchemas } from "./list-schemas.ts";

/** A way to say the same in other words. */
export interface Rewrite {
  readonly name: string;
  /** `rule`: nothing differs. `value`: it takes values to see that nothing does. */
  readonly seenBy: "rule" | "value";
  /** Whether code that is compiled against the package does not notice either. */
  readonly isOfSource: boolean;
  /** Where in a document it can be done, as JSON pointers. */
  readonly places: (document: JsonObject) => readonly string[];
  readonly apply: (document: JsonObject, place: string) => JsonObject;
}

/** A rewrite of a schema by itself; nothing where it has nothing to rewrite. */
export function rewriteSchema(
  name: string,
  rewrite: (schema: JsonObject, document: JsonObject) => JsonValue | undefined,
): Rewrite {
  return {
    name,
    seenBy: "rule",
    isOfSource: true,
    places: (document) =>
      listSchemas(document).flatMap(({ schema, pointer }) =>
        rewrite(schema, document) === undefined || isNamedBranch(document, pointer) ? [] : [pointer],
      ),
    apply: (document, place) => {
      const found = listSchemas(document).find(({ pointer }) => pointer === place);
      return found === undefined
        ? document
        : editDocument(document, { [place]: rewrite(found.schema, document) });
    },
  };
}

/** A rewrite of every object or list at which a pattern of pointers matches. */
export function rewriteAt(
  name: string,
  pattern: RegExp,
  rewrite: (value: JsonValue, document: JsonObject, pointer: string) => JsonValue | undefined,
): Rewrite {
  const list = (document: JsonObject) =>
    listAll(document).filter(
      ({ pointer, value }) => pattern.test(pointer) && rewrite(value, document, pointer) !== undefined,
    );
  return {
    name,
    seenBy: "rule",
    isOfSource: true,
    places: (document) => list(document).map(({ pointer }) => pointer),
    apply: (document, place) => {
      const found = list(document).find(({ pointer }) => pointer === place);
      const made = found === undefined ? undefined : rewrite(found.value, document, place);
      if (made === undefined) return document;
      if (place !== "#") return editDocument(document, { [place]: made });
      return isJsonObject(made) ? made : document;
    },
  };
}

/** Whether a discriminator leads to a schema by the name that it has as a component. */
export function isNamedBranch(document: JsonObject, pointer: string): boolean {
  const [, owner] = /^(.*)\/(?:oneOf|anyOf)\/\d+$/.exec(pointer) ?? [];
  const schema = owner === undefined ? undefined : resolvePointer(document, owner);
  return isJsonObject(schema) && schema["discriminator"] !== undefined;
}

/** A rewrite that only values show to be one. */
export function seenByValue(rewrite: Rewrite): Rewrite {
  return { ...rewrite, seenBy: "value" };
}

/** A rewrite that makes other types, although the same values: of other names, or put together otherwise. */
export function onWireAlone(rewrite: Rewrite): Rewrite {
  return { ...rewrite, isOfSource: false };
}

interface Located {
  readonly pointer: string;
  readonly value: JsonValue;
}

/** Everything in a document but for what is in schemas, examples and extensions. */
function listAll(value: JsonValue, pointer = "#"): readonly Located[] {
  if (!Array.isArray(value) && !isJsonObject(value)) return [];
  const within = Object.entries(value).flatMap(([key, member]: [string, JsonValue]) => {
    const isClosed = /^(schema|schemas|example|examples)$/.test(key) || key.startsWith("x-");
    return isClosed ? [] : listAll(member, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  });
  return [{ pointer, value }, ...within];
}

/** Does rewrites one after the other, each at one of the places where it can be done by then. */
export function applyRewrites(document: JsonObject, steps: readonly RewriteStep[]): JsonObject {
  return steps.reduce((current, { rewrite, choice }) => {
    const places = rewrite.places(current);
    const place = places[choice % Math.max(1, places.length)];
    return place === undefined ? current : rewrite.apply(current, place);
  }, document);
}

export interface RewriteStep {
  readonly rewrite: Rewrite;
  /** Counts through the places. */
  readonly choice: number;
}
