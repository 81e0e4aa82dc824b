import { suggestApproval } from "../approval/suggest-approval.ts";
import type { ApiReview, Review } from "../review.ts";
import type { JoinedFinding } from "./join-axes.ts";
import { nameRequests } from "./name-requests.ts";
import { type Detail, details } from "./report-detail.ts";
import { code, fold, htmlCode, sentence } from "./report-markdown.ts";
import { count } from "./report-text.ts";
import type { TextOf } from "./rule-text.ts";
import { sortFindings } from "./sort-findings.ts";
import { describeBumps, isTold, summarizeReview } from "./summarize-review.ts";
import { writeBreaking } from "./write-breaking.ts";
import { writeFolds, writeProblem } from "./write-folds.ts";

export interface MarkdownOptions {
  readonly textOf: TextOf;
  /** Bytes of UTF-8 at most; a text has never more characters than bytes, however they are counted. */
  readonly limit: number;
  /** A sentence that says where everything is to be read, for when it does not fit. */
  readonly whole?: string | undefined;
}

const everywhere = "The HTML report and `specmill review --json` have everything.";

/**
 * A review as blocks of Markdown: the verdict, problems, then API by API what breaks and, folded, what does not. It is
 * told in the first of ever shorter ways in which it fits, and the reader is told what is missing. No table and no
 * fold is ever cut.
 *
 * @param lead - a block before all others; none where empty
 */
export function composeMarkdown(review: Review, lead: string, options: MarkdownOptions): string {
  const requests = new Map(review.apis.map((api) => [api.api, nameRequests(api)]));
  const gating = review.apis.reduce((total, { findings }) => total + sortFindings(findings).gating.length, 0);
  let blocks: readonly string[] = [];
  for (const detail of details) {
    if (gating * leastBytes[detail.breaking] > options.limit) continue;
    blocks = draw(review, lead, detail, requests, options);
    if (measure(blocks) <= options.limit) return join(blocks);
  }
  return join(dropBlocks(blocks, options));
}

/** What a finding takes if every text in it is empty: spares writing thousands of them to see that they do not fit. */
const leastBytes: Readonly<Record<Detail["breaking"], number>> = {
  table: 50,
  lines: 20,
  groups: 0,
  totals: 0,
};

type Requests = ReadonlyMap<string, ReadonlyMap<string, string>>;

function draw(
  review: Review,
  lead: string,
  detail: Detail,
  requests: Requests,
  options: MarkdownOptions,
): readonly string[] {
  const told = review.apis.filter((api) => isTold(api) && api.kind !== "unreadable");
  return [
    lead,
    ...writeVerdict(review),
    ...writeProblems(review, detail),
    ...told.flatMap((api) =>
      writeApi(api, detail, requests.get(api.api) ?? new Map(), {
        textOf: options.textOf,
        isOnly: told.length === 1,
      }),
    ),
    ...writeOthers(review, detail),
    detail.missing === ""
      ? ""
      : sentence(`Shortened to fit: ${detail.missing}. ${options.whole ?? everywhere}`),
  ].filter((block) => block !== "");
}

function writeVerdict(review: Review): readonly string[] {
  const verdict = summarizeReview(review);
  const sides = `Compared ${code(review.base)} with ${code(review.head)}.`;
  if (verdict.kind === "quiet") return [`**${verdict.words}** ${sides}`];
  const bumps = describeBumps(verdict, (word) => `**${word}**`);
  return [`**${verdict.words}** Version bump: ${bumps}.`, sides];
}

function writeProblems({ problems }: Review, detail: Detail): readonly string[] {
  if (problems.length === 0) return [];
  const left = problems.length - detail.problems;
  const lines = problems
    .toSorted((a, b) => (a.severity === b.severity ? 0 : a.severity === "error" ? -1 : 1))
    .slice(0, detail.problems)
    .map((problem) => writeProblem(problem, `**${problem.severity}** `, Math.min(300, detail.message)));
  return [
    "### Problems",
    [...lines, ...(left > 0 ? [`- … and ${count(left, "more problem")}`] : [])].join("\n"),
  ];
}

