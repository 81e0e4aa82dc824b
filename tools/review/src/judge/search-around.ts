import type { Oracle } from "@specmill/oracle";
import { isJsonObject, type JsonObject, type JsonValue, joinPointer, resolvePointer } from "@specmill/spec";
import type { Change, Part } from "../change.ts";
import { findCounterexamples } from "../search/find-counterexamples.ts";
import type { SearchedPair } from "./search-changes.ts";

/** So many whole values cost as much time as all else does. */
const most = 20;

/**
 * Puts whole values to both sides of changes that break nobody by themselves, but may where a schema around them wants
 * values to fit others not: what fits one branch of `oneOf` may fit two when a branch grows (JSON Schema 2020-12,
 * section 10.2.1.3).
 *
 * @param changes - those for which no other search has a say
 */
export function searchAround(
  changes: readonly Change[],
  base: Oracle,
  head: Oracle,
): readonly SearchedPair[] {
  const broken = changes.filter(({ wire }) => wire === "breaking");
  const groups = new Map<string, { readonly part: Part; readonly changes: Change[] }>();
  for (const change of changes) {
    const { part, direction, wire } = change;
    if (part === undefined || direction === undefined || wire !== "compatible") continue;
    const isSaid = broken.some(
      (claim) => claim.direction === direction && claim.operations.includes(part.operation),
    );
    const side = direction === "request" ? "head" : "base";
    const { document } = side === "head" ? head : base;
    // A keyword that is gone from this side stands nowhere, but the schema that had it does.
    const places = [change[side], change.schemas?.[side]];
    if (isSaid || !places.some((place) => isWithinOthers(document, part.schemas[side], place))) continue;
    const key = `${direction} ${part.schemas.base} ${part.schemas.head}`;
    const known = groups.get(key) ?? { part: { ...part, path: [] }, changes: [] };
    groups.set(key, known);
    known.changes.push({ ...change, part: known.part });
  }
  return [...groups.values()].slice(0, most).flatMap((group) => searchWhole(group, base, head));
}

function searchWhole(
  { part, changes }: { readonly part: Part; readonly changes: readonly Change[] },
  base: Oracle,
  head: Oracle,
): readonly SearchedPair[] {
  const direction = changes[0]?.direction;
  if (direction === undefined) return [];
  const before = { oracle: base, pointer: part.schemas.base };
  const after = { oracle: head, pointer: part.schemas.head };
  const [allowing, refusing] = direction === "request" ? [before, after] : [after, before];
  const { examples } = findCounterexamples(allowing, refusing, direction);
  return [
    {
      ...{ schemas: part.schemas, direction, changes, proofs: new Map() },
      ...{ unexplained: examples[0], isConclusive: false },
    },
  ];
}

/** Keywords whose schemas a value may also have to break. */
const excluding: ReadonlySet<string> = new Set(["oneOf", "not", "if", "maxContains"]);

/** Whether a place is in a schema, or in what it refers to, below a keyword that may want values not to fit. */
function isWithinOthers(document: JsonObject, root: string, place: string | undefined): boolean {
  if (place === undefined) return false;
  const seen = new Set<string>();
  const pending = [{ pointer: root, isBelow: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { pointer, isBelow } = next;
    const key = `${isBelow} ${pointer}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (isBelow && (place === pointer || place.startsWith(`${pointer}/`))) return true;
    pending.push(...listWithin(resolvePointer(document, pointer), pointer, isBelow));
  }
  return false;
}

function listWithin(value: JsonValue | undefined, pointer: string, isBelow: boolean) {
  if (!isJsonObject(value) && !Array.isArray(value)) return [];
  const { $ref: reference } = isJsonObject(value) ? value : {};
  const excludes = isJsonObject(value) && Object.keys(value).some((keyword) => excluding.has(keyword));
  const members = Object.keys(value).map((key) => ({
    pointer: joinPointer(pointer, key),
    isBelow: isBelow || excluding.has(key) || (excludes && key === "contains"),
  }));
  return typeof reference === "string" ? [...members, { pointer: reference, isBelow }] : members;
}
