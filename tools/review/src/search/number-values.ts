import type { JsonValue } from "@specmill/spec";
import type { SchemaPlace } from "./schema-places.ts";

const mostMembers = 200;

/** Values that schemas name: of enumerations, constants, defaults and examples. */
export function listNamed(places: readonly SchemaPlace[]): readonly JsonValue[] {
  return places.flatMap(({ schema }) => {
    const { enum: values, const: constant, default: fallback, example, examples } = schema;
    const extensible = schema["x-extensible-enum"];
    const single = [constant, fallback, example].filter((one) => one !== undefined);
    return [values, examples, extensible]
      .flatMap((list) => (Array.isArray(list) ? list.slice(0, mostMembers) : []))
      .concat(single);
  });
}

/** A value of every type. */
export const plainValues: readonly JsonValue[] = [null, "a", 1, 0.5, true, false, {}, [], 0, -1, ""];

/** Numbers on both sides of everything that schemas say of numbers. */
export function listNumbers(places: readonly SchemaPlace[]): readonly number[] {
  const numbers = (keyword: string) =>
    places.flatMap(({ schema: { [keyword]: value } }) => (typeof value === "number" ? [value] : []));
  const bounds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"].flatMap(numbers);
  const steps = numbers("multipleOf").filter((step) => step > 0);
  const isNumeric =
    bounds.length + steps.length > 0 ||
    places.some(({ schema: { type } }) => ["integer", "number"].some((one) => hasType(type, one)));
  if (!isNumeric) return [];
  const sized = places.some(({ schema: { format } }) => typeof format === "string");
  const near = bounds.flatMap((bound) => [
    bound,
    bound - 1,
    bound + 1,
    bound - 0.5,
    bound + 0.5,
    bound - 0.01,
    bound + 0.01,
  ]);
  const multiples = steps.flatMap((step) =>
    [0, ...bounds].flatMap((bound) =>
      [-2, -1, 0, 1, 2, 3, 5].map((away) => (Math.round(bound / step) + away) * step),
    ),
  );
  const large = [10, 100, 1000, -100, 1_000_000, 2 ** 31, -(2 ** 31) - 1, Number.MAX_SAFE_INTEGER];
  const all = [
    ...near,
    ...multiples,
    0,
    1,
    2,
    3,
    -1,
    0.5,
    1.5,
    ...(sized || bounds.length > 0 ? large : large.slice(0, 4)),
  ];
  return [...new Set(all.map(tidy))].filter((number) => Number.isFinite(number) && !Object.is(number, -0));
}

/** Without what floating point arithmetic leaves behind the last digit that was meant. */
function tidy(value: number): number {
  return Number.isInteger(value) ? value + 0 : Number(value.toPrecision(12));
}

/** Whether a schema's `type` names a type. */
export function hasType(type: JsonValue | undefined, name: string): boolean {
  return type === name || (Array.isArray(type) && type.includes(name));
}
