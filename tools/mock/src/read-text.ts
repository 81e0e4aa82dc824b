import type { JsonObject, JsonValue } from "@specmill/spec";
import { type Facets, itemsOf, memberOf, typesOf } from "./schema-facets.ts";

/**
 * What a text in a URL, a header or a form stands for: a number or a boolean where the schema speaks of one and the
 * text is one as JSON writes it, else the text itself.
 *
 * @param plain - keeps the text a text wherever the schema speaks of strings besides
 */
export function readText(text: string, facets: Facets, plain: boolean): JsonValue {
  const types = typesOf(facets);
  if (types.size === 0 || (plain && types.has("string"))) return text;
  const isNumeric = types.has("number") || types.has("integer");
  if (
    isNumeric &&
    /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) &&
    Number.isFinite(Number(text))
  ) {
    return Number(text);
  }
  if (types.has("boolean") && (text === "true" || text === "false")) return text === "true";
  return types.has("null") && text === "null" ? null : text;
}

export function readList(
  texts: readonly string[],
  facets: Facets,
  document: JsonObject,
  plain: boolean,
): JsonValue {
  const items = itemsOf(document, facets);
  return texts.map((text) => readText(text, items, plain));
}

export function readMembers(
  members: readonly (readonly [name: string, text: string])[],
  facets: Facets,
  document: JsonObject,
  plain: boolean,
): JsonValue {
  return Object.fromEntries(
    members.map(([name, text]) => [name, readText(text, memberOf(document, facets, name), plain)]),
  );
}
