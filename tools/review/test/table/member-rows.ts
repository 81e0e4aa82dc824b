import { ab, array, integer, type KeywordRow, object, text } from "./keyword-parts.ts";

/** Edits of the keywords that apply schemas to the members of a value. */
export const memberRows: readonly KeywordRow[] = [
  {
    keyword: "prefixItems",
    edit: "added",
    base: { ...array, items: {} },
    head: { ...array, prefixItems: [text] },
    want: [
      "request-prefix-items narrower | breaking proved | breaking proved",
      "response-prefix-items narrower | compatible derived | compatible derived",
    ],
  },
  {
    keyword: "prefixItems",
    edit: "another type",
    base: { ...array, prefixItems: [text] },
    head: { ...array, prefixItems: [integer] },
    want: [
      "request-type different | breaking proved | breaking proved",
      "response-type different | breaking proved | breaking proved",
    ],
  },
  {
    keyword: "items",
    edit: "another type",
    base: { ...array, items: text },
    head: { ...array, items: integer },
    want: [
      "request-type different | breaking proved | breaking proved",
      "response-type different | breaking proved | breaking proved",
    ],
  },
  {
    keyword: "items",
    edit: "of anything",
    base: { ...array, items: text },
    head: array,
    want: [
      "request-items wider | compatible derived | compatible derived",
      "response-items wider | breaking proved | breaking proved",
    ],
  },
  {
    keyword: "items",
    edit: "none after the listed",
    base: { ...array, prefixItems: [text] },
    head: { ...array, prefixItems: [text], items: false },
    want: [
      "request-items narrower | breaking suspected | note",
      "response-items narrower | compatible derived | note",
    ],
  },
  {
    keyword: "contains",
    edit: "added",
    base: { ...array, items: text },
    head: { ...array, items: text, contains: { const: "a" } },
    want: [
      "request-contains narrower | breaking proved | note",
      "response-contains narrower | compatible derived | note",
    ],
  },
  {
    keyword: "properties",
    edit: "an optional one more",
    base: { ...object, properties: { a: text } },
    head: ab,
    want: [
      "request-property-added wider | compatible derived | compatible derived",
      "response-property-added wider | compatible derived | compatible derived",
    ],
  },
  {
    keyword: "properties",
    edit: "a required one more",
    base: { ...object, properties: { a: text } },
    head: { ...ab, required: ["b"] },
    want: [
      "request-property-added narrower | breaking proved | breaking proved",
      "response-property-added narrower | compatible derived | compatible derived",
    ],
  },
  {
    keyword: "properties",
    edit: "one more in a closed object",
    base: { ...object, properties: { a: text }, additionalProperties: false },
    head: { ...ab, additionalProperties: false },
    want: [
      "request-property-added wider | compatible derived | compatible derived",
      "response-property-added wider | breaking proved | breaking suspected",
    ],
  },
  {
    keyword: "properties",
    edit: "an optional one less",
    base: ab,
    head: { ...object, properties: { a: text } },
    want: [
      "request-property-removed narrower | breaking derived | breaking proved",
      "response-property-removed narrower | breaking derived | breaking proved",
    ],
  },
  {
    keyword: "properties",
    edit: "a required one less",
    base: { ...ab, required: ["b"] },
    head: { ...object, properties: { a: text } },
    want: [
      "request-property-removed wider | breaking derived | breaking proved",
      "response-property-removed wider | breaking proved | breaking proved",
    ],
  },
  {
    keyword: "properties",
    edit: "another type",
    base: ab,
    head: { ...object, properties: { a: text, b: integer } },
    want: [
      "request-type different | breaking proved | breaking proved",
      "response-type different | breaking proved | breaking proved",
    ],
  },
  {
    keyword: "patternProperties",
    edit: "added",
    base: object,
    head: { ...object, patternProperties: { "^x": text } },
    want: [
      "request-pattern-properties narrower | breaking proved | note",
      "response-pattern-properties narrower | compatible derived | note",
    ],
  },
  {
    keyword: "additionalProperties",
    edit: "false",
    base: ab,
    head: { ...ab, additionalProperties: false },
    want: [
      "request-additional-properties narrower | breaking suspected | note",
      "response-additional-properties narrower | compatible derived | note",
    ],
  },
  {
    keyword: "additionalProperties",
    edit: "of a map, another type",
    base: { ...object, additionalProperties: text },
    head: { ...object, additionalProperties: integer },
    want: [
      "request-type different | breaking proved | breaking proved",
      "response-type different | breaking proved | breaking proved",
    ],
  },
  {
    keyword: "additionalProperties",
    edit: "true, spelt out",
    base: ab,
    head: { ...ab, additionalProperties: true },
    want: [],
  },
  {
    keyword: "propertyNames",
    edit: "added",
    base: { ...object, additionalProperties: text },
    head: { ...object, additionalProperties: text, propertyNames: { maxLength: 3 } },
    want: [
      "request-property-names narrower | breaking proved | note",
      "response-property-names narrower | compatible derived | note",
    ],
  },
  // Unevaluated
  {
    keyword: "unevaluatedItems",
    edit: "false",
    base: { ...array, prefixItems: [text] },
    head: { ...array, prefixItems: [text], unevaluatedItems: false },
    want: [
      "request-unevaluated-items narrower | breaking suspected | note",
      "response-unevaluated-items narrower | compatible derived | note",
    ],
  },
  {
    keyword: "unevaluatedProperties",
    edit: "false",
    base: ab,
    head: { ...ab, unevaluatedProperties: false },
    want: [
      "request-unevaluated-properties narrower | breaking suspected | note",
      "response-unevaluated-properties narrower | compatible derived | note",
    ],
  },
];
