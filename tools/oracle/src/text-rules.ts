import { fullFormats } from "ajv-formats/dist/formats.js";
import { memoize } from "./memoize.ts";
import type { Shape } from "./merge-schema.ts";
import { numbersOf, toRegExp } from "./object-rules.ts";

/** What a shape says of strings. */
export interface TextRules {
  /** In code points, as JSON Schema counts. */
  readonly minLength: number;
  readonly maxLength: number;
  readonly patterns: readonly string[];
  /** What no string may match. */
  readonly refusedPatterns: readonly string[];
  readonly refused: ReadonlySet<unknown>;
  readonly formats: readonly string[];
  readonly isBase64: boolean;
}

export const readTextRules: (shape: Shape) => TextRules = memoize(({ schemas, refused }) => {
  const formats = schemas.flatMap(({ schema: { format } }) => (typeof format === "string" ? [format] : []));
  return {
    minLength: Math.max(0, ...numbersOf(schemas, "minLength")),
    maxLength: Math.min(...numbersOf(schemas, "maxLength")),
    patterns: distinct(schemas.map(({ schema }) => schema["pattern"])),
    refusedPatterns: distinct(schemas.map(({ schema }) => readRefusedPattern(schema["not"]))),
    refused: new Set(refused),
    formats: distinct(formats),
    isBase64: schemas.some(({ schema }) => schema["contentEncoding"] === "base64"),
  };
});

function readRefusedPattern(not: unknown): unknown {
  return typeof not === "object" && not !== null && "pattern" in not ? not.pattern : undefined;
}

function distinct(values: readonly unknown[]): readonly string[] {
  return [...new Set(values.filter((value) => typeof value === "string"))];
}

/** Whether a string is as long as it should be, and of the patterns and formats that it should be of. */
export function fitsText(rules: TextRules, text: string): boolean {
  const length = countCodePoints(text);
  return (
    length >= rules.minLength &&
    length <= rules.maxLength &&
    !rules.refused.has(text) &&
    rules.patterns.every((pattern) => toRegExp(pattern)?.test(text) ?? true) &&
    !rules.refusedPatterns.some((pattern) => toRegExp(pattern)?.test(text)) &&
    rules.formats.every((format) => isOfFormat(format, text))
  );
}

function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

const formats = new Map(Object.entries(fullFormats));

/** Whether the oracle takes a string to be of a format; it does for formats that it does not know. */
function isOfFormat(name: string, text: string): boolean {
  const format = formats.get(name);
  const validate = typeof format === "object" && "validate" in format ? format.validate : format;
  if (validate instanceof RegExp) return validate.test(text);
  if (typeof format === "object" && "type" in format && format.type === "number") return true;
  // The formats of numbers are gone by now, so that what is left are functions of strings.
  return typeof validate === "function" ? Boolean(Reflect.apply(validate, undefined, [text])) : true;
}
