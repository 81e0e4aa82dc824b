import { createOracle, type Oracle, sampleValue } from "@specmill/oracle";
import { isJsonObject, type JsonObject, type JsonValue, resolvePointer } from "@specmill/spec";
import type { Preferences } from "./parse-preferences.ts";
import { sampleByPrism } from "./prism-sample.ts";

/** How an answer that no example gives is made up. */
export interface SampleOptions {
  readonly seed?: number;
  readonly minimal?: boolean;
}

/** Makes up what the schema at a pointer describes in a response; undefined where nothing at all can be made up. */
export type MakeSample = (pointer: string, options: SampleOptions) => JsonValue | undefined;

/**
 * Makes the maker of samples of a bundled document. A sample is what the document allows; one that nobody asks to be
 * made up by a seed is what the schema itself gives as its example, where it gives one.
 */
export function createSamples(document: JsonObject): MakeSample {
  let oracle: Oracle | undefined;
  return (pointer, options) => {
    oracle ??= createOracle(document);
    const isPlain = options.seed === undefined && options.minimal !== true;
    const own = isPlain ? exampleOf(document, pointer) : undefined;
    if (own !== undefined && oracle.allows(pointer, "response", own)) return own;
    const sample = sampleValue(oracle, pointer, "response", options);
    if (sample.kind === "sampled") return sample.value;
    // Better wrong, and told to be, than nothing.
    const schema = resolvePointer(document, pointer);
    return isJsonObject(schema) ? sampleByPrism(schema, document) : undefined;
  };
}

function exampleOf(document: JsonObject, pointer: string): JsonValue | undefined {
  let schema = resolvePointer(document, pointer);
  const seen = new Set<JsonValue | undefined>();
  while (isJsonObject(schema) && !seen.has(schema)) {
    seen.add(schema);
    const { example, examples, $ref: reference } = schema;
    const [first] = Array.isArray(examples) ? examples : [];
    if (example !== undefined || first !== undefined) return example ?? first;
    schema = typeof reference === "string" ? resolvePointer(document, reference) : undefined;
  }
  return undefined;
}

/** What the preferences ask to be made up; undefined where examples are asked for, or nothing. */
export function sampleOptions(
  { dynamic, minimal, seed, example }: Preferences,
  next: () => number,
): SampleOptions | undefined {
  if (example !== undefined || (dynamic !== true && minimal !== true)) return undefined;
  const seeded = seed === undefined ? (dynamic === true ? { seed: next() } : {}) : { seed: seedOf(seed) };
  return { ...seeded, ...(minimal === true ? { minimal } : {}) };
}

/** A number that the same text always gives: the number it is, or its hash (FNV-1a). */
function seedOf(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
