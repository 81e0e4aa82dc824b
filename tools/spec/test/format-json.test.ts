import { expect, test } from "vitest";
import { formatJson } from "../src/format-json.ts";
import type { Problem } from "../src/problem.ts";

const problem: Problem = {
  rule: "info-license",
  severity: "error",
  message: 'There is no "licence".',
  file: "openapi.yaml",
  line: 2,
  column: 3,
  hint: "Add one.",
};

test.each<{ name: string; given: readonly Problem[] }>([
  { name: "no problems are an empty list", given: [] },
  { name: "problems come back as they went in", given: [problem, { ...problem, severity: "warning" }] },
])("$name", ({ given }) => {
  expect(JSON.parse(formatJson(given))).toEqual({ problems: given });
});

test("it is one document that ends its line", () => {
  expect(formatJson([])).toBe('{\n  "problems": []\n}\n');
});
