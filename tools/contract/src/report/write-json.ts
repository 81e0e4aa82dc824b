import { type Problem, sortProblems } from "@specmill/spec";
import type { CaseResult, Failure } from "../run/verdict.ts";
import { explainFailure } from "./explain-failure.ts";
import type { ApiReport } from "./report.ts";
import { countCases, listFailed, listSurvivors } from "./report-figures.ts";
import type { Locate } from "./report-place.ts";
import { formatReplay } from "./report-text.ts";

/** What `contract --json` prints: one JSON document, `{ "apis": [...] }`, with every failure as a problem. */
export function writeJson(reports: readonly ApiReport[], locate: Locate): string {
  const apis = reports.map((report) => ({
    api: report.api,
    file: report.file,
    target: report.target,
    verdict: report.verdict,
    reasons: report.reasons,
    cases: countCases(report.results),
    coverage: report.coverage.classes,
    ...(report.mutation === undefined ? {} : { mutation: describeMutation(report, report.mutation) }),
    ...(report.clientFaults === undefined ? {} : { clientFaults: report.clientFaults }),
    rewrites: report.rewrites,
    notes: report.notes,
    problems: listProblems(report, locate),
    ...(report.shard === undefined ? {} : { shard: report.shard }),
  }));
  return `${JSON.stringify({ apis }, undefined, 2)}\n`;
}

/** The problems of a report, and its failures as problems at the places where the document is concerned. */
function listProblems(report: ApiReport, locate: Locate): readonly Problem[] {
  const failures = listFailed(report).flatMap((result) =>
    result.failures.map((failure) => describeFailure(report.api, result, failure, locate)),
  );
  return sortProblems([...report.problems, ...failures]);
}

function describeFailure(api: string, result: CaseResult, failure: Failure, locate: Locate): Problem {
  const { file, line, column } = locate(api, failure.pointer);
  return {
    rule: failure.rule,
    severity: "error",
    message: `${result.id}: ${failure.message} (${failure.blame})`,
    file,
    line,
    column,
    hint: `${explainFailure(failure).action} See it again: ${formatReplay(result.id)}`,
  };
}

function describeMutation(report: ApiReport, mutation: NonNullable<ApiReport["mutation"]>) {
  const { killed, breaking, skipped, operators } = mutation;
  const survivors = listSurvivors(report).map(({ id, operator, pointer, change }) => ({
    id,
    operator,
    pointer,
    change,
  }));
  return { killed, breaking, skipped, survivors, operators };
}
