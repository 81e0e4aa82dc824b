import { describe, expect, test } from "vitest";
import type { Bump, Excuse, Finding } from "../../src/finding.ts";
import { bumpOf, bumpOfReview } from "../../src/release/bump-of.ts";
import { makeFinding } from "../approval/make-finding.ts";

const approved: Excuse = { kind: "approved", reason: "bugfix", owner: "me", until: "2027-01-01" };

const table: readonly { readonly name: string; readonly given: Partial<Finding>; readonly want: Bump }[] = [
  { name: "a break", given: {}, want: "major" },
  { name: "a proved break", given: { status: "proved" }, want: "major" },
  { name: "an approved break", given: { excuse: approved }, want: "major" },
  { name: "a suspected break", given: { status: "suspected" }, want: "patch" },
  { name: "an approved suspicion", given: { status: "suspected", excuse: approved }, want: "patch" },
  {
    name: "a removal that was announced",
    given: { excuse: { kind: "sunset", date: "2026-01-01" } },
    want: "minor",
  },
  { name: "a break of a draft", given: { excuse: { kind: "unstable", level: "draft" } }, want: "minor" },
  { name: "a break that the house calls a note", given: { excuse: { kind: "configured" } }, want: "patch" },
  { name: "an addition", given: { impact: "compatible" }, want: "minor" },
  { name: "a note", given: { impact: "note" }, want: "patch" },
];

describe("the bump", () => {
  test.each(table)("for $name is $want", ({ given, want }) => {
    const finding = makeFinding(given);
    expect(bumpOf([finding], "wire")).toBe(want);
    expect(bumpOf([finding], "source")).toBe("none");
    expect(bumpOfReview([finding])).toBe(want);
  });

  test("is none without findings", () => {
    expect([bumpOf([], "wire"), bumpOf([], "source"), bumpOfReview([])]).toEqual(["none", "none", "none"]);
  });

  test("is the largest of its axis, and of the review that of both", () => {
    const findings = [
      makeFinding({ impact: "note" }),
      makeFinding({ impact: "compatible" }),
      makeFinding({ axis: "source" }),
      makeFinding({ axis: "source", impact: "note" }),
    ];
    expect(bumpOf(findings, "wire")).toBe("minor");
    expect(bumpOf(findings, "source")).toBe("major");
    expect(bumpOfReview(findings)).toBe("major");
  });
});
