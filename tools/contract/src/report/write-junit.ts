import type { CaseResult } from "../run/verdict.ts";
import { explainFailure } from "./explain-failure.ts";
import { baseUrlOf, formatCurl } from "./format-curl.ts";
import type { ApiReport } from "./report.ts";
import { countCases } from "./report-figures.ts";
import { count, formatReplay } from "./report-text.ts";

/**
 * JUnit XML: a suite for each API with a test for each case, and one named `verdict`, without which a run that
 * proves nothing would look like a good one.
 */
export function writeJunit(reports: readonly ApiReport[]): string {
  const totals = reports.map(countTests);
  const sum = (pick: (counts: TestCounts) => number): number =>
    totals.reduce((total, counts) => total + pick(counts), 0);
  const attributes = formatAttributes({
    name: "contract",
    tests: sum(({ tests }) => tests),
    failures: sum(({ failures }) => failures),
    skipped: sum(({ skipped }) => skipped),
    time: formatTime(reports.reduce((total, { duration }) => total + duration, 0)),
  });
  const suites = reports.map((report, index) => writeSuite(report, totals[index] ?? countTests(report)));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes}>\n${suites.join("")}</testsuites>\n`;
}

interface TestCounts {
  readonly tests: number;
  readonly failures: number;
  readonly skipped: number;
}

function countTests({ results, verdict }: ApiReport): TestCounts {
  const { failed, skipped } = countCases(results);
  return { tests: results.length + 1, failures: failed + (verdict === "passed" ? 0 : 1), skipped };
}

function writeSuite(report: ApiReport, counts: TestCounts): string {
  const { tests, failures, skipped } = counts;
  const time = formatTime(report.duration);
  const attributes = formatAttributes({ name: report.api, tests, failures, errors: 0, skipped, time });
  const cases = report.results.map((result) => writeTest(report, result));
  return `  <testsuite${attributes}>\n${writeVerdict(report)}${cases.join("")}  </testsuite>\n`;
}

function writeVerdict({ api, verdict, reasons }: ApiReport): string {
  const attributes = formatAttributes({ classname: api, name: "verdict" });
  if (verdict === "passed") return `    <testcase${attributes}/>\n`;
  const failure = formatAttributes({ message: verdict, type: verdict });
  return `    <testcase${attributes}>\n      <failure${failure}>${escapeXml(reasons.join("\n"))}</failure>\n    </testcase>\n`;
}

function writeTest(report: ApiReport, result: CaseResult): string {
  const attributes = formatAttributes({ classname: `${report.api}.${result.operation}`, name: result.id });
  switch (result.outcome) {
    case "passed":
      return `    <testcase${attributes}/>\n`;
    case "skipped": {
      const reason = formatAttributes({ message: result.reason ?? "not run" });
      return `    <testcase${attributes}>\n      <skipped${reason}/>\n    </testcase>\n`;
    }
    case "failed":
      return `    <testcase${attributes}>\n${writeFailure(report, result)}    </testcase>\n`;
  }
}

/** One element for all that is wrong with a case: there are readers that take the first alone. */
function writeFailure(report: ApiReport, result: CaseResult): string {
  const [first] = result.failures;
  const others = result.failures.length - 1;
  const message = `${first?.message ?? result.title}${others > 0 ? ` (and ${count(others, "more failure")})` : ""}`;
  const attributes = formatAttributes({ message, type: first?.rule ?? "failure" });
  const text = [
    result.title,
    ...result.failures.flatMap((failure) => [
      "",
      `${failure.rule}: ${failure.message}`,
      `at fault: ${failure.blame}. ${explainFailure(failure).action}`,
      `pointer: ${report.file} ${failure.pointer}`,
    ]),
    "",
    ...(result.exchange === undefined
      ? []
      : [
          `answer: ${result.exchange.response.status} ${result.exchange.response.body}`,
          formatCurl(result.exchange.request, baseUrlOf(report)),
        ]),
    formatReplay(result.id),
  ].join("\n");
  return `      <failure${attributes}>${escapeXml(text)}</failure>\n`;
}

function formatTime(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

function formatAttributes(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(
      ([name, value]) =>
        ` ${name}="${escapeXml(String(value)).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;")}"`,
    )
    .join("");
}

/** XML has no way to write most control characters, so they show as `\u0007`. */
function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(
      /[^\t\n\u0020-\u007e\u00a0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,
      (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
    );
}
