import type { Palette, Problem } from "@specmill/spec";
import type { ApiReview, Review } from "../review.ts";
import { describeProofs } from "./describe-proof.ts";
import { describeValues } from "./describe-values.ts";
import { type JoinedFinding, nameAxes, nameStatus } from "./join-axes.ts";
import { nameRequests } from "./name-requests.ts";
import { namePart } from "./report-operations.ts";
import { readSentence, shortenPieces, writePlain } from "./report-piece.ts";
import { count, formatPlace, listWords, makeVisible, wrapText } from "./report-text.ts";
import { sortFindings } from "./sort-findings.ts";
import { describeBumps, isTold, summarizeReview } from "./summarize-review.ts";

const columns = 100;
const mostFindings = 20;
const mostProblems = 20;
const longestProof = 200;
/** Width of the labels in front of what is told of a finding or an API. */
const margin = 14;

/**
 * What a person at a terminal wants to know of a review: problems, what breaks with the proof of it, a paragraph for
 * each API, and the verdict last, where the eye is. Lines are wrapped at 100 columns, but for what must be copied whole.
 */
export function writeTerminal(review: Review, palette: Palette): string {
  const told = review.apis.filter(isTold);
  const gating = told.flatMap((api) =>
    sortFindings(api.findings).gating.map((finding) => ({ api, finding })),
  );
  const left = gating.length - mostFindings;
  const problemsLeft = review.problems.length - mostProblems;
  const blocks = [
    ...review.problems.slice(0, mostProblems).map((problem) => drawProblem(problem, palette)),
    ...(problemsLeft > 0 ? [palette.bold(`… and ${count(problemsLeft, "more problem")}.`)] : []),
    ...gating.slice(0, mostFindings).map(({ api, finding }) => drawFinding(finding, api, palette)),
    ...(left > 0
      ? [palette.bold(`… and ${count(left, "more breaking change")}. \`--json\` tells every one.`)]
      : []),
    ...told.map((api) => drawApi(api, palette)),
    drawVerdict(review, palette),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function drawVerdict(review: Review, { bold, dim, red, green }: Palette): string {
  const verdict = summarizeReview(review);
  const paint = verdict.kind === "stopped" ? red : green;
  const words = wrapText(verdict.words, columns).map((line) => bold(paint(line)));
  const bumps = verdict.kind === "quiet" ? [] : [`version bump: ${describeBumps(verdict)}`];
  const sides = dim(`${makeVisible(review.base)} against ${makeVisible(review.head)}`);
  return [...words, ...bumps, sides].join("\n");
}

function drawProblem(problem: Problem, palette: Palette): string {
  const { bold, red, yellow } = palette;
  const paint = problem.severity === "error" ? red : yellow;
  return [
    `${bold(paint(problem.severity.toUpperCase()))}  ${makeVisible(formatPlace(problem))}`,
    ...tell("what", `${problem.rule}: ${problem.message}`, palette),
    ...(problem.hint === undefined ? [] : tell("to do", problem.hint, palette)),
  ].join("\n");
}

function drawFinding(finding: JoinedFinding, api: ApiReview, palette: Palette): string {
  const { rule, message, operations, place, fingerprint } = finding;
  const named =
    operations.length > 3 ? [...operations.slice(0, 2), `${operations.length - 2} more`] : operations;
  const proofs = describeProofs(finding, nameRequests(api), longestProof);
  const values = describeValues(finding);
  const title = `${nameAxes(finding)}, ${nameStatus(finding)}`;
  const reach = named.length > 0 ? `${namePart(finding)}${listWords(named)}` : "the whole API";
  return [
    `${palette.bold(palette.red("BREAKING"))}  ${palette.bold(rule)}  ${title}`,
    ...tell("what", writePlain(shortenPieces(readSentence(message), 400)), palette),
    ...(values.length > 0 ? tell("values", writePlain(values), palette) : []),
    ...proofs.flatMap((proof, index) => tell(index === 0 ? "proof" : "", writePlain(proof), palette)),
    ...tell("reaches", reach, palette),
    row("at", makeVisible(formatPlace(place)), palette),
    row("fingerprint", makeVisible(fingerprint), palette),
  ].join("\n");
}

function drawApi(api: ApiReview, palette: Palette): string {
  const { bold, red, green } = palette;
  if (api.kind === "unreadable") return `${bold(makeVisible(api.api))}  ${bold(red("unreadable"))}`;
  const { gating, excused, suspected, compatible, notes, documentation } = sortFindings(api.findings);
  const figures = [
    `${gating.length} breaking`,
    ...(excused.length > 0 ? [`${excused.length} excused`] : []),
    ...(suspected.length > 0 ? [`${suspected.length} suspected (looks like an equivalent refactor)`] : []),
    `${compatible.length} compatible`,
    ...(notes.length > 0 ? [count(notes.length, "note")] : []),
    ...(documentation.length > 0 ? [`${documentation.length} of documentation`] : []),
  ];
  const paint = gating.length > 0 ? red : green;
  const { added, fixed } = api.lint;
  const { compiled, broken, unusable } = api.consumers;
  return [
    `${bold(makeVisible(api.api))}  ${bold(paint(`${api.bump} (wire: ${api.wire}, client source: ${api.source})`))}`,
    ...tell("findings", figures.join(", "), palette),
    ...(added.length + fixed.length > 0
      ? tell("lint", `${count(added.length, "new problem")}, ${fixed.length} fixed`, palette)
      : []),
    ...(broken.length > 0
      ? tell("consumers", `${broken.length} of ${compiled} no longer compile: ${listWords(broken)}`, palette)
      : []),
    ...(unusable.length > 0
      ? tell("", `${unusable.length} did not compile before either: ${listWords(unusable)}`, palette)
      : []),
  ].join("\n");
}

/** A label and a text beside it, wrapped. */
function tell(label: string, text: string, palette: Palette): readonly string[] {
  return wrapText(makeVisible(text), columns - margin).map((line, index) =>
    row(index === 0 ? label : "", line, palette),
  );
}

/** A label and a text that stays in one piece. */
function row(label: string, text: string, { dim }: Palette): string {
  return `${dim(`  ${label}`.padEnd(margin))}${text}`;
}
