import { expect, test } from "vitest";
import { runRule } from "../support/run-rule.ts";

const cases: readonly { name: string; given: string; want: readonly string[] }[] = [
  { name: "a reference within the document is good", given: '$ref: "#/components/schemas/B"', want: [] },
  {
    name: "a URL is not",
    given: "$ref: https://specs.test/a.yaml#/A",
    want: ["5:13 `https://specs.test/a.yaml#/A` is on another machine."],
  },
  {
    name: "nor in capitals",
    given: "$ref: HTTP://specs.test/a.yaml",
    want: ["5:13 `HTTP://specs.test/a.yaml` is on another machine."],
  },
  {
    name: "nor without a scheme",
    given: "$ref: //specs.test/a.yaml",
    want: ["5:13 `//specs.test/a.yaml` is on another machine."],
  },
  {
    name: "nor as an example's value",
    given: "example: { externalValue: https://specs.test/a.json }",
    want: ["5:33 `https://specs.test/a.json` is on another machine."],
  },
  {
    name: "nor as a branch of a union",
    given: "discriminator: { propertyName: a, mapping: { b: https://specs.test/b.yaml } }",
    want: ["5:55 `https://specs.test/b.yaml` is on another machine."],
  },
  {
    name: "nor where the specification knows no reference",
    given: "x-notes: [{ $ref: https://specs.test/a.yaml }]",
    want: ["5:25 `https://specs.test/a.yaml` is on another machine."],
  },
  { name: "a property named $ref is none", given: "properties: { $ref: { type: string } }", want: [] },
];

test.each(cases)("$name", async ({ given, want }) => {
  const document = `openapi: 3.1.0
components:
  schemas:
    A:
      ${given}
    B: {}
`;
  expect(await runRule("no-remote-ref", document)).toEqual(want);
});

test("a reference in another file is found there", async () => {
  const found = await runRule("no-remote-ref", {
    "openapi.yaml": 'openapi: 3.0.3\ncomponents: { schemas: { A: { $ref: "./shared.yaml" } } }\n',
    "shared.yaml": "type: array\nitems: { $ref: https://specs.test/a.yaml }\n",
  });
  expect(found).toEqual(["shared.yaml:2:16 `https://specs.test/a.yaml` is on another machine."]);
});
