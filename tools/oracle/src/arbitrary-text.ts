import fc from "fast-check";
import type { Shape } from "./merge-schema.ts";
import { samplesOfFormat } from "./sample-format.ts";
import { listArbitraries } from "./sample-pattern.ts";
import { sampleTexts, varyText } from "./sample-text.ts";
import { fitsText, readTextRules } from "./text-rules.ts";

/** Strings that programs are known to stumble over. */
export const exoticTexts: readonly string[] = [
  "__proto__",
  "constructor",
  "null",
  "true",
  "0",
  "-0",
  "1e3",
  " ",
  " text ",
  "\"quoted\" 'text' `text`",
  "a\\b/c",
  "a,b;c|d&e=f?g#h%i+j",
  "%20%00%zz",
  "<script>&amp;",
  "\u0000\u0001\u001f\u007f",
  "line\r\nbreak\ttab",
  "\u2028\u2029\ufeff",
  "Zo\u0065\u0301\u0308",
  "ﷺ שלום",
  "😀",
  "👩‍👩‍👧‍👦🏳️‍🌈",
  "日本語",
];

/** Strings of a shape: those that stand for all, those that are hard to handle, and any. */
export function arbitraryText(shape: Shape): fc.Arbitrary<string> | undefined {
  const rules = readTextRules(shape);
  const isFit = (text: string) => fitsText(rules, text);
  const samples = sampleTexts(shape);
  const hasFormat = rules.formats.some((format) => samplesOfFormat(format) !== undefined) || rules.isBase64;
  const varied = fc
    .nat(100_000)
    .map((index) => varyText(shape, index) ?? samples[index % samples.length] ?? "");
  const free = hasFormat
    ? [varied]
    : rules.patterns.length > 0
      ? rules.patterns.flatMap((pattern) => listArbitraries(pattern, rules))
      : listFree(rules.minLength, rules.maxLength);
  const exotic = exoticTexts.filter(isFit);
  const kinds = [
    ...free.filter((arbitrary) => oftenFits(arbitrary, isFit)).map((arbitrary) => arbitrary.filter(isFit)),
    ...(samples.length > 0 ? [fc.constantFrom(...samples)] : []),
    ...(exotic.length > 0 ? [fc.oneof(...exotic.map((text) => shrinkable(text, isFit)))] : []),
  ];
  return kinds.length === 0 ? undefined : fc.oneof(...kinds);
}

/** A word is what it is; of anything else a part may do, and the least part is the one to show. */
function shrinkable(text: string, isFit: (text: string) => boolean): fc.Arbitrary<string> {
  const characters = [...text];
  if (/^[\w-]+$/.test(text) || characters.length === 1) return fc.constant(text);
  const parts = fc.subarray(characters).map((chosen) => chosen.join(""));
  return oftenFits(parts, isFit) ? fc.oneof(fc.constant(text), parts.filter(isFit)) : fc.constant(text);
}

/** To make one takes longer than to draw many a text from it. */
const freeTexts = new Map<string, readonly fc.Arbitrary<string>[]>();

function listFree(minLength: number, maxLength: number): readonly fc.Arbitrary<string>[] {
  const key = `${minLength} ${maxLength}`;
  const known = freeTexts.get(key) ?? makeFree(minLength, maxLength);
  freeTexts.set(key, known);
  return known;
}

function makeFree(minLength: number, maxLength: number): readonly fc.Arbitrary<string>[] {
  if (minLength > maxLength) return [];
  const longest = Math.max(minLength, 1000);
  const most = Math.min(maxLength, longest);
  const bounds = { minLength, maxLength: Math.min(maxLength, Math.max(minLength + 10, 40)) };
  return [
    fc.string({ ...bounds, unit: "grapheme-ascii" }),
    fc.string({ ...bounds, unit: "binary" }),
    fc.string({ minLength, maxLength: most, unit: "grapheme-ascii", size: "max" }),
  ];
}

/** Whether so much of what an arbitrary makes is good that the rest can be thrown away. */
export function oftenFits<T>(arbitrary: fc.Arbitrary<T>, isFit: (value: T) => boolean): boolean {
  const values = fc.sample(arbitrary, { seed: 7, numRuns: 30 });
  return values.filter(isFit).length >= 5;
}
