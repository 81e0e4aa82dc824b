import type { Problem } from "@specmill/spec";
import type { ApiReport, ReportedOperation, Verdict } from "./report.ts";
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
 * What follows from the parts of a report alone, whatever gates there are besides: an operation whose canary was not
 * refused, or that no case could be made for, means `not verified`; failed cases, errors, survivors and unnoticed faults mean `failed`.
 */
export function judgeReport(report: Omit<ApiReport, "verdict" | "reasons">): Judgement {
  const asJudged: ApiReport = { ...report, verdict: "passed", reasons: [] };
  const { failed } = countCases(report.results);
  const survivors = listSurvivors(asJudged).length;
  const unnoticed = listUnnoticed(asJudged).length;
  const unverified = explainUnverified(report);
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

const mostUnverified = 5;

/** Of which operations nothing is proved, and why. Those that were spared on purpose are told as skipped. */
function explainUnverified(report: Omit<ApiReport, "verdict" | "reasons">): readonly string[] {
  const { operations, results, problems } = report;
  if (operations.length === 0 && problems.length === 0) return ["The document describes no operation."];
  if (results.length === 0 && problems.length > 0) return ["No case was run."];
  const reasons = operations.flatMap((operation) => {
    const own = results.filter((result) => result.operation === operation.id);
    const canary = own.find(({ kind }) => kind === "canary");
    const wasTried = own.some(({ outcome }) => outcome !== "skipped");
    if (wasTried && canary !== undefined && canary.outcome !== "passed") {
      return [`The canary of ${operation.id} was not rejected: its checks prove nothing.`];
    }
    if (canary !== undefined) return [];
    const why = own.length > 0 ? "no request is known to be wrong" : findNote(report, operation);
    return [`${operation.id} is not verified: ${why}`];
  });
  const left = reasons.length - mostUnverified;
  const tried = results.some(({ outcome }) => outcome !== "skipped");
  return [
    ...reasons.slice(0, mostUnverified),
    ...(left > 0 ? [`So ${left === 1 ? "is 1 more operation" : `are ${left} more operations`}.`] : []),
    ...(tried || reasons.length > 0 ? [] : ["No case was run."]),
  ];
}

function findNote({ notes }: Pick<ApiReport, "notes">, { pointer }: ReportedOperation): string {
  const note = notes.find((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`));
  return note?.message ?? "no case could be made for it";
}
