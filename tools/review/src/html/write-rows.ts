import { codeHtml, type Html, html, nothing, sentenceHtml } from "@specmill/spec";
import { type JoinedFinding, nameAxes } from "../report/join-axes.ts";
import type { DocRow, Fact } from "./doc-row.ts";
import { writeMarkdown } from "./markdown.ts";
import { pairLines } from "./pair-lines.ts";
import type { RowPair } from "./pair-rows.ts";
import { compareWords, type WordSet } from "./word-marks.ts";
import { weigh, writeMark } from "./write-finding.ts";
import { writeWords } from "./write-lines.ts";

export interface RowStyle {
  readonly findings: ReadonlyMap<RowPair, readonly JoinedFinding[]>;
  readonly anchorOf: (finding: JoinedFinding) => string;
  /** Whether unchanged parts are named, and not told. */
  readonly brief: boolean;
  /** Whether there is but one document to tell of. */
  readonly single: boolean;
}

/** As many lines that did not change are folded. */
const mostQuiet = 4;
const mostNames = 8;

/** Rows of documentation, base beside head; what did not change is folded where there is much of it. */
export function writeRows(rows: readonly RowPair[], style: RowStyle, depth = 0): readonly Html[] {
  const parts: Html[] = [];
  let quiet: RowPair[] = [];
  const flush = () => {
    if (countLines(quiet) < mostQuiet && !style.brief)
      parts.push(...quiet.map((row) => writeRow(row, style, depth)));
    else if (quiet.length > 0) parts.push(foldRows(quiet, style, depth));
    quiet = [];
  };
  for (const row of rows) {
    if (isQuiet(row, style)) {
      // Examples are folded apart from what they are of.
      if (quiet.some(({ head }) => (head?.code === undefined) !== (row.head?.code === undefined))) flush();
      quiet.push(row);
      continue;
    }
    flush();
    parts.push(writeRow(row, style, depth));
  }
  flush();
  return parts;
}

function isQuiet(row: RowPair, style: RowStyle): boolean {
  if (style.single || row.state !== "same" || (style.findings.get(row) ?? []).length > 0) return false;
  return row.children.every((child) => isQuiet(child, style));
}

function countLines(rows: readonly RowPair[]): number {
  const own = rows.map(
    ({ head, children }) => 1 + (head?.code?.split("\n").length ?? 0) + countLines(children),
  );
  return own.reduce((sum, lines) => sum + lines, 0);
}

function foldRows(rows: readonly RowPair[], style: RowStyle, depth: number): Html {
  const names = rows.slice(0, mostNames).map(({ head }, index) => {
    const name = head?.kind === "name" ? codeHtml(head.label) : html`${head?.label ?? ""}`;
    return index === 0 ? name : html`, ${name}`;
  });
  const left = rows.length - mostNames;
  const summary = html`${rows.length} unchanged: ${names}${left > 0 ? ` and ${left} more` : ""}`;
  if (style.brief) return html`<p class="quiet" style="--depth:${depth}">${summary}</p>\n`;
  return html`<details class="quiet" style="--depth:${depth}"><summary>${summary}</summary>
${rows.map((row) => writeRow(row, style, depth))}</details>
`;
}

function writeRow(row: RowPair, style: RowStyle, depth: number): Html {
  const notes = (style.findings.get(row) ?? []).map(
    (finding) =>
      html`<p class="note ${weigh(finding)}" style="--depth:${depth}"><a href="#${style.anchorOf(finding)}">${writeMark(finding)}</a> ${sentenceHtml(finding.message)} <span class="status">${nameAxes(finding)}</span></p>\n`,
  );
  const { base, head, state } = row;
  const title = head ?? base;
  if (title?.kind !== "heading") {
    return html`${writeCells(row, style, depth)}${notes}${writeRows(row.children, style, depth + 1)}`;
  }
  const says = [base, head].some(
    (side) => side !== undefined && (side.facts.length > 0 || side.description !== undefined),
  );
  return html`<h5>${title.label}${style.single ? nothing : markState(state)}</h5>
${says ? writeCells(row, style, depth) : nothing}${notes}${writeRows(row.children, style, depth)}`;
}

function markState(state: RowPair["state"]): Html {
  switch (state) {
    case "gone":
      return html` <span class="mark lost">− removed</span>`;
    case "new":
      return html` <span class="mark won">+ added</span>`;
    case "same":
    case "changed":
      return nothing;
  }
}

