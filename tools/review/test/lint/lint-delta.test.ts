import type { LintedProblem } from "@specmill/spec";
import { describe, expect, test } from "vitest";
import { compareLint } from "../../src/lint/lint-delta.ts";

function makeProblem(rule: string, pointer: string, message = "m", line = 1): LintedProblem {
  return { problem: { rule, severity: "warning", message, file: "a.yaml", line, column: 1 }, pointer };
}

const one = makeProblem("no-x", "#/paths/~1a/get");
const table: readonly {
  readonly name: string;
  readonly base: readonly LintedProblem[];
  readonly head: readonly LintedProblem[];
  readonly added: readonly LintedProblem[];
  readonly fixed: readonly LintedProblem[];
  readonly kept: number;
}[] = (() => {
  const moved = makeProblem("no-x", "#/paths/~1a/get", "now 5", 90);
  const otherPlace = makeProblem("no-x", "#/paths/~1b/get");
  const otherRule = makeProblem("no-y", "#/paths/~1a/get");
  const first = makeProblem("no-x", "#/paths/~1a/get/parameters/0/name", "p");
  const second = makeProblem("no-x", "#/paths/~1a/get/parameters/1/name", "p");
  const secondElse = makeProblem("no-x", "#/paths/~1a/get/parameters/1/name", "q");
  const answer = makeProblem("no-x", "#/paths/~1a/get/responses/200", "r");
  const otherAnswer = makeProblem("no-x", "#/paths/~1a/get/responses/404", "r");
  return [
    { name: "nothing", base: [], head: [], added: [], fixed: [], kept: 0 },
    { name: "a problem that stays", base: [one], head: [one], added: [], fixed: [], kept: 1 },
    { name: "other lines and words", base: [one], head: [moved], added: [], fixed: [], kept: 1 },
    { name: "a new problem", base: [], head: [one], added: [one], fixed: [], kept: 0 },
    { name: "a mended problem", base: [one], head: [], added: [], fixed: [one], kept: 0 },
    { name: "another place", base: [one], head: [otherPlace], added: [otherPlace], fixed: [one], kept: 0 },
    { name: "another rule", base: [one], head: [otherRule], added: [otherRule], fixed: [one], kept: 0 },
    { name: "a second of the same", base: [one], head: [one, moved], added: [moved], fixed: [], kept: 1 },
    { name: "one of two mended", base: [one, moved], head: [one], added: [], fixed: [moved], kept: 1 },
    { name: "a list that grew before it", base: [first], head: [second], added: [], fixed: [], kept: 1 },
    { name: "another item", base: [first], head: [secondElse], added: [secondElse], fixed: [first], kept: 0 },
    {
      name: "another item of the same kind",
      base: [first],
      head: [first, second],
      added: [second],
      fixed: [],
      kept: 1,
    },
    {
      name: "another status",
      base: [answer],
      head: [otherAnswer],
      added: [otherAnswer],
      fixed: [answer],
      kept: 0,
    },
  ];
})();

describe("the delta of lint", () => {
  test.each(table)("tells $name", ({ base, head, added, fixed, kept }) => {
    expect(compareLint(base, head)).toEqual({
      kind: "compared",
      added: added.map(({ problem }) => problem),
      fixed: fixed.map(({ problem }) => problem),
      kept,
    });
  });

  test("swaps what is new and what is mended with the sides", () => {
    for (const { base, head, kept } of table) {
      const there = compareLint(base, head);
      const back = compareLint(head, base);
      expect(back.kept).toBe(kept);
      expect(back.added.length).toBe(there.fixed.length);
      expect(back.fixed.length).toBe(there.added.length);
    }
  });
});
