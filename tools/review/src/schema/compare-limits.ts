import { isJsonObject, type JsonValue } from "@specmill/spec";
import { bothAllow } from "./compare-types.ts";
import { isTighter } from "./conjoin-drafts.ts";
import { compareCounts, type Difference, type Sides } from "./difference.ts";
import type { Atom } from "./list-atoms.ts";
import { sayList } from "./say-value.ts";
import type { Limit, LimitKeyword, Said, Shape } from "./shape.ts";

interface Word {
  readonly subject: Extract<Difference["subject"], `${"min" | "max"}${string}`>;
  readonly types: readonly Atom[];
  readonly unit: string;
}

const words: Readonly<Record<LimitKeyword, Word>> = {
  minLength: { subject: "min-length", types: ["string"], unit: "characters long" },
  maxLength: { subject: "max-length", types: ["string"], unit: "characters long" },
  minimum: { subject: "minimum", types: ["integer", "fraction"], unit: "" },
  maximum: { subject: "maximum", types: ["integer", "fraction"], unit: "" },
  minItems: { subject: "min-items", types: ["array"], unit: "items" },
  maxItems: { subject: "max-items", types: ["array"], unit: "items" },
  minProperties: { subject: "min-properties", types: ["object"], unit: "properties" },
  maxProperties: { subject: "max-properties", types: ["object"], unit: "properties" },
};

/** Compares the bounds of texts, numbers, arrays and objects. */
export function compareLimits(sides: Sides): readonly Difference[] {
  const { base, head, name } = sides;
  const keywords = new Set([...base.limits.keys(), ...head.limits.keys()]);
  return [...keywords].flatMap((keyword): readonly Difference[] => {
    const { subject, types } = words[keyword];
    const [before, after] = [limitOf(base, head, keyword), limitOf(head, base, keyword)];
    if (!bothAllow(sides, ...types) || (before === undefined && after === undefined)) return [];
    const isLost =
      after !== undefined && (before === undefined || isTighter(keyword, after.value, before.value));
    const isGained =
      before !== undefined && (after === undefined || isTighter(keyword, before.value, after.value));
    if (!isLost && !isGained) return [];
    const place = after?.pointer ?? before?.pointer;
    return [
      {
        subject: place?.endsWith("/items")
          ? "items"
          : place?.endsWith("/unevaluatedItems")
            ? "unevaluated-items"
            : subject,
        comparison: compareCounts(isLost, isGained),
        message: `${name(place)} ${sayChange(keyword, before?.value, after?.value)}.`,
        ...{ base: before?.pointer, head: after?.pointer },
        ...{ before: before?.value.value, after: after?.value.value },
        isUntyped: true,
      },
    ];
  });
}

/** A limit, unless all values are listed on both sides and none is beyond it. */
function limitOf(shape: Shape, other: Shape, keyword: LimitKeyword): Said<Limit> | undefined {
  const limit = shape.limits.get(keyword);
  if (limit === undefined || shape.values === undefined || other.values === undefined) return limit;
  return shape.values.value.every((value) => isWithin(keyword, limit.value, value)) ? undefined : limit;
}

function isWithin(keyword: LimitKeyword, limit: Limit, value: JsonValue): boolean {
  const size = measure(keyword, value);
  return size === undefined || !isTighter(keyword, limit, { value: size, isExclusive: false });
}

function measure(keyword: LimitKeyword, value: JsonValue): number | undefined {
  if (keyword.endsWith("Length")) return typeof value === "string" ? [...value].length : undefined;
  if (keyword.endsWith("Items")) return Array.isArray(value) ? value.length : undefined;
  if (keyword.endsWith("Properties")) return isJsonObject(value) ? Object.keys(value).length : undefined;
  return typeof value === "number" ? value : undefined;
}

function sayChange(keyword: LimitKeyword, before: Limit | undefined, after: Limit | undefined): string {
  const isLeast = keyword.startsWith("min");
  const { unit } = words[keyword];
  const units = (count: number) =>
    count === 1 ? unit.replace(/ies$/, "y").replace(/s( long)?$/, "$1") : unit;
  const say = ({ value, isExclusive }: Limit) => {
    if (unit === "")
      return `${isExclusive ? (isLeast ? "more than" : "less than") : isLeast ? "at least" : "at most"} ${value}`;
    return `at ${isLeast ? "least" : "most"} ${value} ${units(value)}`;
  };
  const verb =
    unit === "items" || unit === "properties"
      ? isLeast
        ? "must have"
        : "may have"
      : isLeast
        ? "must be"
        : "may be";
  if (after === undefined) {
    const none = isLeast ? "has no lower limit now" : "has no upper limit now";
    return before === undefined ? none : `${none}; it was ${say(before)}`;
  }
  if (before === undefined) return `${verb} ${say(after)}; there was no limit`;
  const isSameWord = before.isExclusive === after.isExclusive;
  return `${verb} ${say(after)}; it was ${isSameWord ? before.value : say(before)}`;
}

/** Compares `multipleOf`: a multiple of a multiple lets fewer numbers through. */
export function compareFactors(sides: Sides): readonly Difference[] {
  const { base, head, name } = sides;
  const [before, after] = [base.factors, head.factors];
  if (!bothAllow(sides, "integer", "fraction")) return [];
  const isWithin = (some: Shape["factors"], others: Shape["factors"]) =>
    others.every((other) => some.some((one) => isMultiple(one.value, other.value)));
  const comparison = compareCounts(!isWithin(before, after), !isWithin(after, before));
  if (comparison === "equal") return [];
  const say = (factors: Shape["factors"]) =>
    sayList(
      factors.map(({ value }) => String(value)),
      "and",
    );
  const place = after[0] ?? before[0];
  const now =
    after.length === 0 ? "need not be a multiple of a number now" : `must be a multiple of ${say(after)}`;
  return [
    {
      ...{ subject: "multiple-of", comparison, isUntyped: true },
      message: `${name(place?.pointer)} ${now}; ${before.length === 0 ? "any number was fine" : `it was ${say(before)}`}.`,
      ...{
        base: before[0]?.pointer,
        head: after[0]?.pointer,
        before: before[0]?.value,
        after: after[0]?.value,
      },
    },
  ];
}

function isMultiple(value: number, factor: number): boolean {
  const times = value / factor;
  return Math.abs(times - Math.round(times)) < 1e-9;
}

/** Compares `uniqueItems`. */
export function compareUnique(sides: Sides): readonly Difference[] {
  const { base, head, name } = sides;
  const [before, after] = [base.unique, head.unique];
  if (!bothAllow(sides, "array") || (before === undefined) === (after === undefined)) return [];
  const subject = name(after ?? before);
  return [
    {
      ...{ subject: "unique-items", comparison: after === undefined ? "wider" : "narrower", isUntyped: true },
      message: `${subject} may ${after === undefined ? "hold the same item twice now" : "no longer hold the same item twice"}.`,
      ...{ base: before, head: after, before: before !== undefined, after: after !== undefined },
    },
  ];
}
