import { toFigure } from "./row.js";

/** @import { Figure } from "./row.js" */

/**
 * Measures several things by turns (each once, then each once more), so that what the machine does meanwhile
 * befalls all of them.
 *
 * @template {string} Name
 * @param {Readonly<Record<Name, () => Promise<number>>>} subjects - in the order in which they take their turns
 * @param {number} rounds
 * @param {(text: string) => void} report
 * @returns {Promise<Record<Name, Figure>>}
 */
export async function measureInterleaved(subjects, rounds, report) {
  const turns = /** @type {[Name, () => Promise<number>][]} */ (Object.entries(subjects));
  /** @type {Map<Name, number[]>} */
  const samples = new Map(turns.map(([name]) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const [name, measure] of turns) {
      report(`${name}, round ${round} of ${rounds}`);
      samples.get(name)?.push(await measure());
    }
  }
  const figures = [...samples].map(([name, taken]) => [name, toFigure(taken)]);
  return Object.fromEntries(figures);
}
