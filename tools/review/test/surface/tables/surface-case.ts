import type { Change } from "../../../src/change.ts";
import type { Edit } from "../support/edit-document.ts";

/** Rule, direction or `-`, comparison, what it is on the wire, what in source, and the operations. */
export type Row = readonly [string, string, string, string, string, readonly string[]];

/** One edit of the document of pets, and every row that it is to give. */
export interface SurfaceCase {
  /** The object of OpenAPI that is edited. */
  readonly of: string;
  readonly name: string;
  readonly edit: Edit;
  readonly want: readonly Row[];
}

export function rowOf({ rule, direction, comparison, wire, source, operations }: Change): Row {
  return [rule, direction ?? "-", comparison, wire, source, operations];
}

/** The row of what only people read. */
export function note(operations: readonly string[]): Row {
  return ["documentation-changed", "-", "equal", "note", "note", operations];
}
