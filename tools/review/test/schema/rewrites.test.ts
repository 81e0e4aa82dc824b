import type { JsonObject, JsonValue } from "@specmill/spec";
import { describe, expect, it } from "vitest";
import { compareDocuments, documentOf, sayChange } from "./compare.ts";

type Version = "3.0" | "3.1";

interface Rewrite {
  readonly name: string;
  readonly base: JsonValue;
  readonly head: JsonValue;
  readonly others?: JsonObject;
  readonly headOthers?: JsonObject;
  readonly versions?: readonly [Version, Version];
}

const text = { type: "string" };
const object = { type: "object" };
const a = { ...object, properties: { kind: { const: "a" }, a: text }, required: ["kind"] };
const b = { ...object, properties: { kind: { const: "b" }, b: text }, required: ["kind"] };
const others = { A: a, B: b };
const toA = { $ref: "#/components/schemas/A" };
const toB = { $ref: "#/components/schemas/B" };
const pair = { ...object, properties: { x: text, y: text }, required: ["x", "y"] };

const rewrites: readonly Rewrite[] = [
  {
    name: "the order of keys",
    base: { type: "string", maxLength: 3 },
    head: { maxLength: 3, type: "string" },
  },
  { name: "the order of an enum", base: { enum: ["a", "b"] }, head: { enum: ["b", "a"] } },
  { name: "a value of an enum twice", base: { enum: ["a", "b"] }, head: { enum: ["a", "b", "a"] } },
  { name: "the order of required", base: pair, head: { ...pair, required: ["y", "x"] } },
  { name: "the order of oneOf", base: { oneOf: [toA, toB] }, head: { oneOf: [toB, toA] }, others },
  { name: "the order of anyOf without names", base: { anyOf: [a, b] }, head: { anyOf: [b, a] } },
  {
    name: "the order of types",
    base: { type: ["string", "integer"] },
    head: { type: ["integer", "string"] },
  },
  {
    name: "a reference written out",
    base: { ...object, properties: { a: toA } },
    head: { ...object, properties: { a } },
    others,
  },
  {
    name: "a renamed component",
    base: { items: toA },
    head: { items: { $ref: "#/components/schemas/C" } },
    others,
    headOthers: { C: a },
  },
  { name: "allOf of one", base: toA, head: { allOf: [toA] }, others },
  {
    name: "an object split by allOf",
    base: pair,
    head: {
      allOf: [
        { ...object, properties: { x: text }, required: ["x"] },
        { ...object, properties: { y: text }, required: ["y"] },
      ],
    },
  },
  {
    name: "an object split by allOf beside it",
    base: pair,
    head: { allOf: [{ ...object, properties: { x: text } }], properties: { y: text }, required: ["x", "y"] },
  },
  {
    name: "bounds split by allOf",
    base: { ...text, minLength: 1, maxLength: 3 },
    head: { allOf: [{ ...text, minLength: 1 }, { maxLength: 3 }] },
  },
  {
    name: "a looser bound beside a tighter one",
    base: { ...text, maxLength: 3 },
    head: { ...text, maxLength: 3, allOf: [{ maxLength: 5 }] },
  },
  { name: "oneOf of one", base: toA, head: { oneOf: [toA] }, others },
  { name: "anyOf of one", base: toA, head: { anyOf: [toA] }, others },
  {
    name: "anyOf within anyOf",
    base: { anyOf: [toA, toB, text] },
    head: { anyOf: [toA, { anyOf: [toB, text] }] },
    others,
  },
  {
    name: "a branch of anyOf that says what another says",
    base: { anyOf: [a, toA] },
    head: { anyOf: [toA] },
    others,
  },
  { name: "a constant for an enum of one", base: { ...text, enum: ["a"] }, head: { const: "a" } },
  { name: "an enum that settles the type", base: { ...text, enum: ["a", "b"] }, head: { enum: ["a", "b"] } },
  {
    name: "constants as branches",
    base: { ...text, enum: ["a", "b"] },
    head: { ...text, oneOf: [{ const: "a" }, { const: "b" }] },
  },
  { name: "an enum of both booleans", base: { type: "boolean" }, head: { enum: [true, false] } },
  {
    name: "types as branches",
    base: { type: ["string", "integer"] },
    head: { anyOf: [{ type: "string" }, { type: "integer" }] },
  },
  {
    name: "null as a branch",
    base: { ...text, type: ["string", "null"], maxLength: 3 },
    head: { anyOf: [{ ...text, maxLength: 3 }, { type: "null" }] },
  },
  {
    name: "null as a branch beside a reference",
    base: { oneOf: [toA, { type: "null" }] },
    head: { anyOf: [{ type: "null" }, toA] },
    others,
  },
  {
    name: "null in an enum",
    base: { type: ["string", "null"], enum: ["a", null] },
    head: { anyOf: [{ enum: ["a"] }, { const: null }] },
  },
  {
    name: "nullable of 3.0 in 3.1",
    base: { ...text, nullable: true },
    head: { type: ["string", "null"] },
    versions: ["3.0", "3.1"],
  },
  {
    name: "a nullable enum of 3.0 in 3.1",
    base: { ...text, enum: ["a"], nullable: true },
    head: { enum: ["a", null] },
    versions: ["3.0", "3.1"],
  },
  {
    name: "a nullable reference of 3.0 in 3.1",
    base: { nullable: true, allOf: [toA] },
    head: { anyOf: [toA, { type: "null" }] },
    others,
    versions: ["3.0", "3.1"],
  },
  {
    name: "nullable branches of 3.0 in 3.1",
    base: { nullable: true, oneOf: [toA, toB] },
    head: { oneOf: [toA, toB, { type: "null" }] },
    others,
    versions: ["3.0", "3.1"],
  },
  {
    name: "an exclusive bound of 3.0 in 3.1",
    base: { type: "number", minimum: 1, exclusiveMinimum: true },
    head: { type: "number", exclusiveMinimum: 1 },
    versions: ["3.0", "3.1"],
  },
  {
    name: "nullable: false of 3.0 in 3.1",
    base: { ...text, maxLength: 3, nullable: false },
    head: { ...text, maxLength: 3 },
    versions: ["3.0", "3.1"],
  },
  {
    name: "more than 0 for at least 1",
    base: { type: "integer", exclusiveMinimum: 0 },
    head: { type: "integer", minimum: 1 },
  },
  {
    name: "less than 5 for at most 4",
    base: { type: "integer", exclusiveMaximum: 5 },
    head: { type: "integer", maximum: 4 },
  },
  {
    name: "an integer as a multiple of 1",
    base: { type: "integer" },
    head: { type: "number", multipleOf: 1 },
  },
  { name: "defaults of text spelt out", base: text, head: { ...text, minLength: 0, pattern: ".*" } },
  {
    name: "defaults of arrays spelt out",
    base: { type: "array" },
    head: { type: "array", items: true, minItems: 0, uniqueItems: false, contains: {}, minContains: 0 },
  },
  {
    name: "defaults of objects spelt out",
    base: pair,
    head: {
      ...pair,
      additionalProperties: true,
      minProperties: 0,
      propertyNames: {},
      dependentRequired: {},
      patternProperties: {},
    },
  },
  {
    name: "defaults of annotations spelt out",
    base: text,
    head: { ...text, deprecated: false, readOnly: false, writeOnly: false },
  },
  {
    name: "additionalProperties as an empty schema",
    base: { ...pair, additionalProperties: {} },
    head: { ...pair, additionalProperties: true },
  },
  { name: "an empty required", base: { ...object, required: [] }, head: object },
  {
    name: "additionalProperties for unevaluatedProperties",
    base: { ...pair, additionalProperties: false },
    head: { ...pair, unevaluatedProperties: false },
  },
  {
    name: "a closed object split by allOf",
    base: { ...pair, additionalProperties: false },
    head: { allOf: [pair], unevaluatedProperties: false },
  },
  {
    name: "no more items for a maximum",
    base: { type: "array", prefixItems: [text, text], maxItems: 2 },
    head: { type: "array", prefixItems: [text, text], items: false },
  },
  {
    name: "oneOf for anyOf of branches that exclude one another",
    base: { oneOf: [toA, toB] },
    head: { anyOf: [toA, toB] },
    others,
  },
  { name: "a condition of no consequence", base: object, head: { ...object, if: { required: ["x"] } } },
  { name: "true for an empty schema", base: { items: true }, head: { items: {} } },
  {
    name: "a nullable object of branches split",
    base: { ...object, nullable: true, properties: { x: text } },
    head: { nullable: true, allOf: [{ ...object, properties: { x: text } }] },
    versions: ["3.0", "3.0"],
  },
];

describe("the same in other words", () => {
  it.each(rewrites)(
    "is no change: $name",
    ({ base, head, others: known, headOthers, versions = ["3.1", "3.1"] }) => {
      const before = documentOf(base, known, versions[0]);
      const after = documentOf(head, headOthers ?? known, versions[1]);
      for (const direction of ["request", "response"] as const) {
        expect(compareDocuments(before, after, direction).map(sayChange)).toEqual([]);
        expect(compareDocuments(after, before, direction).map(sayChange)).toEqual([]);
      }
    },
  );
});
