import type { Change, Part } from "../change.ts";
import type { SchemaPair } from "../schema/compare-schemas.ts";
import { mergeChanges } from "./merge-changes.ts";

/** The two schemas of one value that an operation sends or gets. */
export interface SchemaRoot {
  readonly pair: SchemaPair;
  readonly part: Omit<Part, "path">;
  /** Whether the package has a type of it: it has none of what the server calls. */
  readonly isTyped: boolean;
}

/**
 * One row for each change in the schemas that operations reach, and direction: with the names of all operations that
 * reach it, sorted, and the first place where it shows. Pairs may be part of themselves.
 *
 * Only pairs that lead to a change are walked; what each hands down is the set of its operations, so that the work
 * grows with the pairs and not with the ways through them.
 */
export function collectChanges(roots: readonly SchemaRoot[]): readonly Change[] {
  const pairs = listPairs(roots);
  const leading = findLeading(pairs);
  const parts = findParts(roots, leading);
  const operations = spreadOperations(roots, pairs, leading);
  const typed = spreadOperations(
    roots.filter(({ isTyped }) => isTyped),
    pairs,
    leading,
  );
  const changes = pairs.flatMap((pair) =>
    pair.changes.map((change): Change => {
      const part = parts.get(pair);
      const source = typed.has(pair) ? change.source : "note";
      return { ...change, source, operations: [...(operations.get(pair) ?? [])], ...(part && { part }) };
    }),
  );
  return mergeChanges(changes);
}

/** Every pair that the roots reach, each before what it leads to but for circles. */
function listPairs(roots: readonly SchemaRoot[]): readonly SchemaPair[] {
  const left: SchemaPair[] = [];
  const seen = new Set<SchemaPair>();
  // The last root is walked first: the list is turned round in the end.
  for (const { pair: root } of [...roots].reverse()) {
    if (seen.has(root)) continue;
    seen.add(root);
    const way = [{ pair: root, next: root.inner.length - 1 }];
    for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
      const step = at.pair.inner[at.next];
      at.next -= 1;
      if (step === undefined) {
        left.push(at.pair);
        way.pop();
      } else if (!seen.has(step.pair)) {
        seen.add(step.pair);
        way.push({ pair: step.pair, next: step.pair.inner.length - 1 });
      }
    }
  }
  return left.reverse();
}

/** The pairs from which a change is reached: found backwards from the changes. */
function findLeading(pairs: readonly SchemaPair[]): ReadonlySet<SchemaPair> {
  const above = new Map<SchemaPair, SchemaPair[]>();
  for (const pair of pairs) {
    for (const inner of pair.inner) {
      const known = above.get(inner.pair);
      if (known === undefined) above.set(inner.pair, [pair]);
      else known.push(pair);
    }
  }
  const pending = pairs.filter(({ changes }) => changes.length > 0);
  const leading = new Set(pending);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const pair of above.get(next) ?? []) {
      if (leading.has(pair)) continue;
      leading.add(pair);
      pending.push(pair);
    }
  }
  return leading;
}

/** The first way to each pair: of the shortest, that of the first root. */
function findParts(
  roots: readonly SchemaRoot[],
  leading: ReadonlySet<SchemaPair>,
): ReadonlyMap<SchemaPair, Part> {
  const parts = new Map<SchemaPair, Part>();
  let front: SchemaPair[] = [];
  const reach = (pair: SchemaPair, part: Part) => {
    if (!leading.has(pair) || parts.has(pair)) return;
    parts.set(pair, part);
    front.push(pair);
  };
  for (const { pair, part } of roots) reach(pair, { ...part, path: [] });
  while (front.length > 0) {
    const current = front;
    front = [];
    for (const pair of current) {
      const part = parts.get(pair);
      if (part === undefined) continue;
      for (const { step, pair: inner } of pair.inner) {
        reach(inner, { ...part, path: [...part.path, ...step] });
      }
    }
  }
  return parts;
}

/** The operations of each pair, handed down until nothing is new: once, but for circles. */
function spreadOperations(
  roots: readonly SchemaRoot[],
  pairs: readonly SchemaPair[],
  leading: ReadonlySet<SchemaPair>,
): ReadonlyMap<SchemaPair, ReadonlySet<string>> {
  const operations = new Map<SchemaPair, Set<string>>();
  const take = (pair: SchemaPair, names: Iterable<string>): boolean => {
    const own = operations.get(pair) ?? new Set<string>();
    operations.set(pair, own);
    const count = own.size;
    for (const name of names) own.add(name);
    return own.size > count;
  };
  const fresh = new Set<SchemaPair>();
  for (const { pair, part } of roots) {
    if (leading.has(pair) && take(pair, [part.operation])) fresh.add(pair);
  }
  while (fresh.size > 0) {
    for (const pair of pairs) {
      if (!fresh.delete(pair)) continue;
      for (const { pair: inner } of pair.inner) {
        if (leading.has(inner) && take(inner, operations.get(pair) ?? [])) fresh.add(inner);
      }
    }
  }
  return operations;
}
