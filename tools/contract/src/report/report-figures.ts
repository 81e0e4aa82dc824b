import type { ClientFaultResult, MutationResult } from "../mutant/mutant.ts";
import type { ClassCoverage, Coverage, CoveredObligation } from "../obligation/obligation.ts";
import { mapClasses } from "../obligation/obligation-classes.ts";
import type { CaseResult } from "../run/verdict.ts";
import type { ApiReport } from "./report.ts";

/** How many cases ended in which way. */
interface CaseCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function countCases(results: readonly CaseResult[]): CaseCounts {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { outcome } of results) counts[outcome] += 1;
  return counts;
}

/** Whole percents, rounded down so that only all of it is 100; undefined where there is nothing to cover. */
export function coveragePercent({ covered, total, excluded }: ClassCoverage): number | undefined {
  const wanted = total - excluded;
  return wanted <= 0 ? undefined : Math.floor((covered * 100) / wanted);
}

/** Breaking changes to the document that no case noticed. */
export function listSurvivors({ mutation }: ApiReport): readonly MutationResult[] {
  return (mutation?.results ?? []).filter(
    ({ effect, state }) => effect === "breaking" && state === "survived",
  );
}

/** Faults of the client that no case noticed. */
export function listUnnoticed({ clientFaults = [] }: ApiReport): readonly ClientFaultResult[] {
  return clientFaults.filter(({ state }) => state === "unnoticed");
}

export function listFailed({ results }: ApiReport): readonly CaseResult[] {
  return results.filter(({ outcome }) => outcome === "failed");
}

/** `12/13`, or undefined where no client fault was tried. */
export function formatClientFaults(report: ApiReport): string | undefined {
  if (report.clientFaults === undefined) return undefined;
  const { length } = report.clientFaults;
  return `${length - listUnnoticed(report).length}/${length}`;
}

/** `246/246`, or undefined where no mutant was made. */
export function formatMutation({ mutation }: ApiReport): string | undefined {
  return mutation === undefined ? undefined : `${mutation.killed}/${mutation.breaking}`;
}

/** A class of obligations, or a rule, in words: `media type`. */
export function nameClass(name: string): string {
  return name.replaceAll("-", " ");
}

/** How much of each class of obligations is covered. */
export function countClasses(obligations: readonly CoveredObligation[]): Coverage["classes"] {
  return mapClasses((name) => {
    const own = obligations.filter((obligation) => obligation.class === name);
    const countState = (state: CoveredObligation["state"]): number =>
      own.filter((obligation) => obligation.state === state).length;
    return { covered: countState("covered"), total: own.length, excluded: countState("excluded") };
  });
}
