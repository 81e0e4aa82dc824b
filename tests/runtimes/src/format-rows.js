/** @import { Row } from "./make-rows.js" */

const head = ["where", "version", "what", "verdict"];

/**
 * Rows as a table for a terminal, and below it what is wrong.
 *
 * @param {readonly Row[]} rows
 * @returns {string}
 */
export function formatRows(rows) {
  const cells = rows.map(({ where, version, what, faults }) => [
    where,
    version,
    what,
    faults.length === 0 ? "ok" : "FAILED",
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const lines = [head, widths.map((width) => "─".repeat(width)), ...cells].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  /** @type {Map<string, string[]>} */
  const places = new Map();
  for (const { where, version, faults } of rows.filter(({ faults }) => faults.length > 0)) {
    const text = faults.map((fault) => `  ${fault.replaceAll("\n", "\n  ")}`).join("\n");
    // Told once, however many rows it is true of.
    places.set(text, [...(places.get(text) ?? []), `${where} ${version}`.trim()]);
  }
  return [...lines, ...[...places].map(([text, names]) => `\n${names.join("; ")}\n${text}`)].join("\n");
}
