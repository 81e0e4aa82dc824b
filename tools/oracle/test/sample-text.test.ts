import { expect, test } from "vitest";
import { sampleRuledTexts } from "../src/sample-text.ts";
import { fitsText, type TextRules } from "../src/text-rules.ts";

const free: TextRules = {
  minLength: 0,
  maxLength: Number.POSITIVE_INFINITY,
  patterns: [],
  refusedPatterns: [],
  refused: new Set(),
  formats: [],
  isBase64: false,
};

test.each<{ readonly name: string; readonly rules: Partial<TextRules> }>([
  { name: "of one length", rules: { minLength: 7, maxLength: 7 } },
  {
    name: "of a pattern and one length",
    rules: { patterns: ["^[A-Z]{2}\\d*$"], minLength: 12, maxLength: 12 },
  },
  { name: "of one pattern and not of another", rules: { patterns: ["^a+$"], refusedPatterns: ["^a{1,5}$"] } },
  { name: "of a format", rules: { formats: ["email"] } },
])("texts $name keep to it", ({ rules }) => {
  const texts = sampleRuledTexts({ ...free, ...rules });
  expect(texts.length).toBeGreaterThan(0);
  for (const text of texts) expect(fitsText({ ...free, ...rules }, text)).toBe(true);
});

test("there are no texts where rules contradict each other", () => {
  expect(sampleRuledTexts({ ...free, patterns: ["^a$"], minLength: 2 })).toEqual([]);
});
