import { expect, test } from "vitest";
import type { Finding } from "../../src/finding.ts";
import { orderFindings } from "../../src/judge/order-findings.ts";
import { makeFinding } from "../approval/make-finding.ts";

test("what stops the merge comes first, then what is graver, surer, of the wire, and by place", () => {
  const ordered: readonly Partial<Finding>[] = [
    { status: "proved" },
    { status: "proved", axis: "source" },
    { status: "derived", pointer: "#/a" },
    { status: "derived", pointer: "#/b", rule: "request-enum" },
    { status: "derived", pointer: "#/b", rule: "request-type", message: "A." },
    { status: "derived", pointer: "#/b", rule: "request-type", message: "B." },
    { status: "proved", excuse: { kind: "configured" } },
    { status: "suspected" },
    { impact: "compatible" },
    { impact: "note" },
  ];
  const findings = ordered.map((members, index) => makeFinding({ ...members, after: index }));
  const order = (list: readonly Finding[]) => orderFindings(list).map(({ after }) => after);
  const want = ordered.map((_, index) => index);
  expect(order([...findings].reverse())).toEqual(want);
  expect(order([...findings.slice(5), ...findings.slice(0, 5)])).toEqual(want);
});
