import { memoize } from "./memoize.ts";
import type { FlatPart, Shape } from "./merge-schema.ts";
import { numbersOf } from "./object-rules.ts";

/** What a shape says of numbers. */
export interface NumberRules {
  readonly minimum: number;
  readonly maximum: number;
  readonly isAboveMinimum: boolean;
  readonly isBelowMaximum: boolean;
  readonly multiples: readonly number[];
}

export const readNumberRules: (shape: Shape) => NumberRules = memoize(({ schemas }) => {
  const int32 = schemas.some(({ schema }) => schema["format"] === "int32");
  const lows = listBounds(schemas, "minimum", "exclusiveMinimum");
  const highs = listBounds(schemas, "maximum", "exclusiveMaximum");
  const minimum = Math.max(int32 ? -(2 ** 31) : Number.NEGATIVE_INFINITY, ...lows.map(({ bound }) => bound));
  const maximum = Math.min(
    int32 ? 2 ** 31 - 1 : Number.POSITIVE_INFINITY,
    ...highs.map(({ bound }) => bound),
  );
  return {
    minimum,
    maximum,
    isAboveMinimum: lows.some(({ bound, isExclusive }) => isExclusive && bound === minimum),
    isBelowMaximum: highs.some(({ bound, isExclusive }) => isExclusive && bound === maximum),
    multiples: numbersOf(schemas, "multipleOf"),
  };
});

/** In OpenAPI 3.0 an exclusive bound is a flag beside the bound. */
function listBounds(
  schemas: readonly FlatPart[],
  keyword: string,
  exclusive: string,
): readonly { readonly bound: number; readonly isExclusive: boolean }[] {
  return schemas.flatMap(({ schema: { [keyword]: bound, [exclusive]: limit } }) => [
    ...(typeof bound === "number" ? [{ bound, isExclusive: limit === true }] : []),
    ...(typeof limit === "number" ? [{ bound: limit, isExclusive: true }] : []),
  ]);
}

/** Whether a number is within the bounds, and a multiple as Ajv counts it. */
export function fitsNumber(rules: NumberRules, value: number): boolean {
  const { minimum, maximum, isAboveMinimum, isBelowMaximum, multiples } = rules;
  return (
    Number.isFinite(value) &&
    !Object.is(value, -0) &&
    (isAboveMinimum ? value > minimum : value >= minimum) &&
    (isBelowMaximum ? value < maximum : value <= maximum) &&
    multiples.every((multiple) => Number.isInteger(value / multiple))
  );
}
