import { memoize } from "./memoize.ts";
import type { Shape } from "./merge-schema.ts";
import { samplesOfFormat } from "./sample-format.ts";
import { samplePattern } from "./sample-pattern.ts";
import { fitsText, readTextRules, type TextRules } from "./text-rules.ts";

/** A longer string than this is not worth its while, even where a schema allows it. */
const longest = 100_000;

/** Strings of a shape that stand for all of them: the typical one, the shortest, the longest, and each kind. */
export const sampleTexts: (shape: Shape) => readonly string[] = memoize((shape) => {
  const rules = readTextRules(shape);
  const examples = shape.examples.filter((one) => typeof one === "string");
  const texts = [...examples, ...listTexts(rules)].filter((text) => fitsText(rules, text));
  return [...new Set(texts)];
});

/** Strings that keep to rules, the typical one first: none where none was found. */
export function sampleRuledTexts(rules: TextRules): readonly string[] {
  return [...new Set(listTexts(rules))].filter((text) => fitsText(rules, text));
}

function listTexts(rules: TextRules): readonly string[] {
  const { minLength, maxLength, patterns, formats, isBase64 } = rules;
  const kinds = [...formats, ...(isBase64 ? ["byte"] : [])]
    .map(samplesOfFormat)
    .filter((kind) => kind !== undefined);
  const fromFormats = kinds.flatMap(({ variants, vary }) => [...variants, ...[1, 2, 3].map(vary)]);
  const usual = fromFormats.filter((text) => fitsText(rules, text));
  const fitting = usual.length === 0 && kinds.length > 0 ? listPadded(rules) : usual;
  const [pattern] = patterns;
  if (fitting.some((text) => fitsText(rules, text))) return fitting;
  if (pattern !== undefined) {
    const samples = samplePattern(pattern, rules);
    const typical = samples[Math.floor(samples.length / 2)];
    const ends = [samples[0], samples.at(-1), ...samples.slice(1, 4)];
    return [typical, ...ends].filter((text) => text !== undefined);
  }
  const ends = [minLength, maxLength === Number.POSITIVE_INFINITY ? minLength + 300 : maxLength];
  const typical = Math.min(Math.max(4, minLength), maxLength);
  return [typical, ...ends].filter((length) => length <= longest).map(plainText);
}

/** For a format that its usual strings are too short or too long for. */
function listPadded({ minLength, maxLength, formats, isBase64 }: TextRules): readonly string[] {
  const length = Math.min(Math.max(minLength, 4), Math.min(maxLength, longest));
  if (isBase64 || formats.includes("byte")) {
    const rest = length % 4;
    return ["A".repeat(rest === 0 ? length : length + 4 - rest), "A".repeat(length - rest)];
  }
  const fill = (start: string, end: string) =>
    start + plainText(Math.max(0, length - start.length - end.length)) + end;
  const labels = "text.".repeat(Math.ceil(length / 5));
  return [
    fill("a@b.", ""),
    `${labels.slice(0, Math.max(0, length - 1))}t`,
    fill("https://example.com/", ""),
    fill("a:", ""),
    fill("/", ""),
    plainText(length),
    "a@b.co",
  ];
}

/** A string of the shape that differs for each index, as far as that is easy to find. */
export function varyText(shape: Shape, index: number): string | undefined {
  const rules = readTextRules(shape);
  const kinds = rules.formats.map(samplesOfFormat).filter((kind) => kind !== undefined);
  const [pattern] = rules.patterns;
  const made = [
    ...kinds.map(({ vary }) => vary(index)),
    ...(pattern === undefined ? [] : [samplePattern(pattern, rules)[index]]),
    `text${index}`,
    `text${index}`.padEnd(rules.minLength, "-"),
    index.toString(36).padStart(Math.max(rules.minLength, 1), "a"),
  ];
  return made.find((text) => text !== undefined && fitsText(rules, text));
}

/** Text of any length that means the same in a path, a query and a header as in a body. */
function plainText(length: number): string {
  return "text".repeat(Math.ceil(length / 4)).slice(0, length);
}
