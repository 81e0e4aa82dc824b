import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/finding.ts";
import { joinAxes, nameAxes, nameStatus } from "../../src/report/join-axes.ts";
import { introduceExample } from "../../src/report/rule-text.ts";
import { sortFindings } from "../../src/report/sort-findings.ts";
import { makeFinding } from "./make-review.ts";

const wire = makeFinding();
const source = makeFinding({ axis: "source" });

const cases: readonly {
  readonly name: string;
  readonly given: readonly Finding[];
  readonly want: readonly string[];
}[] = [
  { name: "both axes", given: [wire, source], want: ["wire + client source"] },
  { name: "both axes, the other way round", given: [source, wire], want: ["wire + client source"] },
  { name: "one axis", given: [source], want: ["client source"] },
  {
    name: "another fingerprint",
    given: [wire, makeFinding({ axis: "source", fingerprint: "ba9876543210" })],
    want: ["wire", "client source"],
  },
  {
    name: "two of one axis, of which neither may be lost",
    given: [wire, makeFinding({ message: "Another." }), source],
    want: ["wire + client source", "wire"],
  },
  { name: "nothing", given: [], want: [] },
];
test.each(cases)("the rows of $name", ({ given, want }) => {
  expect(joinAxes(given).map(nameAxes)).toEqual(want);
});

test("a row is where the first of its findings was, reaches what any of them does, and is as sure as the surest", () => {
  const other = makeFinding({ fingerprint: "ba9876543210" });
  const compiled = makeFinding({
    axis: "source",
    status: "derived",
    operations: ["aFirst", "updateProfile"],
  });
  const rows = joinAxes([compiled, other, wire]);
  expect(rows.map(({ fingerprint }) => fingerprint)).toEqual(["0123456789ab", "ba9876543210"]);
  expect(rows[0]).toMatchObject({ status: "proved", operations: ["aFirst", "updateProfile"] });
  expect(rows.map(nameStatus)).toEqual(["proved (wire), derived (client source)", "proved"]);
});

test("axes of different consequence are in different groups", () => {
  const { gating, compatible } = sortFindings([wire, makeFinding({ axis: "source", impact: "compatible" })]);
  expect([gating, compatible].map((group) => group.map(nameAxes))).toEqual([["wire"], ["client source"]]);
});

describe("a reason that speaks of a caller or a value of its own says so", () => {
  test.each([
    {
      given: "A caller who sends `blue` is refused.",
      want: "For example: a caller who sends `blue` is refused.",
    },
    { given: "Code that reads `id` fails.", want: "For example: code that reads `id` fails." },
    { given: "`getPet(…)` does not compile.", want: "For example: `getPet(…)` does not compile." },
    { given: "Callers get a 404.", want: "For example: callers get a 404." },
    {
      given: "Kinds are read: a card as a voucher.",
      want: "For example: kinds are read: a card as a voucher.",
    },
    { given: "Every caller there is leaves it out.", want: "Every caller there is leaves it out." },
  ])("$given", ({ given, want }) => {
    expect(introduceExample(given)).toBe(want);
  });
});
