import { expect, test } from "vitest";
import { formatTable } from "../src/format-table.js";
import { toFigure } from "../src/row.js";

test("a table says what a bound comes to, and marks what is over it", () => {
  const table = formatTable([
    {
      what: "slow",
      unit: "s",
      ours: toFigure([4.2]),
      peer: { name: "quick", ...toFigure([2]) },
      bound: { kind: "at-most-peer", times: 1.5, allowance: 1 },
    },
    {
      what: "steady",
      unit: "/s",
      ours: toFigure([1234.4]),
      peer: { name: "other", ...toFigure([1000]) },
      bound: { kind: "at-least-peer", times: 1 },
    },
    { what: "small", unit: "B", ours: toFigure([3100]), bound: { kind: "at-most", value: 4500 } },
    { what: "plain", unit: "MB", ours: toFigure([7]) },
    { what: "brief", unit: "µs", ours: toFigure([12.34]) },
  ]);
  expect(table.split("\n")).toEqual([
    "what       ours     peer  against  ratio  bound                        verdict",
    "──────  ───────  ───────  ───────  ─────  ───────────────────────────  ───────",
    "slow     4.20 s   2.00 s  quick     2.10  ≤ 1.5 × peer + 1 s = 4.00 s  OVER",
    "steady  1,234/s  1,000/s  other     1.23  ≥ 1 × peer                   ok",
    "small   3,100 B        –  –            –  ≤ 4,500 B                    ok",
    "plain      7 MB        –  –            –  –                            –",
    "brief   12.3 µs        –  –            –  –                            –",
  ]);
});
