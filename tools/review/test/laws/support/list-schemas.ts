import { isJsonObject, type JsonObject, type JsonValue, joinPointer } from "@specmill/spec";

/** A schema of a document, wherever it stands. */
export interface ListedSchema {
  readonly pointer: string;
  readonly schema: JsonObject;
}

/** Every schema object of a document, in its order: of bodies, parameters and headers, of components, and within. */
export function listSchemas(document: JsonObject): readonly ListedSchema[] {
  return visitObject(document, "#");
}

function visitObject(value: JsonValue, pointer: string): readonly ListedSchema[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: JsonValue, index) => visitObject(item, joinPointer(pointer, String(index))));
  }
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const place = joinPointer(pointer, key);
    if (key === "schema") return visitSchema(member, place);
    if (place === "#/components/schemas") return visitMembers(member, place);
    return isOpaque(key) ? [] : visitObject(member, place);
  });
}

function isOpaque(key: string): boolean {
  return key === "example" || key === "examples" || key === "value" || key.startsWith("x-");
}

const single = new Set(
  "items contains additionalProperties propertyNames not if then else unevaluatedItems unevaluatedProperties contentSchema".split(
    " ",
  ),
);
const several = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const named = new Set(["properties", "patternProperties", "dependentSchemas", "$defs"]);

function visitSchema(schema: JsonValue, pointer: string): readonly ListedSchema[] {
  if (!isJsonObject(schema)) return [];
  const within = Object.entries(schema).flatMap(([keyword, member]) => {
    const place = joinPointer(pointer, keyword);
    if (single.has(keyword)) return visitSchema(member, place);
    return several.has(keyword) || named.has(keyword) ? visitMembers(member, place) : [];
  });
  return [{ pointer, schema }, ...within];
}

function visitMembers(members: JsonValue, pointer: string): readonly ListedSchema[] {
  return Object.entries(members ?? {}).flatMap(([key, member]: [string, JsonValue]) =>
    visitSchema(member, joinPointer(pointer, key)),
  );
}
