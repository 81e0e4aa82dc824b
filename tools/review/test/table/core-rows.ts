import { array, cat, type KeywordRow, text } from "./keyword-parts.ts";

/** Edits of the keywords of core. */
export const coreRows: readonly KeywordRow[] = [
  // Core
  {
    keyword: "$schema",
    edit: "added",
    base: text,
    head: { ...text, $schema: "https://json-schema.org/draft/2020-12/schema" },
    want: ["documentation-changed equal | note | note"],
  },
  {
    keyword: "$vocabulary",
    edit: "added",
    base: text,
    head: { ...text, $vocabulary: { "https://vocabulary.test": true } },
    want: ["documentation-changed equal | note | note"],
  },
  {
    keyword: "$id",
    edit: "added",
    base: text,
    head: { ...text, $id: "https://schema.test/one" },
    want: ["documentation-changed equal | note | note"],
  },
  { keyword: "$anchor", edit: "added", base: text, head: { ...text, $anchor: "here" }, want: [] },
  {
    keyword: "$dynamicAnchor",
    edit: "added",
    base: text,
    head: { ...text, $dynamicAnchor: "there" },
    want: [],
  },
  {
    keyword: "$dynamicRef",
    edit: "for a reference",
    base: { ...array, items: cat },
    head: { ...array, items: { $dynamicRef: "#/components/schemas/Cat" } },
    want: [],
  },
  {
    keyword: "$ref",
    edit: "to a longer text",
    base: { $ref: "#/components/schemas/Short" },
    head: { $ref: "#/components/schemas/Long" },
    want: [
      "request-max-length wider | compatible derived | note",
      "response-max-length wider | breaking proved | note",
    ],
  },
  {
    keyword: "$ref",
    edit: "to a shorter text",
    base: { $ref: "#/components/schemas/Long" },
    head: { $ref: "#/components/schemas/Short" },
    want: [
      "request-max-length narrower | breaking proved | note",
      "response-max-length narrower | compatible derived | note",
    ],
  },
  {
    keyword: "$ref",
    edit: "written out",
    base: { $ref: "#/components/schemas/Long" },
    head: { ...text, maxLength: 30 },
    want: [],
  },
  { keyword: "$defs", edit: "added", base: text, head: { ...text, $defs: { one: false } }, want: [] },
  {
    keyword: "$comment",
    edit: "added",
    base: text,
    head: { ...text, $comment: "for us" },
    want: ["documentation-changed equal | note | note"],
  },
];
