import { marked } from "marked";
import { escapeHtml } from "./escape-html.js";
import { styleSheet } from "./style-sheet.js";
import { writeDiff } from "./write-diff.js";

/**
 * @import { PullRequest } from "./pull-requests.js"
 * @import { FileDiff } from "./read-diff.js"
 * @import { Report } from "./review-pull-request.js"
 *
 * @typedef {object} Reviewed
 * @property {PullRequest} pullRequest
 * @property {number} number
 * @property {string} folder - of its report, beside the page
 * @property {readonly FileDiff[]} diff
 * @property {Report} report
 * @property {readonly string[]} faults - what of the report is not as wanted
 */

/**
 * A page that shows pull requests as GitHub does: the comment, and the annotations beside the changed lines.
 *
 * @param {readonly Reviewed[]} reviewed
 * @returns {string}
 */
export function writeIndex(reviewed) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Reviewed pull requests</title>
<style>${styleSheet}</style>
</head>
<body>
<h1>Reviewed pull requests</h1>
<ul class="box list">
${reviewed.map(writeEntry).join("\n")}
</ul>
${reviewed.map(writePullRequest).join("\n")}
</body>
</html>
`;
}

/** @param {Reviewed} reviewed */
function writeEntry({ pullRequest, number, report, faults }) {
  return `<li>${writeCheck(report)} <a href="#${escapeHtml(pullRequest.name)}">${escapeHtml(pullRequest.title)}</a> <span class="soft">#${number} ${describeBumps(report)}</span>${faults.length > 0 ? ' <strong class="failed">not as wanted</strong>' : ""}</li>`;
}

/** @param {Reviewed} reviewed */
function writePullRequest({ pullRequest, number, folder, diff, report, faults }) {
  const file = (/** @type {string} */ name, /** @type {string} */ words) =>
    `<a href="${escapeHtml(`${folder}/${name}`)}">${words}</a>`;
  return `<article id="${escapeHtml(pullRequest.name)}">
<h2>${escapeHtml(pullRequest.title)} <span class="soft">#${number}</span></h2>
<p>${writeCheck(report)} <code>${escapeHtml(pullRequest.name)}</code> into <code>main</code> · ${file("report.html", "HTML report")} · ${file("summary.md", "summary")} · ${file("review.json", "JSON")} · ${file("review.sarif", "SARIF")}</p>
${faults.length > 0 ? `<ul class="box faults">${faults.map((fault) => `<li>${escapeHtml(fault)}</li>`).join("\n")}</ul>` : ""}
<section class="box comment">
<h3><strong>github-actions</strong> <span class="label">bot</span> commented</h3>
<div class="markdown">
${marked.parse(report.comment, { async: false, gfm: true, breaks: true })}
</div>
</section>
<h3>Files changed</h3>
${writeDiff(diff, report.annotations)}
</article>`;
}

/** @param {Report} report */
function writeCheck({ exit }) {
  return exit === 0
    ? '<span class="check passed" title="passed">✓ passed</span>'
    : '<span class="check failed" title="failed">✗ failed</span>';
}

/** @param {Report} report */
function describeBumps({ review }) {
  const told = review.apis.filter(({ kind }) => kind !== "unchanged");
  return escapeHtml(
    told.map(({ api, kind, bump }) => `${api}: ${kind === "unreadable" ? kind : bump}`).join(", "),
  );
}
