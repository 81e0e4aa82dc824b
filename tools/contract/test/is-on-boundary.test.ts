import type { JsonObject, JsonValue } from "@specmill/spec";
import { expect, test } from "vitest";
import { isOnBoundary } from "../src/obligation/is-on-boundary.ts";

interface Row {
  readonly keyword: string;
  readonly schema: JsonObject;
  readonly on: readonly JsonValue[];
  readonly off: readonly JsonValue[];
}

const rows: readonly Row[] = [
  { keyword: "minLength", schema: { minLength: 1 }, on: ["a", "\u{1F600}"], off: ["", "ab", 1] },
  { keyword: "maxLength", schema: { maxLength: 2 }, on: ["ab", "\u{1F600}a"], off: ["a", "abc", [1, 2]] },
  { keyword: "pattern", schema: { pattern: "a" }, on: ["a"], off: [1] },
  { keyword: "format", schema: { format: "uuid" }, on: ["a"], off: [null] },
  { keyword: "format", schema: { format: "int32" }, on: [1], off: ["a"] },
  { keyword: "minimum", schema: { minimum: 1 }, on: [1], off: [0, 1.5, 2, "1"] },
  { keyword: "minimum", schema: { type: "integer", minimum: 0.5 }, on: [1], off: [2] },
  { keyword: "maximum", schema: { type: "integer", maximum: 10, multipleOf: 4 }, on: [8], off: [4] },
  { keyword: "exclusiveMinimum", schema: { exclusiveMinimum: 1 }, on: [1.5, 2], off: [1, 2.5] },
  { keyword: "exclusiveMaximum", schema: { type: "integer", exclusiveMaximum: 5 }, on: [4], off: [3, 5] },
  { keyword: "exclusiveMinimum", schema: { minimum: 1, exclusiveMinimum: true }, on: [2], off: [1, 3] },
  { keyword: "multipleOf", schema: { multipleOf: 2 }, on: [4], off: [0, "4"] },
  { keyword: "minItems", schema: { minItems: 1 }, on: [[1]], off: [[], [1, 2], "a"] },
  { keyword: "maxItems", schema: { maxItems: 1 }, on: [[1]], off: [[], [1, 2]] },
  { keyword: "uniqueItems", schema: { uniqueItems: true }, on: [[1, 2]], off: [[1], []] },
  { keyword: "minProperties", schema: { minProperties: 1 }, on: [{ a: 1 }], off: [{}, [1]] },
  { keyword: "maxProperties", schema: { maxProperties: 0 }, on: [{}], off: [{ a: 1 }] },
  {
    keyword: "dependentRequired",
    schema: { dependentRequired: { a: ["b"] } },
    on: [{ a: 1, b: 1 }],
    off: [{ b: 1 }, "a"],
  },
  { keyword: "title", schema: { title: "a" }, on: [], off: ["a"] },
];

test.each(rows)("$keyword of $schema is met by its last values", ({ keyword, schema, on, off }) => {
  expect(on.filter((value) => !isOnBoundary(keyword, schema, value))).toEqual([]);
  expect(off.filter((value) => isOnBoundary(keyword, schema, value))).toEqual([]);
});
