import { expect, test } from "vitest";
import { judgeRow } from "../src/judge-row.js";
import { toFigure } from "../src/row.js";

const peer = { name: "peer", ...toFigure([2]) };
const row = { what: "a thing", unit: "s" as const };

test.each([
  {
    name: "without a bound there is nothing to miss",
    given: { ...row, ours: toFigure([9]), peer },
    want: { ratio: 4.5, verdict: "unbound" },
  },
  {
    name: "at the limit is within it",
    given: { ...row, ours: toFigure([6]), peer, bound: { kind: "at-most-peer", times: 3 } as const },
    want: { ratio: 3, limit: 6, verdict: "within" },
  },
  {
    name: "past the limit is over it",
    given: { ...row, ours: toFigure([6.1]), peer, bound: { kind: "at-most-peer", times: 3 } as const },
    want: { ratio: 3.05, limit: 6, verdict: "over" },
  },
  {
    name: "an allowance comes on top of the peer's multiple",
    given: {
      ...row,
      ours: toFigure([4]),
      peer,
      bound: { kind: "at-most-peer", times: 1.5, allowance: 1 } as const,
    },
    want: { ratio: 2, limit: 4, verdict: "within" },
  },
  {
    name: "a rate below the peer's is over",
    given: { ...row, ours: toFigure([1.9]), peer, bound: { kind: "at-least-peer", times: 1 } as const },
    want: { ratio: 0.95, limit: 2, verdict: "over" },
  },
  {
    name: "a rate above the peer's is within",
    given: { ...row, ours: toFigure([2.2]), peer, bound: { kind: "at-least-peer", times: 1 } as const },
    want: { ratio: 1.1, limit: 2, verdict: "within" },
  },
  {
    name: "an absolute limit needs no peer",
    given: { ...row, ours: toFigure([61]), bound: { kind: "at-most", value: 60 } as const },
    want: { limit: 60, verdict: "over" },
  },
])("$name", ({ given, want }) => {
  expect(judgeRow(given)).toEqual(want);
});

test("a bound against a peer that was not measured is no verdict but a fault", () => {
  const given = { ...row, ours: toFigure([1]), bound: { kind: "at-most-peer", times: 1 } as const };
  expect(() => judgeRow(given)).toThrow("needs a peer");
});
