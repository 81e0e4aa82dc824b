import type { Direction } from "@specmill/oracle";
import type { JsonObject, JsonValue, LoadedDocument } from "@specmill/spec";
import {
  createSchemaComparer,
  type SchemaChange,
  type SchemaPair,
} from "../../src/schema/compare-schemas.ts";

/** A document with one schema, `Root`, and others that it may refer to. */
export function documentOf(
  schema: JsonValue,
  others: JsonObject = {},
  version: "3.0" | "3.1" = "3.1",
  members: JsonObject = {},
): LoadedDocument {
  const openapi = version === "3.0" ? "3.0.4" : "3.1.0";
  const document = { openapi, ...members, components: { schemas: { ...others, Root: schema } } };
  return {
    file: "/openapi.yaml",
    version,
    document,
    files: ["/openapi.yaml"],
    text: JSON.stringify(document),
  };
}

export const root = "#/components/schemas/Root";

/** Every pair that a pair leads to, itself first. */
export function listPairs(first: SchemaPair): readonly SchemaPair[] {
  const pairs = new Set([first]);
  for (const { inner } of pairs) for (const { pair } of inner) pairs.add(pair);
  return [...pairs];
}

/** All changes between two schemas, each once. */
export function compareDocuments(
  base: LoadedDocument,
  head: LoadedDocument,
  direction: Direction,
): readonly SchemaChange[] {
  const pair = createSchemaComparer(base, head).compare(root, root, direction);
  return [...new Set(listPairs(pair).flatMap(({ changes }) => changes))];
}

/** A change in a line: rule, comparison, and the impact on either axis. */
export function sayChange({ rule, comparison, wire, source }: SchemaChange): string {
  return `${rule} ${comparison} ${wire}/${source}`;
}
