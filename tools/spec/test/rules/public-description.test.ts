import { expect, test } from "vitest";
import { runRule } from "../support/run-rule.ts";

const cases: readonly { name: string; given: string; want: readonly string[] }[] = [
  { name: "the API", given: "info: { title: A }", want: ["2:1 The API has no description."] },
  { name: "blanks", given: 'info: { description: " " }', want: ["2:1 The API has no description."] },
  {
    name: "a server and its variable",
    given: "servers: [{ url: /, variables: { region: { default: eu } } }]",
    want: ["2:11 This server has no description.", "2:34 The server variable `region` has no description."],
  },
  {
    name: "a request body",
    given: "paths: { /a: { post: { requestBody: { content: {} } } } }",
    want: ["2:24 This request body has no description."],
  },
  {
    name: "a response header",
    given: "components: { responses: { A: { description: A., headers: { X-A: {} } } } }",
    want: ["2:61 The header `X-A` has no description."],
  },
  {
    name: "an empty response",
    given: 'paths: { /a: { get: { responses: { 200: { description: "" } } } } }',
    want: ["2:36 The response `200` has no description."],
  },
  {
    name: "a link",
    given: "components: { links: { next: { operationId: a } } }",
    want: ["2:24 The link `next` has no description."],
  },
  {
    name: "a security scheme",
    given: "components: { securitySchemes: { key: { type: http } } }",
    want: ["2:34 The security scheme `key` has no description."],
  },
  {
    name: "a schema, and a property in it",
    given: "components: { schemas: { A: { properties: { b: {} } } } }",
    want: ["2:26 The schema `A` has no description.", "2:45 The property `b` has no description."],
  },
  {
    name: "a property deep inside",
    given: `components: { schemas: { A: { description: A., items: { properties: { b: {} } } } } }`,
    want: ["2:71 The property `b` has no description."],
  },
  {
    name: "a property of any value",
    given: "components: { schemas: { A: { description: A., properties: { b: true } } } }",
    want: ["2:62 The property `b` has no description."],
  },
  {
    name: "a union, whose branches do not speak for it",
    given: `components: { schemas: { A: { description: A., properties: { b: { oneOf: [{ description: B. }] } } } } }`,
    want: ["2:62 The property `b` has no description."],
  },
];

test.each(cases)("$name must have one", async ({ given, want }) => {
  expect((await runRule("public-description", `openapi: 3.1.0\n${given}\n`)).toSorted()).toEqual(want);
});

const good: readonly { name: string; given: string }[] = [
  {
    name: "a response without any breaks the specification, which struct tells",
    given: "paths: { /a: { get: { responses: { 200: {} } } } }",
  },
  {
    name: "a request body that has one is good",
    given: "paths: { /a: { post: { requestBody: { description: A. } } } }",
  },
  {
    name: "a reference takes the description of its target",
    given: `components:
  schemas:
    A: { description: A., properties: { b: { $ref: "#/components/schemas/B" } } }
    B: { description: B. }`,
  },
  {
    name: "a component may be a reference",
    given: `components: { schemas: { A: { $ref: "#/components/schemas/B" }, B: { description: B. } } }`,
  },
  {
    name: "a property that is forbidden needs none",
    given: "components: { schemas: { A: { description: A., properties: { b: false } } } }",
  },
  {
    name: "operations, parameters and tags have rules of Redocly's",
    given: "tags: [{ name: a }]\npaths: { /a: { get: { parameters: [{ name: b, in: query }] } } }",
  },
];

test.each(good)("$name", async ({ given }) => {
  expect(await runRule("public-description", `openapi: 3.1.0\n${given}\n`)).toEqual([]);
});

test("a schema in another file must have one, as it becomes a component", async () => {
  const found = await runRule("public-description", {
    "openapi.yaml": `openapi: 3.0.3
components:
  schemas:
    A: { description: A., properties: { b: { $ref: "./shared.yaml#/B" }, c: { $ref: "./shared.yaml#/C" } } }
`,
    "shared.yaml": "B:\n  type: object\nC:\n  description: C.\n",
  });
  expect(found.toSorted()).toEqual([
    "4:41 The property `b` has no description.",
    "shared.yaml:1:1 The schema `B` has no description.",
  ]);
});
