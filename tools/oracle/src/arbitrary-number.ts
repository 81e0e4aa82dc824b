import fc from "fast-check";
import type { Shape } from "./merge-schema.ts";
import { fitsNumber, readNumberRules } from "./number-rules.ts";
import { sampleNumbers, varyNumber } from "./sample-number.ts";

/** Numbers of a shape: those that stand for all, and any within the bounds. */
export function arbitraryNumber(shape: Shape, type: "integer" | "number"): fc.Arbitrary<number> | undefined {
  const samples = sampleNumbers(shape, type);
  const [first] = samples;
  if (first === undefined) return undefined;
  const rules = readNumberRules(shape);
  const isFit = (value: number) => fitsNumber(rules, value) && !shape.refused.includes(value);
  const orFirst = (value: number) => (isFit(value) ? value : first);
  const lowest = Math.ceil(Math.max(rules.minimum, Number.MIN_SAFE_INTEGER));
  const highest = Math.floor(Math.min(rules.maximum, Number.MAX_SAFE_INTEGER));
  const wholes = lowest <= highest ? [fc.integer({ min: lowest, max: highest }), near(lowest, highest)] : [];
  const fractions =
    type === "number" && rules.minimum <= rules.maximum
      ? [
          fc.double({
            min: Math.max(rules.minimum, -Number.MAX_VALUE),
            max: Math.min(rules.maximum, Number.MAX_VALUE),
            noNaN: true,
          }),
        ]
      : [];
  const free =
    rules.multiples.length > 0
      ? [fc.nat(10_000).map((index) => varyNumber(shape, type, index) ?? first)]
      : [...wholes, ...fractions].map((arbitrary) => arbitrary.map((value) => orFirst(value + 0)));
  return fc.oneof(fc.constantFrom(...samples), ...free);
}

/** Small integers, as far as the bounds let them be: they are what most numbers are. */
function near(lowest: number, highest: number): fc.Arbitrary<number> {
  const start = Math.min(Math.max(0, lowest), highest);
  return fc.integer({ min: Math.max(lowest, start - 100), max: Math.min(highest, start + 100) });
}
