import type { JsonValue } from "@specmill/spec";
import type { Pair } from "./search-pair.ts";

/** The same in other words. */
export interface Rewrite extends Pair {
  readonly name: string;
  /** How many different values there are, where that is less than fifty. */
  readonly most?: number;
  /** It is only so from the first to the second. */
  readonly isNew?: boolean;
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
const oldToNew = { versions: ["3.0.4", "3.1.1"] } as const;

export const rewrites: readonly Rewrite[] = [
  {
    name: "flat against allOf",
    allowing: object({ a: text, b: whole }, "a"),
    refusing: { allOf: [object({ a: text }, "a"), object({ b: whole })] },
  },
  {
    name: "const against enum",
    allowing: object({ a: { const: "x" }, b: text }),
    refusing: object({ a: { enum: ["x"] }, b: text }),
  },
  {
    name: "an enum in another order",
    allowing: { enum: ["a", "b", 3] },
    refusing: { enum: [3, "b", "a"] },
    most: 3,
  },
  {
    name: "a type array against oneOf null",
    allowing: object({ a: { type: ["string", "null"] } }),
    refusing: object({ a: { oneOf: [text, { type: "null" }] } }),
  },
  {
    name: "a type array against anyOf",
    allowing: { type: ["string", "integer"] },
    refusing: { anyOf: [text, whole] },
  },
  {
    name: "nullable against the type null",
    allowing: object({ a: { type: "string", nullable: true }, b: whole }),
    refusing: object({ a: { type: ["string", "null"] }, b: whole }),
    ...oldToNew,
  },
  {
    name: "a flag against an exclusiveMinimum",
    allowing: { type: "number", minimum: 3, exclusiveMinimum: true },
    refusing: { type: "number", exclusiveMinimum: 3 },
    ...oldToNew,
  },
  {
    name: "exclusiveMinimum 0 against minimum 1",
    allowing: { type: "integer", exclusiveMinimum: 0 },
    refusing: { type: "integer", minimum: 1 },
  },
  {
    name: "a reference against what it leads to",
    allowing: object({ a: ref("A"), b: ref("A") }),
    refusing: object({ a: object({ c: text }), b: object({ c: text }) }),
    components: { A: object({ c: text }) },
  },
  {
    name: "a component of another name",
    allowing: array(ref("A")),
    refusing: array(ref("B")),
    components: { A: object({ c: text }) },
    others: { B: object({ c: text }) },
  },
  {
    name: "defaults spelt out",
    allowing: object({ a: text, b: array(whole) }),
    refusing: {
      ...object({
        a: { type: "string", minLength: 0 },
        b: { ...array(whole), minItems: 0, uniqueItems: false },
      }),
      additionalProperties: true,
      minProperties: 0,
    },
  },
  {
    name: "required in another order",
    allowing: object({ a: text, b: text }, "a", "b"),
    refusing: object({ b: text, a: text }, "b", "a"),
  },
  {
    name: "required said twice",
    allowing: object({ a: text, b: whole }, "a"),
    refusing: { allOf: [object({ a: text, b: whole }, "a"), { required: ["a"] }] },
  },
  {
    name: "branches in another order",
    allowing: { oneOf: [text, whole, array(text)] },
    refusing: { oneOf: [array(text), whole, text] },
  },
  {
    name: "anyOf against oneOf of what is disjoint",
    allowing: { anyOf: [text, array(whole)] },
    refusing: { oneOf: [text, array(whole)] },
  },
  {
    name: "a nested anyOf",
    allowing: { anyOf: [text, { anyOf: [whole, { type: "boolean" }] }] },
    refusing: { anyOf: [text, whole, { type: "boolean" }] },
  },
  {
    name: "not not",
    allowing: { type: "string", maxLength: 9 },
    refusing: { type: "string", not: { not: { maxLength: 9 } } },
  },
  {
    name: "a new optional property of an open object",
    isNew: true,
    allowing: object({ a: text }),
    refusing: object({ a: text, b: whole, c: { type: "string", maxLength: 1 } }),
  },
  {
    name: "a new optional property of a free object",
    isNew: true,
    allowing: { type: "object" },
    refusing: object({ b: whole }),
    most: 20,
  },
  {
    name: "a new optional property of a branch",
    isNew: true,
    allowing: {
      oneOf: [object({ kind: { const: "a" } }, "kind"), object({ kind: { const: "b" }, size: text }, "kind")],
    },
    refusing: {
      oneOf: [
        object({ kind: { const: "a" }, size: whole }, "kind"),
        object({ kind: { const: "b" }, size: text }, "kind"),
      ],
    },
    most: 20,
  },
  {
    name: "an object that is closed",
    allowing: object({ a: text, b: array(text) }),
    refusing: { ...object({ a: text, b: array(text) }), additionalProperties: false },
  },
  {
    name: "a tuple that is closed",
    allowing: { type: "array", prefixItems: [text, whole] },
    refusing: { type: "array", prefixItems: [text, whole], items: false },
  },
  {
    name: "additionalProperties against unevaluatedProperties",
    allowing: { ...object({ a: text, b: whole }), additionalProperties: false },
    refusing: { ...object({ a: text, b: whole }), unevaluatedProperties: false },
  },
  {
    name: "dependentRequired against dependentSchemas",
    allowing: { ...object({ a: text, b: text }), dependentRequired: { a: ["b"] } },
    refusing: { ...object({ a: text, b: text }), dependentSchemas: { a: { required: ["b"] } } },
  },
  {
    name: "a pattern in other words",
    allowing: { type: "string", pattern: "^[0-9]{1,5}$" },
    refusing: { type: "string", pattern: "^\\d\\d{0,4}$" },
    most: 8,
  },
  {
    name: "a pattern against minLength",
    allowing: { type: "string", minLength: 1 },
    refusing: { type: "string", pattern: "^[\\s\\S]" },
  },
  {
    name: "bounds of an integer as fractions",
    allowing: { type: "integer", minimum: 1, maximum: 9 },
    refusing: { type: "integer", minimum: 0.5, maximum: 9.5 },
    most: 9,
  },
  {
    name: "multiples that imply each other",
    allowing: { type: "integer", multipleOf: 12 },
    refusing: { type: "integer", allOf: [{ multipleOf: 4 }, { multipleOf: 3 }] },
    most: 20,
  },
  {
    name: "a number of multipleOf 1 against an integer",
    allowing: { type: "number", multipleOf: 1 },
    refusing: whole,
    most: 10,
  },
  {
    name: "unevaluatedItems against items",
    allowing: { type: "array", unevaluatedItems: text },
    refusing: { type: "array", items: text },
  },
  {
    name: "patternProperties against propertyNames",
    allowing: { type: "object", patternProperties: { "^x-": text }, additionalProperties: false },
    refusing: { type: "object", propertyNames: { pattern: "^x-" }, additionalProperties: text },
    most: 20,
  },
  {
    name: "contains with minContains spelt out",
    allowing: { ...array(whole), contains: { minimum: 5 } },
    refusing: { ...array(whole), contains: { minimum: 5 }, minContains: 1 },
  },
  {
    name: "a circle that is unrolled once",
    allowing: ref("Node"),
    refusing: object({ value: whole, next: ref("Node") }, "value"),
    components: { Node: object({ value: whole, next: ref("Node") }, "value") },
  },
  {
    name: "what is required of what is only read",
    isNew: true,
    allowing: object({ id: { type: "string", readOnly: true }, a: text }, "id", "a"),
    refusing: object({ id: { type: "string", readOnly: true }, a: text }, "a"),
  },
];
