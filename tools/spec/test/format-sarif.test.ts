import { expect, test } from "vitest";
import { formatSarif } from "../src/format-sarif.ts";
import type { Problem } from "../src/problem.ts";

const problems: readonly Problem[] = [
  {
    rule: "specmill/scalar-example",
    severity: "error",
    message: "The property `a` shows no example.",
    file: "specs/größe a/openapi.yaml",
    line: 2,
    column: 3,
  },
  {
    rule: "struct",
    severity: "warning",
    message: "Odd.",
    file: "/elsewhere/a.yaml",
    line: 1,
    column: 1,
    hint: "Mend it.",
  },
  { rule: "struct", severity: "error", message: "Bad.", file: "a.yaml", line: 9, column: 1 },
];

test("no problems are a log without results, which closes earlier ones", () => {
  expect(JSON.parse(formatSarif([]))).toEqual({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver: { name: "specmill", rules: [] } }, columnKind: "utf16CodeUnits", results: [] }],
  });
});

test("each rule is described once, with the four texts that code scanning wants", () => {
  const [run] = JSON.parse(formatSarif(problems)).runs;
  const summary = { text: "Every property that holds one plain value shows an example." };
  expect(run.tool.driver.rules).toEqual([
    {
      id: "specmill/scalar-example",
      shortDescription: summary,
      fullDescription: summary,
      help: { text: expect.stringContaining("examples: [value]") },
    },
    {
      id: "struct",
      shortDescription: { text: "struct" },
      fullDescription: { text: "struct" },
      help: { text: "Mend it." },
    },
  ]);
});

test("each problem is a result at its place", () => {
  const [run] = JSON.parse(formatSarif(problems)).runs;
  expect(run.results).toEqual([
    {
      ruleId: "specmill/scalar-example",
      ruleIndex: 0,
      level: "error",
      message: { text: "The property `a` shows no example." },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "specs/gr%C3%B6%C3%9Fe%20a/openapi.yaml", uriBaseId: "%SRCROOT%" },
            region: { startLine: 2, startColumn: 3 },
          },
        },
      ],
    },
    {
      ruleId: "struct",
      ruleIndex: 1,
      level: "warning",
      message: { text: "Odd.\nMend it." },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "file:///elsewhere/a.yaml" },
            region: { startLine: 1, startColumn: 1 },
          },
        },
      ],
    },
    expect.objectContaining({ ruleId: "struct", ruleIndex: 1, level: "error", message: { text: "Bad." } }),
  ]);
});

test("every result refers to a rule that is described", () => {
  const [run] = JSON.parse(formatSarif(problems.toReversed())).runs;
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  expect(run.results).toHaveLength(problems.length);
});
