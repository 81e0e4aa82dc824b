import { judgeRow } from "./judge-row.js";

/**
 * @import { Machine } from "./describe-machine.js"
 * @import { Failure, Measured } from "./run-benches.js"
 */

/**
 * All of a run as one JSON document, with every sample.
 *
 * @param {Machine} machine
 * @param {readonly Measured[]} measured
 * @param {readonly Failure[]} failures
 * @returns {string}
 */
export function formatJson(machine, measured, failures) {
  const rows = measured.map(({ bench, row }) => ({ bench, ...row, ...judgeRow(row) }));
  return JSON.stringify({ machine, rows, failures }, null, 2);
}
