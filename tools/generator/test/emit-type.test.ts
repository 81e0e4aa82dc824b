import type { JsonObject, JsonValue } from "@specmill/spec";
import { expect, test } from "vitest";
import { createTypeEmitter, type TypePlace } from "../src/emit-type.ts";

const place: TypePlace = { reference: (component) => `models.${component}` };

const schemas: JsonObject = {
  User: { type: "object", properties: { name: { type: "string" }, mail: { type: "string" } } },
  Moment: { type: "string", format: "date-time" },
};

function emit(schema: JsonValue | undefined, changed: Partial<TypePlace> = {}): string {
  return createTypeEmitter({ components: { schemas } }).emit(schema, { ...place, ...changed });
}

const user = { $ref: "#/components/schemas/User" };
const text = { type: "string" };
const long = ["a", "b", "c", "d"].map((letter) => letter.repeat(30));

test.each<{ name: string; given: JsonValue; want: string }>([
  { name: "true", given: true, want: "unknown" },
  { name: "false", given: false, want: "never" },
  { name: "a component", given: user, want: "models.User" },
  { name: "a reference to nothing that has a name", given: { $ref: "#/definitions/User" }, want: "unknown" },
  { name: "an integer", given: { type: "integer" }, want: "number" },
  { name: "null beside a type", given: { type: ["string", "null"] }, want: "string | null" },
  { name: "nullable of OpenAPI 3.0", given: { type: "boolean", nullable: true }, want: "boolean | null" },
  {
    name: "an enum with null twice",
    given: { enum: ["a", 1, null], nullable: true },
    want: '"a" | 1 | null',
  },
  { name: "negative numbers", given: { enum: [-1, 2.5] }, want: "-1 | 2.5" },
  { name: "a constant text", given: { const: 'a"b' }, want: '"a\\"b"' },
  { name: "a list", given: { type: "array", items: user }, want: "models.User[]" },
  {
    name: "a list of a choice",
    given: { type: "array", items: { enum: ["a", "b"] } },
    want: '("a" | "b")[]',
  },
  {
    name: "a tuple",
    given: { type: "array", prefixItems: [text, { type: ["integer", "null"] }] },
    want: "[string, number | null]",
  },
  { name: "any object", given: { type: "object" }, want: "{ [key: string]: unknown }" },
  {
    name: "a map",
    given: { type: "object", additionalProperties: user },
    want: "{ [key: string]: models.User }",
  },
  {
    name: "an object that may hold nothing",
    given: { type: "object", additionalProperties: false },
    want: "{ [key: string]: never }",
  },
  {
    name: "a map with a property of its own, which is no number",
    given: { type: "object", properties: { a: text }, additionalProperties: { type: "integer" } },
    want: "{\n  a?: string;\n  [key: string]: unknown;\n}",
  },
  {
    name: "properties, required or not, and only readable",
    given: {
      type: "object",
      required: ["a"],
      properties: { a: text, "b-c": text, d: { type: "string", readOnly: true } },
    },
    want: '{\n  a: string;\n  "b-c"?: string;\n  readonly d?: string;\n}',
  },
  {
    name: "a default, which makes nothing required",
    given: { type: "object", properties: { a: { type: "string", default: "x" } } },
    want: '{\n  /** @default "x" */\n  a?: string;\n}',
  },
  {
    name: "a part that names what another has",
    given: { allOf: [user], required: ["name"] },
    want: 'models.User & Required<Pick<models.User, "name">>',
  },
  {
    name: "requirements beside a reference",
    given: { ...user, required: ["name"] },
    want: 'models.User & Required<Pick<models.User, "name">>',
  },
  { name: "a description beside a reference", given: { ...user, description: "x" }, want: "models.User" },
  {
    name: "parts that are objects as one object",
    given: { allOf: [{ properties: { a: text } }, { properties: { b: text } }] },
    want: "{\n  a?: string;\n  b?: string;\n}",
  },
  {
    name: "alternatives beside properties as something more",
    given: {
      type: "object",
      properties: { a: text },
      anyOf: [user, { type: "object", properties: { b: text } }],
    },
    want: "{\n  a?: string;\n} & (models.User | {\n  b?: string;\n})",
  },
  {
    name: "alternatives that only require",
    given: {
      type: "object",
      properties: { a: text, b: text },
      anyOf: [{ required: ["a"] }, { required: ["b"] }],
    },
    want: "{\n  a?: string;\n  b?: string;\n}",
  },
  {
    name: "null beside a composition",
    given: { type: ["object", "null"], allOf: [user] },
    want: "models.User | null",
  },
  { name: "an alternative that is anything", given: { anyOf: [user, true] }, want: "unknown" },
  {
    name: "definitions, which are no property",
    given: { type: "object", $defs: { X: text }, properties: { a: text } },
    want: "{\n  a?: string;\n}",
  },
  { name: "bytes of OpenAPI 3.0", given: { type: "string", format: "binary" }, want: "Blob" },
  { name: "bytes of OpenAPI 3.1", given: { type: "string", contentMediaType: "image/png" }, want: "Blob" },
  {
    name: "bytes of OpenAPI 3.1 without a type",
    given: { contentMediaType: "application/octet-stream" },
    want: "Blob",
  },
  { name: "bytes or null", given: { type: ["string", "null"], format: "binary" }, want: "Blob | null" },
  {
    name: "bytes as text",
    given: { type: "string", contentMediaType: "image/png", contentEncoding: "base64" },
    want: "string",
  },
  { name: "JSON in a text", given: { type: "string", contentMediaType: "application/json" }, want: "string" },
  {
    name: "a long choice, a line each",
    given: { enum: long },
    want: long.map((value) => `\n  | "${value}"`).join(""),
  },
  {
    name: "a list of a long choice",
    given: { type: "array", items: { enum: long } },
    want: `(${long.map((value) => `\n  | "${value}"`).join("")}\n)[]`,
  },
  {
    name: "keys that would be code",
    given: { type: "object", properties: { ["__proto__"]: text, "1": text, "*/ x": text } },
    want: '{\n  1?: string;\n  ["__proto__"]?: string;\n  "*/ x"?: string;\n}',
  },
])("writes the type of $name", ({ given, want }) => {
  expect(emit(given)).toBe(want);
});

