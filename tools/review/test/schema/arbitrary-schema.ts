import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";
import fc from "fast-check";

const names = ["a", "b", "c"];

const leaves: readonly JsonObject[] = [
  { type: "string" },
  { type: "string", maxLength: 3 },
  { type: "string", enum: ["x", "y"] },
  { const: "x" },
  { type: "integer", minimum: 1 },
  { type: "number", exclusiveMaximum: 5 },
  { type: ["string", "null"] },
  { type: "boolean", default: true },
  { $ref: "#/components/schemas/A" },
  { $ref: "#/components/schemas/B" },
  {},
];

/** Schemas of a few keywords, within one another; `A` and `B` are components. */
export const anySchema: fc.Arbitrary<JsonValue> = fc.letrec<{ schema: JsonValue }>((tie) => {
  const schema = tie("schema");
  const some = fc.array(schema, { minLength: 1, maxLength: 3 });
  const object = fc.record(
    {
      type: fc.constant("object"),
      properties: fc.dictionary(fc.constantFrom(...names), schema, { maxKeys: 3 }),
      required: fc.subarray(names),
      additionalProperties: fc.oneof(fc.boolean(), schema),
      minProperties: fc.nat(2),
    },
    { requiredKeys: ["type"] },
  );
  const array = fc.record(
    {
      type: fc.constant("array"),
      items: schema,
      prefixItems: some,
      maxItems: fc.nat(4),
      minItems: fc.nat(2),
      uniqueItems: fc.boolean(),
    },
    { requiredKeys: ["type"] },
  );
  const composed = fc.oneof(
    some.map((allOf): JsonValue => ({ allOf })),
    some.map((anyOf): JsonValue => ({ anyOf })),
    some.map((oneOf): JsonValue => ({ oneOf })),
    schema.map((not): JsonValue => ({ type: ["string", "integer"], not })),
  );
  return {
    schema: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom<JsonValue>(...leaves),
      object,
      array,
      composed,
    ),
  };
}).schema;

const settings: readonly (readonly [string, JsonValue])[] = [
  ["maxLength", 2],
  ["minLength", 1],
  ["type", "integer"],
  ["type", ["string", "null"]],
  ["minimum", 3],
  ["enum", ["x", "z"]],
  ["required", ["a"]],
  ["required", ["b", "c"]],
  ["additionalProperties", false],
  ["properties", { b: { type: "string" } }],
  ["items", { type: "string" }],
  ["description", "other"],
  ["default", "x"],
  ["readOnly", true],
  ["nullable", true],
  ["minItems", 1],
  ["anyOf", [{ type: "string" }, { type: "object", required: ["a"] }]],
  ["oneOf", [{ type: "integer" }, { $ref: "#/components/schemas/A" }]],
  ["not", { enum: ["y"] }],
  ["$ref", "#/components/schemas/B"],
];

/** An edit of a JSON value: somewhere within an object a keyword is set, or is taken away. */
export const anyEdit: fc.Arbitrary<(value: JsonValue) => JsonValue> = fc
  .record({
    place: fc.nat(40),
    setting: fc.constantFrom(...settings),
    isTaken: fc.boolean(),
    which: fc.nat(9),
  })
  .map(({ place, setting: [keyword, value], isTaken, which }) => (given) => {
    const count = countObjects(given);
    let left = count === 0 ? -1 : place % count;
    const visit = (one: JsonValue): JsonValue => {
      if (Array.isArray(one)) return one.map(visit);
      if (!isJsonObject(one)) return one;
      const isHere = left-- === 0;
      const members = Object.entries(one).map(([key, member]) => [key, visit(member)] as const);
      if (!isHere) return Object.fromEntries(members);
      if (!isTaken) return { ...Object.fromEntries(members), [keyword]: value };
      return Object.fromEntries(members.filter((_, index) => index !== which % members.length));
    };
    return visit(given);
  });

function countObjects(value: JsonValue): number {
  if (Array.isArray(value))
    return value.reduce((sum: number, member: JsonValue) => sum + countObjects(member), 0);
  if (!isJsonObject(value)) return 0;
  return Object.values(value).reduce((sum: number, member) => sum + countObjects(member), 1);
}
