import { expect, test } from "vitest";
import { writeHeaders, writeViolations } from "../src/write-headers.ts";

const violation = {
  location: ["response", "body"],
  severity: "Error",
  code: "type",
  message: "must be string",
};

test.each([
  { name: "a number", given: { a: 1 }, want: { a: "1" } },
  { name: "a list", given: { a: [1, "b"] }, want: { a: "1,b" } },
  { name: "an object", given: { a: { b: 1, c: 2 } }, want: { a: "b,1,c,2" } },
  { name: "no value", given: { a: null, b: undefined }, want: {} },
  { name: "what frames a message", given: { "Content-Length": 1, "transfer-encoding": "x" }, want: {} },
  { name: "a line break", given: { a: "b\r\nc: d" }, want: undefined },
  { name: "a character beyond Latin-1", given: { a: "😀" }, want: undefined },
  { name: "a name that is no token", given: { "a b": "c" }, want: undefined },
])("a header of $name is written as HTTP has it", ({ given, want }) => {
  expect(writeHeaders(given)).toEqual(want);
});

test("violations are ASCII and read back as they were", () => {
  const violations = [{ ...violation, message: "naïve 😀" }];
  const text = writeViolations(violations)["sl-violations"] ?? "";
  expect(text).toMatch(/^[\x20-\x7e]+$/);
  expect(JSON.parse(text)).toEqual(violations);
});

test("no violations make no header", () => {
  expect(writeViolations([])).toEqual({});
});

test.each([
  {
    name: "many",
    violations: Array.from({ length: 100 }, () => ({ ...violation, message: "m".repeat(200) })),
  },
  {
    name: "one endless",
    violations: [{ ...violation, location: Array.from({ length: 999 }, () => "é".repeat(999)) }],
  },
])("$name violations are cut to a header that is still JSON", ({ violations }) => {
  const text = writeViolations(violations)["sl-violations"] ?? "";
  expect(text.length).toBeLessThanOrEqual(8192);
  expect(JSON.parse(text)).toEqual(
    expect.arrayContaining([expect.objectContaining({ severity: "Error", code: "type" })]),
  );
});
