import { ab, array, integer, type KeywordRow, number, object, text } from "./keyword-parts.ts";

/** Edits of the keywords of validation. */
export const validationRows: readonly KeywordRow[] = [
  // Validation
  {
    keyword: "type",
    edit: "another",
    base: text,
    head: integer,
    want: [
      "request-type different | breaking proved | breaking proved",
      "response-type different | breaking proved | breaking proved",
    ],
  },
  {
    keyword: "type",
    edit: "null too",
    base: text,
    head: { type: ["string", "null"] },
    want: [
      "request-type wider | compatible derived | compatible derived",
      "response-type wider | breaking proved | breaking proved",
    ],
  },
  {
    keyword: "type",
    edit: "null no more",
    base: { type: ["string", "null"] },
    head: text,
    want: [
      "request-type narrower | breaking proved | breaking proved",
      "response-type narrower | compatible derived | compatible derived",
    ],
  },
  {
    keyword: "type",
    edit: "whole numbers only",
    base: number,
    head: integer,
    want: [
      "request-type narrower | breaking proved | note",
      "response-type narrower | compatible derived | note",
    ],
  },
  {
    keyword: "enum",
    edit: "added",
    base: text,
    head: { ...text, enum: ["a", "b"] },
    want: [
      "request-enum narrower | breaking proved | breaking proved",
      "response-enum narrower | compatible derived | compatible derived",
    ],
  },
  {
    keyword: "enum",
    edit: "a value more",
    base: { ...text, enum: ["a"] },
    head: { ...text, enum: ["a", "b"] },
    want: [
      "request-enum wider | compatible derived | compatible derived",
      "response-enum wider | breaking proved | breaking proved",
    ],
  },
  {
    keyword: "enum",
    edit: "a value less",
    base: { ...text, enum: ["a", "b"] },
    head: { ...text, enum: ["a"] },
    want: [
      "request-enum narrower | breaking proved | breaking proved",
      "response-enum narrower | compatible derived | compatible derived",
    ],
  },
  {
    keyword: "const",
    edit: "another",
    base: { const: "a" },
    head: { const: "b" },
    want: [
      "request-enum different | breaking proved | breaking proved",
      "response-enum different | breaking proved | breaking proved",
    ],
  },
  {
    keyword: "const",
    edit: "for an enum of one",
    base: { ...text, enum: ["a"] },
    head: { ...text, const: "a" },
    want: [],
  },
  {
    keyword: "multipleOf",
    edit: "a multiple",
    base: { ...number, multipleOf: 0.5 },
    head: { ...number, multipleOf: 1.5 },
    want: [
      "request-multiple-of narrower | breaking proved | note",
      "response-multiple-of narrower | compatible derived | note",
    ],
  },
  {
    keyword: "maximum",
    edit: "lower",
    base: { ...number, maximum: 40 },
    head: { ...number, maximum: 20 },
    want: [
      "request-maximum narrower | breaking proved | note",
      "response-maximum narrower | compatible derived | note",
    ],
  },
  {
    keyword: "exclusiveMaximum",
    edit: "for maximum",
    base: { ...number, maximum: 20 },
    head: { ...number, exclusiveMaximum: 20 },
    want: [
      "request-maximum narrower | breaking proved | note",
      "response-maximum narrower | compatible derived | note",
    ],
  },
  {
    keyword: "minimum",
    edit: "higher",
    base: { ...number, minimum: 1 },
    head: { ...number, minimum: 2 },
    want: [
      "request-minimum narrower | breaking proved | note",
      "response-minimum narrower | compatible derived | note",
    ],
  },
  {
    keyword: "exclusiveMinimum",
    edit: "for minimum",
    base: { ...number, minimum: 1 },
    head: { ...number, exclusiveMinimum: 1 },
    want: [
      "request-minimum narrower | breaking proved | note",
      "response-minimum narrower | compatible derived | note",
    ],
  },
  {
    keyword: "exclusiveMinimum",
    edit: "for minimum of integers",
    base: { ...integer, minimum: 1 },
    head: { ...integer, exclusiveMinimum: 0 },
    want: [],
  },
  {
    keyword: "maxLength",
    edit: "lower",
    base: { ...text, maxLength: 40 },
    head: { ...text, maxLength: 20 },
    want: [
      "request-max-length narrower | breaking proved | note",
      "response-max-length narrower | compatible derived | note",
    ],
  },
  {
    keyword: "maxLength",
    edit: "dropped",
    base: { ...text, maxLength: 40 },
    head: text,
    want: [
      "request-max-length wider | compatible derived | note",
      "response-max-length wider | breaking proved | note",
    ],
  },
  {
    keyword: "minLength",
    edit: "higher",
    base: { ...text, minLength: 1 },
    head: { ...text, minLength: 2 },
    want: [
      "request-min-length narrower | breaking proved | note",
      "response-min-length narrower | compatible derived | note",
    ],
  },
  {
    keyword: "pattern",
    edit: "added",
    base: text,
    head: { ...text, pattern: "^a" },
    want: [
      "request-pattern narrower | breaking proved | note",
      "response-pattern narrower | compatible derived | note",
    ],
  },
  {
    keyword: "pattern",
    edit: "another",
    base: { ...text, pattern: "^b" },
    head: { ...text, pattern: "^a" },
    want: [
      "request-pattern different | breaking proved | note",
      "response-pattern different | breaking proved | note",
    ],
  },
  {
    keyword: "maxItems",
    edit: "lower",
    base: { ...array, items: text, maxItems: 4 },
    head: { ...array, items: text, maxItems: 3 },
    want: [
      "request-max-items narrower | breaking proved | note",
      "response-max-items narrower | compatible derived | note",
    ],
  },
  {
    keyword: "minItems",
    edit: "higher",
    base: { ...array, items: text, minItems: 1 },
    head: { ...array, items: text, minItems: 2 },
    want: [
      "request-min-items narrower | breaking proved | note",
      "response-min-items narrower | compatible derived | note",
    ],
  },
  {
    keyword: "uniqueItems",
    edit: "added",
    base: { ...array, items: text },
    head: { ...array, items: text, uniqueItems: true },
    want: [
      "request-unique-items narrower | breaking proved | note",
      "response-unique-items narrower | compatible derived | note",
    ],
  },
  {
    keyword: "maxContains",
    edit: "added",
    base: { ...array, items: text, contains: { const: "a" } },
    head: { ...array, items: text, contains: { const: "a" }, maxContains: 1 },
    want: [
      "request-max-contains narrower | breaking proved | note",
      "response-max-contains narrower | compatible derived | note",
    ],
  },
  {
    keyword: "minContains",
    edit: "higher",
    base: { ...array, items: text, contains: { const: "a" } },
    head: { ...array, items: text, contains: { const: "a" }, minContains: 2 },
    want: [
      "request-min-contains narrower | breaking proved | note",
      "response-min-contains narrower | compatible derived | note",
    ],
  },
  {
    keyword: "maxProperties",
    edit: "lower",
    base: { ...object, additionalProperties: text, maxProperties: 4 },
    head: { ...object, additionalProperties: text, maxProperties: 3 },
    want: [
      "request-max-properties narrower | breaking proved | note",
      "response-max-properties narrower | compatible derived | note",
    ],
  },
  {
    keyword: "minProperties",
    edit: "higher",
    base: { ...object, additionalProperties: text, minProperties: 1 },
    head: { ...object, additionalProperties: text, minProperties: 2 },
    want: [
      "request-min-properties narrower | breaking proved | note",
      "response-min-properties narrower | compatible derived | note",
    ],
  },
  {
    keyword: "required",
    edit: "one more",
    base: ab,
    head: { ...ab, required: ["a"] },
    want: [
      "request-required narrower | breaking proved | breaking proved",
      "response-required narrower | compatible derived | compatible derived",
    ],
  },
  {
    keyword: "required",
    edit: "one less",
    base: { ...ab, required: ["a"] },
    head: ab,
    want: [
      "request-required wider | compatible derived | compatible derived",
      "response-required wider | breaking proved | breaking proved",
    ],
  },
  {
    keyword: "dependentRequired",
    edit: "added",
    base: ab,
    head: { ...ab, dependentRequired: { a: ["b"] } },
    want: [
      "request-dependent-required narrower | breaking proved | note",
      "response-dependent-required narrower | compatible derived | note",
    ],
  },
];
