import { expect, test } from "vitest";
import { checkRatchet } from "../src/obligation/check-ratchet.ts";
import { readLock, writeLock } from "../src/obligation/contract-lock.ts";
import type { ClassCoverage, Coverage } from "../src/obligation/obligation.ts";
import { mapClasses, obligationClasses } from "../src/obligation/obligation-classes.ts";

function coverageOf(value: ClassCoverage): Coverage {
  const none = { covered: 0, total: 0, excluded: 0 };
  return { classes: { ...mapClasses(() => none), value }, obligations: [] };
}

const file = "specs/things/contract.lock.json";
const text = writeLock(coverageOf({ covered: 3, total: 4, excluded: 0 }), 20);

const rows = [
  { name: "the same figures", given: { covered: 3, total: 4, excluded: 0 }, cases: 20, want: [] },
  {
    name: "less coverage",
    given: { covered: 2, total: 4, excluded: 0 },
    cases: 20,
    want: ["error Of the class value, 2 of 4 are covered; it was 3 of 4."],
  },
  {
    name: "an exclusion in place of coverage",
    given: { covered: 2, total: 4, excluded: 2 },
    cases: 20,
    want: ["error Of the class value, 2 of 4 are covered; it was 3 of 4."],
  },
  {
    name: "fewer cases",
    given: { covered: 3, total: 4, excluded: 0 },
    cases: 19,
    want: ["error There are 19 cases; there were 20."],
  },
  {
    name: "more coverage",
    given: { covered: 4, total: 4, excluded: 0 },
    cases: 20,
    want: ["warning Coverage or the number of cases differs from what is locked, and is not less."],
  },
  {
    name: "more obligations and as large a share of them",
    given: { covered: 6, total: 8, excluded: 0 },
    cases: 20,
    want: ["warning Coverage or the number of cases differs from what is locked, and is not less."],
  },
  {
    name: "more cases",
    given: { covered: 3, total: 4, excluded: 0 },
    cases: 21,
    want: ["warning Coverage or the number of cases differs from what is locked, and is not less."],
  },
];

test.each(rows)("against a lock, $name: $want", ({ given, cases, want }) => {
  const problems = checkRatchet(coverageOf(given), cases, { file, text });
  expect(problems.map(({ severity, message }) => `${severity} ${message}`)).toEqual(want);
  expect(problems.every((problem) => problem.hint?.includes("specmill contract --update-lock"))).toBe(true);
});

test.each(["", "{", "[]", '{ "cases": "20" }'])("%j is no lock file", (broken) => {
  const problems = checkRatchet(coverageOf({ covered: 3, total: 4, excluded: 0 }), 20, {
    file,
    text: broken,
  });
  expect(problems.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
    "error This is no lock file of a contract.",
  ]);
});

test("a lock file has its keys sorted and a final newline, and is read as it was written", () => {
  expect(text).toMatch(/^\{\n {2}"cases": 20,\n {2}"coverage": \{\n {4}"constraint": .*\n\}\n$/s);
  const lock = readLock(text);
  expect(lock?.cases).toBe(20);
  expect(lock?.coverage.value).toEqual({ covered: 3, total: 4 });
  expect(Object.keys(lock?.coverage ?? {}).toSorted()).toEqual([...obligationClasses].toSorted());
});
