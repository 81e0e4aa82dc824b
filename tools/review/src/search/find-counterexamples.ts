import { contrastSchemas, createArbitrary, type Direction, sampleValue } from "@specmill/oracle";
import type { JsonValue } from "@specmill/spec";
import fc from "fast-check";
import type { Counterexample, SearchResult, SearchSide, Sides } from "./counterexample.ts";
import { exploreValues } from "./explore-values.ts";
import { createSampler } from "./sample-places.ts";
import { readPlaces } from "./schema-places.ts";
import { shrinkToReason } from "./shrink-to-reason.ts";
import { createSite, type SiteSide } from "./site.ts";
import { createTrial, type Hit } from "./trial.ts";

export type { Counterexample, SearchResult, SearchSide } from "./counterexample.ts";

/** By how many characters a typical value has; with a larger one, only what costs less is tried. */
const smallValue = 500;
const largeValue = 3000;
/** Fewer values than these are not enough to be silent about. */
const few = 50;
/** So many values are tried to make all those that were found plainer. */
const mostShrinking = 2000;

/**
 * Values that one side allows and the other refuses: at most one for everything that refuses them, shrunk to the
 * smallest and plainest. Only what the allowing side declares is part of them, although its objects may be open. The
 * same schemas always give the same values.
 */
export function findCounterexamples(
  allowing: SearchSide,
  refusing: SearchSide,
  direction: Direction,
): SearchResult {
  const sides: Sides = { allowing, refusing, direction };
  const problem = [allowing, refusing].map(({ oracle, pointer }) => oracle.explain(pointer, direction));
  const obstacle = problem.find((one) => one !== undefined);
  if (obstacle !== undefined) return { examples: [], tried: 0, obstacle };
  try {
    return search(sides);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { examples: [], tried: 0, obstacle: "the schema refers to itself without end" };
  }
}

function search(sides: Sides): SearchResult {
  const { allowing, refusing, direction } = sides;
  const typical = sampleValue(allowing.oracle, allowing.pointer, direction);
  // What is hard to make is not small.
  const size = typical.kind === "sampled" ? JSON.stringify(typical.value).length : Number.POSITIVE_INFINITY;
  const trial = createTrial(sides);
  const seeds = [allowing, refusing]
    .flatMap((side) => sampleSide(side, direction, size > smallValue ? 4 : 12))
    .filter((value) => trial.put(value));
  const siteOf = ({ oracle, pointer }: SearchSide): SiteSide => ({
    oracle,
    schemas: readPlaces(oracle, [pointer]),
    sampler: createSampler(oracle, direction, size > largeValue ? 12 : 60),
  });
  exploreValues(trial, seeds, createSite(siteOf(allowing), siteOf(refusing)));
  const isFound = () => trial.hits().length > 0;
  if (size <= largeValue && !isFound()) for (const value of drawContrary(sides)) trial.put(value);
  const isLittle = trial.count() > 0 && trial.count() < few && size <= largeValue;
  // To draw from all texts takes its time when it is done first.
  if (isLittle && !isFound()) for (const value of drawAny(sides)) trial.put(value);
  const obstacle = trial.count() === 0 && typical.kind === "none" ? typical.reason : undefined;
  return {
    examples: shrinkHits(sides, trial.hits()),
    tried: trial.count(),
    ...(obstacle === undefined ? {} : { obstacle }),
  };
}

function sampleSide(
  { oracle, pointer }: SearchSide,
  direction: Direction,
  count: number,
): readonly JsonValue[] {
  const seeds = Array.from({ length: count }, (_, seed) => ({ seed }));
  return [{}, { minimal: true }, ...seeds].flatMap((options) => {
    const sample = sampleValue(oracle, pointer, direction, options);
    return sample.kind === "sampled" ? [sample.value] : [];
  });
}

/** Values that are made to be refused. Where none is found at first, to look on takes long and is in vain. */
function drawContrary({ allowing, refusing, direction }: Sides): readonly JsonValue[] {
  const contrast = contrastSchemas(allowing, refusing, direction);
  if (contrast === undefined) return [];
  const first = sampleValue(contrast.oracle, contrast.pointer, direction);
  return first.kind === "none" ? [] : sampleSide(contrast, direction, 4);
}

/** Some of all that is allowed. */
function drawAny({ allowing, direction }: Sides): readonly JsonValue[] {
  const arbitrary = createArbitrary(allowing.oracle, allowing.pointer, direction);
  return fc.sample(arbitrary, { seed: 1, numRuns: 150 });
}

function shrinkHits(sides: Sides, hits: readonly Hit[]): readonly Counterexample[] {
  const share = Math.floor(mostShrinking / Math.max(1, hits.length));
  return hits
    .map(({ value, reason }) => shrinkToReason(sides, value, reason, Math.min(600, share)))
    .sort((one, other) => lengthOf(one) - lengthOf(other));
}

function lengthOf({ value }: Counterexample): number {
  return JSON.stringify(value).length;
}
