import { joinPointer } from "@specmill/spec";
import { bothAllow } from "./compare-types.ts";
import { compareUnevaluated } from "./compare-unevaluated.ts";
import {
  combineComparisons,
  compareCounts,
  type Difference,
  invertComparison,
  joinOutcomes,
  nothing,
  type Outcome,
  type Sides,
} from "./difference.ts";
import { dropIdle } from "./is-bare.ts";
import type { Contains, Place, Shape } from "./shape.ts";

/** Compares all that is said of the items of arrays. */
export function compareArrays(sides: Sides): Outcome {
  if (!bothAllow(sides, "array")) return nothing;
  return joinOutcomes([
    comparePrefix(sides),
    compareItems(sides),
    compareContains(sides),
    compareUnevaluated(sides, "unevaluated-items"),
  ]);
}

/** Compares items by index; where one side does not list an item, what it says of all others. */
function comparePrefix(sides: Sides): Outcome {
  const { base, head } = sides;
  const length = Math.max(base.prefix.length, head.prefix.length);
  return joinOutcomes(
    Array.from({ length }, (_, index): Outcome => {
      // Whether there may be such an item is told with the length.
      if (isBeyond(base, index) || isBeyond(head, index)) return nothing;
      const [before, after] = [base.prefix[index] ?? base.items, head.prefix[index] ?? head.items];
      return compareMembers(sides, "prefix-items", before, after, `item ${index + 1}`);
    }),
  );
}

function compareItems(sides: Sides): Outcome {
  const { base, head } = sides;
  const length = Math.max(base.prefix.length, head.prefix.length);
  if (isBeyond(base, length) || isBeyond(head, length)) return nothing;
  return compareMembers(sides, "items", base.items, head.items, "items");
}

function isBeyond({ limits }: Shape, index: number): boolean {
  return index >= (limits.get("maxItems")?.value.value ?? Number.POSITIVE_INFINITY);
}

function compareMembers(
  { name, baseSide, headSide }: Sides,
  subject: "prefix-items" | "items",
  saidBefore: readonly Place[],
  saidAfter: readonly Place[],
  what: string,
): Outcome {
  const [before, after] = [dropIdle(saidBefore, baseSide), dropIdle(saidAfter, headSide)];
  if (before.length > 0 && after.length > 0)
    return { differences: [], inner: [{ step: ["*"], base: before, head: after, isRequired: true }] };
  if (before.length === after.length) return nothing;
  const place = (after[0] ?? before[0])?.pointer;
  const owner = name(place?.replace(/\/prefixItems\/\d+$/, "/prefixItems"));
  return {
    differences: [
      {
        ...{ subject, comparison: after.length > 0 ? "narrower" : "wider" },
        message: `Of ${owner}, ${what} ${after.length > 0 ? "must be of a schema now" : "may be anything now"}.`,
        ...{ base: before[0]?.pointer, head: after[0]?.pointer },
      },
    ],
    inner: [],
  };
}

/** Compares what an array must contain, one by one. */
function compareContains(sides: Sides): Outcome {
  const { base, head, name, isSame } = sides;
  const pairs = matchContains(base.contains, head.contains, isSame);
  return joinOutcomes(
    pairs.map(([before, after]): Outcome => {
      if (before !== undefined && after !== undefined)
        return { differences: compareContained(sides, before, after), inner: [] };
      const one = after ?? before;
      const isFewer = after !== undefined;
      const difference: Difference = {
        ...{ subject: "contains", comparison: isFewer ? "narrower" : "wider", isUntyped: true },
        message: `${name(one?.place.pointer)} ${isFewer ? "must contain certain items now" : "need not contain certain items now"}.`,
        ...{ base: before?.place.pointer, head: after?.place.pointer },
      };
      return { differences: [difference], inner: [] };
    }),
  );
}

function compareContained({ fold, name }: Sides, before: Contains, after: Contains): readonly Difference[] {
  const inner = fold([before.place], [after.place]);
  const parts = [
    ...(before.min > 0 || after.min > 0 ? [inner] : []),
    ...(before.max !== undefined || after.max !== undefined ? [invertComparison(inner)] : []),
  ];
  const comparison = combineComparisons(parts);
  const bound = (one: Contains, keyword: "minContains" | "maxContains", value: number | undefined) =>
    value === undefined || (keyword === "minContains" && value === 1)
      ? undefined
      : joinPointer(one.pointer, keyword);
  const [most, mostBefore] = [after.max ?? Number.POSITIVE_INFINITY, before.max ?? Number.POSITIVE_INFINITY];
  const subject = name(after.place.pointer);
  return [
    ...tellIf(comparison, {
      ...{ subject: "contains", isUntyped: true, base: before.place.pointer, head: after.place.pointer },
      message: `${subject} must contain other items now.`,
    }),
    ...tellIf(compareCounts(after.min > before.min, after.min < before.min), {
      ...{ subject: "min-contains", isUntyped: true, before: before.min, after: after.min },
      ...{ base: bound(before, "minContains", before.min), head: bound(after, "minContains", after.min) },
      message: `${subject} must contain at least ${after.min} of certain items; it was ${before.min}.`,
    }),
    ...tellIf(compareCounts(most < mostBefore, most > mostBefore), {
      ...{ subject: "max-contains", isUntyped: true, before: before.max, after: after.max },
      ...{ base: bound(before, "maxContains", before.max), head: bound(after, "maxContains", after.max) },
      message:
        after.max === undefined
          ? `${subject} may contain any number of certain items now; it was ${before.max} at most.`
          : `${subject} may contain at most ${after.max} of certain items; ${before.max === undefined ? "there was no limit" : `it was ${before.max}`}.`,
    }),
  ];
}

function tellIf(
  comparison: Difference["comparison"],
  rest: Omit<Difference, "comparison">,
): readonly Difference[] {
  return comparison === "equal" ? [] : [{ ...rest, comparison }];
}

/** What is the same on both sides, and then the others in order. */
function matchContains(
  base: readonly Contains[],
  head: readonly Contains[],
  isSame: Sides["isSame"],
): readonly (readonly [Contains | undefined, Contains | undefined])[] {
  const rest = new Set(head);
  const same = new Map<Contains, Contains>();
  for (const one of base) {
    const found = [...rest].find((other) => isSame(one.place, other.place));
    if (found !== undefined && rest.delete(found)) same.set(one, found);
  }
  const alone = base.filter((one) => !same.has(one));
  const others = [...rest];
  return [
    ...same,
    ...Array.from(
      { length: Math.max(alone.length, others.length) },
      (_, index) => [alone[index], others[index]] as const,
    ),
  ];
}
