import { expect, test } from "vitest";
import { runRule } from "../support/run-rule.ts";

const cases: readonly { name: string; given: string; want: readonly string[] }[] = [
  { name: "a 4xx status is good", given: 'responses: { "200": {}, "404": {} }', want: [] },
  { name: "the range of all 4xx is good", given: "responses: { 4XX: {} }", want: [] },
  {
    name: "a reason instead is good",
    given: "responses: { 200: {} }\n      x-undocumented-errors: The source documents one response.",
    want: [],
  },
  {
    name: "success alone is not",
    given: 'responses: { "200": {} }',
    want: ["5:7 The operation documents no 4xx response."],
  },
  {
    name: "a default response is none in particular",
    given: "responses: { default: {} }",
    want: ["5:7 The operation documents no 4xx response."],
  },
  {
    name: "a marker without a reason is not",
    given: "x-undocumented-errors: true",
    want: ["5:30 `x-undocumented-errors` gives no reason."],
  },
  {
    name: "a reason that has become untrue is not",
    given: "x-undocumented-errors: The source documents one response.\n      responses: { 404: {} }",
    want: ["5:7 `x-undocumented-errors` stands beside a documented 4xx response."],
  },
];

test.each(cases)("$name", async ({ given, want }) => {
  const document = `openapi: 3.1.0
paths:
  /profile:
    get:
      ${given}
`;
  expect(await runRule("documented-errors", document)).toEqual(want);
});

test("a webhook is answered by somebody else", async () => {
  const document = "openapi: 3.1.0\nwebhooks: { done: { post: { responses: { 200: {} } } } }";
  expect(await runRule("documented-errors", document)).toEqual([]);
});
