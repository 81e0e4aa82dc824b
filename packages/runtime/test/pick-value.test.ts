import { expect, test } from "vitest";
import { pickValue } from "../src/pick-value.ts";

test.each(["constructor", "toString", "hasOwnProperty", "__proto__"])(
  "an inherited %s is no value",
  (name) => {
    expect(pickValue({}, name)).toBeUndefined();
  },
);

test.each(["constructor", "toString", "__proto__", "id"])("an own %s is a value", (name) => {
  expect(pickValue(JSON.parse(`{"${name}":"own"}`), name)).toBe("own");
});

test("no values hold no value", () => {
  expect(pickValue(undefined, "id")).toBeUndefined();
});

test("a list has no value at its length", () => {
  expect(pickValue(["a"], "length")).toBeUndefined();
});
