import type { JsonObject, JsonValue } from "@specmill/spec";
import { expect, test } from "vitest";
import { createOracle } from "../src/create-oracle.ts";
import type { Direction } from "../src/oracle.ts";

const documentOf = (schema: JsonValue, others: JsonObject = {}, openapi = "3.1.0"): JsonObject => ({
  openapi,
  components: { schemas: { Subject: schema, ...others } },
});

function judge(
  schema: JsonValue,
  value: JsonValue,
  {
    others,
    openapi,
    direction = "request",
  }: { others?: JsonObject; openapi?: string; direction?: Direction } = {},
): readonly string[] {
  const oracle = createOracle(documentOf(schema, others, openapi));
  return oracle
    .judge("#/components/schemas/Subject", direction, value)
    .map(({ at, pointer }) => `${at} ${pointer.replace("#/components/schemas/", "")}`);
}

const rows: { name: string; schema: JsonValue; good: JsonValue; bad: JsonValue; want: string[] }[] = [
  { name: "a type", schema: { type: "integer" }, good: 1, bad: 1.5, want: [" Subject/type"] },
  {
    name: "a list of types",
    schema: { type: ["string", "null"] },
    good: null,
    bad: 1,
    want: [" Subject/type"],
  },
  {
    name: "a property",
    schema: { properties: { a: { maxLength: 1 } } },
    good: { a: "😀" },
    bad: { a: "ab" },
    want: ["/a Subject/properties/a/maxLength"],
  },
  {
    name: "two faults at once",
    schema: { required: ["a", "b"], properties: { c: { type: "null" } } },
    good: { a: 1, b: 1, c: null },
    bad: { c: 0 },
    want: [" Subject/required", " Subject/required", "/c Subject/properties/c/type"],
  },
  {
    name: "dependentRequired",
    schema: { dependentRequired: { a: ["b"] } },
    good: { a: 1, b: 1 },
    bad: { a: 1 },
    want: [" Subject/dependentRequired"],
  },
  {
    name: "prefixItems",
    schema: { prefixItems: [{ type: "string" }], items: false },
    good: ["a"],
    bad: ["a", 1],
    want: [" Subject/items"],
  },
  {
    name: "a format",
    schema: { type: "string", format: "duration" },
    good: "PT7H",
    bad: "7 hours",
    want: [" Subject/format"],
  },
  {
    name: "a format that is unknown",
    schema: { type: "string", format: "zzz" },
    good: "x",
    bad: 1,
    want: [" Subject/type"],
  },
  {
    name: "a pattern with an escape that means nothing",
    schema: { pattern: "^a\\_b$" },
    good: "a_b",
    bad: "ab",
    want: [" Subject/pattern"],
  },
  {
    name: "branches, by the choice alone",
    schema: { oneOf: [{ type: "string", minLength: 2 }, { type: "integer" }] },
    good: 1,
    bad: "a",
    want: [" Subject/oneOf"],
  },
  {
    name: "a property that objects have anyhow",
    schema: { additionalProperties: false, properties: { a: true } },
    good: { a: 1 },
    bad: { constructor: 1 },
    want: [" Subject/additionalProperties"],
  },
];

test.each(rows)("judges $name by 2020-12", ({ schema, good, bad, want }) => {
  expect(judge(schema, good)).toEqual([]);
  expect(judge(schema, bad)).toEqual(want);
});

const old: { name: string; schema: JsonValue; good: JsonValue; bad: JsonValue; want: string[] }[] = [
  {
    name: "nullable",
    schema: { type: "string", nullable: true },
    good: null,
    bad: 1,
    want: [" Subject/type"],
  },
  {
    name: "nullable beside an enum",
    schema: { type: "string", nullable: true, enum: ["a"] },
    good: null,
    bad: "b",
    want: [" Subject/enum"],
  },
  {
    name: "nullable beside a reference",
    schema: { $ref: "#/components/schemas/Other", nullable: true },
    good: null,
    bad: 1,
    want: [" Other/type"],
  },
  {
    name: "an exclusive bound",
    schema: { type: "number", minimum: 1, exclusiveMinimum: true },
    good: 1.1,
    bad: 1,
    want: [" Subject/exclusiveMinimum"],
  },
  {
    name: "a bound that is not exclusive",
    schema: { type: "number", minimum: 1, exclusiveMinimum: false },
    good: 1,
    bad: 0,
    want: [" Subject/minimum"],
  },
];

