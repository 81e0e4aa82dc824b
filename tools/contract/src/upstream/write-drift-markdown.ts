import { nameClass } from "../report/report-figures.ts";
import { code, prose, row } from "../report/report-markdown.ts";
import { count } from "../report/report-text.ts";
import type { CollectedFinding, DriftReport } from "./drift.ts";
import { writeYamlChange } from "./write-drift-yaml.ts";

/**
 * What was found as Markdown, for whoever keeps the document.
 *
 * @param file - the file that holds all of the document, where there is just one: changes are shown as they would
 *   stand there
 */
export function writeDriftMarkdown(report: DriftReport, file?: string): string {
  const { exchanges, unread, findings, neverSeen, patch } = report;
  const parts = [
    "# Drift",
    `${count(exchanges, "exchange")}, ${count(findings.length, "finding")}.${
      unread === 0 ? "" : ` ${count(unread, "exchange")} had a body that could not be read.`
    }`,
    ...table(
      "Not as documented",
      ["What", "Operation", "Seen", "Times", "Pointer"],
      findings.map(({ kind, operation, message, observed, times, pointer }) => [
        `**${nameClass(kind)}** ${prose(message)}`,
        operation === undefined ? "–" : code(operation),
        observed.map(code).join(" ") || "–",
        String(times),
        code(pointer),
      ]),
    ),
    ...table(
      "Never seen",
      ["What", "Operation", "Pointer"],
      neverSeen.map(({ kind, operation, message, pointer }) => [
        `**${nameClass(kind)}** ${prose(message)}`,
        code(operation),
        code(pointer),
      ]),
    ),
    ...(patch.length === 0
      ? []
      : [
          `## Suggested patch\n\nJSON Patch (RFC 6902) for the bundled document:\n\n${fence("json", JSON.stringify(patch, undefined, 2))}`,
        ]),
    ...(patch.length === 0 || file === undefined
      ? []
      : [`## In ${prose(file)}\n\n${fence("yaml", patch.map(writeYamlChange).join("---\n").trimEnd())}`]),
    ...(findings.length === 0 ? [] : [`## Examples\n\n${findings.map(writeExchange).join("\n\n")}`]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function table(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  if (rows.length === 0) return [];
  const lines = [columns, columns.map(() => "---"), ...rows].map(row).join("");
  return [`## ${title}\n\n${lines.trimEnd()}`];
}

/** The shape of the first exchange that showed it; no value that is somebody's is left in it. */
function writeExchange({ message, example: { request, response } }: CollectedFinding): string {
  const bodies = [request.body ?? "", response.body].filter((body) => body !== "");
  const line = `${prose(message)} ${code(`${request.method} ${request.target}`)}, answered ${response.status}:`;
  return [line, ...bodies.map((body) => fence("json", body))].join("\n\n");
}

/** A block of code with a fence that nothing in it can end. */
function fence(language: string, text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = "`".repeat(Math.max(3, longest + 1));
  return `${ticks}${language}\n${text}\n${ticks}`;
}
