import type { JsonValue } from "@specmill/spec";

/** What a schema can be within, so that its values are still to be told from others. */
export interface Wrapper {
  readonly name: string;
  readonly wrap: (schema: JsonValue) => JsonValue;
}

const text = { type: "string" };

export const wrappers: readonly Wrapper[] = [
  {
    name: "an optional property",
    wrap: (inner) => ({ type: "object", properties: { one: inner, other1: text } }),
  },
  {
    name: "a required property",
    wrap: (inner) => ({ type: "object", properties: { one: inner, two: text }, required: ["one", "two"] }),
  },
  { name: "an item", wrap: (inner) => ({ type: "array", items: inner }) },
  { name: "one of two items or more", wrap: (inner) => ({ type: "array", items: inner, minItems: 2 }) },
  { name: "a map", wrap: (inner) => ({ type: "object", additionalProperties: inner }) },
  {
    name: "a name of a pattern",
    wrap: (inner) => ({ type: "object", patternProperties: { "^x-[a-z]+$": inner } }),
  },
  { name: "a tuple", wrap: (inner) => ({ type: "array", prefixItems: [text, inner], minItems: 2 }) },
  { name: "a member of allOf", wrap: (inner) => ({ allOf: [inner, {}] }) },
  { name: "a branch of anyOf", wrap: (inner) => ({ anyOf: [{ const: "something else" }, inner] }) },
  {
    name: "a branch that a property names",
    wrap: (inner) => ({
      oneOf: [
        { type: "object", properties: { kind: { const: "a" }, value: inner }, required: ["kind"] },
        { type: "object", properties: { kind: { const: "b" }, value: text }, required: ["kind"] },
      ],
    }),
  },
  {
    name: "what depends on another property",
    wrap: (inner) => ({
      type: "object",
      properties: { kind: text, value: {} },
      dependentSchemas: { kind: { properties: { value: inner } } },
    }),
  },
];
