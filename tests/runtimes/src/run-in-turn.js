/**
 * Runs tasks, so many at a time, and gives their results in the order of the tasks.
 *
 * @template Result
 * @param {readonly (() => Promise<Result>)[]} tasks
 * @param {number} width
 * @returns {Promise<readonly Result[]>}
 */
export async function runInTurn(tasks, width) {
  /** @type {Map<number, Result>} */
  const results = new Map();
  const queue = tasks.entries();
  const work = async () => {
    // One iterator for all workers: each takes what is next.
    for (const [index, task] of queue) results.set(index, await task());
  };
  await Promise.all(Array.from({ length: width }, work));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
