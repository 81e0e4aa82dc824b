import { sampleRuledTexts, type TextRules } from "@specmill/oracle";
import { isJsonObject } from "@specmill/spec";
import { hasType } from "./number-values.ts";
import type { SchemaPlace } from "./schema-places.ts";

/** Longer texts cost more than they show. */
const longest = 100_000;

/** Texts on both sides of everything that the refusing side says of texts, as the allowing side may have them. */
export function listTexts(
  allowing: readonly SchemaPlace[],
  refusing: readonly SchemaPlace[],
): readonly string[] {
  const isText = [...allowing, ...refusing].some(
    ({ schema: { type, minLength, maxLength, pattern, format } }) =>
      hasType(type, "string") || [minLength, maxLength, pattern, format].some((one) => one !== undefined),
  );
  if (!isText) return [];
  const lengths = listLengths([...allowing, ...refusing]);
  const rules = distinctRules([readRules(allowing), ...allowing.map((place) => readRules([place]))]);
  const others = distinctRules(refusing.map((place) => readRules([place])));
  const refused = others.flatMap(({ patterns }) => patterns);
  const formats = [...new Set([...rules, ...others].flatMap((one) => one.formats))];
  const sized = rules.flatMap((one) =>
    lengths.flatMap((length) =>
      sampleRuledTexts({ ...one, minLength: length, maxLength: length }).slice(0, 2),
    ),
  );
  const contrary = rules.flatMap((one) =>
    refused.flatMap((pattern) =>
      one.patterns.includes(pattern)
        ? []
        : sampleRuledTexts({ ...one, refusedPatterns: [pattern] }).slice(0, 3),
    ),
  );
  const typical = [...rules, ...others].flatMap((one) => sampleRuledTexts(one).slice(0, 6));
  const formatted = formats.flatMap((format) => sampleRuledTexts({ ...freeRules, formats: [format] }));
  return [...new Set([...plainTexts, ...contrary, ...sized, ...typical, ...formatted])];
}

/** Of all sorts: letters, digits, signs, other scripts, and what looks like something else. */
export const plainTexts: readonly string[] = [
  ...[
    "",
    "a",
    "A",
    "0",
    " ",
    "-",
    "_",
    ".",
    "/",
    "é",
    "😀",
    "aa",
    "a1",
    "a b",
    "A-0",
    "text",
    "TEXT",
    "Text",
    "1a",
  ],
  ...[
    "z",
    "Z",
    "9",
    "00",
    "12",
    "123",
    "1234567890",
    "-1",
    "1.5",
    "1e3",
    "0x1f",
    "true",
    "null",
    "a.b",
    "a-b",
    "a_b",
  ],
  ...[
    "a/b",
    "a:b",
    "a@b",
    "a,b",
    "a+b",
    "#",
    "$",
    "%20",
    "&",
    "*",
    "(a)",
    "[a]",
    "{a}",
    "<a>",
    '"a"',
    "'a'",
    "\\",
    "a ",
  ],
  ...[
    " a",
    "\n",
    "a\nb",
    "\t",
    "\u0000",
    "\u200b",
    "ß",
    "日本語",
    "שלום",
    "aaa",
    "a".repeat(10),
    "a".repeat(300),
  ],
];

function listLengths(places: readonly SchemaPlace[]): readonly number[] {
  const lengths = places.flatMap(({ schema: { minLength, maxLength } }) => [minLength, maxLength]);
  const near = lengths.flatMap((length) =>
    typeof length === "number" ? [length, length - 1, length + 1] : [],
  );
  return [...new Set(near)]
    .filter((length) => length >= 0 && length <= longest)
    .sort((one, other) => one - other);
}

const freeRules: TextRules = {
  minLength: 0,
  maxLength: Number.POSITIVE_INFINITY,
  patterns: [],
  refusedPatterns: [],
  refused: new Set(),
  formats: [],
  isBase64: false,
};

function readRules(places: readonly SchemaPlace[]): TextRules {
  const texts = (keyword: string) =>
    places.flatMap(({ schema: { [keyword]: value } }) => (typeof value === "string" ? [value] : []));
  const numbers = (keyword: string) =>
    places.flatMap(({ schema: { [keyword]: value } }) => (typeof value === "number" ? [value] : []));
  return {
    ...freeRules,
    minLength: Math.max(0, ...numbers("minLength")),
    maxLength: Math.min(...numbers("maxLength")),
    patterns: [...new Set(texts("pattern"))],
    refusedPatterns: places.flatMap(({ schema: { not } }) =>
      isJsonObject(not) && typeof not["pattern"] === "string" ? [not["pattern"]] : [],
    ),
    formats: [...new Set(texts("format"))],
  };
}

function distinctRules(rules: readonly TextRules[]): readonly TextRules[] {
  return [...new Map(rules.map((one) => [JSON.stringify({ ...one, refused: [] }), one])).values()].slice(
    0,
    12,
  );
}

/** Texts of a pattern, the typical one first. */
export function textsOfPattern(pattern: string): readonly string[] {
  return sampleRuledTexts({ ...freeRules, patterns: [pattern] });
}
