import { describe, expect, test } from "vitest";
import { readRedoclyReport } from "../../src/redocly/read-redocly-report.ts";

const change = {
  path: "#/paths/~1a/get/responses/200/content/application~1json/schema",
  typeName: "Schema",
  kind: "modified",
  impact: "major",
  verdicts: [{ ruleId: "schema-type-changed", impact: "major", message: "The type is another." }],
  property: "type",
  base: { file: "a.yaml", pointer: "#/components/schemas/A", line: 1, col: 1 },
  revision: { file: "b.yaml", pointer: "#/components/schemas/A/type", line: 1, col: 1, value: "string" },
};
const report = {
  reportVersion: "1",
  files: { base: "a.yaml", revision: "b.yaml" },
  summary: { major: 1, minor: 0, patch: 0 },
  changes: [change],
};

describe("a report of redocly diff", () => {
  test("names the keyword also on the side that lacks it", () => {
    expect(readRedoclyReport(JSON.stringify(report))).toEqual([
      {
        kind: "modified",
        impact: "major",
        path: `${change.path}/type`,
        rules: ["schema-type-changed"],
        messages: ["The type is another."],
        base: "#/components/schemas/A/type",
        head: "#/components/schemas/A/type",
      },
    ]);
  });

  test("names no place of the root file for what lies in another", () => {
    const elsewhere = { ...change, revision: { ...change.revision, file: "lib.yaml" }, base: undefined };
    const [read] = readRedoclyReport(JSON.stringify({ ...report, changes: [elsewhere] }));
    expect(read).not.toHaveProperty("head");
    expect(read).not.toHaveProperty("base");
  });

  const broken: readonly [string, unknown, RegExp][] = [
    ["of another version", { ...report, reportVersion: "2" }, /version 1/],
    ["that counts more than it lists", { ...report, changes: [] }, /counts 1 major changes and lists 0/],
    [
      "that lists more than it counts",
      { ...report, changes: [change, change] },
      /counts 1 major changes and lists 2/,
    ],
    ["without changes", { ...report, changes: undefined }, /lacks/],
    ["with an impact that is new", { ...report, changes: [{ ...change, impact: "huge" }] }, /`huge`/],
    ["with a kind that is new", { ...report, changes: [{ ...change, kind: "moved" }] }, /`moved`/],
    ["without a place", { ...report, changes: [{ ...change, path: undefined }] }, /no `path`/],
    ["that is null", null, /version 1/],
  ];
  test.each(broken)("%s is refused", (_, given, want) => {
    expect(() => readRedoclyReport(JSON.stringify(given))).toThrow(want);
  });

  test("that is no JSON is refused", () => {
    expect(() => readRedoclyReport("")).toThrow();
  });
});
