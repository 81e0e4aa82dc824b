import type { Problem } from "@specmill/spec";
import type { Excuse } from "../finding.ts";
import type { ApiReview } from "../review.ts";
import { groupPrograms } from "./group-programs.ts";
import { type JoinedFinding, nameAxes } from "./join-axes.ts";
import type { Detail } from "./report-detail.ts";
import { code, fold, prose, sentence } from "./report-markdown.ts";
import { namePart, writeOperations } from "./report-operations.ts";
import { count, endSentence, formatPlace } from "./report-text.ts";
import type { Section } from "./section.ts";
import { type SortedFindings, sortFindings } from "./sort-findings.ts";
import { writeCompatible } from "./write-compatible.ts";

/**
 * All of an API that does not stop a merge, as blocks of Markdown: a fold each, or a line where folds are counted. What
 * is short is unfolded where nothing else is to be read.
 */
export function writeFolds(api: ApiReview, { folds, message }: Detail): readonly string[] {
  const sorted = sortFindings(api.findings);
  const sections = listSections(api, sorted, message);
  if (sections.length === 0) return [];
  if (folds === "counted") return [sections.map(({ title }) => `- ${title}`).join("\n")];
  const isOpen = ({ lines, isNews }: Section) =>
    isNews && lines.length <= mostUnfolded && sorted.gating.length === 0;
  const told = sections.filter(({ lines }) => lines.length > 0);
  const short = sections.filter(({ lines }) => lines.length === 0).map(({ title }) => `${title}.`);
  return [
    ...told.map((section) => fold(section.title, section.lines.join("\n"), isOpen(section))),
    ...(short.length > 0 ? [short.join(" ")] : []),
  ];
}

const mostUnfolded = 10;

function listSections(api: ApiReview, sorted: SortedFindings, longest: number): readonly Section[] {
  const { excused, suspected, compatible, notes, documentation } = sorted;
  const line = (finding: JoinedFinding) =>
    `- ${sentence(endSentence(finding.message), longest)} (${writeWhere(finding)})${writeExcuse(finding)}`;
  const shown = (findings: readonly JoinedFinding[], title: string, isNews = true) =>
    findings.length === 0 ? [] : [{ title, lines: findings.map(line), isNews }];
  return [
    ...shown(excused, count(excused.length, "excused breaking change")),
    ...shown(
      suspected,
      `${count(suspected.length, "suspected change")}, which look${suspected.length === 1 ? "s" : ""} like an equivalent refactor: one check alone calls ${suspected.length === 1 ? "it" : "them"} breaking`,
    ),
    ...writeConsumers(api),
    ...writeCompatible(compatible, longest),
    ...shown(notes, `${count(notes.length, "note")} of no consequence for a caller`, false),
    ...writeLint(api),
    ...(documentation.length > 0
      ? [{ title: describeDocumentation(documentation.length), lines: [], isNews: false }]
      : []),
  ];
}

function writeWhere(finding: JoinedFinding): string {
  const { operations, rule, place } = finding;
  const reach = `${namePart(finding)}${writeOperations(operations, 2)}`;
  const where = operations.length > 0 ? reach : code(`${place.file}:${place.line}`);
  // Its message names it.
  const known = rule === "redocly-diff" ? "" : `${code(rule)}, `;
  return `${where}; ${known}${nameAxes(finding)}`;
}

function describeDocumentation(many: number): string {
  return `${count(many, "change")} of documentation only`;
}

function writeExcuse({ fingerprint, excuse }: JoinedFinding): string {
  return excuse === undefined ? "" : ` ${code(fingerprint)} ${describeExcuse(excuse)}`;
}

function describeExcuse(excuse: Excuse): string {
  switch (excuse.kind) {
    case "approved": {
      const note = excuse.note === undefined ? "" : ` ${sentence(excuse.note, 200)}`;
      return `is approved by ${code(excuse.owner)} until ${prose(excuse.until)}: ${sentence(excuse.reason, 200)}.${note}`;
    }
    case "sunset":
      return `was deprecated, and to go on ${prose(excuse.date)}.`;
    case "unstable":
      return `is of operations of stability ${code(excuse.level)}, of which nothing is promised yet.`;
    case "configured":
      return "is of a rule that the configuration of the review makes a note.";
  }
}

function writeConsumers({ consumers: { compiled, broken, unusable } }: ApiReview): readonly Section[] {
  const silent = `${count(unusable.length, "consumer")} did not compile before either, and cannot tell`;
  const silentSection =
    unusable.length > 0 ? [{ title: silent, lines: listCode(unusable), isNews: false }] : [];
  if (broken.length > 0) {
    const title = `${broken.length} of ${count(compiled, "consumer")} no longer compile`;
    return [{ title, lines: listCode(broken), isNews: false }, ...silentSection];
  }
  const title = `${count(compiled, "consumer")} still compile${compiled === 1 ? "s" : ""}`;
  return [...(compiled > 0 ? [{ title, lines: [], isNews: false }] : []), ...silentSection];
}

function listCode(consumers: readonly string[]): readonly string[] {
  return groupPrograms(consumers).map(({ file, programs }) => `- ${code(file)}${programs}`);
}

function writeLint({ lint: { kind, added, fixed, kept } }: ApiReview): readonly Section[] {
  if (kind === "skipped")
    return [{ title: "Lint was not compared: there is no configuration for it", lines: [], isNews: false }];
  if (added.length === 0 && fixed.length === 0) return [];
  const lines = [
    ...added.map((problem) => writeProblem(problem, "New: ")),
    ...fixed.map((problem) => writeProblem(problem, "Fixed: ")),
  ];
  const title = `Lint: ${count(added.length, "new problem")}, ${fixed.length} fixed, ${kept} as before`;
  return [{ title, lines, isNews: added.length > 0 }];
}

/** A problem as an item of a list, with where it is and what to do about it. */
export function writeProblem(
  { message, rule, hint, ...place }: Problem,
  lead: string,
  longest = 300,
): string {
  const advice = hint === undefined ? "" : ` ${sentence(endSentence(hint), longest)}`;
  return `- ${lead}${code(formatPlace(place))} ${sentence(endSentence(message), longest)}${advice} (${code(rule)})`;
}
