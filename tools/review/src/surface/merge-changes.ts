import type { Change } from "../change.ts";

/** What makes two changes one row. */
function keyOfChange({ rule, direction, base, head, message }: Omit<Change, "operations">): string {
  return JSON.stringify([rule, direction, base, head, message]);
}

/** One row for each change, with all the operations that it reaches, sorted; what shared components have is said once. */
export function mergeChanges(changes: readonly Change[]): readonly Change[] {
  const rows = new Map<string, { readonly change: Change; readonly operations: Set<string> }>();
  for (const change of changes) {
    const key = keyOfChange(change);
    const row = rows.get(key) ?? { change, operations: new Set<string>() };
    for (const operation of change.operations) row.operations.add(operation);
    rows.set(key, row);
  }
  return [...rows.values()].map(({ change, operations }) => ({
    ...change,
    operations: [...operations].sort(),
  }));
}
