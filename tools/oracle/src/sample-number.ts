import { isJsonObject } from "@specmill/spec";
import { memoize } from "./memoize.ts";
import type { Shape } from "./merge-schema.ts";
import { fitsNumber, type NumberRules, readNumberRules } from "./number-rules.ts";

const listNumbers = memoize((shape: Shape) => list(shape, false));
const listIntegers = memoize((shape: Shape) => list(shape, true));

/** Numbers of a shape that stand for all of them: the typical one, both ends, what is inside, and zero. */
export function sampleNumbers(shape: Shape, type: "number" | "integer"): readonly number[] {
  return type === "integer" ? listIntegers(shape) : listNumbers(shape);
}

function list(shape: Shape, isInteger: boolean): readonly number[] {
  const rules = readNumberRules(shape);
  const { minimum, maximum } = rules;
  const step = stepOf(rules, isInteger);
  const ends = [align(minimum, step, Math.ceil), align(maximum, step, Math.floor)];
  const [low = Number.NaN, high = Number.NaN] = ends;
  const middle = Number.isFinite(low) && Number.isFinite(high) ? low + (high - low) / 2 : Number.NaN;
  const plain = [1, 0, -1].map((factor) => align(factor * (step ?? 1), step, Math.round));
  const large =
    step === undefined ? Number.MAX_SAFE_INTEGER : align(Number.MAX_SAFE_INTEGER, step, Math.floor);
  const isBounded = Number.isFinite(minimum) || Number.isFinite(maximum);
  const near = (isBounded ? [step ?? 0.01, step ?? 1, 1] : []).flatMap((away) => [low + away, high - away]);
  const examples = shape.examples.filter((one) => typeof one === "number");
  const inside = align(middle, step, Math.round);
  const fractions = isInteger || step !== undefined ? [] : [0.5, 1.5, -0.5];
  const start = Number.isFinite(low) ? low : 0;
  const few = Array.from({ length: 100 }, (_, index) => start + index * (step ?? 1));
  const candidates = [
    ...examples,
    ...plain.slice(0, 1),
    ...ends,
    inside,
    ...(isBounded ? near : [...plain, large]),
    ...fractions,
    ...plain,
  ].map(tidy);
  const fitting = [...new Set(candidates)].filter((value) => fits(shape, rules, value, isInteger));
  // A step that does not divide as floating point numbers are divided leaves few numbers.
  return fitting.length > 0 ? fitting : few.map(tidy).filter((value) => fits(shape, rules, value, isInteger));
}

/** A number of the shape that differs for each index, as far as there are so many. */
export function varyNumber(shape: Shape, type: "number" | "integer", index: number): number | undefined {
  const rules = readNumberRules(shape);
  const step = stepOf(rules, type === "integer") ?? 1;
  const low = align(rules.minimum, step, Math.ceil);
  const high = align(rules.maximum, step, Math.floor);
  const start = Number.isFinite(low) ? low : Number.isFinite(high) ? high : 0;
  const away = (index + 1) * step;
  const value = tidy(Number.isFinite(low) || !Number.isFinite(high) ? start + away : start - away);
  return fits(shape, rules, value, type === "integer") ? value : undefined;
}

function fits(shape: Shape, rules: NumberRules, value: number, isInteger: boolean): boolean {
  return (
    fitsNumber(rules, value) &&
    (!isInteger || Number.isSafeInteger(value)) &&
    !shape.refused.some((one) => !isJsonObject(one) && one === value)
  );
}

function stepOf({ multiples }: NumberRules, isInteger: boolean): number | undefined {
  const steps = isInteger ? [1, ...multiples] : multiples;
  const whole = steps.filter(Number.isInteger);
  const common = whole.reduce((one, other) => (one * other) / divisor(one, other), 1);
  const broken = steps.filter((step) => !Number.isInteger(step));
  return steps.length === 0 ? undefined : Math.max(whole.length > 0 ? common : 0, ...broken);
}

function divisor(one: number, other: number): number {
  return other === 0 ? Math.max(one, 1) : divisor(other, one % other);
}

function align(value: number, step: number | undefined, round: (value: number) => number): number {
  return step === undefined ? value : tidy(round(tidy(value / step)) * step);
}

/** Without what floating point arithmetic leaves behind the last digit that was meant, and without a negative zero. */
function tidy(value: number): number {
  return Number.isInteger(value) ? value + 0 : Number(value.toPrecision(12));
}
