import type { Shape } from "./merge-schema.ts";
import { readObjectRules } from "./object-rules.ts";
import { samplePattern } from "./sample-pattern.ts";
import { sampleTexts, varyText } from "./sample-text.ts";
import { fitsText, readTextRules, type TextRules } from "./text-rules.ts";

const anyName: TextRules = {
  minLength: 0,
  maxLength: Number.POSITIVE_INFINITY,
  patterns: [],
  refusedPatterns: [],
  refused: new Set(),
  formats: [],
  isBase64: false,
};

/**
 * Names for properties that a shape does not name.
 *
 * @param pattern - the one of `patternProperties` that they match; any name where it is undefined
 * @param count - how many are asked for; there may be more or fewer
 */
export function listNames(shape: Shape, pattern: string | undefined, count: number): readonly string[] {
  const { propertyNames } = readObjectRules(shape);
  const rules = propertyNames === undefined ? anyName : readTextRules(propertyNames);
  if (pattern !== undefined)
    return samplePattern(pattern, { ...rules, patterns: [...rules.patterns, pattern] });
  const indexes = Array.from({ length: count + 1 }, (_, index) => index);
  const plain = indexes.map((index) => `property${index + 1}`).filter((name) => fitsText(rules, name));
  if (propertyNames === undefined) return plain;
  const values = listTextValues(propertyNames);
  if (values !== undefined) return values;
  const varied = indexes.map((index) => varyText(propertyNames, index)).filter((name) => name !== undefined);
  return [...plain, ...sampleTexts(propertyNames).filter((name) => name !== ""), ...varied];
}

/** The names that an enumeration allows, also where it is within a branch. */
function listTextValues(shape: Shape): readonly string[] | undefined {
  if (shape.values !== undefined) return shape.values.filter((value) => typeof value === "string");
  const [group] = shape.groups;
  const lists = group?.options.flatMap((_, option) => listTextValues(shape.decide(group, option)) ?? []);
  return lists !== undefined && lists.length > 0 ? lists : undefined;
}
