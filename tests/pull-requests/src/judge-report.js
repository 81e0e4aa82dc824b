/**
 * @import { Want } from "./pull-requests.js"
 * @import { FileDiff } from "./read-diff.js"
 * @import { FindingJson, Report } from "./review-pull-request.js"
 */

/** What GitHub takes as one comment, in characters. */
const longestComment = 65_536;

/**
 * What a report says otherwise than it should.
 *
 * @param {Report} report
 * @param {Want} want
 * @param {readonly FileDiff[]} diff
 * @returns {readonly string[]} a sentence for each fault
 */
export function judgeReport(report, want, diff) {
  return [
    ...compare("the exit code", report.exit, want.exit),
    ...compare("what the review says of the APIs", describeApis(report), want.apis),
    ...judgeComment(report.comment, want.comment),
    ...judgeAnnotations(report, diff),
    ...judgeFiles(report),
  ];
}

/** @param {Report} report */
function describeApis({ review }) {
  return Object.fromEntries(
    review.apis
      .filter(({ kind }) => kind !== "unchanged")
      .map(({ api, bump, findings }) => {
        const gating = findings.filter(isGating);
        return [
          api,
          {
            bump,
            breaking: sortUnique(gating.map(({ rule }) => rule)),
            operations: sortUnique(gating.flatMap(({ operations }) => operations)),
          },
        ];
      }),
  );
}

/** @param {FindingJson} finding */
function isGating({ impact, status, excuse }) {
  return impact === "breaking" && status !== "suspected" && excuse === undefined;
}

/**
 * @param {string} comment
 * @param {readonly string[]} wanted
 */
function judgeComment(comment, wanted) {
  const faults = wanted
    .filter((words) => !comment.includes(words))
    .map((words) => `The comment lacks ${words}.`);
  if (!comment.startsWith("<!-- specmill-review -->\n")) faults.push("The comment has no marker.");
  if (comment.length > longestComment) faults.push(`The comment has ${comment.length} characters.`);
  return faults;
}

/**
 * A reviewer sees an annotation beside the line that it names, if the line is in the diff.
 *
 * @param {Report} report
 * @param {readonly FileDiff[]} diff
 */
function judgeAnnotations({ exit, annotations }, diff) {
  const errors = annotations.filter(({ level }) => level === "error");
  return [
    ...compare("whether a line is marked as an error", errors.length > 0, exit === 1),
    ...annotations
      .filter(({ file, line }) => !isShown(diff, file, line))
      .map(({ title, file, line }) => `${title} is at ${file}:${line}, which the diff does not show.`),
  ];
}

/**
 * @param {readonly FileDiff[]} diff
 * @param {string} file
 * @param {number} line
 */
export function isShown(diff, file, line) {
  return diff.some((changed) => changed.file === file && changed.lines.some(({ after }) => after === line));
}

/** @param {Report} report */
function judgeFiles({ html, sarif, summary }) {
  const faults = [];
  if (!/^<!doctype html>/i.test(html)) faults.push("The HTML report is none.");
  if (JSON.parse(sarif).version !== "2.1.0") faults.push("The SARIF report is none.");
  if (summary.trim() === "") faults.push("The summary is empty.");
  return faults;
}

/**
 * @param {string} what
 * @param {unknown} got
 * @param {unknown} want
 */
function compare(what, got, want) {
  const [seen, wanted] = [got, want].map((value) => JSON.stringify(sortKeys(value)));
  return seen === wanted ? [] : [`Of ${what}: wanted ${wanted}, got ${seen}.`];
}

/**
 * @param {unknown} value
 * @returns {unknown}
 */
function sortKeys(value) {
  if (Array.isArray(value) || typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => [key, sortKeys(child)]),
  );
}

/** @param {readonly string[]} words */
function sortUnique(words) {
  return [...new Set(words)].sort();
}
