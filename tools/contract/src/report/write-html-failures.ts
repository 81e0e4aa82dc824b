import { codeHtml, detailsHtml, type Html, html, nothing } from "@specmill/spec";
import type { CaseResult, Failure } from "../run/verdict.ts";
import { explainFailure } from "./explain-failure.ts";
import { baseUrlOf, formatCurl } from "./format-curl.ts";
import { type FailureGroup, groupFailures } from "./group-failures.ts";
import type { ApiReport } from "./report.ts";
import { formatPlace, type Locate } from "./report-place.ts";
import { formatReplay, shorten } from "./report-text.ts";

/** How many failures are unfolded from the start. */
const unfolded = 5;
const longestBody = 4000;
const mostOthers = 20;

/** The failed cases of an API, each with who is at fault, where, what went over the wire, and how to see it again. */
export function writeFailuresHtml(report: ApiReport, locate: Locate): Html {
  const groups = groupFailures(report);
  return html`<h3>Failures <span class="tally">${groups.length}</span></h3>
${groups.map((group, index) => writeFailed(report, group, locate, index < unfolded))}`;
}

function writeFailed(
  report: ApiReport,
  { result, others }: FailureGroup,
  locate: Locate,
  open: boolean,
): Html {
  const blames = [...new Set(result.failures.map(({ blame }) => blame))];
  const head = html`${codeHtml(result.id)} ${blames.map((blame) => html`<span class="blame">${blame} at fault</span> `)}`;
  const content = html`<p>${result.title}</p>
<dl>
${result.failures.map((failure) => writeFailure(report, failure, locate))}${writeExchange(report, result)}<dt>See it again</dt><dd><pre>${formatReplay(result.id)}</pre></dd>
${
  others.length === 0
    ? nothing
    : html`<dt>The same in</dt><dd>${others.slice(0, mostOthers).map((id) => html`${codeHtml(id)} `)}${others.length > mostOthers ? `and ${others.length - mostOthers} more` : ""}</dd>
`
}</dl>
`;
  return html`<div class="failure">${detailsHtml(head, content, open)}</div>
`;
}

function writeFailure({ api }: ApiReport, failure: Failure, locate: Locate): Html {
  const { meaning, action } = explainFailure(failure);
  return html`<dt>What</dt><dd><strong>${failure.message}</strong><small>${meaning} (${codeHtml(failure.rule)})</small></dd>
<dt>To do</dt><dd>${action}</dd>
<dt>Where</dt><dd>${codeHtml(formatPlace(locate(api, failure.pointer)))}<small>${codeHtml(failure.pointer)}</small></dd>
`;
}

function writeExchange(report: ApiReport, { exchange }: CaseResult): Html {
  if (exchange === undefined) return nothing;
  const { request, response } = exchange;
  const sent = [`${request.method} ${request.target}`, ...formatHeaders(request.headers)];
  const received = [String(response.status), ...formatHeaders(response.headers)];
  return html`<dt>Request</dt><dd><pre>${withBody(sent, request.body)}</pre></dd>
<dt>Answer</dt><dd><pre>${withBody(received, response.body)}</pre></dd>
<dt>As curl</dt><dd><pre>${formatCurl(request, baseUrlOf(report))}</pre></dd>
`;
}

function formatHeaders(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
}

function withBody(head: readonly string[], body = ""): string {
  return [...head, ...(body === "" ? [] : ["", shorten(body, longestBody)])].join("\n");
}
