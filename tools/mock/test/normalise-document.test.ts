import type { JsonObject } from "@specmill/spec";
import { expect, test } from "vitest";
import { normaliseDocument } from "../src/normalise-document.ts";
import { flavourSchema } from "../src/split-directions.ts";

const draft2020 = "https://json-schema.org/draft/2020-12/schema";
const own = "https://example.com/dialect";

const dialects = [
  { name: "3.1 without a dialect", given: { openapi: "3.1.1" }, want: draft2020 },
  {
    name: "3.1 in OpenAPI's own dialect",
    given: { openapi: "3.1.0", jsonSchemaDialect: "https://spec.openapis.org/oas/3.1/dialect/base" },
    want: draft2020,
  },
  { name: "3.1 in another dialect", given: { openapi: "3.1.0", jsonSchemaDialect: own }, want: own },
  { name: "3.0", given: { openapi: "3.0.3" }, want: undefined },
];

test.each(dialects)("a document of $name is served in the right dialect", ({ given, want }) => {
  expect(normaliseDocument(given).document["jsonSchemaDialect"]).toBe(want);
});

const components = {
  schemas: {
    List: { $ref: "#/components/schemas/Array" },
    Array: { type: "array" },
    Filter: { type: "object" },
    Loop: { $ref: "#/components/schemas/Loop" },
  },
};

const parameters = [
  { name: "a list", given: { schema: { type: "array" } }, want: { style: "form", explode: true } },
  {
    name: "a list by reference",
    given: { schema: { $ref: "#/components/schemas/List" } },
    want: { style: "form", explode: true },
  },
  {
    name: "a list or null",
    given: { schema: { type: ["array", "null"] } },
    want: { style: "form", explode: true, schema: { type: "array" } },
  },
  {
    name: "a reference in a circle",
    given: { schema: { $ref: "#/components/schemas/Loop" } },
    want: { style: "form", explode: true },
  },
  {
    name: "an object",
    given: { schema: { $ref: "#/components/schemas/Filter" } },
    want: { style: "form", explode: true },
  },
  {
    name: "a list not exploded",
    given: { schema: { type: "array" }, explode: false },
    want: { style: "form" },
  },
  {
    name: "a list of another style",
    given: { schema: { type: "array" }, style: "pipeDelimited" },
    want: { explode: false },
  },
  {
    name: "a list in a header",
    given: { in: "header", schema: { type: "array" } },
    want: { style: "simple", explode: false },
  },
  {
    name: "said in full",
    given: { schema: { type: "array" }, style: "form", explode: false },
    want: {},
  },
  { name: "a value described by content", given: { content: { "application/json": {} } }, want: {} },
];

test.each(parameters)("a query parameter that is $name says how it is written", ({ given, want }) => {
  const parameter: JsonObject = { in: "query", name: "a", ...given };
  const document: JsonObject = {
    paths: { "/a": { parameters: [parameter], get: { parameters: [parameter] } } },
    components: {
      ...components,
      parameters: { a: parameter },
      pathItems: { b: { parameters: [parameter] } },
    },
  };
  const before = structuredClone(document);
  const expected = { ...parameter, ...want };
  expect(normaliseDocument(document).document).toEqual({
    paths: { "/a": { parameters: [expected], get: { parameters: [expected] } } },
    components: { ...components, parameters: { a: expected }, pathItems: { b: { parameters: [expected] } } },
  });
  expect(document).toEqual(before);
});

/** What a rewrite of one schema makes of it. */
const schemas = [
  {
    name: "a discriminator decides by the names of the branches, or by what they are mapped to",
    given: {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
      discriminator: { propertyName: "pt", mapping: { hound: "#/components/schemas/Dog" } },
    },
    want: {
      oneOf: [
        {
          allOf: [
            { $ref: "#/components/schemas/Cat" },
            { type: "object", properties: { pt: { const: "Cat" } }, required: ["pt"] },
          ],
        },
        {
          allOf: [
            { $ref: "#/components/schemas/Dog" },
            { type: "object", properties: { pt: { const: "hound" } }, required: ["pt"] },
          ],
        },
      ],
    },
    rule: "discriminator",
  },
  {
    name: "an escape that means nothing is left out of a pattern",
    given: { type: "string", pattern: "^[\\w\\_]+$" },
    want: { type: "string", pattern: "^[\\w_]+$" },
    rule: "pattern",
  },
  {
    name: "a nullable text of 3.0 is a text or null",
    openapi: "3.0.3",
    given: { type: "string", nullable: true, enum: ["a"] },
    want: { type: ["string", "null"], enum: ["a", null] },
    rule: "schema-3.0",
  },
  {
    name: "a nullable reference of 3.0 is null or what it leads to",
    openapi: "3.0.3",
    given: { nullable: true, allOf: [{ $ref: "#/components/schemas/Cat" }] },
    want: { anyOf: [{ type: "null" }, { allOf: [{ $ref: "#/components/schemas/Cat" }] }] },
    rule: "schema-3.0",
  },
  {
    name: "an exclusive bound of 3.0 is a number",
    openapi: "3.0.3",
    given: { type: "number", minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: false },
    want: { type: "number", exclusiveMinimum: 1, maximum: 2 },
    rule: "schema-3.0",
  },
];

test.each(schemas)("$name", ({ openapi = "3.1.0", given, want, rule }) => {
  const document: JsonObject = { openapi, components: { schemas: { A: { properties: { b: given } } } } };
  const before = structuredClone(document);
  const { document: served, rewrites } = normaliseDocument(document);
  expect(served["components"]).toEqual({ schemas: { A: { properties: { b: want } } } });
  expect(rewrites.map((rewrite) => [rewrite.rule, rewrite.pointer])).toContainEqual([
    rule,
    expect.stringMatching(/^#\/components\/schemas\/A\/properties\/b(?:\/pattern)?$/),
  ]);
  expect(document).toEqual(before);
});

test("a parameter that is a list or null by two branches is a list", () => {
  const parameter = { name: "a", in: "query", schema: { anyOf: [{ type: "array" }, { type: "null" }] } };
  const { document, rewrites } = normaliseDocument({ components: { parameters: { a: parameter } } });
  expect(document).toMatchObject({
    components: { parameters: { a: { schema: { allOf: [{ type: "array" }] } } } },
  });
  expect(rewrites.map(({ rule }) => rule)).toEqual(["parameter-style", "null-parameter"]);
});

test("what one direction alone carries is told where it is required", () => {
  const schema = {
    required: ["id", "secret"],
    properties: { id: { readOnly: true }, secret: { writeOnly: true } },
  };
  const { rewrites } = normaliseDocument({ components: { schemas: { A: schema } } });
  expect(rewrites).toEqual([
    expect.objectContaining({ rule: "direction", message: expect.stringContaining("readOnly") }),
    expect.objectContaining({ rule: "direction", message: expect.stringContaining("writeOnly") }),
  ]);
  expect(flavourSchema(schema, "request", {})).toEqual({ ...schema, required: ["secret"] });
  expect(flavourSchema(schema, "response", {})).toEqual({ ...schema, required: ["id"] });
});

test("callbacks are not served, and that is told", () => {
  const operation = { responses: {} };
  const document = { paths: { "/a": { post: { ...operation, callbacks: { done: {} } } } } };
  expect(normaliseDocument(document)).toEqual({
    document: { paths: { "/a": { post: operation } } },
    rewrites: [expect.objectContaining({ rule: "callbacks", pointer: "#/paths/~1a/post/callbacks" })],
  });
});
