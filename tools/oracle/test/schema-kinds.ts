import { createOracle, type Oracle } from "@specmill/oracle";
import type { JsonObject, JsonValue } from "@specmill/spec";

/** A kind of schema, and the components that it refers to. */
export interface SchemaKind {
  readonly name: string;
  readonly schema: JsonValue;
  readonly components?: JsonObject;
  readonly version?: "3.0.4" | "3.1.1";
}

/** Where the schema of a kind stands in the document made for it. */
export const kindPointer = "#/components/schemas/Subject";

/** The oracle of a document of one schema. */
export function oracleOf({ schema, components, version = "3.1.1" }: Omit<SchemaKind, "name">): Oracle {
  return createOracle({ openapi: version, components: { schemas: { ...components, Subject: schema } } });
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = { type: "string" };
const whole = { type: "integer" };
const object = (properties: JsonObject, required: readonly string[] = []) => ({
  type: "object",
  properties,
  required,
});
const v30 = { version: "3.0.4" } as const;
const person = {
  name: text,
  nick: text,
  id: { ...whole, readOnly: true },
  secret: { ...text, writeOnly: true },
};

export const schemaKinds: readonly SchemaKind[] = [
  { name: "a plain string", schema: text },
  { name: "a string of bounded length", schema: { type: "string", minLength: 3, maxLength: 5 } },
  { name: "a string of one exact length", schema: { type: "string", minLength: 40, maxLength: 40 } },
  { name: "a pattern", schema: { type: "string", pattern: "^[A-Z]{2}-\\d{3,5}$" } },
  { name: "a pattern without anchors", schema: { type: "string", pattern: "ab+c" } },
  {
    name: "a pattern and lengths",
    schema: { type: "string", pattern: "^[a-z]*$", minLength: 12, maxLength: 14 },
  },
  {
    name: "a pattern of letters of all scripts",
    schema: { type: "string", pattern: "^\\p{L}[\\p{L}\\p{N} ]*$" },
  },
  {
    name: "a pattern that looks ahead",
    schema: { type: "string", pattern: "^(?=.*\\d)(?!0)[a-z0-9]{4,8}$" },
  },
  { name: "a pattern with needless escapes", schema: { type: "string", pattern: "^[a-z\\_]+\\@x$" } },
  ...[
    "date",
    "date-time",
    "time",
    "duration",
    "uuid",
    "email",
    "hostname",
    "ipv4",
    "ipv6",
    "uri",
    "uri-reference",
    "uri-template",
    "byte",
    "binary",
    "password",
    "json-pointer",
    "relative-json-pointer",
    "regex",
    "unheard-of",
  ].map((format) => ({ name: `format ${format}`, schema: { type: "string", format } })),
  { name: "a long email", schema: { type: "string", format: "email", minLength: 30, maxLength: 40 } },
  { name: "a long base64 text", schema: { type: "string", format: "byte", minLength: 40 } },
  { name: "an email of a pattern", schema: { type: "string", format: "email", pattern: "@example\\.com$" } },
  { name: "content in base64", schema: { type: "string", contentEncoding: "base64" } },
  { name: "an integer", schema: whole },
  { name: "format int32", schema: { type: "integer", format: "int32" } },
  { name: "format int64", schema: { type: "integer", format: "int64" } },
  { name: "format float", schema: { type: "number", format: "float" } },
  { name: "a number", schema: { type: "number" } },
  { name: "a number within bounds", schema: { type: "number", minimum: 2.5, maximum: 2.75 } },
  {
    name: "a number above its minimum",
    schema: { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 },
  },
  { name: "an integer between", schema: { type: "integer", exclusiveMinimum: 3, exclusiveMaximum: 5 } },
  { name: "a negative number", schema: { type: "number", exclusiveMaximum: 0 } },
  { name: "a multiple", schema: { type: "integer", multipleOf: 7, minimum: 100, maximum: 110 } },
  {
    name: "multiples of two numbers",
    schema: { type: "integer", allOf: [{ multipleOf: 4 }, { multipleOf: 6 }] },
  },
  { name: "a multiple of cents", schema: { type: "number", multipleOf: 0.01, minimum: 19.5 } },
  { name: "a boolean", schema: { type: "boolean" } },
  { name: "null", schema: { type: "null" } },
  { name: "a string or null", schema: { type: ["string", "null"] } },
  { name: "several types", schema: { type: ["integer", "boolean", "object", "array"] } },
  { name: "an enumeration", schema: { type: "string", enum: ["a", "b", "c"] } },
  { name: "an enumeration of all sorts", schema: { enum: [1, "1", null, { a: 1 }, [1]] } },
  { name: "a constant", schema: { const: { a: [1, null] } } },
  { name: "an array", schema: { type: "array", items: text } },
  { name: "an array of bounded length", schema: { type: "array", items: whole, minItems: 2, maxItems: 4 } },
  {
    name: "unique items",
    schema: { type: "array", items: { enum: [1, 2, 3] }, uniqueItems: true, minItems: 3 },
  },
  { name: "many unique strings", schema: { type: "array", items: text, uniqueItems: true, minItems: 30 } },
  {
    name: "unique objects",
    schema: { type: "array", items: object({ id: whole }, ["id"]), uniqueItems: true, minItems: 5 },
  },
  { name: "a tuple", schema: { type: "array", prefixItems: [text, whole], items: false, minItems: 2 } },
  { name: "a tuple with a rest", schema: { type: "array", prefixItems: [text], items: whole, minItems: 3 } },
  {
    name: "a closed tuple",
    schema: { type: "array", prefixItems: [text], unevaluatedItems: false, minItems: 1 },
  },
  { name: "a contained item", schema: { type: "array", contains: { const: 5 } } },
  {
    name: "several contained items",
    schema: {
      type: "array",
      items: whole,
      contains: { minimum: 5 },
      minContains: 2,
      maxContains: 3,
      minItems: 5,
    },
  },
  { name: "an object", schema: object({ a: text, b: whole, c: { type: "boolean" } }, ["a"]) },
  { name: "a free object", schema: { type: "object" } },
  { name: "a closed object", schema: { ...object({ a: text }), additionalProperties: false } },
  { name: "a map", schema: { type: "object", additionalProperties: whole } },
  { name: "a map of a size", schema: { type: "object", additionalProperties: whole, minProperties: 3 } },
  {
    name: "at most some properties",
    schema: { ...object({ a: text, b: text, c: text, d: text }, ["d"]), maxProperties: 2 },
  },
  {
    name: "properties of a pattern",
    schema: {
      type: "object",
      patternProperties: { "^x-": text },
      additionalProperties: false,
      minProperties: 2,
    },
  },
  {
    name: "names of a pattern",
    schema: { type: "object", propertyNames: { pattern: "^[a-z]{3}$" }, minProperties: 2 },
  },
  {
    name: "names of a list",
    schema: { type: "object", propertyNames: { enum: ["a", "b"] }, minProperties: 2 },
  },
  { name: "a required property that is not declared", schema: { type: "object", required: ["x"] } },
  {
    name: "a property called __proto__",
    schema: object(JSON.parse('{"__proto__":{"type":"string"}}'), ["__proto__"]),
  },
  {
    name: "names with slashes and tildes",
    schema: object({ "a/b~c": text, "%25": whole }, ["a/b~c", "%25"]),
  },
  {
    name: "dependent required",
    schema: { ...object({ a: text, b: text }), dependentRequired: { a: ["b", "z"] } },
  },
  {
    name: "dependent schemas",
    schema: { ...object({ a: text }), dependentSchemas: { a: object({ b: { const: 1 } }, ["b"]) } },
  },
  { name: "a negated type", schema: { not: { type: "string" } } },
  { name: "a negated constant", schema: { type: "string", not: { const: "text" } } },
  { name: "a negated enumeration", schema: { type: "integer", not: { enum: [0, 1] } } },
  { name: "a negated pattern", schema: { type: "string", not: { pattern: "^t" } } },
  { name: "a negated property", schema: { ...object({ a: text, b: text }), not: { required: ["a"] } } },
  {
    name: "negated branches",
    schema: { type: "integer", not: { anyOf: [{ minimum: 10 }, { maximum: 5 }] } },
  },
  {
    name: "a condition",
    schema: {
      ...object({ kind: { enum: ["a", "b"] }, size: whole }, ["kind"]),
      if: { properties: { kind: { const: "a" } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { required: ["size"] },
      else: { properties: { size: false } },
    },
  },
  { name: "oneOf of types", schema: { oneOf: [text, whole, { type: "array", items: text }] } },
  { name: "oneOf of types that overlap", schema: { oneOf: [whole, { type: "number" }] } },
  {
    name: "oneOf of multiples",
    schema: {
      oneOf: [
        { type: "integer", multipleOf: 3 },
        { type: "integer", multipleOf: 5 },
      ],
    },
  },
  {
    name: "oneOf of objects that overlap",
    schema: { oneOf: [object({ a: text, b: text }, ["a"]), object({ a: text, b: text }, ["b"])] },
  },
  {
    name: "oneOf of required properties",
    schema: {
      ...object({ a: text, b: text, c: text }),
      oneOf: [{ required: ["a"] }, { required: ["b"] }, { required: ["c"] }],
    },
  },
  {
    name: "oneOf of open objects",
    schema: { oneOf: [object({ a: text, b: text }), object({ c: text, d: text }), object({ e: whole })] },
  },
  { name: "anyOf", schema: { anyOf: [object({ a: text }, ["a"]), object({ b: whole }, ["b"])] } },
  {
    name: "a reference or null",
    schema: { anyOf: [ref("Person"), { type: "null" }] },
    components: { Person: object(person, ["name"]) },
  },
  {
    name: "two choices at once",
    schema: {
      type: "object",
      allOf: [
        { oneOf: [object({ a: { const: 1 } }, ["a"]), object({ a: { const: 2 } }, ["a"])] },
        { anyOf: [object({ b: text }, ["b"]), object({ c: text }, ["c"])] },
      ],
    },
  },
  {
    name: "a discriminator",
    schema: {
      oneOf: [ref("Cat"), ref("Dog")],
      discriminator: {
        propertyName: "pet",
        mapping: { cat: "#/components/schemas/Cat", puss: "#/components/schemas/Cat" },
      },
    },
    components: {
      Cat: object({ pet: text, lives: whole }, ["pet"]),
      Dog: object({ pet: text, tricks: whole }, ["pet"]),
    },
  },
  {
    name: "allOf",
    schema: {
      allOf: [
        ref("Person"),
        object({ age: { ...whole, minimum: 0 } }, ["age"]),
        { properties: { age: { maximum: 9 } } },
      ],
    },
    components: { Person: object(person, ["name"]) },
  },
  {
    name: "allOf with no others evaluated",
    schema: { allOf: [ref("Person"), object({ age: whole })], unevaluatedProperties: false },
    components: { Person: object(person, ["name"]) },
  },
  {
    name: "allOf of enumerations",
    schema: { allOf: [{ enum: ["a", "b", "c"] }, { enum: ["b", "c", "d"] }, text] },
  },
  {
    name: "readOnly and writeOnly properties",
    schema: object(person, ["name", "id", "secret"]),
  },
  { name: "a reference with siblings", schema: { ...ref("Name"), maxLength: 3 }, components: { Name: text } },
  { name: "a list that links to itself", schema: object({ value: whole, next: ref("Subject") }, ["value"]) },
  {
    name: "a list that ends with null",
    schema: object({ next: { anyOf: [ref("Subject"), { type: "null" }] } }, ["next"]),
  },
  { name: "a tree", schema: object({ children: { type: "array", items: ref("Subject") } }, ["children"]) },
  {
    name: "a tree whose first branch never ends",
    schema: {
      oneOf: [
        object({ left: ref("Subject"), right: ref("Subject") }, ["left", "right"]),
        { type: "integer" },
      ],
    },
  },
  {
    name: "a circle of schemas",
    schema: object({ b: ref("B") }),
    components: { B: object({ c: ref("C") }, ["c"]), C: object({ back: ref("Subject"), b: ref("B") }) },
  },
  { name: "the schema true", schema: true },
  { name: "an empty schema", schema: {} },
  { name: "an object without a type", schema: { properties: { a: text }, required: ["a"] } },
  { name: "a string without a type", schema: { minLength: 2, pattern: "^b" } },
  { name: "an example that is wrong", schema: { type: "string", format: "uuid", examples: ["one", 5] } },
  {
    name: "an example of an object that is wrong within",
    schema: { ...object({ a: object({ b: whole }, ["b"]) }, ["a"]), examples: [{ a: { b: "1" } }] },
  },
  { name: "3.0: nullable", schema: { type: "string", nullable: true }, ...v30 },
  {
    name: "3.0: a nullable enumeration",
    schema: { type: "string", nullable: true, enum: ["a", "b"] },
    ...v30,
  },
  {
    name: "3.0: a nullable reference",
    schema: object({ a: { nullable: true, allOf: [ref("Person")] }, b: ref("Maybe") }, ["a", "b"]),
    components: { Person: object(person, ["name"]), Maybe: { type: "integer", nullable: true } },
    ...v30,
  },
  {
    name: "3.0: exclusive bounds",
    schema: { type: "integer", minimum: 1, exclusiveMinimum: true, maximum: 3, exclusiveMaximum: true },
    ...v30,
  },
  {
    name: "3.0: a reference with siblings",
    schema: object({ a: { ...ref("A"), maxLength: 1 } }, ["a"]),
    components: { A: { type: "string", minLength: 3 } },
    ...v30,
  },
  {
    name: "3.0: an endless list that may be null",
    schema: { ...object({ next: ref("Subject") }, ["next"]), nullable: true },
    ...v30,
  },
];
