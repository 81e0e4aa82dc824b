import { expect, test } from "vitest";
import { runRule } from "../support/run-rule.ts";

const fault = "`x-inferred` gives no reason.";

const reasons: readonly { name: string; given: string; want: readonly string[] }[] = [
  { name: "a sentence is a reason", given: "Its example is a UUID.", want: [] },
  { name: "true is none", given: "true", want: [`3:15 ${fault}`] },
  { name: "nothing is none", given: "", want: [`3:3 ${fault}`] },
  { name: "two words are none", given: "not documented", want: [`3:15 ${fault}`] },
  { name: "signs are no words", given: '"- - - -"', want: [`3:15 ${fault}`] },
  { name: "an object is none", given: "{ reason: Its example is a UUID. }", want: [`3:15 ${fault}`] },
];

test.each(reasons)("$name", async ({ given, want }) => {
  expect(await runRule("inferred-reason", `openapi: 3.1.0\ninfo:\n  x-inferred: ${given}\n`)).toEqual(want);
});

const places: readonly { name: string; given: string; want: readonly string[] }[] = [
  {
    name: "an object of no known kind is seen",
    given: "x-notes: [{ deep: { x-inferred: no } }]",
    want: [`2:33 ${fault}`],
  },
  {
    name: "a security requirement is seen",
    given: "security: [{ x-inferred: no }]",
    want: [`2:26 ${fault}`],
  },
  {
    name: "the list of responses and the default one are seen",
    given: "paths: { /a: { get: { responses: { x-inferred: no, default: { x-inferred: no } } } } }",
    want: [`2:48 ${fault}`, `2:75 ${fault}`],
  },
  {
    name: "what stands beside a $ref is seen",
    given:
      'components: { schemas: { A: { type: string }, B: { $ref: "#/components/schemas/A", x-inferred: no } } }',
    want: [`2:96 ${fault}`],
  },
  {
    name: "a property of that name is no annotation",
    given: "components: { schemas: { A: { properties: { x-inferred: { type: string } } } } }",
    want: [],
  },
  {
    name: "a property named like a map is a schema all the same",
    given: "components: { schemas: { A: { properties: { properties: { x-inferred: no } } } } }",
    want: [`2:71 ${fault}`],
  },
  {
    name: "and what such a property shows is data",
    given: "components: { schemas: { A: { properties: { properties: { example: { x-inferred: no } } } } } }",
    want: [],
  },
  {
    name: "data is no annotation",
    given: `components:
  schemas: { A: { example: { x-inferred: no }, examples: [{ x-inferred: no }], default: { x-inferred: no } } }
  examples: { a: { value: { x-inferred: no } } }`,
    want: [],
  },
  {
    name: "an annotated example is seen",
    given: "components: { examples: { a: { x-inferred: no } } }",
    want: [`2:44 ${fault}`],
  },
];

test.each(places)("$name", async ({ given, want }) => {
  expect(await runRule("inferred-reason", `openapi: 3.0.3\n${given}\n`)).toEqual(want);
});

test("a file that is referred to is seen, and once", async () => {
  const found = await runRule("inferred-reason", {
    "openapi.yaml": `openapi: 3.1.0
components:
  schemas:
    A: { $ref: "./shared.yaml#/A" }
    B: { $ref: "./shared.yaml#/A" }
`,
    "shared.yaml": "A:\n  type: string\n  x-inferred: no\n",
  });
  expect(found).toEqual([`shared.yaml:3:15 ${fault}`]);
});
