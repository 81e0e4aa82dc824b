import { expect, test } from "vitest";
import { median } from "../src/median.js";

test.each([
  { name: "of one sample is that sample", given: [7], want: 7 },
  { name: "of an odd number is the middle one by size", given: [30, 1, 2], want: 2 },
  { name: "of an even number is half-way between the middle two", given: [100, 1, 3, 2], want: 2.5 },
])("the median $name", ({ given, want }) => {
  expect(median(given)).toBe(want);
});

test("there is no median of nothing", () => {
  expect(() => median([])).toThrow();
});
