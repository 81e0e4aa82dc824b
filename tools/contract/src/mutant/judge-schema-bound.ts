import type { JsonObject } from "@specmill/spec";
import { objectOf } from "./edit-document.ts";
import type { SchemaView } from "./judge-schema.ts";
import { concerns, isWholeOnly, unconcerned } from "./judge-schema-keyword.ts";
import { requiredBy } from "./judge-schema-object.ts";
import { type Ruling, rule } from "./judge-shift.ts";

const bounds = [
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
] as const;

type Bound = (typeof bounds)[number];

/** A bound that is nearer, farther or gone, where no value or another bound makes up for it. */
export function judgeBound(view: SchemaView): Ruling {
  const { operator, before, after } = view;
  const keyword = bounds.find((name) => before[name] !== after[name]);
  if (keyword === undefined) return rule("same", "the bound is the same");
  if (!concerns(view, keyword)) return unconcerned(keyword);
  const reason = reasonForSame(view, keyword);
  if (reason !== undefined) return rule("same", reason);
  return operator === "bound-tighten"
    ? rule("narrower", `${keyword} lets fewer values pass`)
    : rule("wider", `${keyword} lets more values pass`);
}

function reasonForSame(view: SchemaView, keyword: Bound): string | undefined {
  const { before, after, reach } = view;
  const isText = reach.wire !== "json";
  switch (keyword) {
    case "minLength":
      if (leastOf(view, keyword, 0)) return "no text is shorter than nothing";
      return reach.wire === "path" && leastOf(view, keyword, 1)
        ? "a path has no empty segment to hold a value"
        : undefined;
    case "minItems":
      if (leastOf(view, keyword, 0)) return "no list is shorter than nothing";
      return isText && leastOf(view, keyword, 1) ? "no text stands for an empty list" : undefined;
    case "minProperties":
      if (leastOf(view, keyword, 0)) return "no object is smaller than nothing";
      if (leastOf(view, keyword, new Set(requiredBy(view, before)).size))
        return "as many properties are required by name";
      return isText && leastOf(view, keyword, 1) ? "no text stands for an empty object" : undefined;
    case "maxProperties":
      return isRoomy(before) && isRoomy(after) ? "no more properties are known" : undefined;
    case "minimum":
    case "exclusiveMinimum":
      return lowestOf(view, before) === lowestOf(view, after) ? "another bound is as near" : undefined;
    case "maximum":
    case "exclusiveMaximum":
      return highestOf(view, before) === highestOf(view, after) ? "another bound is as near" : undefined;
    case "multipleOf":
      return isWholeOnly(view, {}) && [before, after].every(isAnyStep)
        ? "a whole number is a multiple anyway"
        : undefined;
    case "maxLength":
    case "maxItems":
      return undefined;
  }
}

/** Whether a lower bound asks for no more than `count`, before and after. */
function leastOf({ before, after }: SchemaView, keyword: Bound, count: number): boolean {
  return [before[keyword], after[keyword]].every(
    (limit) => limit === undefined || (typeof limit === "number" && limit <= count),
  );
}

/** Whether an upper bound is above all the properties that there can be. */
function isRoomy({
  additionalProperties,
  patternProperties,
  properties,
  maxProperties,
}: JsonObject): boolean {
  const isClosed = additionalProperties === false && patternProperties === undefined;
  const known = Object.keys(objectOf(properties)).length;
  return isClosed && (typeof maxProperties !== "number" || maxProperties >= known);
}

/** Whether a step is one, or halves of it: of other fractions, a whole number need not be a multiple in floating point. */
function isAnyStep({ multipleOf }: JsonObject): boolean {
  return multipleOf === undefined || multipleOf === 1 || multipleOf === 0.5;
}

/** The nearest lower bound, with whether it passes itself, as a text to compare. */
function lowestOf(view: SchemaView, schema: JsonObject): string {
  const { minimum, exclusiveMinimum } = schema;
  return nearest(view, schema, minimum, exclusiveMinimum, 1, -(2 ** 31));
}

function highestOf(view: SchemaView, schema: JsonObject): string {
  const { maximum, exclusiveMaximum } = schema;
  return nearest(view, schema, maximum, exclusiveMaximum, -1, 2 ** 31 - 1);
}

/** @param inward - 1 for a lower bound, -1 for an upper one */
function nearest(
  view: SchemaView,
  schema: JsonObject,
  plain: JsonObject[string] | undefined,
  exclusive: JsonObject[string] | undefined,
  inward: 1 | -1,
  ofFormat: number,
): string {
  const limits: { readonly at: number; readonly isOut: boolean }[] = [];
  // In OpenAPI 3.0 an exclusive bound is a flag beside the bound.
  if (typeof plain === "number") limits.push({ at: plain * inward, isOut: exclusive === true });
  if (typeof exclusive === "number") limits.push({ at: exclusive * inward, isOut: true });
  if (schema["format"] === "int32") limits.push({ at: ofFormat * inward, isOut: false });
  const whole = isWholeOnly(view, schema);
  const ends = limits.map(({ at, isOut }) => {
    if (!whole) return { at, isOut };
    return { at: isOut ? Math.floor(at) + 1 : Math.ceil(at), isOut: false };
  });
  const [first] = ends.sort((a, b) => b.at - a.at || Number(b.isOut) - Number(a.isOut));
  return first === undefined ? "none" : `${first.at} ${first.isOut}`;
}
