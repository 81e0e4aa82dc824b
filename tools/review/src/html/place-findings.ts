import { type JsonObject, resolvePointer } from "@specmill/spec";
import type { JoinedFinding } from "../report/join-axes.ts";
import type { DocRow } from "./doc-row.ts";
import type { RowPair } from "./pair-rows.ts";

/** One finding is told at so many rows of an operation at most. */
const mostPlaces = 3;

/** The two documents that findings lead into. */
export interface Sides {
  readonly base?: JsonObject;
  readonly head?: JsonObject;
}

/**
 * The findings by the row that tells of what they concern: the one whose place in the document is nearest above theirs.
 * What concerns no row in particular is with the first one.
 */
export function placeFindings(
  rows: readonly RowPair[],
  findings: readonly JoinedFinding[],
  documents: Sides,
): ReadonlyMap<RowPair, readonly JoinedFinding[]> {
  const all = listRows(rows);
  const placed = new Map<RowPair, readonly JoinedFinding[]>();
  for (const finding of findings) {
    for (const row of findRows(all, finding, documents))
      placed.set(row, [...(placed.get(row) ?? []), finding]);
  }
  return placed;
}

function listRows(rows: readonly RowPair[]): readonly RowPair[] {
  return rows.flatMap((row) => [row, ...listRows(row.children)]);
}

function findRows(rows: readonly RowPair[], finding: JoinedFinding, documents: Sides): readonly RowPair[] {
  const { side, direction } = finding;
  const pointer = findConcern(finding, documents[side]);
  let nearest = 0;
  let found: RowPair[] = [];
  for (const row of rows) {
    const own = row[side];
    if (own === undefined || !isOfDirection(own, direction)) continue;
    const depth = Math.max(0, ...own.pointers.map((place) => (isWithin(pointer, place) ? place.length : 0)));
    if (depth === 0 || depth < nearest) continue;
    if (depth > nearest) found = [];
    nearest = depth;
    found.push(row);
  }
  return found.length > 0 ? found.slice(0, mostPlaces) : rows.slice(0, 1);
}

/** What becomes required, or no more, is a property: its row is where a reader looks. */
function findConcern({ pointer, before, after }: JoinedFinding, document: JsonObject | undefined): string {
  const match = /^(.*)\/required(?:\/(\d+))?$/s.exec(pointer);
  if (match === null || document === undefined) return pointer;
  const [, owner = "", index] = match;
  const listed = resolvePointer(document, pointer);
  const only = [after, before].flatMap((value) =>
    Array.isArray(value) && value.length === 1 ? value : [],
  )[0];
  const name = index === undefined ? only : listed;
  return typeof name === "string"
    ? `${owner}/properties/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`
    : pointer;
}

function isOfDirection(row: DocRow, direction: JoinedFinding["direction"]): boolean {
  return row.direction === undefined || direction === undefined || row.direction === direction;
}

function isWithin(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`);
}
