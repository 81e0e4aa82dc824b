import type { JsonValue } from "@specmill/spec";
import fc from "fast-check";
import { arbitraryArray } from "./arbitrary-array.ts";
import { arbitraryNumber } from "./arbitrary-number.ts";
import { arbitraryObject, type Build } from "./arbitrary-object.ts";
import { arbitraryText, oftenFits } from "./arbitrary-text.ts";
import type { JsonType } from "./json-types.ts";
import { isNesting, readShape, type Shape } from "./merge-schema.ts";
import type { Direction, Oracle } from "./oracle.ts";
import { heightOf } from "./sample-height.ts";
import { sampleValue } from "./sample-value.ts";

/** How deep values nest beyond what they have to. */
const depth = 4;

/**
 * A fast-check arbitrary of the values that the oracle allows, which shrinks. What it makes can be written as JSON and
 * read again without a difference.
 *
 * @param pointer - where the schema stands in the oracle's document
 * @throws Error where the schema has no value: ask `sampleValue` first
 */
export function createArbitrary(
  oracle: Oracle,
  pointer: string,
  direction: Direction,
): fc.Arbitrary<JsonValue> {
  const sample = sampleValue(oracle, pointer, direction);
  if (sample.kind === "none") throw new Error(`${pointer} has no value: ${sample.reason}`);
  const shape = readShape(oracle, pointer, direction);
  const isAllowed = (value: JsonValue) => oracle.allows(pointer, direction, value);
  const free = createBuild()(shape, heightOf(shape) + depth);
  // A filter that lets next to nothing pass would search for ever.
  if (free !== undefined && oftenFits(free, isAllowed)) return free.filter(isAllowed);
  const samples = Array.from({ length: 50 }, (_, seed) => sampleValue(oracle, pointer, direction, { seed }));
  return fc.constantFrom(
    sample.value,
    ...samples.flatMap((one) => (one.kind === "sampled" ? [one.value] : [])),
  );
}

function createBuild(): Build {
  const known = new Map<string, fc.Arbitrary<JsonValue>>();
  const build: Build = (shape, left) => {
    if (heightOf(shape) === Number.POSITIVE_INFINITY) return undefined;
    const inner = Math.max(0, left);
    const key = `${inner} ${shape.key}`;
    const made =
      known.get(key) ??
      (isNesting(shape) ? later(() => buildAny(shape, inner, build)) : buildAny(shape, inner, build));
    if (made !== undefined) known.set(key, made);
    return made;
  };
  return build;
}

/** Is built when it is first drawn from: most of a large document is never reached. */
function later(make: () => fc.Arbitrary<JsonValue> | undefined): fc.Arbitrary<JsonValue> {
  let made: fc.Arbitrary<JsonValue> | undefined;
  return fc.constant(null).chain(() => {
    made ??= make() ?? fc.constant(null);
    return made;
  });
}

function buildAny(shape: Shape, left: number, build: Build): fc.Arbitrary<JsonValue> | undefined {
  if (!shape.isNullable) return buildPresent(shape, left, build);
  if (left <= 0 && isNesting(shape)) return fc.constant(null);
  const present = buildPresent(shape, left, build);
  return present === undefined ? fc.constant(null) : fc.option(present, { freq: 4 });
}

/** What is not null by `nullable` alone. */
function buildPresent(shape: Shape, left: number, build: Build): fc.Arbitrary<JsonValue> | undefined {
  if (shape.conflict !== undefined) return undefined;
  if (shape.values !== undefined)
    return shape.values.length === 0 ? undefined : fc.constantFrom(...shape.values);
  const [group] = shape.groups;
  if (group === undefined)
    return oneOf(listTypes(shape, left).map((type) => buildType(shape, type, left, build)));
  const options = [...group.options.keys()].map((option) => shape.decide(group, option));
  const lowest = Math.min(...options.map(heightOf));
  const reached = options.filter((option) =>
    left <= 0 ? heightOf(option) === lowest : heightOf(option) < Number.POSITIVE_INFINITY,
  );
  return oneOf(reached.map((option) => buildPresent(option, left, build)));
}

function listTypes({ types }: Shape, left: number): readonly JsonType[] {
  const flat = types.filter((type) => type !== "object" && type !== "array");
  return left <= 0 && flat.length > 0 ? flat : types;
}

function buildType(
  shape: Shape,
  type: JsonType,
  left: number,
  build: Build,
): fc.Arbitrary<JsonValue> | undefined {
  switch (type) {
    case "object":
      return arbitraryObject(shape, left, build);
    case "array":
      return arbitraryArray(shape, left, build);
    case "string":
      return arbitraryText(shape);
    case "integer":
    case "number":
      return arbitraryNumber(shape, type);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
  }
}

function oneOf(
  arbitraries: readonly (fc.Arbitrary<JsonValue> | undefined)[],
): fc.Arbitrary<JsonValue> | undefined {
  const made = arbitraries.filter((arbitrary) => arbitrary !== undefined);
  return made.length > 1 ? fc.oneof(...made) : made[0];
}
