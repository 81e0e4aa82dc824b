import { expect, test } from "vitest";
import { writeSarif } from "../../src/report/write-sarif.ts";
import type { Review } from "../../src/review.ts";
import { makeApi, makeFinding, makeLargeReview, makeProblem, makeReview, textOfFake } from "./make-review.ts";

const read = (review: Review) => JSON.parse(writeSarif(review, textOfFake)).runs[0];
const readFindings = (...findings: readonly Parameters<typeof makeFinding>[0][]) =>
  read(makeReview({ apis: [makeApi({ findings: findings.map((finding) => makeFinding(finding)) })] }));

test("a review without findings is a log without results, which closes earlier ones", () => {
  expect(JSON.parse(writeSarif(makeReview({ apis: [] }), textOfFake))).toEqual({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      { tool: { driver: { name: "specmill review", rules: [] } }, columnKind: "utf16CodeUnits", results: [] },
    ],
  });
});

test("a breaking change is a result with its rule, place and fingerprint", () => {
  expect(read(makeReview())).toEqual({
    tool: {
      driver: {
        name: "specmill review",
        rules: [
          {
            id: "request-max-length",
            shortDescription: { text: "What request-max-length is." },
            fullDescription: { text: "Why request-max-length breaks a `caller`." },
            help: { text: "What to do instead of request-max-length." },
          },
        ],
      },
    },
    columnKind: "utf16CodeUnits",
    results: [
      {
        ruleId: "request-max-length",
        ruleIndex: 0,
        level: "error",
        message: {
          text:
            "`name` may be at most 20 characters long; it was 40.\n" +
            '`updateProfile` with `{"name":"aaaaaaaaaaaaaaaaaaaaa"}` was allowed; now: `name` must not have more than 20 characters.\n' +
            "Operations: updateProfile.",
        },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "specs/profile/openapi.yaml", uriBaseId: "%SRCROOT%" },
              region: { startLine: 12, startColumn: 7 },
            },
          },
        ],
        partialFingerprints: {
          primaryLocationLineHash: "0123456789ab:1",
          "specmillReview/v1": "0123456789ab",
        },
        properties: {
          axes: ["wire"],
          status: "proved",
          operations: ["updateProfile"],
          pointer: "#/components/schemas/Profile/properties/name/maxLength",
        },
      },
    ],
  });
});

test("what both axes feel is one result, as code scanning knows it by its fingerprint", () => {
  const { results } = readFindings({}, { axis: "source" });
  expect(results.map(({ properties }: { properties: { axes: unknown } }) => properties.axes)).toEqual([
    ["wire", "source"],
  ]);
});

const levels = [
  { name: "what is suspected is a warning", finding: { status: "suspected" }, want: ["warning"] },
  { name: "what is excused stays an error", finding: { excuse: { kind: "configured" } }, want: ["error"] },
  { name: "what is compatible is no result", finding: { impact: "compatible" }, want: [] },
  { name: "a note is no result", finding: { impact: "note" }, want: [] },
] as const;
test.each(levels)("$name", ({ finding, want }) => {
  expect(readFindings(finding).results.map(({ level }: { level: string }) => level)).toEqual(want);
});

const excuses = [
  {
    excuse: { kind: "approved", reason: "a bug", owner: "@a", until: "2027-01-01", note: "Told all." },
    want: "Approved by @a until 2027-01-01: a bug. Told all.",
  },
  { excuse: { kind: "sunset", date: "2026-01-01" }, want: "Deprecated, and was to go on 2026-01-01." },
  {
    excuse: { kind: "unstable", level: "beta" },
    want: "Of stability beta, of which nothing is promised yet.",
  },
  { excuse: { kind: "configured" }, want: "The configuration of the review makes this rule a note." },
] as const;
test.each(excuses)("$excuse.kind is a suppression that says why", ({ excuse, want }) => {
  expect(readFindings({ excuse }).results[0].suppressions).toEqual([
    { kind: "external", status: "accepted", justification: want },
  ]);
});

test("a problem is a result of its own rule, with all four texts", () => {
  const run = read(
    makeReview({ apis: [], problems: [makeProblem({ hint: "Mend it.", file: "/else where/größe.yaml" })] }),
  );
  expect(run.tool.driver.rules).toEqual([
    {
      id: "yaml",
      shortDescription: { text: "yaml" },
      fullDescription: { text: "yaml" },
      help: { text: "Mend it." },
    },
  ]);
  expect(run.results[0].message.text).toBe("The file is not YAML.\nMend it.");
  expect(run.results[0].locations[0].physicalLocation.artifactLocation).toEqual({
    uri: "file:///else%20where/gr%C3%B6%C3%9Fe.yaml",
  });
});

test("every result refers to a rule that is described once", () => {
  const run = read(makeLargeReview(300));
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  const ids = run.tool.driver.rules.map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(run.results).toHaveLength(450);
});
