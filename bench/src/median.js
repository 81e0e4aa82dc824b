/**
 * The middle of some numbers, or half-way between the two that are.
 *
 * @param {readonly number[]} samples
 * @returns {number}
 * @throws {Error} where there is none
 */
export function median(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error("There is no median of no samples.");
  return (lower + upper) / 2;
}
