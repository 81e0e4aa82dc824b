import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";

export type JsonType = "object" | "array" | "string" | "integer" | "number" | "boolean" | "null";

const allTypes: readonly JsonType[] = ["string", "object", "integer", "number", "boolean", "array", "null"];

/** The types that all schemas allow; where none says, those that their keywords are about, and else all. */
export function intersectTypes(schemas: readonly { readonly schema: JsonObject }[]): readonly JsonType[] {
  const said = schemas.flatMap(({ schema: { type } }) => (type === undefined ? [] : [listTypes(type)]));
  if (said.length > 0) return said.reduce((types, others) => types.flatMap((one) => meet(one, others)));
  const meant = new Set(schemas.flatMap(({ schema }) => guessTypes(schema)));
  return meant.size > 0 ? [...meant] : allTypes;
}

function listTypes(type: JsonValue): readonly JsonType[] {
  const names = Array.isArray(type) ? type : [type];
  return allTypes
    .filter((name) => names.includes(name))
    .sort((one, other) => names.indexOf(one) - names.indexOf(other));
}

function meet(type: JsonType, others: readonly JsonType[]): readonly JsonType[] {
  if (others.includes(type)) return [type];
  if (type === "number" && others.includes("integer")) return ["integer"];
  return type === "integer" && others.includes("number") ? ["integer"] : [];
}

const hints: readonly (readonly [JsonType, string])[] = [
  [
    "object",
    "properties required additionalProperties patternProperties minProperties maxProperties propertyNames unevaluatedProperties dependentRequired dependentSchemas",
  ],
  ["array", "items prefixItems minItems maxItems uniqueItems contains unevaluatedItems"],
  ["string", "minLength maxLength pattern contentEncoding"],
  ["number", "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf"],
];

function guessTypes(schema: JsonObject): readonly JsonType[] {
  const { format } = schema;
  const named: readonly JsonType[] =
    format === undefined
      ? []
      : format === "int32" || format === "int64"
        ? ["integer"]
        : format === "float" || format === "double"
          ? ["number"]
          : ["string"];
  const meant = hints.flatMap(([type, keywords]) =>
    keywords.split(" ").some((keyword) => schema[keyword] !== undefined) ? [type] : [],
  );
  return [...meant, ...named];
}

/** Whether a value is of one of the types; an integer is a number as well. */
export function isOfType(value: JsonValue, types: readonly JsonType[]): boolean {
  if (value === null) return types.includes("null");
  if (Array.isArray(value)) return types.includes("array");
  if (isJsonObject(value)) return types.includes("object");
  if (typeof value !== "number") return types.includes(typeof value === "string" ? "string" : "boolean");
  return types.includes("number") || (types.includes("integer") && Number.isInteger(value));
}

/** The same text for values that JSON Schema holds to be equal. */
export function toKey(value: JsonValue): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(toKey).join()}]`;
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${toKey(member)}`);
  return `{${members.sort().join()}}`;
}
