import { isJsonObject, type JsonObject, type JsonValue, resolvePointer } from "@specmill/spec";

/**
 * Schemas of which each allows some of what a schema forbids. They need not cover all of it: a keyword whose contrary
 * no schema can say is left out.
 */
export function negateSchema(document: JsonObject, schema: JsonValue, depth = 0): readonly JsonValue[] {
  if (typeof schema === "boolean") return [!schema];
  if (!isJsonObject(schema) || depth > 8) return [];
  const { $ref: reference } = schema;
  if (typeof reference === "string") {
    return negateSchema(document, resolvePointer(document, reference) ?? true, depth + 1);
  }
  const keywords = Object.entries(schema).filter(([key]) => negations.has(key));
  const order = [...negations.keys()];
  return keywords
    .sort(([one], [other]) => order.indexOf(one) - order.indexOf(other))
    .flatMap(([key, value]) => negations.get(key)?.(value, document, depth) ?? []);
}

type Negation = (value: JsonValue, document: JsonObject, depth: number) => readonly JsonValue[];

const not = (schema: JsonValue): JsonObject => ({ not: schema });

const negateNumber =
  (type: string, keyword: string, shift: number): Negation =>
  (value) =>
    typeof value === "number" && value + shift >= (type === "number" ? Number.NEGATIVE_INFINITY : 0)
      ? [{ type, [keyword]: value + shift }]
      : [];

const negateNames: Negation = (names) =>
  Array.isArray(names)
    ? names.map((name: JsonValue) => ({ type: "object", properties: { [String(name)]: false } }))
    : [];

/** In the order in which they are tried: a property that differs is more of a value than one that is left out. */
const negations: ReadonlyMap<string, Negation> = new Map<string, Negation>([
  [
    "properties",
    (properties) =>
      Object.entries(isJsonObject(properties) ? properties : {}).map(([name, schema]) => ({
        type: "object",
        required: [name],
        properties: Object.fromEntries([[name, not(schema)]]),
      })),
  ],
  ["const", (value) => [not({ const: value })]],
  ["enum", (values) => [not({ enum: values })]],
  ["pattern", (pattern) => [{ type: "string", not: { pattern } }]],
  ["required", negateNames],
  [
    "type",
    (type) => {
      const types = Array.isArray(type) ? type : [type];
      // What is not an integer may still be a number, but not all of it.
      const others = ["string", "object", "number", "boolean", "array", "null"].filter(
        (one) => !types.includes(one) && !(one === "number" && types.includes("integer")),
      );
      return [others.length > 0 && { type: others }];
    },
  ],
  ["minimum", negateNumber("number", "exclusiveMaximum", 0)],
  ["maximum", negateNumber("number", "exclusiveMinimum", 0)],
  ["exclusiveMinimum", negateNumber("number", "maximum", 0)],
  ["exclusiveMaximum", negateNumber("number", "minimum", 0)],
  ["minLength", negateNumber("string", "maxLength", -1)],
  ["maxLength", negateNumber("string", "minLength", 1)],
  ["minItems", negateNumber("array", "maxItems", -1)],
  ["maxItems", negateNumber("array", "minItems", 1)],
  ["minProperties", negateNumber("object", "maxProperties", -1)],
  ["maxProperties", negateNumber("object", "minProperties", 1)],
  ["items", (items) => [{ type: "array", minItems: 1, contains: not(items) }]],
  ["contains", (contains) => [{ type: "array", items: not(contains) }]],
  ["not", (schema) => [schema]],
  ["anyOf", (branches) => (Array.isArray(branches) ? [{ allOf: branches.map(not) }] : [])],
  ["oneOf", (branches) => (Array.isArray(branches) ? [{ allOf: branches.map(not) }] : [])],
  ["allOf", (members) => (Array.isArray(members) ? members.map(not) : [])],
]);
