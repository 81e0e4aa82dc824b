import { createOracle } from "@specmill/oracle";
import type { JsonObject, JsonValue } from "@specmill/spec";
import { expect, test } from "vitest";
import type { Part } from "../../src/change.ts";
import { placeValue } from "../../src/search/place-value.ts";
import { subject } from "./search-pair.ts";

const text = { type: "string" };
const short = (maxLength: number) => ({ type: "string", maxLength });

interface Row {
  readonly name: string;
  /** The whole, around a schema. */
  readonly around: (inner: JsonValue) => JsonObject;
  readonly path: readonly string[];
  readonly want: JsonValue;
}

const tooLong = "aaaaa";
const rows: readonly Row[] = [
  { name: "the whole itself", around: (inner) => ({ allOf: [inner] }), path: [], want: tooLong },
  {
    name: "an optional property, beside one that is required",
    around: (inner) => ({
      type: "object",
      properties: { a: inner, b: { type: "integer" } },
      required: ["b"],
    }),
    path: ["a"],
    want: { a: tooLong, b: 0 },
  },
  {
    name: "an item of an array in an object",
    around: (inner) => ({
      type: "object",
      properties: { list: { type: "array", items: inner, minItems: 2 } },
    }),
    path: ["list", "*"],
    want: { list: [tooLong, ""] },
  },
  {
    name: "a map of maps",
    around: (inner) => ({
      type: "object",
      additionalProperties: { type: "object", additionalProperties: inner },
    }),
    path: ["*", "*"],
    want: { other: { other: tooLong } },
  },
  {
    name: "a name of a pattern",
    around: (inner) => ({
      type: "object",
      patternProperties: { "^x-$": inner },
      additionalProperties: false,
    }),
    path: ["*"],
    want: { "x-": tooLong },
  },
  {
    name: "the second branch of a choice",
    around: (inner) => ({
      oneOf: [
        { type: "object", properties: { kind: { const: "one" } }, required: ["kind"] },
        { type: "object", properties: { kind: { const: "two" }, name: inner }, required: ["kind"] },
      ],
    }),
    path: ["name"],
    want: { name: tooLong, kind: "two" },
  },
  {
    name: "a property that null stands for in the first sample",
    around: (inner) => ({
      type: "object",
      required: ["a"],
      properties: { a: { oneOf: [{ type: "null" }, { type: "object", properties: { b: inner } }] } },
    }),
    path: ["a", "b"],
    want: { a: { b: tooLong } },
  },
  {
    name: "a tree of itself",
    around: (inner) => ({
      type: "object",
      properties: { name: inner, children: { type: "array", items: { $ref: subject } } },
    }),
    path: ["children", "*", "name"],
    want: { children: [{ name: tooLong }] },
  },
];

function sidesOf({ around }: Row) {
  const documentOf = (schema: JsonValue) =>
    createOracle({ openapi: "3.1.1", components: { schemas: { Subject: schema } } });
  return [documentOf(around(short(9))), documentOf(around(short(4)))] as const;
}

function partOf({ path }: Row): Part {
  return {
    operation: "create",
    kind: "body",
    name: "application/json",
    schemas: { base: subject, head: subject },
    path,
  };
}

test.each(rows)("a value is placed in $name", (row) => {
  const [base, head] = sidesOf(row);
  const placed = placeValue(partOf(row), tooLong, "request", base, head);
  expect(placed?.value).toEqual(row.want);
  expect(base.judge(subject, "request", placed?.value ?? null)).toEqual([]);
  expect(head.allows(subject, "request", placed?.value ?? null)).toBe(false);
});

test("in a response, head allows the value and base refuses it", () => {
  const [wide, narrow] = sidesOf(rows[1] as Row);
  const part = { ...partOf(rows[1] as Row), status: "200" };
  expect(placeValue(part, tooLong, "response", narrow, wide)?.value).toEqual({ a: tooLong, b: 0 });
  expect(placeValue(part, tooLong, "response", wide, narrow)).toBeUndefined();
});

test("a value that both sides allow at its place is not placed", () => {
  for (const row of rows) {
    const [base, head] = sidesOf(row);
    expect(placeValue(partOf(row), "a", "request", base, head)).toBeUndefined();
  }
});

test("a whole that is refused for something else is no proof", () => {
  const around = (inner: JsonValue, other: JsonValue) =>
    createOracle({
      openapi: "3.1.1",
      components: {
        schemas: { Subject: { type: "object", properties: { a: inner, b: other }, required: ["a", "b"] } },
      },
    });
  const part = partOf({ name: "", around: () => ({}), path: ["a"], want: null });
  expect(
    placeValue(part, "a", "request", around(text, text), around(text, { type: "integer" })),
  ).toBeUndefined();
});

test("schemas that do not compile have no values", () => {
  const broken = createOracle({
    openapi: "3.1.1",
    components: { schemas: { Subject: { type: "string", pattern: "(" } } },
  });
  expect(placeValue(partOf(rows[0] as Row), "a", "request", broken, broken)).toBeUndefined();
});
