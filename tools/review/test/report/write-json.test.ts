import { expect, test } from "vitest";
import type { Finding } from "../../src/finding.ts";
import { writeJson } from "../../src/report/write-json.ts";
import { makeApi, makeFinding, makeProblem, makeReview } from "./make-review.ts";

test("is one document with APIs, their bumps and findings, and problems", () => {
  const text = writeJson(makeReview({ problems: [makeProblem()] }));
  expect(JSON.parse(text)).toEqual({
    base: "main (586e4f6)",
    head: "HEAD (4d69168)",
    apis: [
      {
        api: "profile",
        kind: "changed",
        file: "specs/profile/openapi.yaml",
        bump: "major",
        wire: "major",
        source: "none",
        findings: [makeFinding()],
        lint: { kind: "compared", added: [], fixed: [], kept: 0 },
        consumers: { compiled: 0, broken: [], unusable: [] },
      },
    ],
    problems: [makeProblem()],
  });
  expect(text.endsWith("}\n")).toBe(true);
});

test("leaves documents and API reports out", () => {
  const head = { file: "/secret/a.yaml", text: "", version: "3.1", document: {}, files: [] } as const;
  const api = makeApi({ documents: { head }, apiReports: { head: "export {}" } });
  expect(Object.keys(JSON.parse(writeJson(makeReview({ apis: [api] }))).apis[0])).not.toContain("documents");
  expect(writeJson(makeReview({ apis: [api] }))).not.toMatch(/secret|export/);
});

test("a finding without a proof has no such key, and a value of null is kept", () => {
  const { proof: _, after: __, ...derived } = makeFinding({ before: null, excuse: { kind: "configured" } });
  const [finding] = JSON.parse(writeJson(makeReview({ apis: [makeApi({ findings: [derived] })] }))).apis[0]
    .findings;
  expect(finding).toEqual(derived);
});

test("the order of keys does not depend on who made a finding", () => {
  const write = (finding: Finding) => writeJson(makeReview({ apis: [makeApi({ findings: [finding] })] }));
  const { rule, axis, ...others } = makeFinding();
  expect(write({ ...others, axis, rule })).toBe(write(makeFinding()));
});
