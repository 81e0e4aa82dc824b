import { type Direction, type Oracle, sampleValue } from "@specmill/oracle";
import { type JsonValue, joinPointer } from "@specmill/spec";
import type { Part } from "../change.ts";
import type { Counterexample, Sides } from "./counterexample.ts";
import { addMember, keysOf, memberOf, type ValuePath } from "./edit-value.ts";
import { explainRefusal, type Refusal } from "./explain-refusal.ts";
import { createSampler, listOptions, type Sampler } from "./sample-places.ts";
import { readPlaces, type SchemasAt } from "./schema-places.ts";
import { shrinkToReason } from "./shrink-to-reason.ts";
import { listNames } from "./site.ts";
import { textsOfPattern } from "./text-values.ts";

/** So many wholes are tried around a value. */
const mostTries = 200;

/**
 * The smallest whole value of a part of an operation, such as a body, in which a counterexample for one of its inner
 * schemas stands at its place: one that the allowing side allows, and the other refuses for what is at this place.
 *
 * @returns undefined where none was found
 */
export function placeValue(
  { schemas, path }: Part,
  value: JsonValue,
  direction: Direction,
  base: Oracle,
  head: Oracle,
): Counterexample | undefined {
  const old = { oracle: base, pointer: schemas.base };
  const young = { oracle: head, pointer: schemas.head };
  const sides: Sides =
    direction === "request"
      ? { allowing: old, refusing: young, direction }
      : { allowing: young, refusing: old, direction };
  if ([old, young].some(({ oracle, pointer }) => oracle.explain(pointer, direction) !== undefined))
    return undefined;
  try {
    return findWhole(sides, value, path);
  } catch (error) {
    // A schema that is checked by checking itself never comes to an answer.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function findWhole(sides: Sides, value: JsonValue, path: readonly string[]): Counterexample | undefined {
  const { allowing, direction } = sides;
  const sampler = createSampler(allowing.oracle, direction, 40);
  const start = readPlaces(allowing.oracle, [allowing.pointer]);
  let left = mostTries;
  for (const whole of path.length === 0 ? [null] : sampleWholes(sides)) {
    for (const { planted, at } of plant({ current: whole, path, schemas: start }, value, sampler)) {
      if (left-- <= 0) return undefined;
      if (!allowing.oracle.allows(allowing.pointer, direction, planted)) continue;
      const refusals = explainRefusal(sides, planted);
      const reason = findWithin(refusals, at);
      if (reason !== undefined) return shrinkToReason(sides, planted, reason);
    }
  }
  return undefined;
}

function* sampleWholes({ allowing, direction }: Sides): Generator<JsonValue> {
  const turns = [{ minimal: true }, {}, ...Array.from({ length: 12 }, (_, seed) => ({ seed }))];
  for (const options of turns) {
    const sample = sampleValue(allowing.oracle, allowing.pointer, direction, options);
    if (sample.kind === "sampled") yield sample.value;
  }
}

/** The refusal that is about what stands at a place, or in it. */
function findWithin(refusals: readonly Refusal[], at: ValuePath): string | undefined {
  const pointer = joinPointer("", ...at);
  const found = refusals.find(({ faults }) =>
    faults.some((fault) => fault.at === pointer || fault.at.startsWith(`${pointer}/`)),
  );
  return found?.reason;
}

interface Bed {
  /** What stands there, or would; undefined where there is nothing. */
  readonly current: JsonValue | undefined;
  /** The way on. */
  readonly path: readonly string[];
  readonly schemas: SchemasAt;
}

interface Planted {
  readonly planted: JsonValue;
  readonly at: ValuePath;
}

/** A value with another one at the end of a path, for each member where `*` is any. */
function* plant({ current, path, schemas }: Bed, value: JsonValue, sampler: Sampler): Generator<Planted> {
  const [step, ...rest] = path;
  if (step === undefined) {
    yield { planted: value, at: [] };
    return;
  }
  for (const bed of listBeds(current, schemas, sampler)) {
    for (const key of listKeys(bed, step, schemas)) {
      const isItem = Array.isArray(bed);
      const below = schemas.below(key, isItem);
      const inner = {
        current: memberOf(bed, key) ?? sampler.sampleEach(below)[0],
        path: rest,
        schemas: below,
      };
      for (const { planted, at } of plant(inner, value, sampler)) {
        yield { planted: putMember(bed, key, planted), at: [key, ...at] };
      }
    }
  }
}

/** What a member can be put in: what is there, or what another branch has there. */
function* listBeds(
  current: JsonValue | undefined,
  schemas: SchemasAt,
  sampler: Sampler,
): Generator<JsonValue> {
  const isBed = (value: JsonValue | undefined) => typeof value === "object" && value !== null;
  if (current !== undefined && isBed(current)) yield current;
  for (const pointer of [...listOptions(schemas), ...schemas.roots]) {
    yield* sampler.sample(pointer).slice(0, 2).filter(isBed);
  }
}

function listKeys(bed: JsonValue, step: string, { places }: SchemasAt): readonly string[] {
  if (Array.isArray(bed)) {
    if (step !== "*") return /^\d+$/.test(step) && Number(step) <= bed.length ? [step] : [];
    return Array.from({ length: Math.min(8, bed.length + 1) }, (_, index) => String(index));
  }
  if (step !== "*") return [step];
  const declared = listNames(places, "properties");
  const others = keysOf(bed).filter((name) => !declared.includes(name));
  const patterns = listNames(places, "patternProperties").flatMap((pattern) =>
    textsOfPattern(pattern).slice(0, 1),
  );
  return [...others.slice(0, 4), ...patterns, "other"];
}

function putMember(bed: JsonValue, key: string, member: JsonValue): JsonValue {
  return Array.isArray(bed) ? bed.toSpliced(Number(key), 1, member) : addMember(bed, key, member);
}
