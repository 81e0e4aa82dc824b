import type { JsonValue } from "@specmill/spec";
import { expect, test } from "vitest";
import { type Dialect, listsTexts, toJsonSchema } from "../src/to-json-schema.ts";

const pet = { $ref: "#/components/schemas/Pet" };

function convert(schema: JsonValue, changed: Partial<Dialect> = {}): JsonValue {
  return toJsonSchema(schema, {
    version: "3.1",
    isOpen: false,
    idOf: (component, isOpen) => `${isOpen ? "open" : "closed"}:${component}`,
    isOpenable: (value) => JSON.stringify(value).includes("enum") || value === pet,
    onPattern: () => {},
    ...changed,
  });
}

interface Case {
  readonly name: string;
  readonly given: JsonValue;
  readonly want: JsonValue;
}

const both: readonly Case[] = [
  { name: "a schema of everything", given: true, want: true },
  { name: "a schema of nothing", given: false, want: false },
  { name: "a reference", given: pet, want: { $ref: "closed:Pet" } },
  {
    name: "what only describes",
    given: {
      type: "string",
      title: "t",
      description: "d",
      default: "a",
      example: "a",
      deprecated: true,
      readOnly: true,
      externalDocs: { url: "u" },
      xml: { name: "n" },
      discriminator: { propertyName: "p" },
      "x-more": 1,
    },
    want: { type: "string" },
  },
  {
    name: "properties of any name",
    given: { properties: { enum: { type: "string" }, $ref: { type: "null" }, "x-a": {} } },
    want: { properties: { enum: { type: "string" }, $ref: { type: "null" }, "x-a": {} } },
  },
  {
    name: "the bounds of an int32",
    given: { type: "integer", format: "int32", minimum: 0 },
    want: { type: "integer", format: "int32", minimum: 0, maximum: 2147483647 },
  },
  {
    name: "an int64",
    given: { type: "integer", format: "int64" },
    want: { type: "integer", format: "int64" },
  },
  {
    name: "members of another kind than their keyword's",
    given: {
      type: "text",
      required: "a",
      enum: "a",
      pattern: 1,
      allOf: {},
      properties: [],
      minimum: "1",
      items: [],
    },
    want: {},
  },
  { name: "names that are required twice", given: { required: ["a", "a"] }, want: { required: ["a"] } },
];

test.each(both)("converts $name", ({ given, want }) => expect(convert(given)).toEqual(want));

const old: readonly Case[] = [
  { name: "nullable", given: { type: "string", nullable: true }, want: { type: ["string", "null"] } },
  {
    name: "nullable beside values",
    given: { type: "string", nullable: true, enum: ["a"] },
    want: { type: ["string", "null"], enum: ["a", null] },
  },
  {
    name: "nullable beside values that have null",
    given: { type: "string", nullable: true, enum: [null, "a"] },
    want: { type: ["string", "null"], enum: ["a", null] },
  },
  {
    name: "nullable beside a reference",
    given: { ...pet, nullable: true },
    want: { anyOf: [{ $ref: "closed:Pet" }, { type: "null" }] },
  },
  {
    name: "nullable beside a composition",
    given: { nullable: true, allOf: [pet] },
    want: { anyOf: [{ allOf: [{ $ref: "closed:Pet" }] }, { type: "null" }] },
  },
  {
    name: "a reference, and nothing else beside it",
    given: { ...pet, type: "object" },
    want: { $ref: "closed:Pet" },
  },
  {
    name: "bounds that exclude themselves",
    given: { minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: true },
    want: { minimum: 1, exclusiveMinimum: 1, maximum: 2, exclusiveMaximum: 2 },
  },
  {
    name: "bounds that do not",
    given: { minimum: 1, exclusiveMinimum: false, maximum: 2, exclusiveMaximum: false },
    want: { minimum: 1, maximum: 2 },
  },
];

test.each(old)("converts $name of OpenAPI 3.0", ({ given, want }) => {
  expect(convert(given, { version: "3.0" })).toEqual(want);
});

test("takes what stands beside a reference, and no nullable, in OpenAPI 3.1", () => {
  expect(convert({ ...pet, type: "object", nullable: true })).toEqual({ $ref: "closed:Pet", type: "object" });
});

