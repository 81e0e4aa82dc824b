import { describeProofs } from "./describe-proof.ts";
import { describeValues } from "./describe-values.ts";
import { type JoinedFinding, nameAxes } from "./join-axes.ts";
import type { Detail } from "./report-detail.ts";
import { cellSentence, code, prose, sentence, table } from "./report-markdown.ts";
import { type Counted, countNames, foldOperations, namePart, writeOperations } from "./report-operations.ts";
import { compareText, count } from "./report-text.ts";
import { introduceExample, type TextOf } from "./rule-text.ts";

export interface BreakingOptions {
  readonly detail: Detail;
  readonly textOf: TextOf;
  /** Method and path by the name of an operation. */
  readonly requests: ReadonlyMap<string, string>;
}

/** What breaks and is not excused, as blocks of Markdown: what changed, with proof, then what to know of the rules. */
export function writeBreaking(
  findings: readonly JoinedFinding[],
  options: BreakingOptions,
): readonly string[] {
  const { detail, textOf } = options;
  if (findings.length === 0) return [];
  const advice = detail.advice === "once" ? [writeAdvice(findings, textOf)] : [];
  switch (detail.breaking) {
    case "table":
      return [writeTable(findings, options), ...advice];
    case "lines":
      return [
        ...writeByAxes(findings, (ours) => ours.map((one) => writeLine(one, detail)).join("\n")),
        ...advice,
      ];
    case "groups":
      return [...writeByAxes(findings, (ours) => writeGroups(ours, detail)), ...advice];
    case "totals":
      return [];
  }
}

/** Short lines have the axes above them. */
function writeByAxes(
  findings: readonly JoinedFinding[],
  write: (findings: readonly JoinedFinding[]) => string,
): readonly string[] {
  const groups = new Map<string, JoinedFinding[]>();
  for (const finding of findings) {
    const axes = nameAxes(finding);
    groups.set(axes, [...(groups.get(axes) ?? []), finding]);
  }
  return [...groups].flatMap(([axes, ours]) => [
    `#### ${count(ours.length, "breaking change")}: ${axes}`,
    write(ours),
  ]);
}

/** Without a place to break in the middle: a column is at least as wide as the longest word of its title. */
const reasonTitle = ["In general: why it breaks,", "what to do instead"]
  .map((words) => words.replaceAll(" ", "&nbsp;"))
  .join(" ");

/** Three columns are as many as a comment has room for: what is short stands below what changed. */
function writeTable(findings: readonly JoinedFinding[], options: BreakingOptions): string {
  const advised = options.detail.advice === "rows";
  const columns = ["What changed", "Proof", ...(advised ? [reasonTitle] : [])];
  return table(
    columns,
    findings.map((finding) => [
      writeChange(finding, options.detail),
      writeProof(finding, options),
      ...(advised ? [writeReason(finding, options.textOf)] : []),
    ]),
  );
}

function writeChange(finding: JoinedFinding, { message, folds, operations }: Detail): string {
  const values = describeValues(finding);
  const { file, line } = finding.place;
  const reach =
    folds === "listed"
      ? foldOperations(finding.operations, operations)
      : writeOperations(finding.operations, operations);
  return [
    cellSentence(finding.message, message),
    ...(values.length > 0 ? [cellSentence(values)] : []),
    `**${nameAxes(finding)}**: ${namePart(finding)}${reach}`,
    `<sub>${prose(finding.rule)}, ${cellSentence(`${file}:${line}`, 200)}</sub>`,
    code(finding.fingerprint),
  ]
    .join("<br>")
    .replaceAll("</details><br>", "</details>");
}

function writeProof(finding: JoinedFinding, { detail, requests }: BreakingOptions): string {
  const proofs = describeProofs(finding, requests, detail.proof);
  if (proofs.length === 0) return "Follows by rule.";
  return proofs.map((proof) => cellSentence(proof, 1000)).join("<br>");
}

function writeReason({ rule }: JoinedFinding, textOf: TextOf): string {
  const { why, instead } = textOf(rule);
  return `${sentence(introduceExample(why))}<br>**Instead:** ${sentence(instead)}`;
}

function writeLine({ fingerprint, message, operations }: JoinedFinding, detail: Detail): string {
  return `- ${code(fingerprint)} ${sentence(message, detail.message)} (${writeOperations(operations, 0)})`;
}

/** How many of each rule there are, and the operations that most of them reach. */
function writeGroups(findings: readonly JoinedFinding[], { operations: named }: Detail): string {
  return countNames(findings.map(({ rule }) => rule))
    .map(({ name, many }) => {
      const reached = countNames(
        findings.filter(({ rule }) => rule === name).flatMap(({ operations }) => operations),
      );
      return `- ${code(name)}: ${count(many, "change")}${writeMost(reached, named)}`;
    })
    .join("\n");
}

function writeMost(reached: readonly Counted[], named: number): string {
  if (reached.length === 0) return "";
  if (named === 0) return ` in ${count(reached.length, "operation")}`;
  const shown = reached.slice(0, named).map(({ name, many }) => `${code(name)} ${many}`);
  const left = reached.length - shown.length;
  return `: ${shown.join(", ")}${left > 0 ? ` and ${count(left, "more operation")}` : ""}`;
}

function writeAdvice(findings: readonly JoinedFinding[], textOf: TextOf): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort(compareText);
  return rules
    .map((rule) => {
      const { why, instead } = textOf(rule);
      return `- ${code(rule)}: ${sentence(introduceExample(why))} **Instead:** ${sentence(instead)}`;
    })
    .join("\n");
}
