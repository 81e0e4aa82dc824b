import {
  ab,
  array,
  bird,
  cat,
  dog,
  integer,
  type KeywordRow,
  object,
  text,
  thenKeyword,
} from "./keyword-parts.ts";

/** Edits of the keywords of those that apply schemas. */
export const applicatorRows: readonly KeywordRow[] = [
  // Applicator
  {
    keyword: "allOf",
    edit: "one more",
    base: { allOf: [ab] },
    head: { allOf: [ab, { required: ["a"] }] },
    want: [
      "request-required narrower | breaking proved | breaking suspected",
      "response-required narrower | compatible derived | compatible derived",
    ],
  },
  {
    keyword: "allOf",
    edit: "split",
    base: ab,
    head: {
      allOf: [
        { ...object, properties: { a: text } },
        { ...object, properties: { b: text } },
      ],
    },
    want: [],
  },
  {
    keyword: "anyOf",
    edit: "a branch more",
    base: { anyOf: [{ ...text, maxLength: 3 }, integer] },
    head: { anyOf: [{ ...text, maxLength: 3 }, integer, { ...array, items: text }] },
    want: [
      "request-any-of wider | compatible derived | compatible derived",
      "response-any-of wider | breaking proved | breaking proved",
    ],
  },
  {
    keyword: "anyOf",
    edit: "a branch less",
    base: { anyOf: [{ ...text, maxLength: 3 }, integer, { ...array, items: text }] },
    head: { anyOf: [{ ...text, maxLength: 3 }, integer] },
    want: [
      "request-any-of narrower | breaking proved | breaking proved",
      "response-any-of narrower | compatible derived | compatible derived",
    ],
  },
  {
    keyword: "oneOf",
    edit: "a branch more",
    base: { oneOf: [cat, dog] },
    head: { oneOf: [cat, dog, bird] },
    want: [
      "request-one-of wider | compatible derived | compatible derived",
      "response-one-of wider | breaking proved | breaking proved",
    ],
  },
  {
    keyword: "oneOf",
    edit: "a branch less",
    base: { oneOf: [cat, dog, bird] },
    head: { oneOf: [cat, dog] },
    want: [
      "request-one-of narrower | breaking proved | breaking proved",
      "response-one-of narrower | compatible derived | compatible derived",
    ],
  },
  {
    keyword: "oneOf",
    edit: "a branch more that overlaps",
    base: { oneOf: [{ ...text, maxLength: 5 }, integer] },
    head: { oneOf: [{ ...text, maxLength: 5 }, integer, { ...text, minLength: 3 }] },
    want: [
      "request-one-of wider | compatible derived | compatible derived",
      "request-values different | breaking proved | note",
      "response-one-of wider | breaking proved | breaking suspected",
    ],
  },
  {
    keyword: "oneOf",
    edit: "wider branches that overlap",
    base: {
      oneOf: [
        { ...text, maxLength: 3 },
        { ...text, minLength: 5 },
      ],
    },
    head: {
      oneOf: [
        { ...text, maxLength: 6 },
        { ...text, minLength: 5 },
      ],
    },
    want: [
      "request-max-length wider | compatible derived | note",
      "request-values different | breaking proved | note",
      "response-max-length wider | breaking proved | note",
    ],
  },
  {
    keyword: "not",
    edit: "added",
    base: text,
    head: { ...text, not: { enum: ["a"] } },
    want: [
      "request-not narrower | breaking proved | note",
      "response-not narrower | compatible derived | note",
    ],
  },
  {
    keyword: "not",
    edit: "more of it",
    base: { ...text, not: { enum: ["a"] } },
    head: { ...text, not: { enum: ["a", "b"] } },
    want: [
      "request-not narrower | breaking proved | note",
      "response-not narrower | compatible derived | note",
    ],
  },
  {
    keyword: "if",
    edit: "with then, added",
    base: ab,
    head: { ...ab, if: { required: ["a"] }, [thenKeyword]: { required: ["b"] } },
    want: [
      "request-condition narrower | breaking proved | note",
      "response-condition narrower | compatible derived | note",
    ],
  },
  {
    keyword: "if",
    edit: "asks for less",
    base: { ...ab, if: { required: ["a", "b"] }, [thenKeyword]: { minProperties: 3 } },
    head: { ...ab, if: { required: ["a"] }, [thenKeyword]: { minProperties: 3 } },
    want: [
      "request-condition narrower | breaking proved | note",
      "response-condition narrower | compatible derived | note",
    ],
  },
  {
    keyword: "then",
    edit: "asks for more",
    base: { ...ab, if: { required: ["a"] }, [thenKeyword]: {} },
    head: { ...ab, if: { required: ["a"] }, [thenKeyword]: { required: ["b"] } },
    want: [
      "request-condition narrower | breaking proved | note",
      "response-condition narrower | compatible derived | note",
    ],
  },
  {
    keyword: "else",
    edit: "asks for more",
    base: { ...ab, if: { required: ["a"] }, else: {} },
    head: { ...ab, if: { required: ["a"] }, else: { required: ["b"] } },
    want: [
      "request-condition narrower | breaking proved | note",
      "response-condition narrower | compatible derived | note",
    ],
  },
  {
    keyword: "dependentSchemas",
    edit: "added",
    base: ab,
    head: { ...ab, dependentSchemas: { a: { required: ["b"] } } },
    want: [
      "request-dependent-schemas narrower | breaking proved | note",
      "response-dependent-schemas narrower | compatible derived | note",
    ],
  },
];
