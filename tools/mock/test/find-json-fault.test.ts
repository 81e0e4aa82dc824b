import { expect, test } from "vitest";
import { findJsonFault } from "../src/find-json-fault.ts";

const faults = [
  { text: "", want: { line: 1, column: 1, expected: "a value" } },
  { text: '{"a":', want: { line: 1, column: 6, expected: "a value" } },
  { text: '{"a":1', want: { line: 1, column: 7, expected: "a comma or the end of the list or object" } },
  { text: '{\n  "a": 1,\n}', want: { line: 3, column: 1, expected: "a property name" } },
  { text: "{a: 1}", want: { line: 1, column: 2, expected: "a property name or }" } },
  { text: '{"a" 1}', want: { line: 1, column: 6, expected: "a colon" } },
  { text: "[1 2]", want: { line: 1, column: 4, expected: "a comma or the end of the list or object" } },
  { text: "[1,]", want: { line: 1, column: 4, expected: "a value" } },
  { text: "[,1]", want: { line: 1, column: 2, expected: "a value or ]" } },
  { text: "[}", want: { line: 1, column: 2, expected: "a value or ]" } },
  { text: "[1}", want: { line: 1, column: 3, expected: "a comma or the end of the list or object" } },
  { text: '{"a":1]', want: { line: 1, column: 7, expected: "a comma or the end of the list or object" } },
  { text: "1 1", want: { line: 1, column: 3, expected: "the end of the body" } },
  { text: "[01]", want: { line: 1, column: 3, expected: "a comma or the end of the list or object" } },
  { text: "NaN", want: { line: 1, column: 1, expected: "a value" } },
  { text: '["open', want: { line: 1, column: 2, expected: "a string that is complete" } },
  { text: '["\\x"]', want: { line: 1, column: 2, expected: "a string that is complete" } },
  { text: '["a\nb"]', want: { line: 1, column: 2, expected: "a string that is complete" } },
  {
    text: '[true, {"a\\u00e9": [-1.5e+3, null, {}]}, []',
    want: { line: 1, column: 44, expected: "a comma or the end of the list or object" },
  },
];

test.each(faults)("in $text the fault is found where it is", ({ text, want }) => {
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
  expect(findJsonFault(text)).toEqual(want);
});

test("a fault behind megabytes of text and digits is found", () => {
  const text = `["${"x".repeat(5_000_000)}", ${"1".repeat(5_000_000)}, ]`;
  expect(findJsonFault(text)).toEqual({ line: 1, column: text.length, expected: "a value" });
});
