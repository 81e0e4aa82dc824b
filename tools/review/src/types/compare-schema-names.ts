import { buildModel, type LoadedDocument } from "@specmill/spec";
import type { ExportDifference } from "./compare-exports.ts";

/**
 * The component schemas that came and went. They are what most exports are named after, at a small part of the cost: two
 * documents alone have no package yet, and may be as large as they like.
 */
export function compareSchemaNames(base: LoadedDocument, head: LoadedDocument): ExportDifference {
  const [before, after] = [base, head].map(({ document }) =>
    buildModel(document).schemas.map(({ name }) => ({ of: ".", name }) as const),
  );
  return { gone: without(before ?? [], after ?? []), added: without(after ?? [], before ?? []) };
}

function without(
  names: ExportDifference["gone"],
  others: ExportDifference["gone"],
): ExportDifference["gone"] {
  const known = new Set(others.map(({ name }) => name));
  return names.filter(({ name }) => !known.has(name));
}
