import { isDeepStrictEqual } from "node:util";
import type { JsonValue } from "@specmill/spec";
import fc from "fast-check";
import { expect, test } from "vitest";
import { exoticTexts } from "../src/arbitrary-text.ts";
import { createArbitrary } from "../src/create-arbitrary.ts";
import type { Direction } from "../src/oracle.ts";
import { kindPointer, oracleOf, schemaKinds } from "./schema-kinds.ts";

const directions: readonly Direction[] = ["request", "response"];

function drawMany(schema: JsonValue, numRuns = 300): readonly JsonValue[] {
  return fc.sample(createArbitrary(oracleOf({ schema }), kindPointer, "response"), { seed: 1, numRuns });
}

test.each(schemaKinds)("makes only allowed values of $name, that JSON can carry", (kind) => {
  const oracle = oracleOf(kind);
  for (const direction of directions) {
    const arbitrary = createArbitrary(oracle, kindPointer, direction);
    const values = fc.sample(arbitrary, { seed: 1, numRuns: 100 });
    for (const value of values) {
      expect(oracle.judge(kindPointer, direction, value)).toEqual([]);
      expect(isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value)).toBe(true);
    }
  }
});

test("exotic strings occur, and all lengths that are allowed", () => {
  const texts = drawMany({ type: "string", maxLength: 500 }, 2000).filter((text) => typeof text === "string");
  for (const text of exoticTexts) expect(texts).toContain(text);
  const lengths = texts.map((text) => [...text].length);
  expect(Math.min(...lengths)).toBe(0);
  expect(Math.max(...lengths)).toBe(500);
});

test("no string has half of a surrogate pair", () => {
  for (const text of drawMany({ type: "string" }, 1000)) expect(text).not.toMatch(/\p{Surrogate}/u);
});

test("numbers are whole, broken, large and zero, but not a negative zero", () => {
  const numbers = drawMany({ type: "number" }, 2000).filter((one) => typeof one === "number");
  expect(numbers).toContain(0);
  expect(numbers).toContain(Number.MAX_SAFE_INTEGER);
  expect(numbers.some((one) => !Number.isInteger(one))).toBe(true);
  expect(numbers.some((one) => Object.is(one, -0))).toBe(false);
});

test("optional properties are there and not there", () => {
  const values = drawMany({
    type: "object",
    properties: { a: { type: "boolean" } },
    additionalProperties: false,
  });
  for (const want of [{}, { a: true }, { a: false }]) expect(values).toContainEqual(want);
});

test("a property called __proto__ is a property like any other", () => {
  const values = drawMany({ type: "object", additionalProperties: { type: "integer" } }, 1000);
  expect(values.some((value) => Object.hasOwn(Object(value), "__proto__"))).toBe(true);
});

test("a value that is too much shrinks to the least of its kind, still allowed", () => {
  const oracle = oracleOf({
    schema: {
      type: "object",
      properties: {
        count: { type: "integer", minimum: 0 },
        list: { type: "array", items: { type: "boolean" } },
      },
      required: ["list"],
      additionalProperties: false,
    },
  });
  const result = fc.check(
    fc.property(
      createArbitrary(oracle, kindPointer, "request"),
      (value) => JSON.stringify(value).indexOf("true") < 0,
    ),
    { seed: 1, numRuns: 1000 },
  );
  expect(result.counterexample).toEqual([{ list: [true] }]);
});

test("a schema without a value has no arbitrary", () => {
  expect(() => createArbitrary(oracleOf({ schema: false }), kindPointer, "request")).toThrow(
    "#/components/schemas/Subject has no value: #/components/schemas/Subject allows nothing",
  );
});
