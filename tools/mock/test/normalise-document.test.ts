import type { JsonObject } from "@specmill/spec";
import { expect, test } from "vitest";
import { normaliseDocument } from "../src/normalise-document.ts";

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
  expect(normaliseDocument(given)["jsonSchemaDialect"]).toBe(want);
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
    want: { style: "form", explode: true },
  },
  {
    name: "a reference in a circle",
    given: { schema: { $ref: "#/components/schemas/Loop" } },
    want: { style: "form", explode: true },
  },
  { name: "an object", given: { schema: { $ref: "#/components/schemas/Filter" } }, want: {} },
  { name: "a list not exploded", given: { schema: { type: "array" }, explode: false }, want: {} },
  { name: "a list of another style", given: { schema: { type: "array" }, style: "pipeDelimited" }, want: {} },
  { name: "a list in a header", given: { in: "header", schema: { type: "array" } }, want: {} },
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
  expect(normaliseDocument(document)).toEqual({
    paths: { "/a": { parameters: [expected], get: { parameters: [expected] } } },
    components: { ...components, parameters: { a: expected }, pathItems: { b: { parameters: [expected] } } },
  });
  expect(document).toEqual(before);
});

test("callbacks are not served", () => {
  const operation = { responses: {} };
  const document = { paths: { "/a": { post: { ...operation, callbacks: { done: {} } } } } };
  expect(normaliseDocument(document)).toEqual({ paths: { "/a": { post: operation } } });
});
