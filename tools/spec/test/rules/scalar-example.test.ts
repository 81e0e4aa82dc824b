import { expect, test } from "vitest";
import { runRule } from "../support/run-rule.ts";

const missing = ["6:9 The property `it` shows no example."];

const cases: readonly { name: string; given: string; want: readonly string[] }[] = [
  { name: "a string without one is a fault", given: "type: string", want: missing },
  { name: "`examples` is one", given: "type: string, examples: [Ada]", want: [] },
  { name: "`example` is one, also when it is false", given: "type: boolean, example: false", want: [] },
  { name: "an empty list of examples is none", given: "type: string, examples: []", want: missing },
  { name: "a constant is its own", given: "type: integer, const: 3", want: [] },
  { name: "a nullable scalar needs one", given: 'type: [integer, "null"]', want: missing },
  { name: "null counts as one", given: 'type: [integer, "null"], examples: [null]', want: [] },
  { name: "an enum without a type needs one", given: "enum: [a, null, 2]", want: missing },
  { name: "an enum of lists needs none", given: "enum: [[1], [2]]", want: [] },
  {
    name: "a union of scalars needs one",
    given: 'oneOf: [{ type: string }, { type: "null" }]',
    want: missing,
  },
  {
    name: "one of its branches may have it",
    given: 'anyOf: [{ type: string, examples: [Ada] }, { type: "null" }]',
    want: [],
  },
  {
    name: "a union with an object needs none",
    given: "oneOf: [{ type: string }, { type: object }]",
    want: [],
  },
  {
    name: "what is added to a scalar is a scalar",
    given: "allOf: [{ type: string }, { minLength: 1 }]",
    want: missing,
  },
  { name: "an object needs none", given: "type: object", want: [] },
  { name: "a list needs none", given: "type: array, items: { type: string }", want: [] },
  { name: "a list or nothing needs none", given: 'type: [array, "null"]', want: [] },
  { name: "any value at all needs none", given: "description: Anything.", want: [] },
  { name: "a file needs none", given: "type: string, format: binary", want: [] },
  { name: "a reference to a scalar with one is good", given: '$ref: "#/components/schemas/Shown"', want: [] },
  {
    name: "a reference to a scalar without one is a fault",
    given: '$ref: "#/components/schemas/Bare"',
    want: missing,
  },
  {
    name: "it may stand beside the reference",
    given: '$ref: "#/components/schemas/Bare", examples: [Ada]',
    want: [],
  },
  {
    name: "it may stand halfway",
    given: '$ref: "#/components/schemas/Halfway"',
    want: [],
  },
  {
    name: "a nullable reference to a scalar without one is a fault",
    given: 'oneOf: [{ $ref: "#/components/schemas/Bare" }, { type: "null" }]',
    want: missing,
  },
  { name: "a reference to an object needs none", given: '$ref: "#/components/schemas/Owner"', want: [] },
  {
    name: "a union that holds itself comes to an end",
    given: '$ref: "#/components/schemas/Loop"',
    want: missing,
  },
];

test.each(cases)("$name", async ({ given, want }) => {
  const document = `openapi: 3.1.0
components:
  schemas:
    Owner:
      properties:
        it: { ${given} }
    Shown: { type: string, examples: [Ada] }
    Bare: { type: string }
    Halfway: { $ref: "#/components/schemas/Bare", examples: [Ada] }
    Loop: { anyOf: [{ type: string }, { $ref: "#/components/schemas/Loop" }] }
`;
  expect(await runRule("scalar-example", document)).toEqual(want);
});

test("a nullable scalar of OpenAPI 3.0 needs one too", async () => {
  const document = `openapi: 3.0.3
components: { schemas: { A: { properties: { it: { type: string, nullable: true } } } } }
`;
  expect(await runRule("scalar-example", document)).toEqual(["2:45 The property `it` shows no example."]);
});

test("references of another file count from there", async () => {
  const found = await runRule("scalar-example", {
    "openapi.yaml": `openapi: 3.1.0
components: { schemas: { A: { properties: { it: { $ref: "parts/name.yaml" } } } } }
`,
    "parts/name.yaml": 'anyOf: [{ $ref: "text.yaml" }, { type: "null" }]\n',
    "parts/text.yaml": "{ type: string, examples: [Ada] }\n",
  });
  expect(found).toEqual([]);
});
