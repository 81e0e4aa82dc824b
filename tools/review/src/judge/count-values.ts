import { isJsonObject, type JsonObject, type JsonValue, resolvePointer } from "@specmill/spec";

/** How many values a schema allows at most; endless where nothing lists them. */
export function countValues(document: JsonObject, pointer: string): number {
  return count(document, resolvePointer(document, pointer), new Set());
}

function count(document: JsonObject, schema: JsonValue | undefined, seen: ReadonlySet<JsonValue>): number {
  if (schema === false) return 0;
  if (!isJsonObject(schema) || seen.has(schema)) return Number.POSITIVE_INFINITY;
  const inner = new Set([...seen, schema]);
  const of = (one: JsonValue | undefined) => count(document, one, inner);
  const { $ref: reference, allOf, oneOf, anyOf, enum: values, const: value, type } = schema;
  return Math.min(
    value === undefined ? Number.POSITIVE_INFINITY : 1,
    Array.isArray(values) ? values.length : Number.POSITIVE_INFINITY,
    typeof reference === "string" ? of(resolvePointer(document, reference)) : Number.POSITIVE_INFINITY,
    ...(Array.isArray(allOf) ? allOf.map(of) : []),
    ...[oneOf, anyOf].flatMap((list) => (Array.isArray(list) ? [sum(list.map(of))] : [])),
    ...(type === undefined ? [] : [sum([type].flat().map(countOfType))]),
  );
}

function countOfType(type: JsonValue): number {
  return type === "null" ? 1 : type === "boolean" ? 2 : Number.POSITIVE_INFINITY;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, one) => total + one, 0);
}
