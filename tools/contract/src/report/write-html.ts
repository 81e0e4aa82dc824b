import { codeHtml, detailsHtml, type Html, html, nothing, tableHtml } from "@specmill/spec";
import { obligationClasses } from "../obligation/obligation-classes.ts";
import type { ApiReport, Verdict } from "./report.ts";
import {
  countCases,
  coveragePercent,
  formatClientFaults,
  formatMutation,
  listFailed,
  listSurvivors,
} from "./report-figures.ts";
import { formatPlace, type Locate } from "./report-place.ts";
import { count } from "./report-text.ts";
import { writeCoverageHtml } from "./write-html-coverage.ts";
import { writeFailuresHtml } from "./write-html-failures.ts";
import { writeMatrixHtml } from "./write-html-matrix.ts";
import { writeClientFaultsHtml, writeMutantsHtml } from "./write-html-mutants.ts";
import { styleSheet } from "./write-html-style.ts";

const verdicts: readonly Verdict[] = ["failed", "not verified", "passed"];

/**
 * Everything that a run has found as one page, which loads nothing and runs nothing: it can be kept, sent and opened
 * anywhere.
 */
export function writeHtml(reports: readonly ApiReport[], locate: Locate): string {
  const tally = verdicts.flatMap((verdict) => {
    const many = reports.filter((report) => report.verdict === verdict).length;
    return many === 0 ? [] : [`${many} ${verdict}`];
  });
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Contract: ${tally.join(", ")}</title>
<style>${{ markup: styleSheet }}</style>
</head>
<body>
<header>
<h1>Contract report</h1>
<p class="lead">${count(reports.length, "API")}: ${tally.join(", ")}.</p>
${writeOverview(reports)}</header>
<main>
${reports.map((report, index) => writeApi(report, index, locate))}</main>
</body>
</html>
`;
  return page.markup;
}

function writeOverview(reports: readonly ApiReport[]): Html {
  const rows = reports.map((report, index) => {
    const { passed, failed, skipped } = countCases(report.results);
    return [
      html`<a href="#api-${index + 1}">${report.api}</a>`,
      writeVerdict(report.verdict),
      html`${passed} of ${passed + failed}${skipped > 0 ? html`<small>${skipped} skipped</small>` : nothing}`,
      `${lowestCoverage(report)}`,
      formatMutation(report) ?? "–",
      formatClientFaults(report) ?? "–",
    ];
  });
  return tableHtml(
    "Verdict of each API",
    ["API", "Verdict", "Cases passed", "Least coverage", "Mutants killed", "Client faults"],
    rows,
    "overview",
  );
}

function lowestCoverage({ coverage }: ApiReport): string {
  const percents = obligationClasses.flatMap((name) => coveragePercent(coverage.classes[name]) ?? []);
  return percents.length === 0 ? "–" : `${Math.min(...percents)} %`;
}

function writeVerdict(verdict: Verdict): Html {
  switch (verdict) {
    case "passed":
      return html`<span class="verdict good">✓ passed</span>`;
    case "failed":
      return html`<span class="verdict bad">✗ failed</span>`;
    case "not verified":
      return html`<span class="verdict open">? not verified</span>`;
  }
}

function writeApi(report: ApiReport, index: number, locate: Locate): Html {
  const failed = listFailed(report);
  const reasons = report.reasons.map((reason) => html`<li>${reason}</li>`);
  const part = report.shard;
  return html`<section class="api" id="api-${index + 1}">
<h2>${report.title} ${writeVerdict(report.verdict)}</h2>
<p class="origin">${report.api} · ${codeHtml(report.file)} · against ${report.target === "mock" ? "the mock" : "an upstream server"}${part === undefined ? nothing : html` · part ${part.index} of ${part.count}`}</p>
${reasons.length > 0 ? html`<ul class="reasons ${report.verdict}">${reasons}</ul>\n` : nothing}${writeProblems(report)}${failed.length > 0 ? writeFailuresHtml(report, locate) : nothing}${writeMatrixHtml(report)}${writeCoverageHtml(report, locate)}${writeMutantsHtml(report, listSurvivors(report), locate)}${writeClientFaultsHtml(report)}${writeSkipped(report)}${writeRewrites(report)}${writeNotes(report)}</section>
`;
}

function writeProblems({ problems }: ApiReport): Html {
  if (problems.length === 0) return nothing;
  const rows = problems.map((problem) => [
    codeHtml(formatPlace(problem)),
    problem.severity,
    html`${problem.message}${problem.hint === undefined ? nothing : html`<small>${problem.hint}</small>`}`,
    codeHtml(problem.rule),
  ]);
  return html`<h3>Problems of the document</h3>
${tableHtml("What is wrong with the document, and what to do", ["Place", "Severity", "Problem", "Rule"], rows)}`;
}

function writeSkipped({ results }: ApiReport): Html {
  const skipped = results.filter(({ outcome }) => outcome === "skipped");
  if (skipped.length === 0) return nothing;
  const rows = skipped.map(({ id, reason }) => [codeHtml(id), reason ?? "not run"]);
  return html`<h3>Skipped cases</h3>
${detailsHtml(html`${count(skipped.length, "case")} not run`, tableHtml("Cases that were not run, and why", ["Case", "Reason"], rows))}`;
}

function writeRewrites({ rewrites }: ApiReport): Html {
  if (rewrites.length === 0) return nothing;
  const rows = rewrites.map(({ rule, pointer, message }) => [rule, message, codeHtml(pointer)]);
  const table = tableHtml("Changes in the copy that the mock serves", ["Rewrite", "What", "Pointer"], rows);
  return html`<h3>Rewrites for the mock</h3>
${detailsHtml(html`${count(rewrites.length, "change")} in the copy that the mock serves; answers are judged by the document as it is`, table)}`;
}

function writeNotes({ notes }: ApiReport): Html {
  if (notes.length === 0) return nothing;
  const rows = notes.map(({ pointer, message }) => [codeHtml(pointer), message]);
  return html`<h3>Not put to the test</h3>
${detailsHtml(html`${count(notes.length, "place")} of the document`, tableHtml("Places that could not be put to the test", ["Pointer", "Why"], rows))}`;
}
