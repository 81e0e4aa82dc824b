import { type ExportedName, listExports } from "@specmill/generator";
import type { LoadedDocument } from "@specmill/spec";

/** The names that the users of a package can no longer write, and those that they could not write before. */
export interface ExportDifference {
  readonly gone: readonly ExportedName[];
  readonly added: readonly ExportedName[];
}

/**
 * Compares what the packages of two documents export, and the methods of their clients.
 *
 * @param api - what names are made of: `upsun-profile` gives `createUpsunProfileClient`
 */
export function compareExports(base: LoadedDocument, head: LoadedDocument, api: string): ExportDifference {
  const before = listExports(base, api);
  const after = listExports(head, api);
  return { gone: without(before, after), added: without(after, before) };
}

function without(names: readonly ExportedName[], others: readonly ExportedName[]): readonly ExportedName[] {
  const keys = new Set(others.map(keyOf));
  return names.filter((name) => !keys.has(keyOf(name)));
}

function keyOf({ of, name }: ExportedName): string {
  return `${of} ${name}`;
}