test.each(old)("reads $name as OpenAPI 3.0 means it", ({ schema, good, bad, want }) => {
  const around = { others: { Other: { type: "string" } }, openapi: "3.0.3" };
  expect(judge(schema, good, around)).toEqual([]);
  expect(judge(schema, bad, around)).toEqual(want);
});

const secret = { type: "string", writeOnly: true };
const identity = { type: "string", readOnly: true };
const user = { type: "object", required: ["id", "password"], properties: { id: identity, password: secret } };
const composed = {
  required: ["id", "password"],
  allOf: [{ properties: { password: secret } }, { $ref: "#/components/schemas/Base" }],
};

test.each([
  { name: "a schema", schema: user },
  { name: "a composition", schema: composed },
])("what one direction of $name carries is required in that direction alone", ({ schema }) => {
  const others = { Base: { properties: { id: { $ref: "#/components/schemas/Id" } } }, Id: identity };
  const required = " Subject/required";
  expect(judge(schema, { password: "p" }, { others, direction: "request" })).toEqual([]);
  expect(judge(schema, {}, { others, direction: "request" })).toEqual([required]);
  expect(judge(schema, { id: "i" }, { others, direction: "response" })).toEqual([]);
  expect(judge(schema, {}, { others, direction: "response" })).toEqual([required]);
});

test("a discriminator decides on the branch, by its mapping or by the component's name", () => {
  const others = {
    Cat: { type: "object", properties: { kind: { type: "string" }, lives: { type: "integer" } } },
    Dog: { type: "object", properties: { kind: { type: "string" }, tricks: { type: "array" } } },
  };
  const schema = {
    oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
    discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" } },
  };
  expect(judge(schema, { kind: "cat", lives: 9 }, { others })).toEqual([]);
  expect(judge(schema, { kind: "Dog", tricks: [] }, { others })).toEqual([]);
  for (const bad of [{ kind: "Cat" }, { kind: "dog" }, { lives: 9 }, { kind: "cat", lives: "nine" }]) {
    expect(judge(schema, bad, { others })).toEqual([" Subject/oneOf"]);
  }
});

test("judges what refers to itself", () => {
  const schema = { type: "object", properties: { next: { $ref: "#/components/schemas/Subject" } } };
  expect(judge(schema, { next: { next: {} } })).toEqual([]);
  expect(judge(schema, { next: { next: 1 } })).toEqual(["/next/next Subject/type"]);
});

test.each<{ name: string; schema: JsonValue; want: RegExp }>([
  { name: "a pattern that is none", schema: { pattern: "^[a-z" }, want: /Invalid regular expression/ },
  { name: "a pattern of another language", schema: { pattern: "(?i)abc" }, want: /Invalid/ },
  { name: "a type that is none", schema: { type: "file" }, want: /type must be/ },
  { name: "a reference that leads nowhere", schema: { $ref: "#/nowhere" }, want: /nowhere/ },
])("says why nothing can be judged by $name", ({ schema, want }) => {
  const oracle = createOracle(documentOf(schema));
  expect(oracle.explain("#/components/schemas/Subject", "request")).toMatch(want);
  expect(() => oracle.allows("#/components/schemas/Subject", "request", 1)).toThrow(want);
});

test("leaves the document as it is", () => {
  const document = documentOf({ type: "object", properties: { a: { readOnly: true } }, required: ["a"] });
  const before = structuredClone(document);
  createOracle(document).allows("#/components/schemas/Subject", "request", {});
  expect(document).toEqual(before);
});
