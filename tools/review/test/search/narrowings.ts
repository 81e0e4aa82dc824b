import type { JsonValue } from "@specmill/spec";
import type { Pair } from "./search-pair.ts";

/** A change after which something is refused that was allowed. */
export interface Narrowing extends Pair {
  readonly name: string;
  /** The keyword that refuses it. */
  readonly keyword: string;
  /** The plainest value that shows it, where there is only one. */
  readonly want?: JsonValue;
}

const text = { type: "string" };
const whole = { type: "integer" };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: { readonly [name: string]: JsonValue }, ...required: readonly string[]) => ({
  type: "object",
  properties,
  ...(required.length > 0 && { required }),
});
const array = (items: JsonValue) => ({ type: "array", items });

const consequence = "then";
/** Not written as a literal, since an object with a `then` looks like a promise. */
const thenOf = (schema: JsonValue) => ({ [consequence]: schema });

/** What both versions of OpenAPI can say. */
export const narrowings: readonly Narrowing[] = [
  {
    name: "a higher minimum",
    allowing: { type: "integer", minimum: 1 },
    refusing: { type: "integer", minimum: 5 },
    keyword: "minimum",
    want: 1,
  },
  {
    name: "a lower maximum",
    allowing: { type: "integer", maximum: 100 },
    refusing: { type: "integer", maximum: 50 },
    keyword: "maximum",
    want: 51,
  },
  {
    name: "a maximum where there was none",
    allowing: { type: "number" },
    refusing: { type: "number", maximum: 1e6 },
    keyword: "maximum",
  },
  {
    name: "a bound of cents",
    allowing: { type: "number", minimum: 0.25 },
    refusing: { type: "number", minimum: 0.26 },
    keyword: "minimum",
    want: 0.25,
  },
  {
    name: "another multipleOf",
    allowing: { type: "integer", multipleOf: 2 },
    refusing: { type: "integer", multipleOf: 4 },
    keyword: "multipleOf",
    want: 2,
  },
  {
    name: "a multiple between bounds",
    allowing: { type: "integer", multipleOf: 7, minimum: 100, maximum: 110 },
    refusing: { type: "integer", multipleOf: 14 },
    keyword: "multipleOf",
    want: 105,
  },
  {
    name: "format int32 for int64",
    allowing: { type: "integer", format: "int64" },
    refusing: { type: "integer", format: "int32" },
    keyword: "format",
  },
  { name: "whole numbers only", allowing: { type: "number" }, refusing: whole, keyword: "type" },
  {
    name: "a shorter maxLength",
    allowing: { type: "string", maxLength: 40 },
    refusing: { type: "string", maxLength: 20 },
    keyword: "maxLength",
    want: "a".repeat(21),
  },
  {
    name: "a longer minLength",
    allowing: text,
    refusing: { type: "string", minLength: 3 },
    keyword: "minLength",
    want: "",
  },
  {
    name: "a shorter text of a pattern",
    allowing: { type: "string", pattern: "^[A-Z]{2}\\d*$", maxLength: 30 },
    refusing: { type: "string", pattern: "^[A-Z]{2}\\d*$", maxLength: 28 },
    keyword: "maxLength",
  },
  {
    name: "a pattern where there was none",
    allowing: text,
    refusing: { type: "string", pattern: "^[a-z]+$" },
    keyword: "pattern",
  },
  {
    name: "a narrower pattern",
    allowing: { type: "string", pattern: "^[a-z0-9-]+$" },
    refusing: { type: "string", pattern: "^[a-z][a-z0-9-]+$" },
    keyword: "pattern",
  },
  {
    name: "a pattern of bounded length",
    allowing: { type: "string", pattern: "^a+$" },
    refusing: { type: "string", pattern: "^a{1,5}$" },
    keyword: "pattern",
    want: "aaaaaa",
  },
  {
    name: "a format where there was none",
    allowing: text,
    refusing: { type: "string", format: "email" },
    keyword: "format",
  },
  {
    name: "another format",
    allowing: { type: "string", format: "date-time" },
    refusing: { type: "string", format: "date" },
    keyword: "format",
  },
  {
    name: "a member of enum that is gone",
    allowing: { type: "string", enum: ["a", "b", "c"] },
    refusing: { type: "string", enum: ["a", "c"] },
    keyword: "enum",
    want: "b",
  },
  {
    name: "an enum where there was none",
    allowing: text,
    refusing: { type: "string", enum: ["a", "b"] },
    keyword: "enum",
    want: "",
  },
  { name: "another type", allowing: text, refusing: whole, keyword: "type", want: "" },
  {
    name: "a property that is required now",
    allowing: object({ a: text, b: text }),
    refusing: object({ a: text, b: text }, "b"),
    keyword: "required",
    want: {},
  },
  {
    name: "a closed object without a property",
    allowing: object({ a: text, b: text }),
    refusing: { ...object({ a: text }), additionalProperties: false },
    keyword: "additionalProperties",
    want: { b: "" },
  },
  {
    name: "another schema for all other properties",
    allowing: { type: "object", additionalProperties: text },
    refusing: { type: "object", additionalProperties: { type: "string", maxLength: 2 } },
    keyword: "maxLength",
    want: { other: "aaa" },
  },
  {
    name: "a map that must be empty",
    allowing: { type: "object", additionalProperties: text },
    refusing: { type: "object", additionalProperties: false },
    keyword: "additionalProperties",
  },
  {
    name: "a map in which a property means something else",
    allowing: { type: "object", additionalProperties: text },
    refusing: { ...object({ id: whole }), additionalProperties: text },
    keyword: "type",
    want: { id: "" },
  },
  {
    name: "other items",
    allowing: array(text),
    refusing: array({ type: "string", minLength: 1 }),
    keyword: "minLength",
    want: [""],
  },
  {
    name: "items where there were none",
    allowing: { type: "array", items: {} },
    refusing: array(text),
    keyword: "type",
  },
  {
    name: "more items",
    allowing: { ...array(whole), minItems: 1 },
    refusing: { ...array(whole), minItems: 2 },
    keyword: "minItems",
    want: [0],
  },
  {
    name: "fewer items",
    allowing: { ...array(whole), maxItems: 100 },
    refusing: { ...array(whole), maxItems: 50 },
    keyword: "maxItems",
    want: Array.from({ length: 51 }, () => 0),
  },
  {
    name: "unique items",
    allowing: array(text),
    refusing: { ...array(text), uniqueItems: true },
    keyword: "uniqueItems",
    want: ["", ""],
  },
  {
    name: "fewer unique items",
    allowing: { ...array(text), uniqueItems: true, maxItems: 30 },
    refusing: { ...array(text), uniqueItems: true, maxItems: 20 },
    keyword: "maxItems",
  },
  {
    name: "more properties",
    allowing: object({ a: text, b: text }),
    refusing: { ...object({ a: text, b: text }), minProperties: 1 },
    keyword: "minProperties",
    want: {},
  },
  {
    name: "fewer properties",
    allowing: object({ a: whole, b: whole, c: whole }),
    refusing: { ...object({ a: whole, b: whole, c: whole }), maxProperties: 2 },
    keyword: "maxProperties",
    want: { a: 0, b: 0, c: 0 },
  },
  {
    name: "fewer properties of a map",
    allowing: { type: "object", additionalProperties: whole },
    refusing: { type: "object", additionalProperties: whole, maxProperties: 12 },
    keyword: "maxProperties",
  },
  {
    name: "more properties of a free object",
    allowing: { type: "object" },
    refusing: { type: "object", minProperties: 2 },
    keyword: "minProperties",
    want: {},
  },
  {
    name: "one more member of allOf",
    allowing: { allOf: [object({ a: text })] },
    refusing: { allOf: [object({ a: text }), { required: ["a"] }] },
    keyword: "required",
    want: {},
  },
  {
    name: "a branch of anyOf that is gone",
    allowing: { anyOf: [text, whole] },
    refusing: { anyOf: [text] },
    keyword: "anyOf",
  },
  {
    name: "a branch of oneOf that is gone",
    allowing: { oneOf: [text, whole, array(text)] },
    refusing: { oneOf: [text, whole] },
    keyword: "oneOf",
    want: [],
  },
  {
    name: "a branch of oneOf that overlaps",
    allowing: { oneOf: [object({ a: text }, "a"), object({ b: text }, "b")] },
    refusing: {
      oneOf: [
        object({ a: text }, "a"),
        object({ b: text }, "b"),
        object({ a: { type: "string", maxLength: 3 } }, "a"),
      ],
    },
    keyword: "oneOf",
    want: { a: "" },
  },
  {
    name: "oneOf for anyOf",
    allowing: {
      anyOf: [
        { type: "integer", minimum: 3 },
        { type: "integer", maximum: 10 },
      ],
    },
    refusing: {
      oneOf: [
        { type: "integer", minimum: 3 },
        { type: "integer", maximum: 10 },
      ],
    },
    keyword: "oneOf",
  },
  {
    name: "a branch of anyOf that is narrower",
    allowing: { anyOf: [whole, { type: "string", maxLength: 40 }] },
    refusing: { anyOf: [whole, { type: "string", maxLength: 10 }] },
    keyword: "anyOf",
    want: "a".repeat(11),
  },
  {
    name: "a value that not names",
    allowing: text,
    refusing: { type: "string", not: { enum: ["admin"] } },
    keyword: "not",
    want: "admin",
  },
  {
    name: "properties that not excludes",
    allowing: object({ a: text, b: text }),
    refusing: { ...object({ a: text, b: text }), not: { required: ["a", "b"] } },
    keyword: "not",
    want: { a: "", b: "" },
  },
  {
    name: "deep within objects and arrays",
    allowing: object(
      { a: array(object({ b: object({ c: { type: "string", maxLength: 9 } }, "c") }, "b")) },
      "a",
    ),
    refusing: object(
      { a: array(object({ b: object({ c: { type: "string", maxLength: 5 } }, "c") }, "b")) },
      "a",
    ),
    keyword: "maxLength",
    want: { a: [{ b: { c: "aaaaaa" } }] },
  },
  {
    name: "within a map of maps",
    allowing: {
      type: "object",
      additionalProperties: { type: "object", additionalProperties: { type: "integer", minimum: 0 } },
    },
    refusing: {
      type: "object",
      additionalProperties: { type: "object", additionalProperties: { type: "integer", minimum: 1 } },
    },
    keyword: "minimum",
    want: { property1: { property1: 0 } },
  },
  {
    name: "behind a reference",
    allowing: object({ user: ref("User") }),
    refusing: object({ user: ref("User") }),
    components: { User: object({ name: { type: "string", enum: ["a", "b"] } }) },
    others: { User: object({ name: { type: "string", enum: ["a"] } }) },
    keyword: "enum",
    want: { user: { name: "b" } },
  },
  {
    name: "in a circle",
    allowing: ref("Node"),
    refusing: ref("Node"),
    components: { Node: object({ value: whole, next: ref("Node") }, "value") },
    others: { Node: object({ value: whole, next: ref("Node") }, "value", "next") },
    keyword: "required",
    want: { value: 0 },
  },
  {
    name: "in a tree",
    allowing: ref("Node"),
    refusing: ref("Node"),
    components: {
      Node: object({ value: { type: "string", pattern: "^[a-z]*$" }, children: array(ref("Node")) }),
    },
    others: {
      Node: object({ value: { type: "string", pattern: "^[a-y]*$" }, children: array(ref("Node")) }),
    },
    keyword: "pattern",
    want: { value: "z" },
  },
  {
    name: "a discriminator that knows one name less",
    allowing: {
      oneOf: [ref("Cat"), ref("Dog")],
      discriminator: {
        propertyName: "kind",
        mapping: {
          cat: "#/components/schemas/Cat",
          kitten: "#/components/schemas/Cat",
          dog: "#/components/schemas/Dog",
        },
      },
    },
    refusing: {
      oneOf: [ref("Cat"), ref("Dog")],
      discriminator: {
        propertyName: "kind",
        mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" },
      },
    },
    components: { Cat: object({ kind: text }, "kind"), Dog: object({ kind: text }, "kind") },
    keyword: "oneOf",
    want: { kind: "kitten" },
  },
  {
    name: "a branch that a discriminator leads to",
    allowing: { oneOf: [ref("Cat"), ref("Dog")], discriminator: { propertyName: "kind" } },
    refusing: { oneOf: [ref("Cat"), ref("Dog")], discriminator: { propertyName: "kind" } },
    components: { Cat: object({ kind: text, lives: whole }, "kind"), Dog: object({ kind: text }, "kind") },
    others: {
      Cat: object({ kind: text, lives: { type: "integer", maximum: 9 } }, "kind"),
      Dog: object({ kind: text }, "kind"),
    },
    keyword: "oneOf",
    want: { kind: "Cat", lives: 10 },
  },
];

