import { type Matched, matchItems, type Pair } from "./match-items.ts";

/** Items of two lists of which one may cover another: `4XX` covers `404`, and `image/*` covers `image/png`. */
export interface RangeMatch<Item> extends Matched<Item> {
  /** What is gone, and what of head still covers it. */
  readonly general: readonly Pair<Item>[];
  /** What is new, and what of base covered it already. */
  readonly special: readonly Pair<Item>[];
}

export interface RangeRules<Item> {
  readonly keyOf: (item: Item) => string;
  readonly covers: (general: Item, special: Item, all: readonly Item[]) => boolean;
}

/**
 * Pairs the items of two lists by key, and what is left over with what covers it on the other side. Lists have their
 * items from the special to the general: the first that covers counts. `removed` and `added` hold what nothing covers.
 */
export function matchRanges<Item>(
  base: readonly Item[],
  head: readonly Item[],
  { keyOf, covers }: RangeRules<Item>,
): RangeMatch<Item> {
  const { both, removed, added } = matchItems(base, head, keyOf);
  const coverOf = (item: Item, others: readonly Item[]) =>
    others.find((other) => covers(other, item, others));
  return {
    both,
    removed: removed.filter((item) => coverOf(item, head) === undefined),
    added: added.filter((item) => coverOf(item, base) === undefined),
    general: removed.flatMap((item) => {
      const cover = coverOf(item, head);
      return cover === undefined ? [] : [{ base: item, head: cover }];
    }),
    special: added.flatMap((item) => {
      const cover = coverOf(item, base);
      return cover === undefined ? [] : [{ base: cover, head: item }];
    }),
  };
}
