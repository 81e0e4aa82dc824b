import { isJsonObject, type JsonObject, type JsonValue, joinPointer, resolvePointer } from "@specmill/spec";
import fc from "fast-check";
import { editDocument } from "../../surface/support/edit-document.ts";
import { listSchemas } from "./list-schemas.ts";

/** A keyword of JSON Schema, which is no method here. */
const then = "then";
const text = { type: "string" };

/** What a keyword may be set to, for every keyword of which values come to be allowed or refused. */
const settings: Readonly<Record<string, readonly JsonValue[]>> = {
  type: ["string", "integer", "object", "array", ["string", "null"], ["integer", "boolean"]],
  enum: [["a"], ["a", "b", null], [1, "a"]],
  const: ["a", 1, null],
  format: ["date", "uuid", "email", "int32"],
  pattern: ["^a", "^[a-z]*$"],
  minLength: [1, 3],
  maxLength: [2, 300],
  minimum: [0, 5],
  maximum: [4, 100],
  exclusiveMinimum: [0],
  exclusiveMaximum: [10],
  multipleOf: [0.5, 2],
  minItems: [1, 2],
  maxItems: [1, 4],
  uniqueItems: [true],
  items: [text, {}, { type: ["integer", "null"] }],
  prefixItems: [[text], [text, { type: "integer" }]],
  contains: [text, { const: 1 }],
  minContains: [0, 2],
  maxContains: [1],
  properties: [{ a: text }, { a: { type: "integer" }, extra: text }],
  required: [["a"], ["extra"], []],
  minProperties: [1, 3],
  maxProperties: [1, 4],
  additionalProperties: [false, true, text],
  patternProperties: [{ "^x": text }, { "^x": { type: "integer" } }],
  propertyNames: [{ maxLength: 4 }, { pattern: "^[a-z]" }],
  dependentRequired: [{ a: ["b"] }],
  dependentSchemas: [{ a: { required: ["b"] } }],
  unevaluatedProperties: [false],
  unevaluatedItems: [false],
  allOf: [[{ minLength: 2 }], [{ required: ["a"] }]],
  anyOf: [[text, { type: "object", minProperties: 1 }]],
  oneOf: [
    [text, { type: "object", required: ["a"] }],
    [{ type: "string", maxLength: 3 }, text],
  ],
  not: [{ enum: ["a"] }, { required: ["a"] }],
  if: [{ required: ["a"] }],
  [then]: [{ required: ["b"] }],
  else: [{ minProperties: 1 }],
  default: ["a"],
  readOnly: [true],
  writeOnly: [true],
  "x-extensible-enum": [["a", "b"]],
};

/** One edit of a schema somewhere in a document. */
export interface SchemaEdit {
  /** Counts through the schemas. */
  readonly place: number;
  readonly kind: "set" | "drop" | "drop property" | "drop member";
  readonly keyword: string;
  readonly choice: number;
}

export const anyEdit: fc.Arbitrary<SchemaEdit> = fc.record({
  place: fc.nat(500),
  kind: fc.constantFrom("set", "set", "drop", "drop property", "drop member"),
  keyword: fc.constantFrom(...Object.keys(settings)),
  choice: fc.nat(20),
});

/** Sets, changes or drops a keyword, or one property or member of what a keyword lists. */
function applyEdit(document: JsonObject, { place, kind, keyword, choice }: SchemaEdit): JsonObject {
  const schemas = listSchemas(document);
  const { schema, pointer } = schemas[place % schemas.length] ?? {};
  if (schema === undefined || pointer === undefined) return document;
  const values = settings[keyword] ?? [];
  const keywords = Object.keys(schema).filter((key) => key !== "$ref");
  const own = keywords[choice % Math.max(1, keywords.length)];
  switch (kind) {
    case "set":
      return editDocument(document, { [joinPointer(pointer, keyword)]: values[choice % values.length] });
    case "drop":
      return own === undefined
        ? document
        : editDocument(document, { [joinPointer(pointer, own)]: undefined });
    case "drop property":
      return dropMember(document, joinPointer(pointer, "properties"), choice);
    case "drop member":
      return own === undefined ? document : dropMember(document, joinPointer(pointer, own), choice);
  }
}

function dropMember(document: JsonObject, pointer: string, choice: number): JsonObject {
  const owner = resolvePointer(document, pointer);
  const keys = Array.isArray(owner) || isJsonObject(owner) ? Object.keys(owner) : [];
  const key = keys[choice % Math.max(1, keys.length)];
  return key === undefined ? document : editDocument(document, { [joinPointer(pointer, key)]: undefined });
}

export function applyEdits(document: JsonObject, edits: readonly SchemaEdit[]): JsonObject {
  return edits.reduce(applyEdit, document);
}
