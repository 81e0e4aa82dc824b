import { compareText } from "./report-text.ts";

interface Named {
  readonly id: string;
}

/** Which of two entries with the same id is kept. */
type Choose<T> = (a: T, b: T) => T;

/**
 * Lists as one, with one entry for each id. Where every list has the same ids in the same order, that order stays;
 * elsewhere the order of the whole is not known, and ids are sorted.
 */
export function uniteById<T extends Named>(
  lists: readonly (readonly T[])[],
  choose: Choose<T>,
): readonly T[] {
  const united = new Map<string, T>();
  for (const entry of lists.flat()) {
    const known = united.get(entry.id);
    united.set(entry.id, known === undefined ? entry : choose(known, entry));
  }
  const orders = new Set(lists.map((list) => JSON.stringify(list.map(({ id }) => id))));
  const entries = [...united.values()];
  return orders.size <= 1 ? entries : entries.sort((a, b) => compareText(a.id, b.id));
}

/** Keeps the entry whose state comes first among `states`; of equals, the first. */
export function preferState<S extends string, T>(states: readonly S[], stateOf: (entry: T) => S): Choose<T> {
  const rank = (entry: T): number => states.indexOf(stateOf(entry));
  return (a, b) => (rank(b) < rank(a) ? b : a);
}

/** Lists of plain data as one, in order of appearance, each entry once. */
export function uniteEqual<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return [...new Map(lists.flat().map((entry) => [JSON.stringify(entry), entry])).values()];
}
