import type { Operation } from "./operation.ts";

/**
 * The operation whose path is most like one that none has; of those, one of the same method if there is any.
 *
 * @param method - in lower case
 * @param segments - decoded
 */
export function nearestOperation(
  operations: readonly Operation[],
  method: string,
  segments: readonly string[],
): Operation | undefined {
  let nearest: { readonly operation: Operation; readonly distance: number } | undefined;
  for (const operation of operations) {
    const apart = pathDistance(operation.path.split("/").slice(1), segments);
    const distance = operation.method === method ? apart : apart + 0.1;
    if (nearest === undefined || distance < nearest.distance) nearest = { operation, distance };
  }
  return nearest?.operation;
}

/** A segment too many, as the base path of a server is, weighs less than one that is another. */
function pathDistance(template: readonly string[], segments: readonly string[]): number {
  return editDistance(template, segments.slice(0, 20), 0.6, (expected, given) => {
    if (expected === given) return 0;
    if (expected.startsWith("{")) return given === "" ? 0.5 : 0.2;
    const longest = Math.max(expected.length, given.length);
    const [from, to] = [[...expected], [...given.slice(0, 100)]];
    return editDistance(from, to, 1, (a, b) => (a === b ? 0 : 1)) / longest;
  });
}

/** The cheapest way to turn one list into another by adding, dropping and replacing items (Levenshtein). */
function editDistance(
  from: readonly string[],
  to: readonly string[],
  gap: number,
  costOf: (from: string, to: string) => number,
): number {
  let row = [0, ...to.map((_item, index) => (index + 1) * gap)];
  for (const item of from) {
    const next = [(row[0] ?? 0) + gap];
    for (const [index, other] of to.entries()) {
      const replaced = (row[index] ?? 0) + costOf(item, other);
      next.push(Math.min(replaced, (row[index + 1] ?? 0) + gap, (next[index] ?? 0) + gap));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
