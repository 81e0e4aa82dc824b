import { isDeepStrictEqual } from "node:util";
import type { Direction } from "@specmill/oracle";
import { isJsonObject, type JsonObject, resolvePointer } from "@specmill/spec";
import type { Change } from "../../../src/change.ts";
import type { SchemaComparer, SchemaPair } from "../../../src/schema/compare-schemas.ts";
import { compareSurfaces } from "../../../src/surface/compare-surfaces.ts";

/** Compares two documents, with schemas that are the same or not, and nothing between. */
export function compareDocuments(base: JsonObject, head: JsonObject): readonly Change[] {
  const load = (document: JsonObject) => ({
    file: "/openapi.yaml",
    text: "",
    version: "3.1" as const,
    document,
    files: [],
  });
  return compareSurfaces(load(base), load(head), compareByEquality(base, head));
}

/** Says of two schemas that they have other values, where they are not written alike behind their references. */
function compareByEquality(base: JsonObject, head: JsonObject): SchemaComparer {
  const known = new Map<string, SchemaPair>();
  const compare = (before: string, after: string, direction: Direction): SchemaPair => {
    const key = `${direction} ${before} ${after}`;
    const made = known.get(key);
    if (made !== undefined) return made;
    const [was, is] = [resolvePointer(base, before), resolvePointer(head, after)];
    const [from, to] = [was, is].map((schema) => (isJsonObject(schema) ? schema["$ref"] : undefined));
    const isBehind = typeof from === "string" && typeof to === "string";
    const pair: SchemaPair = {
      base: before,
      head: after,
      direction,
      inner: isBehind ? [{ step: [], pair: compare(from, to, direction) }] : [],
      changes: isBehind || isDeepStrictEqual(was, is) ? [] : [differ(before, after, direction)],
    };
    known.set(key, pair);
    return pair;
  };
  return { compare };
}

function differ(base: string, head: string, direction: Direction): SchemaPair["changes"][number] {
  return {
    rule: `${direction}-values`,
    direction,
    comparison: "different",
    wire: "breaking",
    source: "note",
    message: "It has other values.",
    base,
    head,
    schemas: { base, head },
    evidence: "search",
  };
}