function writeCells(row: RowPair, { single }: RowStyle, depth: number): Html {
  const { base, head, state } = row;
  const only = head ?? base;
  if (single) {
    return html`<div class="row same" style="--depth:${depth}"><div class="side head">${only === undefined ? nothing : writeCell(only, undefined)}</div></div>\n`;
  }
  return html`<div class="row ${state}" style="--depth:${depth}">${writeSide(base, head, "base", state)}${writeSide(head, base, "head", state)}</div>\n`;
}

function writeSide(
  row: DocRow | undefined,
  other: DocRow | undefined,
  side: "base" | "head",
  state: RowPair["state"],
): Html {
  if (row === undefined) return html`<div class="side ${side} empty"></div>`;
  // Whoever has the page read out hears once what is the same on both sides.
  if (state === "same") {
    const hidden = side === "base" ? html` aria-hidden="true"` : nothing;
    return html`<div class="side ${side}"${hidden}>${writeCell(row, undefined)}</div>`;
  }
  const [sign, word] =
    side === "base"
      ? ["−", state === "gone" ? "removed: " : "base: "]
      : ["+", state === "new" ? "added: " : "head: "];
  return html`<div class="side ${side}"><span class="sign" aria-hidden="true">${sign}</span><span class="unseen">${word}</span>${writeCell(row, other, side)}</div>`;
}

/** @param other - the same in the other document, where what differs is to be emphasized */
function writeCell(row: DocRow, other: DocRow | undefined, side: "base" | "head" = "head"): Html {
  const known = other && new Set(other.facts.map(nameFact));
  const facts = row.facts.map((fact) =>
    writeFact(fact, known !== undefined && !known.has(nameFact(fact)) ? side : undefined),
  );
  return html`${writeLabel(row, other, side)}${facts}${writeDescription(row, other, side)}${writeCode(row, other, side)}`;
}

function writeLabel({ kind, label }: DocRow, other: DocRow | undefined, side: "base" | "head"): Html {
  switch (kind) {
    case "heading":
      return nothing;
    case "name":
      return html`<span class="label">${codeHtml(label)}</span> `;
    case "words": {
      const [base, head] = side === "base" ? [label, other?.label ?? label] : [other?.label ?? label, label];
      const changed = base === head ? undefined : compareWords(base, head)?.[side];
      const text = writeWords({ text: label, words: changed?.words ?? [], number: 1 }, side === "base");
      return html`<span class="label">${text}</span> `;
    }
  }
}

function nameFact({ kind, text }: Fact): string {
  return `${kind} ${text}`;
}

function writeFact({ kind, text }: Fact, changed: "base" | "head" | undefined): Html {
  const shown = kind === "value" ? codeHtml(text) : html`${text}`;
  const fact = html`<span class="fact ${kind}">${shown}</span>`;
  if (changed === undefined) return html`${fact} `;
  return changed === "base" ? html`<del>${fact}</del> ` : html`<ins>${fact}</ins> `;
}

function writeDescription({ description }: DocRow, other: DocRow | undefined, side: "base" | "head"): Html {
  if (description === undefined) return nothing;
  const before = other?.description;
  let changed: WordSet | undefined;
  if (before !== undefined && before !== description && before.length + description.length < 8000) {
    const [base, head] = side === "base" ? [description, before] : [before, description];
    changed = compareWords(base, head)?.[side];
  }
  const whole = other !== undefined && before !== description && changed === undefined;
  return html`<div class="prose${whole ? ` all-${side}` : ""}">${writeMarkdown(description, changed)}</div>`;
}

function writeCode({ code }: DocRow, other: DocRow | undefined, side: "base" | "head"): Html {
  if (code === undefined) return nothing;
  if (other?.code === undefined || other.code === code) return html`<pre>${code}</pre>`;
  const [base, head] = side === "base" ? [code, other.code] : [other.code, code];
  const lines = pairLines(base, head).flatMap((pair) => {
    const line = pair[side];
    if (line === undefined) return [];
    const text = writeWords(line, side === "base");
    if (pair.same) return [html`  ${text}\n`];
    return [
      side === "base"
        ? html`<span class="line lost">- ${text}\n</span>`
        : html`<span class="line won">+ ${text}\n</span>`,
    ];
  });
  return html`<pre>${lines}</pre>`;
}