/** What OpenAPI 3.0 says in words of its own. */
export const oldNarrowings: readonly Narrowing[] = [
  {
    name: "an exclusive minimum",
    allowing: { type: "integer", minimum: 5 },
    refusing: { type: "integer", minimum: 5, exclusiveMinimum: true },
    keyword: "exclusiveMinimum",
    want: 5,
  },
  {
    name: "an exclusive maximum",
    allowing: { type: "number", maximum: 5 },
    refusing: { type: "number", maximum: 5, exclusiveMaximum: true },
    keyword: "exclusiveMaximum",
    want: 5,
  },
  {
    name: "null that is gone",
    allowing: { type: "string", nullable: true },
    refusing: text,
    keyword: "type",
    want: null,
  },
  {
    name: "null of a property",
    allowing: object({ a: { type: "string", nullable: true } }),
    refusing: object({ a: text }),
    keyword: "type",
    want: { a: null },
  },
];

/** What only JSON Schema 2020-12 can say. */
export const newNarrowings: readonly Narrowing[] = [
  {
    name: "an exclusiveMinimum",
    allowing: { type: "number", minimum: 5 },
    refusing: { type: "number", exclusiveMinimum: 5 },
    keyword: "exclusiveMinimum",
    want: 5,
  },
  {
    name: "an exclusiveMaximum",
    allowing: { type: "number", exclusiveMaximum: 9 },
    refusing: { type: "number", exclusiveMaximum: 7 },
    keyword: "exclusiveMaximum",
  },
  { name: "a constant", allowing: { enum: [1, 2] }, refusing: { const: 1 }, keyword: "const", want: 2 },
  {
    name: "another constant",
    allowing: { const: { a: [1] } },
    refusing: { const: { a: [2] } },
    keyword: "const",
    want: { a: [1] },
  },
  {
    name: "null that is gone",
    allowing: { type: ["string", "null"] },
    refusing: text,
    keyword: "type",
    want: null,
  },
  {
    name: "a type less",
    allowing: { type: ["string", "integer"] },
    refusing: whole,
    keyword: "type",
    want: "",
  },
  { name: "another type for what had none", allowing: {}, refusing: text, keyword: "type" },
  {
    name: "dependentRequired",
    allowing: object({ a: text, b: text }),
    refusing: { ...object({ a: text, b: text }), dependentRequired: { a: ["b"] } },
    keyword: "dependentRequired",
    want: { a: "" },
  },
  {
    name: "dependentSchemas",
    allowing: object({ a: text, b: text }),
    refusing: {
      ...object({ a: text, b: text }),
      dependentSchemas: { a: { properties: { b: { maxLength: 3 } } } },
    },
    keyword: "maxLength",
    want: { a: "", b: "aaaa" },
  },
  {
    name: "dependentSchemas that require",
    allowing: object({ a: text, b: text }),
    refusing: { ...object({ a: text, b: text }), dependentSchemas: { a: { required: ["b"] } } },
    keyword: "required",
    want: { a: "" },
  },
  {
    name: "a property that may not be there",
    allowing: object({ a: text }),
    refusing: object({ a: false }),
    keyword: "false schema",
    want: { a: "" },
  },
  {
    name: "unevaluatedProperties",
    allowing: object({ a: text, b: text }),
    refusing: { allOf: [object({ a: text })], unevaluatedProperties: false },
    keyword: "unevaluatedProperties",
    want: { b: "" },
  },
  {
    name: "a schema for unevaluatedProperties",
    allowing: { allOf: [object({ a: text })], unevaluatedProperties: text },
    refusing: { allOf: [object({ a: text })], unevaluatedProperties: { type: "string", minLength: 1 } },
    keyword: "minLength",
    want: { property2: "" },
  },
  {
    name: "unevaluatedItems",
    allowing: { type: "array", prefixItems: [text, whole] },
    refusing: { type: "array", prefixItems: [text], unevaluatedItems: false },
    keyword: "unevaluatedItems",
    want: ["", 0],
  },
  {
    name: "a schema for unevaluatedItems",
    allowing: { type: "array", unevaluatedItems: whole },
    refusing: { type: "array", unevaluatedItems: { type: "integer", maximum: 3 } },
    keyword: "maximum",
    want: [4],
  },
  {
    name: "patternProperties",
    allowing: { type: "object", patternProperties: { "^x-": text } },
    refusing: { type: "object", patternProperties: { "^x-": { type: "string", maxLength: 2 } } },
    keyword: "maxLength",
  },
  {
    name: "a new pattern within a map",
    allowing: { type: "object", additionalProperties: text },
    refusing: { type: "object", additionalProperties: text, patternProperties: { "^n_": whole } },
    keyword: "type",
  },
  {
    name: "a pattern that is gone from a closed object",
    allowing: { type: "object", patternProperties: { "^x-": text }, additionalProperties: false },
    refusing: { type: "object", additionalProperties: false },
    keyword: "additionalProperties",
  },
  {
    name: "propertyNames",
    allowing: { type: "object", additionalProperties: whole },
    refusing: { type: "object", additionalProperties: whole, propertyNames: { maxLength: 3 } },
    keyword: "maxLength",
  },
  {
    name: "a pattern for propertyNames",
    allowing: { type: "object", additionalProperties: whole },
    refusing: { type: "object", additionalProperties: whole, propertyNames: { pattern: "^[a-z]+$" } },
    keyword: "pattern",
  },
  {
    name: "an enum for propertyNames",
    allowing: { type: "object", additionalProperties: whole, propertyNames: { enum: ["a", "b"] } },
    refusing: { type: "object", additionalProperties: whole, propertyNames: { enum: ["a"] } },
    keyword: "enum",
    want: { b: 0 },
  },
  {
    name: "prefixItems",
    allowing: { type: "array", prefixItems: [text, text] },
    refusing: { type: "array", prefixItems: [text, { type: "string", minLength: 1 }] },
    keyword: "minLength",
    want: ["", ""],
  },
  {
    name: "a tuple without a rest",
    allowing: { type: "array", prefixItems: [text], items: whole },
    refusing: { type: "array", prefixItems: [text], items: false },
    keyword: "items",
    want: ["", 0],
  },
  {
    name: "contains",
    allowing: array(whole),
    refusing: { ...array(whole), contains: { const: 5 } },
    keyword: "contains",
    want: [],
  },
  {
    name: "another contains",
    allowing: { type: "array", contains: { type: "integer", minimum: 1 } },
    refusing: { type: "array", contains: { type: "integer", minimum: 2 } },
    keyword: "contains",
    want: [1],
  },
  {
    name: "a higher minContains",
    allowing: { ...array(whole), contains: { minimum: 5 }, minContains: 1 },
    refusing: { ...array(whole), contains: { minimum: 5 }, minContains: 3 },
    keyword: "contains",
    want: [5],
  },
  {
    name: "a lower maxContains",
    allowing: { ...array(whole), contains: { minimum: 5 }, minContains: 0, maxContains: 4 },
    refusing: { ...array(whole), contains: { minimum: 5 }, minContains: 0, maxContains: 2 },
    keyword: "contains",
    want: [5, 5, 5],
  },
  {
    name: "a maxContains where there was none",
    allowing: { ...array(text), contains: { const: "x" } },
    refusing: { ...array(text), contains: { const: "x" }, maxContains: 2 },
    keyword: "contains",
    want: ["x", "x", "x"],
  },
  {
    name: "not",
    allowing: { type: ["string", "integer"] },
    refusing: { type: ["string", "integer"], not: { type: "integer", maximum: 3 } },
    keyword: "not",
    want: 0,
  },
  {
    name: "a condition",
    allowing: object({ kind: { enum: ["a", "b"] }, size: whole }),
    refusing: {
      ...object({ kind: { enum: ["a", "b"] }, size: whole }),
      if: { properties: { kind: { const: "b" } }, required: ["kind"] },
      ...thenOf({ required: ["size"] }),
    },
    keyword: "required",
    want: { kind: "b" },
  },
  {
    name: "a narrower then",
    allowing: {
      ...object({ kind: text, size: whole }),
      if: { properties: { kind: { const: "big" } }, required: ["kind"] },
      ...thenOf({ properties: { size: { minimum: 10 } } }),
    },
    refusing: {
      ...object({ kind: text, size: whole }),
      if: { properties: { kind: { const: "big" } }, required: ["kind"] },
      ...thenOf({ properties: { size: { minimum: 20 } } }),
    },
    keyword: "minimum",
    want: { kind: "big", size: 10 },
  },
  {
    name: "an else",
    allowing: object({ kind: text, size: whole }),
    refusing: {
      ...object({ kind: text, size: whole }),
      if: { properties: { kind: { const: "big" } }, required: ["kind"] },
      else: { properties: { size: { maximum: 5 } } },
    },
    keyword: "maximum",
    want: { size: 6 },
  },
  {
    name: "a reference with something beside it",
    allowing: object({ a: { $ref: "#/components/schemas/A" } }),
    refusing: object({ a: { $ref: "#/components/schemas/A", maxLength: 4 } }),
    components: { A: text },
    keyword: "maxLength",
    want: { a: "aaaaa" },
  },
];
