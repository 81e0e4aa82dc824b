import { expect, test } from "vitest";
import { isAbsent, isComposite, toText } from "../src/to-text.ts";

const cases: readonly { name: string; given: unknown; want: string }[] = [
  { name: "a string is itself", given: "a b", want: "a b" },
  { name: "a number is written as JavaScript writes it", given: 1e21, want: "1e+21" },
  { name: "a boolean is a word", given: false, want: "false" },
  { name: "a big integer keeps every digit", given: 9007199254740993n, want: "9007199254740993" },
  { name: "a date is ISO 8601", given: new Date(0), want: "1970-01-01T00:00:00.000Z" },
];

test.each(cases)("$name", ({ given, want }) => {
  expect(toText(given)).toBe(want);
});

test.each([[["a"]], [{ a: 1 }], [new Map()]])("%j is more than one text", (given) => {
  expect(() => toText(given)).toThrow(TypeError);
});

test("nothing but null and undefined stands for none", () => {
  expect([undefined, null, 0, "", false, [], {}].map(isAbsent)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test("lists and objects have members, dates and null have none", () => {
  expect([[], {}, new Date(0), null, undefined, "a", 1].map(isComposite)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});
