import { median } from "./median.js";

/**
 * How long one call takes, of several subjects that take turns in small batches, so that the machine's moods and the
 * collector's befall all of them.
 *
 * @template {string} Name
 * @param {Readonly<Record<Name, () => Promise<unknown>>>} subjects - in the order in which they take their turns
 * @param {{ readonly calls: number, readonly batch: number }} size - of each subject
 * @param {() => number} now - in milliseconds
 * @returns {Promise<Record<Name, number>>} the median of each, in microseconds
 */
export async function timeCalls(subjects, { calls, batch }, now) {
  const turns = /** @type {[Name, () => Promise<unknown>][]} */ (Object.entries(subjects));
  /** @type {Map<Name, number[]>} */
  const samples = new Map(turns.map(([name]) => [name, []]));
  for (let done = 0; done < calls; done += batch) {
    for (const [name, call] of turns) {
      const taken = samples.get(name) ?? [];
      for (let left = Math.min(batch, calls - done); left > 0; left--) {
        const began = now();
        await call();
        taken.push((now() - began) * 1000);
      }
    }
  }
  const medians = [...samples].map(([name, taken]) => [name, median(taken)]);
  return Object.fromEntries(medians);
}
