import type { Palette } from "@specmill/spec";
import { obligationClasses } from "../obligation/obligation-classes.ts";
import type { CaseResult, Failure } from "../run/verdict.ts";
import { explainFailure } from "./explain-failure.ts";
import { baseUrlOf, formatCurl } from "./format-curl.ts";
import { type FailureGroup, groupFailures } from "./group-failures.ts";
import type { ApiReport, Verdict } from "./report.ts";
import {
  countCases,
  coveragePercent,
  formatClientFaults,
  formatMutation,
  listSurvivors,
  nameClass,
} from "./report-figures.ts";
import { formatPlace, type Locate } from "./report-place.ts";
import { count, formatReplay, makeVisible, shorten, wrapText } from "./report-text.ts";

const columns = 100;
const mostFailures = 20;
const mostSurvivors = 10;
const mostProblems = 5;
const longestBody = 240;
/** Width of the labels in front of what is told of an API or a failure. */
const margin = 12;

/**
 * What a person at a terminal wants to know of a run: the failures, each with who has to do what, then a verdict for
 * each API. Lines are wrapped at 100 columns, but for what must be copied whole.
 */
export function writeTerminalSummary(
  reports: readonly ApiReport[],
  palette: Palette,
  locate: Locate,
): string {
  const failed = reports.flatMap((report) => groupFailures(report).map((group) => ({ report, group })));
  const left = failed.length - mostFailures;
  const blocks = [
    ...failed.slice(0, mostFailures).map(({ report, group }) => drawFailed(report, group, palette, locate)),
    ...(left > 0 ? [palette.bold(`… and ${count(left, "more failure")}. Every one is in the report.`)] : []),
    ...reports.map((report) => drawApi(report, palette, locate)),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function drawApi(report: ApiReport, palette: Palette, locate: Locate): string {
  const { passed, failed, skipped } = countCases(report.results);
  const mutation = formatMutation(report);
  const clientFaults = formatClientFaults(report);
  const part = report.shard === undefined ? [] : [`part ${report.shard.index} of ${report.shard.count}`];
  const figures = [
    `cases ${passed}/${passed + failed}`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(mutation === undefined ? [] : [`mutants ${mutation}`]),
    ...(clientFaults === undefined ? [] : [`client faults ${clientFaults}`]),
    ...part,
    `${(report.duration / 1000).toFixed(1)} s`,
  ];
  const verdict = paintVerdict(report.verdict, palette);
  const survivors = listSurvivors(report);
  const gone = survivors.length - mostSurvivors;
  return [
    `${palette.bold(makeVisible(report.api))}  ${verdict}  ${figures.join(", ")}`,
    ...tell("coverage", formatCoverage(report), palette),
    ...drawProblems(report, palette),
    ...report.reasons
      .filter((reason) => !report.problems.some(({ rule, message }) => reason === `${rule}: ${message}`))
      .flatMap((reason) => tell("because", reason, palette)),
    ...survivors.slice(0, mostSurvivors).map(({ id, pointer }) => {
      const place = formatPlace(locate(report.api, pointer));
      return row("survivor", `${makeVisible(place)}  ${makeVisible(id)}`, palette);
    }),
    ...(gone > 0 ? tell("survivor", `… and ${gone} more`, palette) : []),
  ].join("\n");
}

/** What is wrong with the document itself, and with what is said of it. */
function drawProblems({ problems }: ApiReport, palette: Palette): readonly string[] {
  const shown = problems
    .slice(0, mostProblems)
    .flatMap((problem) => [
      row(problem.severity, makeVisible(formatPlace(problem)), palette),
      ...tell("", `${problem.rule}: ${problem.message}`, palette),
      ...(problem.hint === undefined ? [] : tell("", problem.hint, palette)),
    ]);
  const left = problems.length - mostProblems;
  return [...shown, ...(left > 0 ? tell("", `… and ${count(left, "more problem")}`, palette) : [])];
}

function paintVerdict(verdict: Verdict, { red, green, yellow, bold }: Palette): string {
  switch (verdict) {
    case "passed":
      return green(verdict);
    case "failed":
      return bold(red(verdict));
    case "not verified":
      return bold(yellow(verdict));
  }
}

function formatCoverage({ coverage }: ApiReport): string {
  const known = obligationClasses.flatMap((name) => {
    const percent = coveragePercent(coverage.classes[name]);
    return percent === undefined ? [] : [{ name, percent }];
  });
  if (known.length === 0) return "nothing to cover";
  if (known.every(({ percent }) => percent === 100)) return `100 % in every class`;
  return known.map(({ name, percent }) => `${nameClass(name)} ${percent} %`).join(", ");
}

function drawFailed(
  report: ApiReport,
  { result, others }: FailureGroup,
  palette: Palette,
  locate: Locate,
): string {
  const blames = [...new Set(result.failures.map(({ blame }) => blame))].join(", ");
  return [
    `${palette.bold(palette.red("FAILED"))}  ${palette.bold(makeVisible(result.id))}`,
    ...tell("api", report.api, palette),
    ...tell("case", result.title, palette),
    ...(blames === "" ? [] : [row("at fault", palette.yellow(blames), palette)]),
    ...result.failures.flatMap((failure) => drawFailure(report, failure, palette, locate)),
    ...drawExchange(report, result, palette),
    row("replay", formatReplay(result.id), palette),
    ...(others.length > 0 ? tell("and", `the same in ${count(others.length, "more case")}`, palette) : []),
  ].join("\n");
}

function drawFailure(
  report: ApiReport,
  failure: Failure,
  palette: Palette,
  locate: Locate,
): readonly string[] {
  const { meaning, action } = explainFailure(failure);
  return [
    ...tell("rule", `${failure.rule}: ${failure.message}`, palette),
    ...tell("means", meaning, palette),
    ...tell("to do", action, palette),
    row("at", makeVisible(formatPlace(locate(report.api, failure.pointer))), palette),
    row("", makeVisible(failure.pointer), palette),
  ];
}

function drawExchange(report: ApiReport, { exchange }: CaseResult, palette: Palette): readonly string[] {
  if (exchange === undefined) return [];
  const { request, response } = exchange;
  const sent = [request.method, request.target, shorten(request.body ?? "", longestBody)];
  const received = [
    response.status,
    response.headers["content-type"] ?? "",
    shorten(response.body, longestBody),
  ];
  return [
    ...tell("request", joinWords(sent), palette),
    ...tell("answer", joinWords(received), palette),
    row("curl", formatCurl(request, baseUrlOf(report)), palette),
  ];
}

function joinWords(words: readonly (string | number)[]): string {
  return words.filter((word) => word !== "").join(" ");
}

/** A label and a text beside it, wrapped. */
function tell(label: string, text: string, palette: Palette): readonly string[] {
  return wrapText(makeVisible(text), columns - margin).map((line, index) =>
    row(index === 0 ? label : "", line, palette),
  );
}

/** A label and a text that stays in one piece. */
function row(label: string, text: string, { dim }: Palette): string {
  return `${dim(`  ${label}`.padEnd(margin))}${text}`;
}
