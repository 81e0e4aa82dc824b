import type { Difference, Sides } from "./difference.ts";
import { compareCounts } from "./difference.ts";
import { type Atom, atomOf, atoms, nameAtoms } from "./list-atoms.ts";
import { sayList } from "./say-value.ts";
import type { Shape } from "./shape.ts";

/**
 * Compares which types are allowed. What lists of values say of types is left to them, but for null.
 *
 * @param compared - the types to look at
 */
export function compareTypes(sides: Sides, compared: readonly Atom[]): readonly Difference[] {
  const { base, head, ignoresNull, name } = sides;
  const [before, after] = [listTypes(base), listTypes(head)];
  const changed = new Set<Atom>(isListed(base, head) ? [] : compared.filter((atom) => atom !== "null"));
  const hasNull = [allowsNull(base, sides.baseSide.read), allowsNull(head, sides.headSide.read)] as const;
  const isTold = (hasNull[0] && namesNull(base)) || (hasNull[1] && namesNull(head));
  if (hasNull[0] !== hasNull[1] && isTold && !ignoresNull) changed.add("null");
  const allowed = (types: ReadonlySet<Atom>, isNull: boolean) =>
    new Set([...changed].filter((atom) => (atom === "null" ? isNull : types.has(atom))));
  const [was, is] = [allowed(before, hasNull[0]), allowed(after, hasNull[1])];
  const lost = [...was].filter((atom) => !is.has(atom));
  const gained = [...is].filter((atom) => !was.has(atom));
  if (lost.length + gained.length === 0) return [];
  const isNullAlone = [...lost, ...gained].every((atom) => atom === "null");
  const [basePlace, headPlace] = [typePlace(base, isNullAlone), typePlace(head, isNullAlone)];
  const subject = name(headPlace ?? basePlace ?? head.places[0]?.pointer);
  const whole = (types: ReadonlySet<Atom>, isNull: boolean) =>
    nameAtoms(new Set(atoms.filter((atom) => (atom === "null" ? isNull : types.has(atom)))));
  const [baseNames, headNames] = [whole(before, hasNull[0]), whole(after, hasNull[1])];
  return [
    {
      subject: "type",
      comparison: compareCounts(lost.length > 0, gained.length > 0),
      message: isNullAlone
        ? `${subject} may ${gained.length > 0 ? "be `null` now." : "no longer be `null`."}`
        : `${subject} is ${sayTypes(headNames)} now; it was ${sayTypes(baseNames)}.`,
      base: basePlace,
      head: headPlace,
      before: isUnsaid(base) ? undefined : short(baseNames),
      after: isUnsaid(head) ? undefined : short(headNames),
      // A whole number and any other are one type of TypeScript.
      isUntyped: [...lost, ...gained].every((atom) => atom === "fraction"),
    },
  ];
}

/** Whether two shapes have no type in common, so that nothing else of them can be compared. */
export function haveNothingInCommon(base: Shape, head: Shape): boolean {
  const after = listTypes(head);
  return ![...listTypes(base)].some((atom) => atom !== "null" && after.has(atom));
}

/** Whether both shapes allow values of a type. */
export function bothAllow({ base, head }: Sides, ...wanted: readonly Atom[]): boolean {
  const [before, after] = [listTypes(base), listTypes(head)];
  return wanted.some((atom) => before.has(atom)) && wanted.some((atom) => after.has(atom));
}

/** The types of the values that a shape allows, as far as types or values are listed. */
export function listTypes({ types, values }: Shape): ReadonlySet<Atom> {
  return values === undefined ? (types?.value ?? new Set(atoms)) : new Set(values.value.map(atomOf));
}

/** Whether the lists of values tell all that there is to tell of types. */
function isListed(base: Shape, head: Shape): boolean {
  if (base.values !== undefined && head.values !== undefined) return true;
  const isPart = (values: Shape, types: Shape) => {
    const allowed = listTypes(types);
    return (
      values.values !== undefined &&
      [...listTypes(values)].every((atom) => atom === "null" || allowed.has(atom))
    );
  };
  return isPart(base, head) || isPart(head, base);
}

/** Whether a shape allows null, whatever says so. */
export function allowsNull(shape: Shape, read: (places: Shape["places"]) => Shape, depth = 0): boolean {
  const { never, types, values, groups, nots } = shape;
  if (never !== undefined || types?.value.has("null") === false || values?.value.includes(null) === false)
    return false;
  if (nots.some(({ schema }) => JSON.stringify(schema) === '{"type":"null"}')) return false;
  return groups.every(
    ({ nullPlace, branches }) =>
      nullPlace !== undefined ||
      (depth < 5 && branches.some(({ place }) => allowsNull(read([place]), read, depth + 1))),
  );
}

/** Whether a shape says of null in so many words that it is allowed, rather than by saying nothing. */
function namesNull({ types, values, groups }: Shape): boolean {
  return types !== undefined || values !== undefined || groups.length > 0;
}

function isUnsaid({ types, values, groups }: Shape): boolean {
  return types === undefined && values === undefined && groups.length === 0;
}

function typePlace({ types, nullPlace, values, groups }: Shape, isNull: boolean): string | undefined {
  const isAllowed = types === undefined || types.value.has("null");
  return (
    (isNull && isAllowed ? nullPlace : undefined) ?? types?.pointer ?? values?.pointer ?? groups[0]?.pointer
  );
}

function sayTypes(names: readonly string[]): string {
  if (names.length >= atoms.length - 1) return "of any type";
  return sayList(
    names.map((name) => (name === "null" ? "`null`" : `${/^[aio]/.test(name) ? "an" : "a"} ${name}`)),
    "or",
  );
}

function short(names: readonly string[]): string | readonly string[] {
  return names.length === 1 ? (names[0] ?? "") : names;
}
