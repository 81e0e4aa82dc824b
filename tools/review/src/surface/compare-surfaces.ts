import { buildModel, type JsonObject, type LoadedDocument, resolvePointer } from "@specmill/spec";
import type { Change } from "../change.ts";
import type { SchemaComparer } from "../schema/compare-schemas.ts";
import { collectChanges } from "./collect-changes.ts";
import { compareWebhooks } from "./compare-callbacks.ts";
import { compareOperations } from "./compare-operations.ts";
import { compareProse } from "./compare-prose.ts";
import { compareSchemes } from "./compare-schemes.ts";
import { compareServers } from "./compare-servers.ts";
import { compareTags } from "./compare-tags.ts";
import type { Place } from "./difference.ts";
import type { Pair } from "./match-items.ts";
import { matchSchemes } from "./match-schemes.ts";
import { mergeChanges } from "./merge-changes.ts";

/**
 * Everything that two OpenAPI documents say in two ways, by rule alone: first what is no schema's, then what is in the
 * schemas; one row a change and direction, with every operation that it reaches.
 *
 * @param compareSchemas - compares the schemas of these two documents
 */
export function compareSurfaces(
  base: LoadedDocument,
  head: LoadedDocument,
  compareSchemas: SchemaComparer,
): readonly Change[] {
  const documents = { base: base.document, head: head.document };
  const apis = { base: buildModel(documents.base), head: buildModel(documents.head) };
  const schemes = matchSchemes(apis.base.securitySchemes, apis.head.securitySchemes);
  const comparing = { documents, schemas: compareSchemas, schemes };
  const whole: Place = { operations: [], isTyped: true };
  const differences = [
    ...compareProse(
      whole,
      "the API",
      { told: apis.base.info, pointer: "#/info" },
      { told: apis.head.info, pointer: "#/info" },
    ),
    ...compareProse(
      whole,
      "the document",
      { told: apis.base, pointer: "#" },
      { told: apis.head, pointer: "#" },
    ),
    ...compareServers(whole, apis.base, apis.head),
    ...compareSchemes(
      schemes,
      { document: documents.base, api: apis.base },
      { document: documents.head, api: apis.head },
    ),
    ...compareTags(whole, apis.base, apis.head),
    ...compareOperations(comparing, apis.base, apis.head),
    ...compareWebhooks(comparing, apis.base, apis.head),
  ];
  const changes = differences.flatMap((difference) =>
    difference.kind === "change" ? difference.change : [],
  );
  const roots = differences.flatMap((difference) => (difference.kind === "schemas" ? difference.root : []));
  const settled = changes.map((change) => settlePlaces(change, documents));
  return [...mergeChanges(settled), ...collectChanges(roots)];
}

/** A member that is left out because its default is meant stands where its owner does. */
function settlePlaces(change: Change, documents: Pair<JsonObject>): Change {
  const { base, head, ...rest } = change;
  return {
    ...rest,
    ...(base !== undefined && { base: settlePointer(documents.base, base) }),
    ...(head !== undefined && { head: settlePointer(documents.head, head) }),
  };
}

function settlePointer(document: JsonObject, pointer: string): string {
  if (pointer === "#" || resolvePointer(document, pointer) !== undefined) return pointer;
  return settlePointer(document, pointer.replace(/\/[^/]*$/, ""));
}