function writeApi(
  api: ApiReview,
  detail: Detail,
  requests: ReadonlyMap<string, string>,
  options: { readonly textOf: TextOf; readonly isOnly: boolean },
): readonly string[] {
  const title = `${code(api.api)}${describeKind(api)}`;
  const { gating } = sortFindings(api.findings);
  const figures = `**${api.bump}** (wire: ${api.wire}, client source: ${api.source})`;
  const breaking = gating.length === 0 ? [] : [count(gating.length, "breaking change"), "in"];
  if (detail.breaking === "totals")
    return [`${title}: ${figures}, ${count(gating.length, "breaking change")} to be approved or undone`];
  return [
    `### ${title}`,
    // Of the only API, the verdict has said how its version has to move.
    [...(options.isOnly ? [] : [`${figures}:`]), ...breaking, code(api.file)].join(" "),
    ...writeBreaking(gating, { detail, textOf: options.textOf, requests }),
    ...(gating.length > 0 ? [writeApproval(api, gating, detail)] : []),
    ...writeFolds(api, detail),
  ];
}

/** Entries to paste are told at most. */
const mostEntries = 10;

/** What to write to let a change pass: the entries themselves, where they are few. */
function writeApproval({ api }: ApiReview, gating: readonly JoinedFinding[], { folds }: Detail): string {
  const entries = new Map(gating.map((finding) => [finding.fingerprint, suggestApproval(finding)]));
  const which = entries.size === 1 ? "it" : "one of them";
  const file = `specs/.review/${api}.yaml`;
  if (folds === "counted" || entries.size > mostEntries)
    return `To approve ${which}, name its fingerprint in ${code(file)}, with a reason, an owner and the day until which it holds.`;
  const yaml = `approvals:\n${[...entries.values()].join("")}`;
  return fold(`To approve ${which}, put its entry into ${htmlCode(file)}`, `\`\`\`yaml\n${yaml}\`\`\``);
}

function describeKind({ kind, formerName }: ApiReview): string {
  switch (kind) {
    case "changed":
    case "unchanged":
      return "";
    case "added":
      return " is new";
    case "removed":
      return " is gone";
    case "renamed":
      return formerName === undefined ? " is renamed" : `, formerly ${code(formerName)}`;
    case "unreadable":
      return " cannot be read";
  }
}

/** The APIs of which there is nothing else to say. */
function writeOthers({ apis }: Review, { breaking }: Detail): readonly string[] {
  const list = (title: string, some: readonly ApiReview[]) => {
    if (some.length === 0) return [];
    const named = breaking === "totals" ? "" : `: ${some.map(({ api }) => code(api)).join(", ")}`;
    return [`${count(some.length, "API")} ${title}${named}`];
  };
  const unreadable = apis.filter(({ kind }) => kind === "unreadable");
  const unchanged = apis.filter((api) => !isTold(api));
  return [...list("not compared", unreadable), ...list("unchanged", unchanged)];
}

/** The last resort: as many of the first blocks as fit, none of them long by now, and how many do not. */
function dropBlocks(
  blocks: readonly string[],
  { limit, whole = everywhere }: MarkdownOptions,
): readonly string[] {
  const kept = blocks.length - 1;
  for (let many = kept; many > 0; many -= 1) {
    const fitting = [
      ...blocks.slice(0, many),
      `… and ${count(blocks.length - many, "more part")}. ${sentence(whole)}`,
    ];
    if (measure(fitting) <= limit) return fitting;
  }
  return blocks.slice(0, 1);
}

function join(blocks: readonly string[]): string {
  return `${blocks.join("\n\n")}\n`;
}

function measure(blocks: readonly string[]): number {
  return Buffer.byteLength(join(blocks));
}
