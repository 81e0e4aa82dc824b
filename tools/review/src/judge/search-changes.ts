import type { Direction, Oracle } from "@specmill/oracle";
import type { Change, SchemaPlaces } from "../change.ts";
import {
  type Counterexample,
  findCounterexamples,
  type SearchResult,
  type SearchSide,
} from "../search/find-counterexamples.ts";
import { countValues } from "./count-values.ts";

/** What the search for counterexamples says of the changes of one pair of schemas. */
export interface SearchedPair {
  readonly schemas: SchemaPlaces;
  readonly direction: Direction;
  readonly changes: readonly Change[];
  /** For each change that a value proves to break callers, the value. */
  readonly proofs: ReadonlyMap<Change, Counterexample>;
  /** A value that breaks callers although no change of the pair claims as much. */
  readonly unexplained: Counterexample | undefined;
  /** Whether enough values were put to both sides for their silence to mean something. */
  readonly isConclusive: boolean;
}

/** Below this many values that one side allows, silence says nothing. */
const enough = 10;

/**
 * Puts values to both sides of every change that may break callers: what was sent and is refused, or what is answered
 * and was not to be expected (OpenAPI leaves compatibility to its readers; the directions are those of substitution).
 */
export function searchChanges(
  changes: readonly Change[],
  base: Oracle,
  head: Oracle,
): readonly SearchedPair[] {
  const pairs = new Map<string, Change[]>();
  for (const change of changes) {
    const { schemas, direction } = change;
    if (schemas === undefined || direction === undefined) continue;
    const key = `${direction} ${schemas.base} ${schemas.head}`;
    pairs.set(key, [...(pairs.get(key) ?? []), change]);
  }
  const claims = changes.filter(({ wire }) => wire === "breaking");
  return [...pairs.values()].flatMap((group) => searchPair(group, claims, base, head));
}

function searchPair(
  changes: readonly Change[],
  allClaims: readonly Change[],
  base: Oracle,
  head: Oracle,
): readonly SearchedPair[] {
  const [{ schemas, direction } = {}] = changes;
  if (schemas === undefined || direction === undefined || !changes.some(isWorthSearching)) return [];
  const baseSide = { oracle: base, pointer: schemas.base };
  const headSide = { oracle: head, pointer: schemas.head };
  const found =
    direction === "request"
      ? findCounterexamples(baseSide, headSide, direction)
      : findCounterexamples(headSide, baseSide, direction);
  return [
    {
      schemas,
      direction,
      changes,
      ...attribute(changes, allClaims, found, direction),
      isConclusive:
        found.tried >= Math.min(enough, countAllowed(direction === "request" ? baseSide : headSide)),
    },
  ];
}

/** So many values the allowing side has at most, where it lists them. */
function countAllowed({ oracle, pointer }: SearchSide): number {
  return Math.max(1, countValues(oracle.document, pointer));
}

/** What is compatible keyword by keyword is so as a whole, but for what combines whole schemas. */
function isWorthSearching({ wire, rule }: Change): boolean {
  return wire === "breaking" || combining.test(rule);
}

const combining =
  /-(schema|all-of|any-of|one-of|not|condition|discriminator|unevaluated-.*|additional-properties|pattern-properties|dependent-schemas|contains)$/;

/** Gives each value to the change that it proves. What is refused for a change further within proves that one only. */
function attribute(
  changes: readonly Change[],
  allClaims: readonly Change[],
  { examples }: SearchResult,
  direction: Direction,
): Pick<SearchedPair, "proofs" | "unexplained"> {
  const proofs = new Map<Change, Counterexample>();
  const claims = changes.filter(({ wire }) => wire === "breaking");
  const left: Counterexample[] = [];
  for (const example of examples) {
    const change = claims.find((claim) => !proofs.has(claim) && names(claim, example, direction));
    if (change !== undefined) proofs.set(change, example);
    else if (!allClaims.some((claim) => names(claim, example, direction))) left.push(example);
  }
  for (const example of [...left]) {
    const change = claims.find((claim) => !proofs.has(claim) && claim.evidence === "search");
    if (change === undefined) break;
    proofs.set(change, example);
    left.splice(left.indexOf(example), 1);
  }
  return { proofs, unexplained: left[0] };
}

/** Whether what refuses the value is what changed. */
function names(change: Change, { faults }: Counterexample, direction: Direction): boolean {
  const [here, there] = direction === "request" ? [change.head, change.base] : [change.base, change.head];
  return faults.some(({ pointer, keyword, message }) => {
    // What a closed object no longer declares is refused by what closes it.
    if (here === undefined) return closing.has(keyword) && message.includes(JSON.stringify(lastKey(there)));
    return pointer === here || pointer.startsWith(`${here}/`) || here.startsWith(`${pointer}/`);
  });
}

const closing: ReadonlySet<string> = new Set(["additionalProperties", "unevaluatedProperties"]);

function lastKey(pointer = ""): string {
  return pointer
    .slice(pointer.lastIndexOf("/") + 1)
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");
}
