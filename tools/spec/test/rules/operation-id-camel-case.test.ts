import { expect, test } from "vitest";
import { runRule } from "../support/run-rule.ts";

const cases: readonly { name: string; given: string; want: readonly string[] }[] = [
  { name: "a camelCase name is good", given: "updateProfile", want: [] },
  { name: "one word and a digit are good", given: "list2", want: [] },
  {
    name: "a capital at the start is not",
    given: "UpdateProfile",
    want: ["5:20 The operationId `UpdateProfile` is not camelCase."],
  },
  {
    name: "a hyphen is not",
    given: "update-profile",
    want: ["5:20 The operationId `update-profile` is not camelCase."],
  },
  {
    name: "an underscore is not",
    given: "update_profile",
    want: ["5:20 The operationId `update_profile` is not camelCase."],
  },
  {
    name: "a letter beyond ASCII is not",
    given: "größe",
    want: ["5:20 The operationId `größe` is not camelCase."],
  },
];

test.each(cases)("$name", async ({ given, want }) => {
  const document = `openapi: 3.1.0
paths:
  /profile:
    get:
      operationId: ${given}
`;
  expect(await runRule("operation-id-camel-case", document)).toEqual(want);
});

test("an operation without one is left to operation-operationId", async () => {
  expect(await runRule("operation-id-camel-case", "openapi: 3.0.3\npaths: { /a: { get: {} } }")).toEqual([]);
});