test.each<{ name: string; given: JsonValue; want: string }>([
  { name: "a point in time", given: { type: "string", format: "date-time" }, want: "string | Date" },
  {
    name: "a point in time or null",
    given: { type: ["string", "null"], format: "date-time" },
    want: "string | Date | null",
  },
  {
    name: "a list of points in time",
    given: { type: "array", items: { type: "string", format: "date-time" } },
    want: "readonly (string | Date)[]",
  },
  { name: "a day", given: { type: "string", format: "date" }, want: "string" },
  { name: "a list", given: { type: "array", items: text }, want: "readonly string[]" },
  {
    name: "an object",
    given: { type: "object", properties: { a: text } },
    want: "{\n  readonly a?: string;\n}",
  },
])("takes from a caller, for $name, what is as good", ({ given, want }) => {
  expect(emit(given, { given: true })).toBe(want);
});

test("documents a property by what its schema says, or that which it refers to", () => {
  const properties = {
    a: {
      type: "string",
      description: "What it is. */ alert()",
      format: "email",
      deprecated: true,
      default: "x",
      examples: ["y"],
    },
    b: { type: "string", title: "A title", example: { deep: [1] } },
    c: { $ref: "#/components/schemas/Moment", description: "Own words." },
    d: { type: "string", example: "z".repeat(500) },
  };
  expect(emit({ type: "object", properties })).toBe(`{
  /**
   * What it is. *\\/ alert()
   *
   * Format: email.
   *
   * @deprecated
   * @default "x"
   * @example "y"
   */
  a?: string;
  /**
   * A title
   *
   * @example { deep: [1] }
   */
  b?: string;
  /**
   * Own words.
   *
   * Format: date-time.
   */
  c?: models.Moment;
  d?: string;
}`);
});

