import type { JsonValue } from "@specmill/spec";
import { mergeMaps } from "./conjoin-drafts.ts";
import { type Atom, atomOf } from "./list-atoms.ts";
import { placesOfProperty } from "./property-places.ts";
import type { Draft, Limit, Place, Said, Shape } from "./shape.ts";

/** Says the same of a whole draft in the fewest words: what one keyword settles, no other says again. */
export function settleShape(draft: Draft): Shape {
  const numbers = settleNumbers(settleValues(draft));
  const objects = settleObjects(numbers);
  return { ...numbers, ...objects, ...settleArrays(numbers) };
}

/** Values of other types than are allowed are not; and lists that hold all of their type are that type. */
function settleValues(draft: Draft): Draft {
  const { types, values } = draft;
  if (values === undefined) return draft;
  const value =
    types === undefined ? values.value : values.value.filter((one) => types.value.has(atomOf(one)));
  const isWholeType = value.every((one) => one === null || typeof one === "boolean");
  if (!isWholeType || value.length === 0 || value.includes(true) !== value.includes(false))
    return { ...draft, values: { ...values, value } };
  return {
    ...draft,
    values: undefined,
    types: { value: new Set(value.map(atomOf)), pointer: values.pointer },
  };
}

/** A multiple of a whole number is whole; and a whole number above 0 is at least 1. */
function settleNumbers(draft: Draft): Draft {
  const isWhole = draft.factors.some(({ value }) => Number.isInteger(value));
  const types = isWhole && draft.types !== undefined ? withoutFraction(draft.types) : draft.types;
  if (types === undefined || types.value.has("fraction")) return draft;
  return {
    ...draft,
    types,
    factors: draft.factors.filter(({ value }) => value !== 1),
    limits: new Map(
      [...draft.limits].map(([keyword, { value, pointer }]) => [
        keyword,
        { value: toWhole(keyword, value), pointer },
      ]),
    ),
  };
}

function withoutFraction({ value, pointer }: Said<ReadonlySet<Atom>>): Said<ReadonlySet<Atom>> {
  return { value: new Set([...value].filter((atom) => atom !== "fraction")), pointer };
}

function toWhole(keyword: string, { value, isExclusive }: Limit): Limit {
  if (keyword === "minimum")
    return { value: isExclusive ? Math.floor(value) + 1 : Math.ceil(value), isExclusive: false };
  if (keyword === "maximum")
    return { value: isExclusive ? Math.ceil(value) - 1 : Math.floor(value), isExclusive: false };
  return { value, isExclusive };
}

function settleObjects(draft: Draft): Pick<Shape, "properties" | "patternProperties" | "rest" | "closed"> {
  const rests = draft.objects.flatMap(({ rest }) => (rest === undefined ? [] : [rest]));
  const closed = rests.find(({ schema }) => schema === false)?.pointer;
  const names = new Set(draft.objects.flatMap(({ properties }) => [...properties.keys()]));
  const properties = [...names].flatMap((name): (readonly [string, readonly Place[]])[] => {
    const places = placesOfProperty(draft.objects, name);
    const isForbidden = places.some(({ schema }) => schema === false);
    return isForbidden && closed !== undefined ? [] : [[name, places]];
  });
  const patterns = draft.objects.map(
    (rule) => new Map([...rule.patterns].map(([pattern, place]) => [pattern, [place] as readonly Place[]])),
  );
  return {
    properties: new Map(properties),
    patternProperties: patterns.reduce<ReadonlyMap<string, readonly Place[]>>(
      (all, some) => mergeMaps(all, some, (one, other) => [...one, ...other]),
      new Map(),
    ),
    rest: closed === undefined ? rests : [],
    closed,
  };
}

function settleArrays(draft: Draft): Pick<Shape, "prefix" | "items" | "limits"> {
  const length = Math.max(0, ...draft.arrays.map(({ prefix }) => prefix.length));
  const prefix = Array.from({ length }, (_, index) =>
    draft.arrays.flatMap(
      ({ prefix: own, covered, rest }) => own[index] ?? (index >= covered ? (rest ?? []) : []),
    ),
  );
  const rests = draft.arrays.flatMap(({ rest, covered }) => (rest === undefined ? [] : [{ rest, covered }]));
  // Where no item may follow, that is how long the array may be.
  const ends = rests.filter(({ rest }) => rest.schema === false);
  let limits = draft.limits;
  for (const { rest, covered } of ends) {
    const known = limits.get("maxItems");
    if (known === undefined || covered < known.value.value)
      limits = new Map([
        ...limits,
        ["maxItems", { value: { value: covered, isExclusive: false }, pointer: rest.pointer }],
      ]);
  }
  const longest = limits.get("maxItems")?.value.value ?? Number.POSITIVE_INFINITY;
  return {
    prefix: prefix.slice(0, longest),
    items: longest <= length ? [] : rests.map(({ rest }) => rest).filter(({ schema }) => isSchema(schema)),
    limits,
  };
}

function isSchema(schema: JsonValue): boolean {
  return schema !== false;
}
