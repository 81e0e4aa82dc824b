import { isJsonObject, type JsonObject, type JsonValue, joinPointer, resolvePointer } from "@specmill/spec";
import { listOperations } from "../surface/list-operations.ts";
import type { ExportDifference } from "../types/compare-exports.ts";

/** A name that a package exports, with what it is named after. */
export interface PlacedExport {
  readonly of: ExportDifference["gone"][number]["of"];
  readonly name: string;
  /** JSON pointer to the component schema that it is named after; absent where it is named after none. */
  readonly pointer?: string;
  /** Names of the operations that reach that schema, sorted. */
  readonly operations: readonly string[];
}

/**
 * Finds the component schemas that exported names are made of, and the operations that are promised with them: what
 * becomes of those may be all that becomes of the schema.
 */
export function placeExports(
  exported: ExportDifference["gone"],
  document: JsonObject,
): readonly PlacedExport[] {
  if (exported.length === 0) return [];
  const schemas = resolvePointer(document, "#/components/schemas");
  const keys = isJsonObject(schemas) ? Object.keys(schemas) : [];
  const reached = listOperations({ document }).map(({ name, pointer }) => ({
    name,
    reaches: collectReferences(document, pointer),
  }));
  return exported.map(({ of, name }): PlacedExport => {
    const key = keys.find((one) => one === name) ?? keys.find((one) => isNamedAfter(name, one));
    if (key === undefined) return { of, name, operations: [] };
    const pointer = joinPointer("#/components/schemas", key);
    const operations = reached.filter(({ reaches }) => reaches.has(pointer)).map((one) => one.name);
    return { of, name, pointer, operations: [...new Set(operations)].sort() };
  });
}

/** What a request carries of a schema with `readOnly` properties is a type of its own, such as `PetWrite`. */
function isNamedAfter(name: string, key: string): boolean {
  const [one, other] = [name, key].map((word) => word.replace(/[^A-Za-z0-9]/g, "").toLowerCase());
  return one === other || one === `${other}write`;
}

function collectReferences(document: JsonObject, pointer: string): ReadonlySet<string> {
  const found = new Set<string>();
  const pending: (JsonValue | undefined)[] = [resolvePointer(document, pointer)];
  while (pending.length > 0) {
    const value = pending.pop();
    if (Array.isArray(value)) pending.push(...value);
    else if (isJsonObject(value)) {
      const { $ref: target } = value;
      pending.push(...Object.values(value));
      if (typeof target !== "string" || found.has(target)) continue;
      found.add(target);
      pending.push(resolvePointer(document, target));
    }
  }
  return found;
}
