import type { CaseKind } from "../case/contract-case.ts";
import type { CaseResult } from "../run/verdict.ts";
import type { ApiReport, ReportedOperation } from "./report.ts";
import { mergeClientFaults, mergeCoverage, mergeMutation } from "./report-merge-scores.ts";
import { compareText } from "./report-text.ts";
import { preferState, uniteById, uniteEqual } from "./report-unite.ts";
import { type Judgement, judgeReport, worseVerdict } from "./report-verdict.ts";

/**
 * The parts of a run as one: what any part has found counts, and the verdict is worked out again. A part that is
 * missing makes it `not verified`. The order of the parts does not matter.
 *
 * @param parts - the reports of each part
 */
export function mergeReports(parts: readonly (readonly ApiReport[])[]): readonly ApiReport[] {
  const byApi = new Map<string, ApiReport[]>();
  for (const report of parts.flat()) byApi.set(report.api, [...(byApi.get(report.api) ?? []), report]);
  return [...byApi.values()]
    .map((reports) => reports.toSorted((a, b) => (a.shard?.index ?? 0) - (b.shard?.index ?? 0)))
    .map(mergeApi)
    .sort((a, b) => compareText(a.api, b.api));
}

/** The order of cases in a merged report: by operation as in the document, by kind, by id. */
export function compareResults(
  operations: readonly ReportedOperation[],
): (a: CaseResult, b: CaseResult) => number {
  const places = new Map(operations.map(({ id }, index) => [id, index]));
  const place = ({ operation }: CaseResult): number => places.get(operation) ?? operations.length;
  return (a, b) =>
    place(a) - place(b) || kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compareText(a.id, b.id);
}

const kinds: readonly CaseKind[] = [
  "canary",
  "happy",
  "present",
  "absent",
  "value",
  "boundary",
  "negative",
  "security",
  "response",
  "example",
  "dynamic",
  "minimal",
  "fuzz",
  "regression",
];

function mergeApi(reports: readonly ApiReport[]): ApiReport {
  const [first] = reports;
  if (first === undefined) throw new Error("There is no report to merge");
  if (reports.length === 1 && first.shard === undefined) return first;
  const { shard: _, mutation: _mutation, clientFaults: _clientFaults, ...whole } = first;
  const mutation = mergeMutation(reports.flatMap((report) => report.mutation ?? []));
  const clientFaults = mergeClientFaults(
    reports.flatMap((report) => (report.clientFaults ? [report.clientFaults] : [])),
  );
  const results = uniteById(
    reports.map((report) => report.results),
    // A case that ran says more than one that was left out, and a failure more than a success.
    preferState(["failed", "passed", "skipped"], ({ outcome }: CaseResult) => outcome),
  );
  const united = {
    ...whole,
    rewrites: uniteEqual(reports.map(({ rewrites }) => rewrites)),
    results: results.toSorted(compareResults(whole.operations)),
    coverage: mergeCoverage(reports.map(({ coverage }) => coverage)),
    notes: uniteEqual(reports.map(({ notes }) => notes)),
    problems: uniteEqual(reports.map(({ problems }) => problems)),
    duration: reports.reduce((total, { duration }) => total + duration, 0),
    ...(mutation === undefined ? {} : { mutation }),
    ...(clientFaults === undefined ? {} : { clientFaults }),
  };
  return { ...united, ...judgeWhole(united, reports) };
}

/** The verdict on what was united; what the parts knew besides their data, such as a gate, still counts. */
function judgeWhole(united: Omit<ApiReport, "verdict" | "reasons">, parts: readonly ApiReport[]): Judgement {
  const judgement = judgeReport(united);
  const own = parts.map((part): Judgement => {
    const derived = judgeReport(part);
    const reasons = part.reasons.filter((reason) => !derived.reasons.includes(reason));
    const known = reasons.length === 0 && derived.verdict === part.verdict;
    return { reasons, verdict: known ? "passed" : part.verdict };
  });
  const gaps = findGaps(parts);
  return {
    verdict: own.reduce(
      (worst, { verdict }) => worseVerdict(worst, verdict),
      gaps.length > 0 ? "not verified" : judgement.verdict,
    ),
    reasons: [...new Set([...gaps, ...judgement.reasons, ...own.flatMap(({ reasons }) => reasons)])],
  };
}

/** Why the parts are not all of one run, a sentence each. */
function findGaps(parts: readonly ApiReport[]): readonly string[] {
  const counts = new Set(parts.map(({ shard }) => shard?.count ?? 1));
  const documents = new Set(
    parts.map(({ file, title, target, operations }) => JSON.stringify([file, title, target, operations])),
  );
  const [count = 1] = counts;
  const present = new Set(parts.map(({ shard }) => shard?.index ?? 1));
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter(
    (index) => !present.has(index),
  );
  return [
    ...(counts.size > 1 ? ["The parts come from runs that were not cut in the same way."] : []),
    ...(documents.size > 1 ? ["The parts come from runs of different documents."] : []),
    ...(counts.size === 1 && missing.length > 0
      ? [`Of ${count} parts of the run, these are missing: ${missing.join(", ")}.`]
      : []),
  ];
}