const open: readonly Case[] = [
  {
    name: "texts",
    given: { type: "string", enum: ["a", "b"] },
    want: { type: "string", knownValues: ["a", "b"] },
  },
  {
    name: "texts without a type",
    given: { enum: ["a", "b"] },
    want: { type: "string", knownValues: ["a", "b"] },
  },
  {
    name: "texts or null",
    given: { type: ["string", "null"], enum: ["a", "b", null] },
    want: { type: ["string", "null"], knownValues: ["a", "b", null] },
  },
  {
    name: "texts or null without a type",
    given: { enum: ["a", "b", null] },
    want: { type: ["string", "null"], knownValues: ["a", "b", null] },
  },
  {
    name: "texts whose type has more than they do",
    given: { type: ["string", "null", "integer"], enum: ["a", "b"] },
    want: { type: "string", knownValues: ["a", "b"] },
  },
  { name: "a reference", given: pet, want: { $ref: "open:Pet" } },
];

test.each(open)("opens $name in an answer", ({ given, want }) => {
  expect(convert(given, { isOpen: true })).toEqual(want);
});

const closed: readonly Case[] = [
  { name: "a single text", given: { type: "string", enum: ["a"] }, want: { type: "string", enum: ["a"] } },
  { name: "a single text or null", given: { enum: ["a", null] }, want: { enum: ["a", null] } },
  { name: "a constant", given: { const: "a" }, want: { const: "a" } },
  { name: "numbers", given: { type: "integer", enum: [1, 2] }, want: { type: "integer", enum: [1, 2] } },
  { name: "texts and numbers", given: { enum: ["a", "b", 1] }, want: { enum: ["a", "b", 1] } },
  { name: "what must not be", given: { not: { enum: ["a", "b"] } }, want: { not: { enum: ["a", "b"] } } },
  { name: "a reference to what must not be", given: { not: pet }, want: { not: { $ref: "closed:Pet" } } },
  {
    name: "a condition, and not what follows from it",
    given: JSON.parse('{ "if": { "enum": ["a", "b"] }, "then": { "enum": ["a", "b"] } }'),
    want: JSON.parse(
      '{ "if": { "enum": ["a", "b"] }, "then": { "type": "string", "knownValues": ["a", "b"] } }',
    ),
  },
];

test.each(closed)("leaves $name closed in an answer", ({ given, want }) => {
  expect(convert(given, { isOpen: true })).toEqual(want);
});

test("makes alternatives of what only open values told apart", () => {
  const given = {
    oneOf: [{ enum: ["a", "b"] }, pet],
    anyOf: [{ type: "string" }],
    allOf: [{ minLength: 1 }],
  };
  expect(convert(given, { isOpen: true })).toEqual({
    anyOf: [{ type: "string" }],
    allOf: [
      { minLength: 1 },
      { alternatives: [{ type: "string", knownValues: ["a", "b"] }, { $ref: "open:Pet" }] },
    ],
  });
  expect(convert(given)).toHaveProperty("oneOf");
});

test.each([
  { given: "^a$", want: "^a$" },
  { given: "^[\\w\\-]+\\_\\@$", want: "^[\\w\\-]+_@$" },
  { given: "^\\-$", want: "^-$" },
  { given: "\\p{L}", want: "\\p{L}" },
])("writes the pattern $given so that it compiles", ({ given, want }) => {
  expect(convert({ pattern: given })).toEqual({ pattern: want });
});

test.each(["(?<x", "[z-a]", "(?P<name>a)", "\\", "a{2,1}"])(
  "leaves out and tells of the pattern %s",
  (given) => {
    const told: string[] = [];
    expect(convert({ pattern: given }, { onPattern: (pattern) => told.push(pattern) })).toEqual({});
    expect(told).toEqual([given]);
  },
);

test.each([
  { given: ["a", "b"], want: true },
  { given: ["a", "b", null], want: true },
  { given: ["a", null], want: false },
  { given: ["a", "b", 1], want: false },
  { given: [], want: false },
])("says of $given whether there may be more texts: $want", ({ given, want }) => {
  expect(listsTexts(given)).toBe(want);
});
