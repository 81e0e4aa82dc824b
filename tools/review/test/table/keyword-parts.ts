import type { JsonObject, JsonValue } from "@specmill/spec";

/** An edit of a schema, and what it is to those who send values of it, and to those who get them. */
export interface KeywordRow {
  readonly keyword: string;
  readonly edit: string;
  readonly base: JsonValue;
  readonly head: JsonValue;
  /** As `tellVerdicts` says it: the rule and the comparison, what it is on the wire, and what to code. */
  readonly want: readonly string[];
}

/** A keyword of JSON Schema, which is no method here. */
export const thenKeyword = "then";
export const text = { type: "string" };
export const number = { type: "number" };
export const integer = { type: "integer" };
export const array = { type: "array" };
export const object = { type: "object" };
export const ab = { ...object, properties: { a: text, b: text } };
export const cat = { $ref: "#/components/schemas/Cat" };
export const dog = { $ref: "#/components/schemas/Dog" };
export const bird = { $ref: "#/components/schemas/Bird" };
export const car = { $ref: "#/components/schemas/Car" };
export const bus = { $ref: "#/components/schemas/Bus" };

/** Components of both documents. */
export const schemas: JsonObject = {
  Cat: { ...object, required: ["kind"], properties: { kind: { const: "cat" }, lives: integer } },
  Dog: {
    ...object,
    required: ["kind"],
    properties: { kind: { const: "dog" }, tricks: { ...array, items: text } },
  },
  Bird: {
    ...object,
    required: ["kind"],
    properties: { kind: { const: "bird" }, sings: { type: "boolean" } },
  },
  // Of their own, for a discriminator is part of the types that it tells apart.
  Car: {
    ...object,
    required: ["kind", "sort"],
    properties: { kind: { const: "Car" }, sort: { const: "Car" } },
  },
  Bus: {
    ...object,
    required: ["kind", "sort"],
    properties: { kind: { const: "Bus" }, sort: { const: "Bus" } },
  },
  Short: { ...text, maxLength: 3 },
  Long: { ...text, maxLength: 30 },
};
