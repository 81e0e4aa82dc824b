import type { Problem } from "@specmill/spec";
import type { ApiReport, Verdict } from "./report.ts";
import { countCases, listSurvivors, listUnnoticed } from "./report-figures.ts";
import { count } from "./report-text.ts";

export interface Judgement {
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
}

const severities: readonly Verdict[] = ["passed", "failed", "not verified"];

/** The graver of two verdicts. `not verified` is the gravest: nothing else that was found can be relied on. */
export function worseVerdict(a: Verdict, b: Verdict): Verdict {
  return severities.indexOf(a) > severities.indexOf(b) ? a : b;
}

/**
 * What follows from the parts of a report alone, whatever gates there are besides: a failed canary or no case at all
 * means `not verified`; failed cases, errors, survivors and unnoticed faults mean `failed`.
 */
export function judgeReport(report: Omit<ApiReport, "verdict" | "reasons">): Judgement {
  const asJudged: ApiReport = { ...report, verdict: "passed", reasons: [] };
  const tried = new Set(
    report.results.flatMap((result) => (result.outcome === "skipped" ? [] : result.operation)),
  );
  const canaries = report.results.filter(
    ({ kind, outcome, operation }) => kind === "canary" && outcome !== "passed" && tried.has(operation),
  );
  const { failed, passed } = countCases(report.results);
  const survivors = listSurvivors(asJudged).length;
  const unnoticed = listUnnoticed(asJudged).length;
  const unverified = [
    ...canaries.map(
      ({ operation }) => `The canary of ${operation} was not rejected: its checks prove nothing.`,
    ),
    ...(passed + failed === 0 ? ["No case was run."] : []),
  ];
  const faults = [
    ...tellErrors(report.problems),
    ...(failed > 0 ? [`${count(failed, "case")} failed.`] : []),
    ...(survivors > 0 ? [`${count(survivors, "breaking change")} to the document went unnoticed.`] : []),
    ...(unnoticed > 0 ? [`${count(unnoticed, "fault")} of the client went unnoticed.`] : []),
  ];
  const verdict = unverified.length > 0 ? "not verified" : faults.length > 0 ? "failed" : "passed";
  return { verdict, reasons: [...unverified, ...faults] };
}

const mostErrors = 5;

function tellErrors(problems: readonly Problem[]): readonly string[] {
  const errors = problems.filter(({ severity }) => severity === "error");
  const left = errors.length - mostErrors;
  return [
    ...errors.slice(0, mostErrors).map(({ rule, message }) => `${rule}: ${message}`),
    ...(left > 0 ? [`There ${left === 1 ? "is 1 more error" : `are ${left} more errors`}.`] : []),
  ];
}
