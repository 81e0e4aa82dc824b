import { type Html, html, nothing, type Printable, tableHtml } from "@specmill/spec";
import { count } from "../report/report-text.ts";
import type { TextOf } from "../report/rule-text.ts";
import { sortFindings } from "../report/sort-findings.ts";
import { isTold, summarizeReview, type Verdict } from "../report/summarize-review.ts";
import type { ApiReview, Review } from "../review.ts";
import { styleSheet } from "./style-sheet.ts";
import { writeApi, writeBump } from "./write-api.ts";
import { writeProblems } from "./write-deltas.ts";

/** Characters for all APIs together; what is found is told in any case. */
const room = 3_600_000;

/**
 * A review as one page, which loads nothing and runs nothing: it can be kept, sent, printed and opened anywhere. The
 * same review gives the same page.
 */
export function writeHtmlReport(review: Review, textOf: TextOf): string {
  const verdict = summarizeReview(review);
  const share = Math.floor(room / Math.max(1, review.apis.filter(isCompared).length));
  const told = review.apis.flatMap((api, index) =>
    isCompared(api) ? [writeApi(api, nameApi(index), textOf, share)] : [],
  );
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Review: ${verdict.words}</title>
<style>${{ markup: styleSheet }}</style>
</head>
<body>
<a class="skip" href="#apis">To the findings</a>
<header>
<h1>Review report</h1>
<p class="lead">${writeVerdict(verdict)} ${verdict.words}</p>
<p class="origin">From <strong>${review.base}</strong> to <strong>${review.head}</strong></p>
${writeOverview(review)}${review.problems.length === 0 ? nothing : html`<h2>Problems</h2>\n${writeProblems("What keeps this from being a whole review", review.problems)}`}</header>
<main id="apis">
${told}</main>
</body>
</html>
`;
  return page.markup;
}

function writeVerdict({ kind }: Verdict): Html {
  switch (kind) {
    case "stopped":
      return html`<span class="verdict bad">✗ stopped</span>`;
    case "passed":
      return html`<span class="verdict good">✓ passed</span>`;
    case "quiet":
      return html`<span class="verdict plain">= no changes</span>`;
  }
}

function nameApi(index: number): string {
  return `api-${index + 1}`;
}

/** Whether there is something to tell; of what cannot be read, one side alone would read as if all of it were new, or gone. */
function isCompared(api: ApiReview): boolean {
  return isTold(api) && api.kind !== "unreadable";
}

/** What changed in a table; what did not, in a line. */
function writeOverview({ apis }: Review): Html {
  const rows = apis.flatMap((api, index) => (isCompared(api) ? [writeOverviewRow(api, nameApi(index))] : []));
  const table = tableHtml(
    "What changed in each API",
    ["API", "Wire", "Client source", "Breaking", "Excused", "Suspected", "Compatible", "Notes"],
    rows,
  );
  const unreadable = apis.filter(({ kind }) => kind === "unreadable");
  const unchanged = apis.filter((api) => !isTold(api));
  return html`${rows.length === 0 ? nothing : table}${listApis("not compared", unreadable)}${listApis("unchanged", unchanged)}`;
}

function listApis(state: string, apis: readonly ApiReview[]): Html {
  if (apis.length === 0) return nothing;
  const names = apis.map(({ api }, index) => html`${index === 0 ? "" : ", "}${api}`);
  return html`<p class="wide">${count(apis.length, "API")} ${state}: ${names}</p>\n`;
}

function writeOverviewRow(api: ApiReview, anchor: string): readonly Printable[] {
  const { gating, excused, suspected, compatible, notes, documentation } = sortFindings(api.findings);
  const groups = [gating, excused, suspected, compatible, [...notes, ...documentation]];
  return [
    html`<a href="#${anchor}">${api.api}</a><small>${api.kind}</small>`,
    writeBump(api.wire, ""),
    writeBump(api.source, ""),
    ...groups.map(({ length }) => (length > 0 ? length : html`<span class="nil">–</span>`)),
  ];
}
