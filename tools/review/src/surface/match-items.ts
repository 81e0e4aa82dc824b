/** The items of two lists, paired. */
export interface Matched<Item> {
  readonly both: readonly Pair<Item>[];
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

export interface Pair<Item> {
  readonly base: Item;
  readonly head: Item;
}

/**
 * Pairs the items of two lists that have the same key. With several keys, what the first leaves over is matched by the
 * next; an item is in one pair at most, and order tells between items of the same key.
 */
export function matchItems<Item>(
  base: readonly Item[],
  head: readonly Item[],
  ...keys: readonly ((item: Item) => string)[]
): Matched<Item> {
  const partners = new Map<Item, Item>();
  const taken = new Set<Item>();
  for (const keyOf of keys) {
    const waiting = new Map<string, Item[]>();
    for (const item of head) {
      if (!taken.has(item)) waiting.set(keyOf(item), [...(waiting.get(keyOf(item)) ?? []), item]);
    }
    for (const item of base) {
      if (partners.has(item)) continue;
      const partner = waiting.get(keyOf(item))?.shift();
      if (partner === undefined) continue;
      partners.set(item, partner);
      taken.add(partner);
    }
  }
  return {
    both: base.flatMap((item) => {
      const partner = partners.get(item);
      return partner === undefined ? [] : [{ base: item, head: partner }];
    }),
    removed: base.filter((item) => !partners.has(item)),
    added: head.filter((item) => !taken.has(item)),
  };
}
