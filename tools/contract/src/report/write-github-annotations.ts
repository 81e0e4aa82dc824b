import { formatGithub, type Problem, sortProblems } from "@specmill/spec";
import type { Blame, Failure } from "../run/verdict.ts";
import { explainFailure } from "./explain-failure.ts";
import { groupFailures } from "./group-failures.ts";
import type { ApiReport } from "./report.ts";
import { listFailed, listSurvivors } from "./report-figures.ts";
import type { Locate } from "./report-place.ts";
import { count, formatReplay, makeVisible } from "./report-text.ts";

/** GitHub shows ten errors of a step and drops the rest. */
const mostErrors = 10;

/** What a pull request can mend comes first. */
const blames: readonly Blame[] = ["spec", "client", "mock", "upstream"];

/**
 * Failures as workflow commands, which GitHub Actions shows at the line of the document: at most ten, those that the
 * document is to blame for first, then breaking changes that went unnoticed, and a notice that says how many are left.
 */
export function writeGithubAnnotations(reports: readonly ApiReport[], locate: Locate): string {
  const problems = [
    ...sortProblems(
      reports.flatMap((report) => report.problems.filter(({ severity }) => severity === "error")),
    ),
    ...blames.flatMap((blame) => reports.flatMap((report) => describeFailures(report, blame, locate))),
    ...reports.flatMap((report) => describeSurvivors(report, locate)),
    ...reports.flatMap((report) => describeVerdict(report, locate)),
  ];
  const left = problems.length - mostErrors;
  const notice =
    left > 0
      ? `::notice title=specmill contract::${count(left, "more failure")}; the report has every one.\n`
      : "";
  return `${formatGithub(problems.slice(0, mostErrors).map(showProblem))}${notice}`;
}

function showProblem(problem: Problem): Problem {
  const { rule, file, message, hint } = problem;
  const advice = hint?.split("\n").map(makeVisible).join("\n");
  return {
    ...problem,
    rule: makeVisible(rule),
    file: makeVisible(file),
    message: makeVisible(message),
    ...(advice === undefined ? {} : { hint: advice }),
  };
}

function describeFailures(report: ApiReport, blame: Blame, locate: Locate): readonly Problem[] {
  return groupFailures(report).flatMap(({ result, others }) =>
    result.failures
      .filter((failure) => failure.blame === blame)
      .map((failure) => ({
        rule: `${failure.rule} (${blame} at fault)`,
        severity: "error" as const,
        message: `${result.id}${others.length > 0 ? ` and ${count(others.length, "more case")}` : ""}: ${failure.message}`,
        ...locate(report.api, failure.pointer),
        hint: formatAdvice(failure, result.id),
      })),
  );
}

function formatAdvice(failure: Failure, id: string): string {
  return `${explainFailure(failure).action}\n${failure.pointer}\n${formatReplay(id)}`;
}

function describeSurvivors(report: ApiReport, locate: Locate): readonly Problem[] {
  return listSurvivors(report).map(({ id, pointer, change, because }) => ({
    rule: "surviving-mutant",
    severity: "error",
    message: `No case notices this breaking change: ${change}. ${because}`,
    ...locate(report.api, pointer),
    hint: id,
  }));
}

/** A verdict that nothing above accounts for, such as a canary that was taken, or a gate. */
function describeVerdict(report: ApiReport, locate: Locate): readonly Problem[] {
  if (report.verdict === "passed") return [];
  const accounted =
    report.verdict === "failed" && (listFailed(report).length > 0 || report.problems.length > 0);
  if (accounted) return [];
  return [
    {
      rule: `contract ${report.verdict}`,
      severity: "error",
      message: [`${report.api}: ${report.verdict}.`, ...report.reasons].join(" "),
      ...locate(report.api, "#"),
    },
  ];
}
