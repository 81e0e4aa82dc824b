import { nameClass } from "../report/report-figures.ts";
import { count, makeVisible, shorten, wrapText } from "../report/report-text.ts";
import type { CollectedFinding, DriftReport, NeverSeen } from "./drift.ts";

const columns = 100;
const margin = 2;
const mostNeverSeen = 20;
const longestText = 400;

/** What a person at a terminal wants to know: each way in which traffic is not as documented, and what never came. */
export function writeDriftSummary(report: DriftReport): string {
  const { exchanges, unread, findings, neverSeen, patch } = report;
  const left = neverSeen.length - mostNeverSeen;
  const blocks = [
    ...findings.map(drawFinding),
    ...(neverSeen.length === 0
      ? []
      : [
          [
            "documented, and never seen:",
            ...neverSeen.slice(0, mostNeverSeen).flatMap(drawNeverSeen),
            ...(left > 0 ? [`  … and ${left} more`] : []),
          ].join("\n"),
        ]),
    [
      `${count(exchanges, "exchange")}: ${findings.length === 0 ? "no drift" : `${count(findings.length, "way")} of drift`}`,
      ...(unread === 0 ? [] : [`${count(unread, "exchange")} with a body that could not be read`]),
      ...(patch.length === 0 ? [] : [`the suggested patch has ${count(patch.length, "operation")}`]),
    ].join("; "),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function drawFinding(finding: CollectedFinding): string {
  const { kind, operation, times, message, observed, pointer, example, patch } = finding;
  const { request, response } = example;
  return [
    [
      nameClass(kind),
      ...(operation === undefined ? [] : [makeVisible(operation)]),
      count(times, "exchange"),
    ].join(", "),
    ...indent(message),
    ...(observed.length === 0 ? [] : indent(`seen: ${observed.join(", ")}`)),
    ...indent(`first: ${request.method} ${shorten(request.target, 200)}, answered ${response.status}`),
    `  ${makeVisible(pointer)}`,
    ...(patch.length === 0 ? indent("no document can allow for this") : []),
  ].join("\n");
}

function drawNeverSeen({ message, pointer }: NeverSeen): readonly string[] {
  return [...indent(message), `    ${makeVisible(pointer)}`];
}

function indent(text: string): readonly string[] {
  const visible = makeVisible(shorten(text, longestText));
  return wrapText(visible, columns - margin).map((line) => `${" ".repeat(margin)}${line}`);
}
