import type { Direction } from "@specmill/oracle";
import type { SchemaPlaces } from "../change.ts";
import type { Inner, Side } from "./difference.ts";
import type { Envelope } from "./open-envelope.ts";
import type { Place } from "./shape.ts";

/** Two schemas as they are to be compared: themselves, or what they only refer to and what they say around it. */
export type Opened =
  | { readonly kind: "schema"; readonly inner: Inner }
  | {
      readonly kind: "letter";
      readonly inner: Inner;
      readonly base: Envelope;
      readonly head: Envelope;
      readonly within: Inner;
    };

/** Opens what only refers to another schema on both sides, so that a component is compared once for all that use it. */
export function openInner(merged: Inner, baseSide: Side, headSide: Side): Opened {
  const given = {
    ...merged,
    base: distinctPlaces(merged.base, baseSide),
    head: distinctPlaces(merged.head, headSide),
  };
  const [before, after] = [single(given.base), single(given.head)];
  if (before === undefined || after === undefined) return { kind: "schema", inner: given };
  const [base, head] = [baseSide.open(before), headSide.open(after)];
  const areNullable = [base, head].map(({ nullPlace }) => nullPlace !== undefined);
  const within: Inner = {
    ...given,
    ...{ step: [], base: [base.place], head: [head.place] },
    ignoresNull: given.ignoresNull === true || areNullable.every(Boolean),
  };
  const isPlain = [base, head].every(
    ({ covers, nullPlace }) => covers.length === 0 && nullPlace === undefined,
  );
  if (isPlain) return { kind: "schema", inner: within };
  const isOneComponent = isComponent(base.place) && base.place.pointer === head.place.pointer;
  // Where null is said around one side alone, what is within has to be seen together with it.
  return areNullable[0] === areNullable[1] || isOneComponent
    ? { kind: "letter", inner: given, base, head, within }
    : { kind: "schema", inner: given };
}

/** The same for the same schemas, however they are reached; of a component, also whatever is said around it. */
export function keyOf(
  { base, head, isRequired, ignoresNull, isConditional }: Inner,
  direction: Direction,
): string {
  const pointers = (places: readonly Place[]) => places.map(({ pointer }) => pointer).join(" ");
  const isFree = [...base, ...head].every(isComponent);
  const flags = isFree ? [] : [isRequired === true, ignoresNull === true, isConditional === true];
  return [direction, pointers(base), pointers(head), ...flags].join("\n");
}

/** The places of two schemas of which any value can be put to both; of merged ones those around them. */
export function placesOf(
  { base, head, isConditional }: Inner,
  around: SchemaPlaces | undefined,
): SchemaPlaces | undefined {
  const [before, after] = [single(base), single(head)];
  if (before === undefined || after === undefined) return around;
  const isOwn = isConditional !== true || (isComponent(before) && isComponent(after));
  return isOwn || around === undefined ? { base: before.pointer, head: after.pointer } : around;
}

/** Schemas that are merged, each once, or what merges with itself for ever would never be seen to. */
function distinctPlaces(places: readonly Place[], { open }: Side): readonly Place[] {
  if (places.length < 2) return places;
  const followed = places.map((place) => {
    const { covers, nullPlace, place: within } = open(place);
    return covers.length === 0 && nullPlace === undefined ? within : place;
  });
  return [...new Map(followed.map((place) => [place.pointer, place])).values()];
}

function single(places: readonly Place[]): Place | undefined {
  return places.length === 1 ? places[0] : undefined;
}

function isComponent({ pointer }: Place): boolean {
  return /^#\/components\/[^/]+\/[^/]+$/.test(pointer);
}
