import { describe, expect, test } from "vitest";
import { applyApprovals } from "../../src/approval/apply-approvals.ts";
import type { Approval } from "../../src/approval/approval.ts";
import { isGating } from "../../src/finding.ts";
import { makeFinding } from "./make-finding.ts";

const place = { file: "specs/.review/profile.yaml", line: 4, column: 5 };
const approval: Approval = {
  fingerprint: "0123456789ab",
  rule: "request-property-removed",
  reason: "coordinated",
  owner: "@team",
  until: "2027-03-01",
  place,
};
const excuse = { kind: "approved", reason: "coordinated", owner: "@team", until: "2027-03-01" };

describe("an approval", () => {
  test.each(["2027-02-28", "2027-03-01"])("holds on %s", (today) => {
    const { findings, problems } = applyApprovals([makeFinding()], [approval], today);
    expect(problems).toEqual([]);
    expect(findings).toEqual([makeFinding({ excuse: { ...excuse, kind: "approved" } })]);
    expect(findings.some(isGating)).toBe(false);
  });

  test("holds no more on the day after its last", () => {
    const { findings, problems } = applyApprovals([makeFinding()], [approval], "2027-03-02");
    expect(problems).toMatchObject([{ rule: "approval-expired", severity: "error", ...place }]);
    expect(problems[0]?.message).toContain("2027-03-01");
    expect(findings.every(isGating)).toBe(true);
  });

  test("takes its note along", () => {
    const { findings } = applyApprovals([makeFinding()], [{ ...approval, note: "Told all." }], "2027-01-01");
    expect(findings[0]?.excuse).toEqual({ ...excuse, note: "Told all." });
  });

  test("excuses every finding of its fingerprint and no other", () => {
    const given = [makeFinding(), makeFinding({ fingerprint: "ffffffffffff" }), makeFinding()];
    const { findings } = applyApprovals(given, [approval], "2027-01-01");
    expect(findings.map((finding) => finding.excuse?.kind)).toEqual(["approved", undefined, "approved"]);
  });

  test("leaves another excuse alone and still fits", () => {
    const excused = makeFinding({ excuse: { kind: "unstable", level: "draft" } });
    expect(applyApprovals([excused], [approval], "2027-01-01")).toEqual({
      findings: [excused],
      problems: [],
    });
  });

  const unmatched: readonly [string, Parameters<typeof makeFinding>[0], string][] = [
    ["the change is another one", { fingerprint: "ffffffffffff" }, "`ffffffffffff`"],
    ["nothing of its rule is left", { fingerprint: "ffffffffffff", rule: "api-removed" }, "merged"],
    ["the change breaks nobody", { impact: "compatible" }, "Remove the entry"],
    ["its rule is another one", { rule: "request-required" }, "rule: request-required"],
  ];
  test.each(unmatched)("fits nothing when %s", (_, members, hint) => {
    const finding = makeFinding(members);
    const { findings, problems } = applyApprovals([finding], [approval], "2027-01-01");
    expect(findings).toEqual([finding]);
    expect(problems).toMatchObject([{ rule: "approval-unmatched", severity: "error", ...place }]);
    expect(problems[0]?.hint).toContain(hint);
  });
});