const base = { type: "object", discriminator: { propertyName: "kind" }, properties: { kind: text } };
const heir = { allOf: [{ $ref: "#/components/schemas/Base" }], properties: { a: text } };

test.each<{ name: string; given: JsonObject; component: string; want: string }>([
  {
    name: "the value that a mapping gives it, by reference or by bare name",
    given: {
      Base: {
        oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }],
        discriminator: { propertyName: "kind", mapping: { "an-a": "A", b: "#/components/schemas/B" } },
      },
      A: { type: "object" },
      B: { type: "object" },
    },
    component: "A",
    want: '{\n  /** Tells which of the alternatives this is. */\n  kind: "an-a";\n}',
  },
  {
    name: "its own name where it extends the base",
    given: { Base: base, A: heir },
    component: "A",
    want: '{\n  a?: string;\n  kind: "A";\n} & models.Base',
  },
  {
    name: "no value where others extend it in turn",
    given: {
      Base: base,
      A: heir,
      B: { allOf: [{ $ref: "#/components/schemas/A" }, { properties: { b: text } }] },
    },
    component: "A",
    want: "{\n  a?: string;\n} & models.Base",
  },
  {
    name: "no value where it only names the base",
    given: { Base: base, A: { allOf: [{ $ref: "#/components/schemas/Base" }] } },
    component: "A",
    want: "models.Base",
  },
])("gives a component $name", ({ given, component, want }) => {
  expect(createTypeEmitter({ components: { schemas: given } }).emitComponent(component, place)).toBe(want);
});

test.each<{ name: string; given: JsonObject; want: readonly string[] }>([
  {
    name: "heirs from the base that is a choice of them",
    given: {
      Base: { oneOf: [{ $ref: "#/components/schemas/A" }, text] },
      A: { allOf: [{ $ref: "#/components/schemas/Base" }, { properties: { a: text } }] },
    },
    want: ["models.A | string", "{\n  a?: string;\n}"],
  },
  {
    name: "choices that are nothing but each other",
    given: {
      A: { anyOf: [{ $ref: "#/components/schemas/B" }, text] },
      B: { anyOf: [{ $ref: "#/components/schemas/A" }, { type: "integer" }] },
    },
    want: ["string", "number"],
  },
  {
    name: "nothing where a list or a property is between",
    given: {
      A: { type: "array", items: { $ref: "#/components/schemas/A" } },
      B: { type: "object", properties: { b: { $ref: "#/components/schemas/B" } } },
    },
    want: ["models.A[]", "{\n  b?: models.B;\n}"],
  },
])("cuts off $name", ({ given, want }) => {
  const types = createTypeEmitter({ components: { schemas: given } });
  expect(Object.keys(given).map((name) => types.emitComponent(name, place))).toEqual(want);
});

test("takes a request flavour for what the document calls it", () => {
  const Pet = {
    oneOf: [{ $ref: "#/components/schemas/CatWrite" }],
    discriminator: { propertyName: "kind" },
  };
  const given = { Pet, CatWrite: { type: "object" }, Base: base, AWrite: heir };
  const writeNames = new Map([
    ["Cat", "CatWrite"],
    ["A", "AWrite"],
  ]);
  const types = createTypeEmitter({ components: { schemas: given } }, writeNames);
  expect(types.emitComponent("CatWrite", place)).toContain('kind: "Cat";');
  expect(types.emitComponent("AWrite", place)).toContain('kind: "A";');
});

test("leaves the document as it was", () => {
  const document = { components: { schemas: { Base: base, A: heir } } };
  const before = JSON.stringify(document);
  createTypeEmitter(document).emitComponent("A", place);
  expect(JSON.stringify(document)).toBe(before);
});
