import { expect, test } from "vitest";
import { checkGates } from "../src/obligation/check-gates.ts";
import { coveragePercent, measureCoverage } from "../src/obligation/measure-coverage.ts";
import type { Obligation } from "../src/obligation/obligation.ts";
import { mapClasses } from "../src/obligation/obligation-classes.ts";
import type { PlacedExclusion } from "../src/obligation/read-settings.ts";

const obligations: readonly Obligation[] = ["a", "b", "c", "d"].map((name) => ({
  id: `save value #/${name} "x"`,
  class: "value",
  operation: "save",
  pointer: `#/${name}`,
  want: '"x"',
}));

const [first = "", second = ""] = obligations.map(({ id }) => id);
const place = { file: "specs/things/contract.yaml", line: 2, column: 5 };

function exclude(obligation: string, more: Partial<PlacedExclusion> = {}): PlacedExclusion {
  return { obligation, reason: "No server can.", expires: "2027-06-30", place, ...more };
}

function measure(met: readonly string[], exclusions: readonly PlacedExclusion[], today = "2027-06-30") {
  const { coverage, problems } = measureCoverage(obligations, new Set(met), exclusions, today);
  return {
    value: coverage.classes.value,
    states: coverage.obligations.map(({ state, reason }) =>
      reason === undefined ? state : `${state}: ${reason}`,
    ),
    problems: problems.map(({ rule, severity, line, column }) => `${rule} ${severity} ${line}:${column}`),
  };
}

const rows = [
  {
    name: "what was met is covered, the rest is not",
    given: measure([first], []),
    want: {
      value: { covered: 1, total: 4, excluded: 0 },
      states: ["covered", "uncovered", "uncovered", "uncovered"],
      problems: [],
    },
  },
  {
    name: "an exclusion holds to its last day, and a star stands for any text",
    given: measure([first], [exclude("save value #/* *"), exclude("save value #/d *")].slice(1)),
    want: {
      value: { covered: 1, total: 4, excluded: 1 },
      states: ["covered", "uncovered", "uncovered", "excluded: No server can."],
      problems: [],
    },
  },
  {
    name: "what is covered counts as covered, also where a star excludes it with others",
    given: measure([first, second], [exclude("save *")]),
    want: {
      value: { covered: 2, total: 4, excluded: 2 },
      states: ["covered", "covered", "excluded: No server can.", "excluded: No server can."],
      problems: [],
    },
  },
  {
    name: "an expired exclusion is an error and excludes nothing",
    given: measure([], [exclude(first)], "2027-07-01"),
    want: {
      value: { covered: 0, total: 4, excluded: 0 },
      states: ["uncovered", "uncovered", "uncovered", "uncovered"],
      problems: ["exclusion-expired error 2:5"],
    },
  },
  {
    name: "an exclusion without a reason is an error and excludes nothing",
    given: measure([], [exclude(first, { reason: " " })]),
    want: {
      value: { covered: 0, total: 4, excluded: 0 },
      states: ["uncovered", "uncovered", "uncovered", "uncovered"],
      problems: ["exclusion-without-reason error 2:5"],
    },
  },
  {
    name: "an exclusion of nothing is an error, and its dots are dots",
    given: measure([first], [exclude("save value ..a *")]),
    want: {
      value: { covered: 1, total: 4, excluded: 0 },
      states: ["covered", "uncovered", "uncovered", "uncovered"],
      problems: ["exclusion-matches-nothing error 2:5"],
    },
  },
  {
    name: "an exclusion of what is covered is a warning",
    given: measure([first], [exclude(first)]),
    want: {
      value: { covered: 1, total: 4, excluded: 0 },
      states: ["covered", "uncovered", "uncovered", "uncovered"],
      problems: ["exclusion-needless warning 2:5"],
    },
  },
];

test.each(rows)("$name", ({ given, want }) => {
  expect(given).toEqual(want);
});

test("what is excluded is no part of the whole, and all of nothing is 100 %", () => {
  expect(coveragePercent({ covered: 1, total: 4, excluded: 2 })).toBe(50);
  expect(coveragePercent({ covered: 0, total: 2, excluded: 2 })).toBe(100);
  expect(coveragePercent({ covered: 0, total: 0, excluded: 0 })).toBe(100);
});

test("a gate that is not reached is told with what is missing, cut and not rounded", () => {
  const { coverage } = measureCoverage(obligations, new Set([first]), [], "2027-01-01");
  expect(checkGates(coverage, { ...mapClasses(() => 100), value: 26 })).toEqual([
    '25 % of the class value is covered, and 26 % must be: `save value #/b "x"`, `save value #/c "x"`, `save value #/d "x"`.',
  ]);
  expect(checkGates(coverage, { ...mapClasses(() => 100), value: 25 })).toEqual([]);
});

test("a gate names three obligations and counts the others", () => {
  const { coverage } = measureCoverage(obligations, new Set(), [], "2027-01-01");
  const [sentence] = checkGates(
    coverage,
    mapClasses(() => 100),
  );
  expect(sentence).toMatch(/^0 % of the class value is covered, and 100 % must be: .* and 1 more\.$/);
});
