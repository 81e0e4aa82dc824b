import type { Direction } from "@specmill/oracle";
import type { Comparison, SchemaPlaces } from "../change.ts";
import { allowsAll } from "./annotation-keywords.ts";
import { compareCovers } from "./compare-covers.ts";
import type { SchemaChange, SchemaPair } from "./compare-schemas.ts";
import { compareShapes } from "./compare-shapes.ts";
import {
  combineComparisons,
  type Difference,
  type Inner,
  type Outcome,
  type Side,
  type Sides,
  toChange,
} from "./difference.ts";
import type { Sameness } from "./find-same.ts";
import { nameSubject } from "./name-subject.ts";
import { keyOf, type Opened, openInner, placesOf } from "./open-inner.ts";
import type { Place } from "./shape.ts";

/** What all comparisons of two documents share. */
export interface Context {
  readonly baseSide: Side;
  readonly headSide: Side;
  readonly isSame: Sameness;
  readonly hasXml: () => boolean;
}

export type PairComparer = (given: Inner, direction: Direction) => SchemaPair;

interface GrowingPair extends SchemaPair {
  readonly changes: SchemaChange[];
  readonly inner: { readonly step: readonly string[]; readonly pair: SchemaPair }[];
}

/**
 * Compares pairs of schemas, each once. A pair is known before what is within it is compared, so that circles end.
 *
 * @param compareApart - compares what is only needed for what it comes to
 */
export function createPairComparer(context: Context, compareApart: PairComparer): PairComparer {
  const { baseSide, headSide, isSame } = context;
  const pairs = new Map<string, GrowingPair>();
  const changes = new Map<string, SchemaChange>();

  const compare = (given: Inner, direction: Direction, around?: SchemaPlaces): SchemaPair => {
    const opened = openInner(given, baseSide, headSide);
    const key = keyOf(opened.inner, direction);
    const known = pairs.get(key);
    if (known !== undefined) return known;
    if (opened.kind === "letter") return compareLetter(opened, direction, around);
    const pair = startPair(opened.inner, direction);
    pairs.set(key, pair);
    if (!isSameInner(opened.inner))
      fill(pair, compareSchema(opened.inner, direction), placesOf(opened.inner, around));
    return pair;
  };

  /** What is around two schemas is a pair of its own only where it changed. */
  const compareLetter = (
    { inner, base, head, within }: Extract<Opened, { kind: "letter" }>,
    direction: Direction,
    around: SchemaPlaces | undefined,
  ): SchemaPair => {
    const content = compare(within, direction, around);
    const differences = compareCovers(base, head, {
      ...{ baseSide, headSide, direction, name: nameIn(inner.head) },
      ...{ isRequired: inner.isRequired === true, ignoresNull: inner.ignoresNull === true },
    });
    if (differences.length === 0) return content;
    const pair = startPair(inner, direction);
    pairs.set(keyOf(inner, direction), pair);
    fill(pair, { differences, inner: [] }, placesOf(inner, around));
    pair.inner.push({ step: [], pair: content });
    return pair;
  };

  const compareSchema = (given: Inner, direction: Direction): Outcome => {
    const { base, head } = given;
    if (base.length === 0 || head.length === 0)
      return { differences: tellMissing(given, nameIn(head)), inner: [] };
    const [before, after] = [baseSide.read(base), headSide.read(head)];
    return compareShapes({
      ...{ base: before, head: after, given, direction, baseSide, headSide, hasXml: context.hasXml },
      isRequired: given.isRequired === true,
      ignoresNull: given.ignoresNull === true,
      name: nameIn(after.places),
      isSame: (one, other) => isSame(one.schema, other.schema),
      fold: (one, other) => foldPair(compareApart({ step: [], base: one, head: other }, direction)),
    });
  };

  const fill = (
    pair: GrowingPair,
    { differences, inner }: Outcome,
    places: SchemaPlaces | undefined,
  ): void => {
    for (const difference of differences) {
      const change = toChange(difference, pair.direction, places);
      // Schemas that are merged into several others say the same in all of them.
      const key = JSON.stringify([change.rule, change.comparison, change.base, change.head, change.message]);
      const known = changes.get(key) ?? change;
      changes.set(key, known);
      if (!pair.changes.includes(known)) pair.changes.push(known);
    }
    for (const one of inner)
      if (!isSameInner(one)) pair.inner.push({ step: one.step, pair: compare(one, pair.direction, places) });
  };

  const isSameInner = ({ base, head }: Inner): boolean =>
    base.length === head.length && base.every(({ schema }, index) => isSame(schema, head[index]?.schema));

  const nameIn =
    (head: readonly Place[]): Sides["name"] =>
    (pointer) => {
      const isHead = head.some((place) => pointer?.startsWith(place.pointer));
      return nameSubject(pointer, isHead ? headSide.document : baseSide.document);
    };

  return compare;
}

function startPair({ base, head }: Inner, direction: Direction): GrowingPair {
  return { base: base[0]?.pointer ?? "", head: head[0]?.pointer ?? "", direction, changes: [], inner: [] };
}

/** A schema that only one side has: the other one allows everything. */
function tellMissing({ base, head }: Inner, name: Sides["name"]): readonly Difference[] {
  const [before, after] = [base[0], head[0]];
  const place = after ?? before;
  if (place === undefined || allowsAll(place.schema)) return [];
  return [
    {
      ...{ subject: "schema", comparison: after === undefined ? "wider" : "narrower" },
      message: `${name(`${place.pointer}/`)} has ${after === undefined ? "no" : "a"} schema now.`,
      ...{ base: before?.pointer, head: after?.pointer, evidence: "rule" },
    },
  ];
}

/** What all changes within a pair come to for the values that are allowed. */
function foldPair(pair: SchemaPair): Comparison {
  const all = new Set([pair]);
  for (const { inner } of all) for (const { pair: below } of inner) all.add(below);
  return combineComparisons([...all].flatMap(({ changes }) => changes.map(({ comparison }) => comparison)));
}
