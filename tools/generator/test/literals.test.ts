import { expect, test } from "vitest";
import { toKey, toLiteral, toStringLiteral } from "../src/literals.ts";

test.each([
  { given: 'say "hi"', want: '"say \\"hi\\""' },
  { given: "a\nb", want: '"a\\nb"' },
  { given: "`$" + "{x}`", want: '"`$' + '{x}`"' },
  { given: "\u2028\u2029", want: '"\\u2028\\u2029"' },
  { given: "\\", want: '"\\\\"' },
])("writes the text $given as a literal that reads as the same text", ({ given, want }) => {
  expect(toStringLiteral(given)).toBe(want);
  expect(JSON.parse(toStringLiteral(given))).toBe(given);
});

test.each([
  { given: "name", want: "name" },
  { given: "200", want: "200" },
  { given: "01", want: '"01"' },
  { given: "a-b", want: '"a-b"' },
  { given: "", want: '""' },
  { given: "__proto__", want: '["__proto__"]' },
  { given: 'a": 1, "b', want: '"a\\": 1, \\"b"' },
])("writes the key $given as $want", ({ given, want }) => {
  expect(toKey(given)).toBe(want);
});

test.each([
  { given: null, want: "null" },
  { given: undefined, want: "undefined" },
  { given: [], want: "[]" },
  { given: {}, want: "{}" },
  { given: { a: [1, true, "x"], "b-c": null }, want: '{ a: [1, true, "x"], "b-c": null }' },
  {
    given: { first: "x".repeat(40), second: ["y".repeat(40)] },
    want: `{\n  first: "${"x".repeat(40)}",\n  second: ["${"y".repeat(40)}"],\n}`,
  },
])("writes a value on one line where it fits, and on several where not: $given", ({ given, want }) => {
  expect(toLiteral(given)).toBe(want);
});

test("writes a literal that evaluates to the value it was made of, a key __proto__ included", () => {
  const value = JSON.parse('{"__proto__": {"polluted": true}, "b": [{"c": "d\\u2028"}]}');
  const read: unknown = new Function(`return (${toLiteral(value, "", 10)})`)();
  expect(JSON.stringify(read)).toBe(JSON.stringify(value));
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
});
