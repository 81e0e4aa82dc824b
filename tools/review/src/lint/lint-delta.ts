import type { LintedProblem } from "@specmill/spec";
import type { LintDelta } from "../review.ts";

/**
 * What a change does to the problems of a document: problems are the same by rule and pointer, never by line. As many
 * of a kind as base has are kept; when a list before them grew or shrank, their message tells them.
 */
export function compareLint(base: readonly LintedProblem[], head: readonly LintedProblem[]): LintDelta {
  const exact = pairUp(base, head, ({ problem, pointer }) => `${problem.rule} ${pointer}`);
  const moved = pairUp(exact.base, exact.head, ({ problem, pointer }) =>
    [problem.rule, pointer.replace(listIndex, "/$1/*"), problem.message].join(" "),
  );
  return {
    kind: "compared",
    added: moved.head.map(({ problem }) => problem),
    fixed: moved.base.map(({ problem }) => problem),
    kept: head.length - moved.head.length,
  };
}

/** The number of an item, in the lists that OpenAPI and JSON Schema know. */
const listIndex =
  /\/(parameters|allOf|anyOf|oneOf|prefixItems|servers|security|tags|enum|required|examples)\/\d+(?=\/|$)/g;

/** Takes from both sides, one for one, what has the same key; what is left over is returned. */
function pairUp(
  base: readonly LintedProblem[],
  head: readonly LintedProblem[],
  keyOf: (problem: LintedProblem) => string,
): { readonly base: readonly LintedProblem[]; readonly head: readonly LintedProblem[] } {
  const waiting = new Map<string, LintedProblem[]>();
  for (const problem of base) {
    const key = keyOf(problem);
    waiting.set(key, [...(waiting.get(key) ?? []), problem]);
  }
  const left = head.filter((problem) => waiting.get(keyOf(problem))?.shift() === undefined);
  const unpaired = new Set([...waiting.values()].flat());
  return { base: base.filter((problem) => unpaired.has(problem)), head: left };
}
