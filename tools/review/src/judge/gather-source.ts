import type { LoadedDocument } from "@specmill/spec";
import type { Change } from "../change.ts";
import { compareExports } from "../types/compare-exports.ts";
import {
  compareOperationTypes,
  type OperationPair,
  type OperationVerdict,
} from "../types/compare-operation-types.ts";
import type { TypeVerdict } from "../types/compare-pairs.ts";
import { compareSchemaNames } from "../types/compare-schema-names.ts";
import { compareTypes, type TypePair } from "../types/compare-types.ts";
import type { PlacedExports } from "./judge-exports.ts";
import { placeExports } from "./place-exports.ts";

/** What the compiler says of the packages that are generated from two documents. */
export interface SourceEvidence {
  /** Of the schemas around a change. */
  readonly verdictOf: (change: Change) => TypeVerdict | undefined;
  readonly operations: readonly OperationVerdict[];
  readonly exports: PlacedExports;
}

/**
 * Has the compiler look at whatever the changes touch, and at nothing else.
 *
 * @param api - what names of the package are made of
 * @param operations - those that are in both documents
 * @param hasPackage - whether the documents are those of a house, which publishes a package of them
 */
export async function gatherSource(
  base: LoadedDocument,
  head: LoadedDocument,
  api: string,
  changes: readonly Change[],
  operations: readonly OperationPair[],
  hasPackage: boolean,
): Promise<SourceEvidence> {
  const pairs = new Map(changes.flatMap((change) => listPair(change)));
  const touched = new Set(changes.filter(isOfOperation).flatMap((change) => change.operations));
  const [verdicts, judged] = await Promise.all([
    compareTypes(base, head, [...pairs.values()]),
    compareOperationTypes(
      base,
      head,
      operations.filter((operation) => touched.has(operation.base) || touched.has(operation.head)),
    ),
  ]);
  const byKey = new Map([...pairs.keys()].map((key, index) => [key, verdicts[index]] as const));
  const exported = hasPackage ? compareExports(base, head, api) : compareSchemaNames(base, head);
  return {
    verdictOf: (change) => listPair(change).map(([key]) => byKey.get(key))[0],
    operations: judged,
    exports: {
      gone: placeExports(exported.gone, base.document),
      added: placeExports(exported.added, head.document),
    },
  };
}

function listPair({ schemas, direction, source }: Change): readonly (readonly [string, TypePair])[] {
  if (schemas === undefined || direction === undefined || source === "note") return [];
  return [[`${direction} ${schemas.base} ${schemas.head}`, { ...schemas, direction }]];
}

/** What is no change of a schema shows in the types of the operation alone. */
function isOfOperation({ schemas, source, wire }: Change): boolean {
  return schemas === undefined && (source !== "note" || wire === "breaking");
}
