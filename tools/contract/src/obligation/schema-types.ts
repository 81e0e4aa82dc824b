import { isJsonObject, type JsonObject, type JsonValue, resolvePointer } from "@specmill/spec";

/** The types of JSON Schema as they part values: `number` is one that is no `integer`. */
export type ValueType = "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";

export const valueTypes: readonly ValueType[] = [
  "null",
  "boolean",
  "integer",
  "number",
  "string",
  "array",
  "object",
];

/** The types that the `type` of a schema names; empty where it names none. */
export function namedTypes({ type, nullable }: JsonObject): readonly string[] {
  const named = (Array.isArray(type) ? type : [type]).filter((name) => typeof name === "string");
  return named.length > 0 && nullable === true && !named.includes("null") ? [...named, "null"] : named;
}

export function typeOf(value: JsonValue): ValueType {
  if (value === null) return "null";
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return Array.isArray(value) ? "array" : "object";
}

/** Whether a value is of a type as a document names it, where an integer is a number, too. */
export function isOfType(value: JsonValue, named: string): boolean {
  const type = typeOf(value);
  return type === named || (type === "integer" && named === "number");
}

/** The types that a schema leaves open, as far as its keywords tell without a value; never too few. */
export function openTypes(
  document: JsonObject,
  schema: JsonValue | undefined,
  depth = 0,
): ReadonlySet<ValueType> {
  if (schema === false) return new Set();
  // A schema that is composed of itself has no end; none that people write is this deep.
  if (!isJsonObject(schema) || depth > 12) return new Set(valueTypes);
  const deeper = (member: JsonValue | undefined) => openTypes(document, member, depth + 1);
  const { $ref: reference, const: constant, enum: listed, allOf } = schema;
  const named = namedTypes(schema);
  const sets = [
    ...(typeof reference === "string" ? [deeper(resolvePointer(document, reference))] : []),
    ...(named.length === 0 ? [] : [new Set(valueTypes.filter((type) => isNamed(type, named)))]),
    ...(constant === undefined ? [] : [new Set([typeOf(constant)])]),
    ...(Array.isArray(listed) ? [new Set(listed.map(typeOf))] : []),
    ...(Array.isArray(allOf) ? allOf.map(deeper) : []),
    ...["oneOf", "anyOf"].flatMap((keyword) => {
      const branches = schema[keyword];
      return Array.isArray(branches) ? [new Set(branches.flatMap((branch) => [...deeper(branch)]))] : [];
    }),
  ];
  return new Set(valueTypes.filter((type) => sets.every((set) => set.has(type))));
}

/** Whether a type is among those that a schema names. */
export function isNamed(type: ValueType, named: readonly string[]): boolean {
  return named.includes(type) || (type === "integer" && named.includes("number"));
}
