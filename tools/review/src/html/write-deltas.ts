import {
  codeHtml,
  detailsHtml,
  type Html,
  html,
  nothing,
  type Problem,
  sentenceHtml,
  tableHtml,
} from "@specmill/spec";
import { groupPrograms } from "../report/group-programs.ts";
import { count, endSentence, formatPlace } from "../report/report-text.ts";
import type { ConsumerSummary, LintDelta } from "../review.ts";
import type { Part } from "./part.ts";

/** Problems of lint that are new, and those that are gone. */
export function listLintParts({ kind, added, fixed, kept }: LintDelta): readonly Part[] {
  if (kind === "skipped" || added.length + fixed.length === 0) return [];
  const parts = [
    added.length === 0 ? nothing : writeProblems("New problems", added),
    fixed.length === 0
      ? nothing
      : detailsHtml(html`✓ ${count(fixed.length, "problem")} fixed`, writeProblems("Fixed problems", fixed)),
    kept === 0
      ? nothing
      : html`<p>${count(kept, "problem")} ${kept === 1 ? "is" : "are"} on both sides.</p>\n`,
  ];
  const tally = `${added.length} new, ${fixed.length} fixed`;
  return [{ key: "lint", title: "Lint", tally, content: html`${parts}` }];
}

/** Problems in a table. */
export function writeProblems(caption: string, problems: readonly Problem[]): Html {
  const rows = problems.map((problem) => [
    html`${sentenceHtml(endSentence(problem.message))}${problem.hint === undefined ? nothing : html`<small>${sentenceHtml(problem.hint)}</small>`}`,
    problem.severity === "error"
      ? html`<span class="verdict bad">✗ error</span>`
      : html`<span class="verdict open">? warning</span>`,
    codeHtml(problem.rule),
    codeHtml(formatPlace(problem)),
  ]);
  return tableHtml(caption, ["Problem", "Severity", "Rule", "Where"], rows);
}

/** What becomes of the code that was compiled against both packages. */
export function listConsumerParts({ compiled, broken, unusable }: ConsumerSummary): readonly Part[] {
  if (compiled + broken.length + unusable.length === 0) return [];
  const good = compiled - broken.length;
  const some = good === 0 ? "none of them does" : `${good} of them ${good === 1 ? "does" : "do"}`;
  const verdict = broken.length === 0 ? "all of them do" : some;
  const silent = html`? ${count(unusable.length, "consumer")} did not compile before either, and cannot tell`;
  const parts = [
    compiled === 0
      ? html`<p>No consumer compiled against the old package.</p>\n`
      : html`<p>${count(compiled, "consumer")} compiled against the old package; ${verdict} against the new one.</p>\n`,
    broken.length === 0
      ? nothing
      : html`<p><span class="verdict bad">✗ broken</span></p>${listFiles(broken)}`,
    unusable.length === 0 ? nothing : detailsHtml(silent, listFiles(unusable)),
  ];
  const tally = `${broken.length} of ${compiled} broken`;
  return [{ key: "consumers", title: "Consumers", tally, content: html`${parts}` }];
}

function listFiles(files: readonly string[]): Html {
  return html`<ul class="list">\n${groupPrograms(files).map(({ file, programs }) => html`<li>${codeHtml(file)}${programs}</li>\n`)}</ul>\n`;
}
