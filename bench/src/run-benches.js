/**
 * @import { Bench } from "./benches/index.js"
 * @import { Workshop } from "./create-workshop.js"
 * @import { Row } from "./row.js"
 *
 * @typedef {object} Measured
 * @property {string} bench
 * @property {Row} row
 *
 * @typedef {object} Failure - a bench that could not be measured, and why
 * @property {string} bench
 * @property {string} message
 */

/**
 * Runs one bench after the other; where one fails, the others still run.
 *
 * @param {readonly Bench[]} benches
 * @param {Workshop} workshop
 * @param {number} [rounds]
 * @returns {Promise<{ readonly measured: readonly Measured[], readonly failures: readonly Failure[] }>}
 */
export async function runBenches(benches, workshop, rounds) {
  /** @type {Measured[]} */
  const measured = [];
  /** @type {Failure[]} */
  const failures = [];
  for (const { name, measure } of benches) {
    try {
      const report = (/** @type {string} */ text) => workshop.report(`${name}: ${text}`);
      const rows = await measure({ ...workshop, report }, rounds);
      measured.push(...rows.map((row) => ({ bench: name, row })));
    } catch (error) {
      failures.push({ bench: name, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { measured, failures };
}
