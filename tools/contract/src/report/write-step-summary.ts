import { obligationClasses } from "../obligation/obligation-classes.ts";
import { explainFailure } from "./explain-failure.ts";
import { groupFailures } from "./group-failures.ts";
import type { ApiReport } from "./report.ts";
import {
  countCases,
  coveragePercent,
  formatClientFaults,
  formatMutation,
  listSurvivors,
  listUnnoticed,
  nameClass,
} from "./report-figures.ts";
import { code, prose, row } from "./report-markdown.ts";
import { count, formatReplay } from "./report-text.ts";

/** GitHub refuses comments of more than 65 536 characters; a summary that fits one fits anywhere. */
const longest = 60_000;

interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * A run as Markdown for the summary of a step: a table of the APIs, then failures, survivors and what is not covered.
 * Less than 60 000 characters: what does not fit is left out by whole rows, and counted.
 */
export function writeStepSummary(reports: readonly ApiReport[]): string {
  const tables = [
    summarizeFailures(reports),
    summarizeSurvivors(reports),
    summarizeUnnoticed(reports),
    summarizeUncovered(reports),
  ].filter(({ rows }) => rows.length > 0);
  const reasons = reports.flatMap(({ api, reasons }) => reasons.map((reason) => [code(api), prose(reason)]));
  const text = [
    { title: "Contract", columns: apiColumns, rows: reports.map(summarizeApi) },
    ...(reasons.length > 0 ? [{ title: "Why", columns: ["API", "Reason"], rows: reasons }] : []),
    ...tables,
  ].reduce(
    (written, table, index, all) =>
      `${written}${fitTable(table, longest - written.length, all.length - index)}\n`,
    "",
  );
  return `${text.trimEnd()}\n`;
}

const apiColumns = ["API", "Verdict", "Passed", "Failed", "Skipped", "Coverage", "Mutants", "Client faults"];

function summarizeApi(report: ApiReport): readonly string[] {
  const { passed, failed, skipped } = countCases(report.results);
  const open = obligationClasses.flatMap((name) => {
    const percent = coveragePercent(report.coverage.classes[name]);
    return percent === undefined || percent === 100 ? [] : [`${nameClass(name)} ${percent} %`];
  });
  return [
    code(report.api),
    report.verdict === "passed" ? "passed" : `**${report.verdict}**`,
    String(passed),
    String(failed),
    String(skipped),
    open.length === 0 ? "100 %" : open.join(", "),
    formatMutation(report) ?? "–",
    formatClientFaults(report) ?? "–",
  ];
}

function summarizeFailures(reports: readonly ApiReport[]): Table {
  const rows = reports.flatMap((report) =>
    groupFailures(report).flatMap(({ result, others }) =>
      result.failures.map((failure) => [
        `${code(result.id)} (${prose(report.api)})${others.length > 0 ? ` and ${others.length} more` : ""}`,
        `**${failure.blame}**`,
        `${prose(failure.message)} ${prose(explainFailure(failure).action)}`,
        code(failure.pointer),
        code(formatReplay(result.id)),
      ]),
    ),
  );
  return {
    title: "Failures",
    columns: ["Case", "At fault", "What, and what to do", "Pointer", "Again"],
    rows,
  };
}

function summarizeSurvivors(reports: readonly ApiReport[]): Table {
  const rows = reports.flatMap((report) =>
    listSurvivors(report).map(({ operator, change, because, pointer }) => [
      code(report.api),
      prose(operator),
      `${prose(change)}. ${prose(because)}`,
      code(pointer),
    ]),
  );
  return {
    title: "Breaking changes that no case notices",
    columns: ["API", "Operator", "Change", "Pointer"],
    rows,
  };
}

function summarizeUnnoticed(reports: readonly ApiReport[]): Table {
  const rows = reports.flatMap((report) =>
    listUnnoticed(report).map(({ operation, fault, change }) => [
      code(report.api),
      code(operation),
      prose(fault),
      prose(change),
    ]),
  );
  return {
    title: "Faults of the client that no case notices",
    columns: ["API", "Operation", "Fault", "Change"],
    rows,
  };
}

function summarizeUncovered(reports: readonly ApiReport[]): Table {
  const rows = reports.flatMap((report) =>
    report.coverage.obligations
      .filter(({ state }) => state === "uncovered")
      .map((obligation) => [
        code(report.api),
        nameClass(obligation.class),
        code(obligation.operation),
        code(obligation.pointer),
        code(obligation.want),
      ]),
  );
  return { title: "Not covered", columns: ["API", "Class", "Operation", "Pointer", "Must be seen"], rows };
}

/** As many rows as fit into the share of a table, and a line for those that do not. */
function fitTable({ title, columns, rows }: Table, room: number, tablesLeft: number): string {
  const head = `## ${title}\n\n${row(columns)}${row(columns.map(() => "---"))}`;
  const share = Math.floor(room / tablesLeft);
  const fitting: string[] = [];
  let length = head.length + 100;
  for (const cells of rows) {
    const line = row(cells);
    length += line.length;
    if (length > share) break;
    fitting.push(line);
  }
  const left = rows.length - fitting.length;
  const rest = left > 0 ? `\n… and ${count(left, "more row")}; the report has every one.\n` : "";
  return `${head}${fitting.join("")}${rest}`;
}
