import { buildModel, type LoadedDocument } from "@specmill/spec";
import { matchOperations } from "../surface/match-operations.ts";
import type { OperationPair } from "../types/compare-operation-types.ts";

/** The operations that are in both documents, by their names in each. */
export function pairOperations(base: LoadedDocument, head: LoadedDocument): readonly OperationPair[] {
  const { both } = matchOperations(
    buildModel(base.document).operations,
    buildModel(head.document).operations,
  );
  return both.map((pair) => ({ base: pair.base.id, head: pair.head.id }));
}
