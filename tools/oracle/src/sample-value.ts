import type { JsonValue } from "@specmill/spec";
import { readShape, type Shape } from "./merge-schema.ts";
import type { Direction, Fault, Oracle } from "./oracle.ts";
import { createDrawing } from "./sample-draw.ts";
import { heightOf } from "./sample-height.ts";
import type { Place, Repair } from "./sample-place.ts";

export interface SampleOptions {
  /** Whose turn it is at every choice; without it, the typical value is made. */
  readonly seed?: number;
  /** Only what is required, and empty arrays. */
  readonly minimal?: boolean;
}

export type Sample =
  | { readonly kind: "sampled"; readonly value: JsonValue }
  | { readonly kind: "none"; readonly reason: string };

const maximumTries = 40;
/** How many values an object with all that it contains may have, before only the required ones are drawn. */
const room = 1500;

/**
 * Makes a value that the oracle allows. Without a seed it is the typical one: examples, defaults, the first branch,
 * everything that is optional. With the seeds 0, 1, 2 … every choice that the schema leaves takes its turn.
 *
 * @param pointer - where the schema stands in the oracle's document
 * @returns `none` where the schema does not compile, allows nothing, or nothing was found in a bounded number of tries
 */
export function sampleValue(
  oracle: Oracle,
  pointer: string,
  direction: Direction,
  { seed, minimal = false }: SampleOptions = {},
): Sample {
  const problem = oracle.explain(pointer, direction);
  if (problem !== undefined) return { kind: "none", reason: problem };
  try {
    return search(oracle, pointer, direction, { path: "", turn: seed, isMinimal: minimal, room });
  } catch (error) {
    // A schema that is checked by checking itself never comes to an answer.
    if (error instanceof RangeError)
      return { kind: "none", reason: "the schema refers to itself without end" };
    throw error;
  }
}

function search(oracle: Oracle, pointer: string, direction: Direction, place: Place): Sample {
  const shape = readShape(oracle, pointer, direction);
  const isEndless = heightOf(shape) === Number.POSITIVE_INFINITY;
  const repairs = new Map<string, Repair>();
  let faults: readonly Fault[] = [];
  for (let tries = 0; tries < maximumTries && !isEndless; tries++) {
    const drawing = createDrawing(repairs);
    const value = drawing.draw(shape, place);
    if (value !== undefined && oracle.allows(pointer, direction, value)) return { kind: "sampled", value };
    faults = value === undefined ? [] : oracle.judge(pointer, direction, value);
    learn(repairs, drawing.copied, faults, tries);
  }
  const simple = simpleValues.find((value) => oracle.allows(pointer, direction, value));
  if (simple !== undefined) return { kind: "sampled", value: simple };
  return { kind: "none", reason: explainNone(shape, isEndless, faults) };
}

const simpleValues: readonly JsonValue[] = [null, "text", "", 0, 1, 0.5, true, false, {}, []];

/** Has what the oracle refused be drawn differently next time, and more and more of what is around it. */
function learn(
  repairs: Map<string, Repair>,
  copied: ReadonlySet<string>,
  faults: readonly Fault[],
  tries: number,
): void {
  const places = new Set(faults.map(({ at }) => findCopied(copied, at)));
  for (const path of [...places]) {
    const before = repairs.get(path)?.tries ?? 0;
    if (before > 0 && before % 5 === 0) places.add(path.slice(0, Math.max(0, path.lastIndexOf("/"))));
  }
  if (places.size === 0 || tries % 8 === 7) places.add("");
  for (const path of places) {
    const { tries: before, keepsHidden } = repairs.get(path) ?? { tries: 0, keepsHidden: false };
    const isAsked = faults.some(({ at, keyword }) => keyword === "required" && at === path);
    repairs.set(path, { tries: before + 1, keepsHidden: keepsHidden || isAsked });
  }
}

/** The example that a place is within; else the place itself. */
function findCopied(copied: ReadonlySet<string>, path: string): string {
  const around = [...copied].filter((one) => path === one || path.startsWith(`${one}/`));
  return around[0] ?? path;
}

function explainNone(shape: Shape, isEndless: boolean, faults: readonly Fault[]): string {
  if (shape.conflict !== undefined) return shape.conflict;
  if (isEndless) return "every value of this schema contains another one of it, or breaks a part of it";
  const [fault] = faults;
  const last = fault === undefined ? "" : `; at last ${fault.pointer} was broken: ${fault.message}`;
  return `no value was found in ${maximumTries} tries${last}`;
}
