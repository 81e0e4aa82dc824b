/**
 * Pairs what is on two sides, the best pairs first; what has no counterpart stands alone. Swapping the sides swaps the
 * pairs and changes nothing else.
 *
 * @param score - how well two of them go together; 0 where they do not
 */
export function matchBest<T>(
  base: readonly T[],
  head: readonly T[],
  score: (base: T, head: T) => number,
): readonly (readonly [T | undefined, T | undefined])[] {
  const candidates = base.flatMap((one, row) =>
    head.flatMap((other, column) => {
      const worth = score(one, other);
      return worth > 0 ? [{ one, other, row, column, worth }] : [];
    }),
  );
  const distance = (pair: { row: number; column: number }) => Math.abs(pair.row - pair.column);
  candidates.sort(
    (a, b) => b.worth - a.worth || distance(a) - distance(b) || a.row + a.column - b.row - b.column,
  );
  const [rows, columns] = [new Map<number, T>(), new Set<number>()];
  for (const { other, row, column } of candidates) {
    if (rows.has(row) || columns.has(column)) continue;
    rows.set(row, other);
    columns.add(column);
  }
  return [
    ...base.map((one, row) => [one, rows.get(row)] as const),
    ...head.flatMap((other, column) => (columns.has(column) ? [] : [[undefined, other] as const])),
  ];
}
