import type { JsonValue } from "@specmill/spec";
import { expect, test } from "vitest";
import { describeFault } from "../../src/search/describe-fault.ts";
import { sideOf } from "./search-pair.ts";

interface Row {
  readonly schema: JsonValue;
  readonly value: JsonValue;
  readonly want: string;
}

const inA = (schema: JsonValue): JsonValue => ({ type: "object", properties: { a: schema } });

test.each<Row>([
  { schema: { maxLength: 1 }, value: "aa", want: "the value must not have more than 1 character" },
  {
    schema: inA({ maxLength: 20 }),
    value: { a: "a".repeat(21) },
    want: "`a` must not have more than 20 characters",
  },
  { schema: inA({ minLength: 1 }), value: { a: "" }, want: "`a` must have at least one character" },
  { schema: inA({ minimum: 5 }), value: { a: 1 }, want: "`a` must be at least 5" },
  { schema: inA({ exclusiveMaximum: 5 }), value: { a: 5 }, want: "`a` must be less than 5" },
  { schema: inA({ multipleOf: 2 }), value: { a: 1 }, want: "`a` must be a multiple of 2" },
  { schema: inA({ type: "integer" }), value: { a: "" }, want: "`a` must be an integer" },
  { schema: inA({ type: ["string", "null"] }), value: { a: 1 }, want: "`a` must be a string or null" },
  { schema: inA({ enum: ["x", 1] }), value: { a: "" }, want: '`a` must be one of `"x"`, `1`' },
  { schema: inA({ const: "x" }), value: { a: "" }, want: '`a` must be `"x"`' },
  { schema: inA({ format: "email" }), value: { a: "" }, want: "`a` must be of the format `email`" },
  { schema: inA({ pattern: "^x$" }), value: { a: "" }, want: "`a` must match the pattern `^x$`" },
  { schema: { required: ["it's"] }, value: {}, want: '`["it\'s"]` must be there' },
  { schema: inA({ required: ["b"] }), value: { a: {} }, want: "`a.b` must be there" },
  {
    schema: { properties: {}, additionalProperties: false },
    value: { "x-y": 1 },
    want: "`x-y` must not be there",
  },
  { schema: { unevaluatedProperties: false }, value: { 'a"b': 1 }, want: '`["a\\"b"]` must not be there' },
  { schema: inA(false), value: { a: 1 }, want: "`a` must not be there" },
  { schema: inA({ items: { minItems: 1 } }), value: { a: [[]] }, want: "`a[0]` must have at least one item" },
  {
    schema: inA({ oneOf: [{ type: "string" }, { type: "null" }] }),
    value: { a: 1 },
    want: "`a` must fit exactly one of several schemas (oneOf), and fits none or more than one",
  },
  { schema: { not: {} }, value: 1, want: "the value must not fit the schema that is excluded (not)" },
  {
    schema: { uniqueItems: true },
    value: [1, 1],
    want: "the value must not have the same item twice",
  },
])("$want", ({ schema, value, want }) => {
  const { oracle, pointer } = sideOf(schema);
  expect(oracle.judge(pointer, "request", value).map(describeFault)).toContain(want);
});
