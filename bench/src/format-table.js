import { formatAmount } from "./format-amount.js";
import { judgeRow } from "./judge-row.js";

/** @import { Bound, Row, Unit } from "./row.js" */

const head = ["what", "ours", "peer", "against", "ratio", "bound", "verdict"];
const verdicts = { within: "ok", over: "OVER", unbound: "–" };

/**
 * Rows as a table for a terminal.
 *
 * @param {readonly Row[]} rows
 * @returns {string}
 */
export function formatTable(rows) {
  const lines = [head, ...rows.map(toCells)];
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => (cells[column] ?? "").length)));
  const [titles, ...others] = lines.map((cells) => cells.map((cell, column) => pad(cell, column, widths)));
  const rule = widths.map((width) => "─".repeat(width));
  return [titles ?? [], rule, ...others].map((cells) => cells.join("  ").trimEnd()).join("\n");
}

/**
 * @param {Row} row
 * @returns {readonly string[]}
 */
function toCells(row) {
  const { what, unit, ours, peer, bound } = row;
  const { ratio, limit, verdict } = judgeRow(row);
  return [
    what,
    formatAmount(ours.value, unit),
    peer === undefined ? "–" : formatAmount(peer.value, unit),
    peer?.name ?? "–",
    ratio?.toFixed(2) ?? "–",
    bound === undefined ? "–" : describeBound(bound, limit, unit),
    verdicts[verdict],
  ];
}

/**
 * @param {Bound} bound
 * @param {number | undefined} limit
 * @param {Unit} unit
 * @returns {string}
 */
function describeBound(bound, limit, unit) {
  switch (bound.kind) {
    case "at-most":
      return `≤ ${formatAmount(bound.value, unit)}`;
    case "at-least-peer":
      return `≥ ${bound.times} × peer`;
    case "at-most-peer": {
      if (bound.allowance === undefined) return `≤ ${bound.times} × peer`;
      const sum = limit === undefined ? "" : ` = ${formatAmount(limit, unit)}`;
      return `≤ ${bound.times} × peer + ${bound.allowance} ${unit}${sum}`;
    }
  }
}

/**
 * Numbers stand flush right, words flush left.
 *
 * @param {string} cell
 * @param {number} column
 * @param {readonly number[]} widths
 */
function pad(cell, column, widths) {
  const width = widths[column] ?? 0;
  return column === 1 || column === 2 || column === 4 ? cell.padStart(width) : cell.padEnd(width);
}
