import { ab, bus, car, type KeywordRow, object, text } from "./keyword-parts.ts";

/** Edits of the keywords of format, content, meta-data and OpenAPI. */
export const annotationRows: readonly KeywordRow[] = [
  // Format and content
  {
    keyword: "format",
    edit: "added",
    base: text,
    head: { ...text, format: "date" },
    want: [
      "request-format narrower | breaking proved | note",
      "response-format narrower | compatible derived | note",
    ],
  },
  {
    keyword: "format",
    edit: "another",
    base: { ...text, format: "uuid" },
    head: { ...text, format: "date" },
    want: [
      "request-format different | breaking proved | note",
      "response-format different | breaking proved | note",
    ],
  },
  {
    keyword: "contentEncoding",
    edit: "added",
    base: text,
    head: { ...text, contentEncoding: "base64" },
    want: [
      "request-content-encoding narrower | breaking derived | note",
      "response-content-encoding narrower | compatible derived | note",
    ],
  },
  {
    keyword: "contentMediaType",
    edit: "added",
    base: text,
    head: { ...text, contentMediaType: "image/png" },
    want: [
      "request-content-media-type narrower | breaking derived | note",
      "response-content-media-type narrower | compatible derived | note",
    ],
  },
  {
    keyword: "contentSchema",
    edit: "added",
    base: { ...text, contentMediaType: "application/json" },
    head: { ...text, contentMediaType: "application/json", contentSchema: object },
    want: [
      "request-content-schema narrower | breaking derived | note",
      "response-content-schema narrower | compatible derived | note",
    ],
  },
  // Meta-data
  {
    keyword: "title",
    edit: "added",
    base: text,
    head: { ...text, title: "Name" },
    want: ["documentation-changed equal | note | note"],
  },
  {
    keyword: "description",
    edit: "added",
    base: text,
    head: { ...text, description: "A name." },
    want: ["documentation-changed equal | note | note"],
  },
  {
    keyword: "default",
    edit: "another, of an optional property",
    base: { ...object, properties: { a: { ...text, default: "x" } } },
    head: { ...object, properties: { a: { ...text, default: "y" } } },
    want: ["request-default different | breaking derived | note", "response-default equal | note | note"],
  },
  {
    keyword: "default",
    edit: "another, of a required property",
    base: { ...object, required: ["a"], properties: { a: { ...text, default: "x" } } },
    head: { ...object, required: ["a"], properties: { a: { ...text, default: "y" } } },
    want: ["request-default equal | note | note", "response-default equal | note | note"],
  },
  {
    keyword: "deprecated",
    edit: "true",
    base: ab,
    head: { ...object, properties: { a: text, b: { ...text, deprecated: true } } },
    want: ["documentation-changed equal | note | note"],
  },
  {
    keyword: "readOnly",
    edit: "true",
    base: ab,
    head: { ...object, properties: { a: text, b: { ...text, readOnly: true } } },
    want: [
      "request-read-only narrower | breaking derived | breaking proved",
      "response-read-only equal | note | note",
    ],
  },
  {
    keyword: "writeOnly",
    edit: "true",
    base: ab,
    head: { ...object, properties: { a: text, b: { ...text, writeOnly: true } } },
    want: [
      "request-write-only equal | note | note",
      "response-write-only narrower | breaking derived | breaking proved",
    ],
  },
  {
    keyword: "examples",
    edit: "added",
    base: text,
    head: { ...text, examples: ["Ann"] },
    want: ["documentation-changed equal | note | note"],
  },
  // OpenAPI
  {
    keyword: "example",
    edit: "added",
    base: text,
    head: { ...text, example: "Ann" },
    want: ["documentation-changed equal | note | note"],
  },
  {
    keyword: "externalDocs",
    edit: "added",
    base: text,
    head: { ...text, externalDocs: { url: "https://docs.test" } },
    want: ["documentation-changed equal | note | note"],
  },
  {
    keyword: "xml",
    edit: "another name",
    base: { ...object, xml: { name: "one" } },
    head: { ...object, xml: { name: "two" } },
    want: ["request-xml equal | note | note", "response-xml equal | note | note"],
  },
  {
    keyword: "discriminator",
    edit: "another property",
    base: { oneOf: [car, bus], discriminator: { propertyName: "kind" } },
    head: { oneOf: [car, bus], discriminator: { propertyName: "sort" } },
    want: [
      "request-discriminator different | breaking suspected | breaking suspected",
      "response-discriminator different | breaking suspected | breaking suspected",
    ],
  },
  {
    keyword: "discriminator",
    edit: "mapping spelt out",
    base: { oneOf: [car, bus], discriminator: { propertyName: "kind" } },
    head: {
      oneOf: [car, bus],
      discriminator: { propertyName: "kind", mapping: { Car: "#/components/schemas/Car", Bus: "Bus" } },
    },
    want: [],
  },
  {
    keyword: "x-extensible-enum",
    edit: "a value more",
    base: { ...text, "x-extensible-enum": ["a"] },
    head: { ...text, "x-extensible-enum": ["a", "b"] },
    want: [
      "request-extensible-enum wider | compatible derived | note",
      "response-extensible-enum wider | compatible derived | note",
    ],
  },
  {
    keyword: "x-extensible-enum",
    edit: "a value less",
    base: { ...text, "x-extensible-enum": ["a", "b"] },
    head: { ...text, "x-extensible-enum": ["a"] },
    want: [
      "request-extensible-enum narrower | breaking derived | note",
      "response-extensible-enum narrower | compatible derived | note",
    ],
  },
  // Whole schemas
  {
    keyword: "false",
    edit: "of a property",
    base: ab,
    head: { ...object, properties: { a: text, b: false } },
    want: [
      "request-schema narrower | breaking proved | breaking proved",
      "response-schema narrower | compatible derived | compatible derived",
    ],
  },
  {
    keyword: "true",
    edit: "for a schema",
    base: { ...text, maxLength: 3 },
    head: true,
    want: [
      "request-schema wider | compatible derived | compatible derived",
      "response-schema wider | breaking proved | breaking proved",
    ],
  },
];
