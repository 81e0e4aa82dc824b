import type { ClientFaultResult, MutationResult, MutationScore } from "../mutant/mutant.ts";
import type { Coverage, CoveredObligation } from "../obligation/obligation.ts";
import { countClasses } from "./report-figures.ts";
import { compareText } from "./report-text.ts";
import { preferState, uniteById } from "./report-unite.ts";

/** The coverage of all parts: what one of them covers is covered. */
export function mergeCoverage(parts: readonly Coverage[]): Coverage {
  const obligations = uniteById(
    parts.map((part) => part.obligations),
    preferState(["covered", "excluded", "uncovered"], ({ state }: CoveredObligation) => state),
  );
  return { classes: countClasses(obligations), obligations };
}

/** The mutation score of all parts: a mutant that one of them kills is dead. Undefined where none has any. */
export function mergeMutation(parts: readonly MutationScore[]): MutationScore | undefined {
  if (parts.length === 0) return undefined;
  const results = uniteById(
    parts.map((part) => part.results),
    preferState(["killed", "survived", "skipped"], ({ state }: MutationResult) => state),
  );
  const breaking = results.filter(({ effect }) => effect === "breaking");
  const many = (state: MutationResult["state"]): number =>
    breaking.filter((result) => result.state === state).length;
  const operators = new Map<string, number>();
  for (const { operator } of results) operators.set(operator, (operators.get(operator) ?? 0) + 1);
  return {
    killed: many("killed"),
    breaking: breaking.length,
    skipped: many("skipped"),
    operators: Object.fromEntries([...operators].sort(([a], [b]) => compareText(a, b))),
    results,
  };
}

/** The client faults of all parts: what one of them notices is noticed. Undefined where none has any. */
export function mergeClientFaults(
  parts: readonly (readonly ClientFaultResult[])[],
): readonly ClientFaultResult[] | undefined {
  if (parts.length === 0) return undefined;
  return uniteById(
    parts,
    preferState(["noticed", "unnoticed"], ({ state }: ClientFaultResult) => state),
  );
}
