import { type Html, html, nothing } from "@specmill/spec";
import type { Line, LinePair } from "./pair-lines.ts";

/** Unchanged lines around changed ones. */
const context = 3;
/** Fewer than that are shown as well. */
const leastSkipped = 4;

/** Lines one below the other: what is gone before what came, each with its number and a sign. */
export function writePatch(pairs: readonly LinePair[], firstBase = 1, firstHead = 1): Html {
  const groups = splitLines(pairs).map((group) =>
    group.kind === "far" ? writeSkipped(group.pairs.length) : writeGroup(group, firstBase - 1, firstHead - 1),
  );
  return html`<pre class="patch">${groups}</pre>`;
}

/** Lines that follow on each other and are of one kind; `far`: unchanged, and so are those around them. */
interface LineGroup {
  readonly kind: "far" | "near" | "changed";
  readonly pairs: readonly LinePair[];
}

function splitLines(pairs: readonly LinePair[]): readonly LineGroup[] {
  const groups: { kind: LineGroup["kind"]; pairs: LinePair[] }[] = [];
  pairs.forEach((pair, index) => {
    const around = pairs.slice(Math.max(0, index - context), index + context + 1);
    const kind = !pair.same ? "changed" : around.every(({ same }) => same) ? "far" : "near";
    const last = groups.at(-1);
    if (last?.kind === kind) last.pairs.push(pair);
    else groups.push({ kind, pairs: [pair] });
  });
  return groups.map((group) =>
    group.kind === "far" && group.pairs.length < leastSkipped ? { ...group, kind: "near" } : group,
  );
}

function writeSkipped(lines: number): Html {
  return html`<span class="skipped">⋯ ${lines} unchanged</span>`;
}

function writeGroup({ kind, pairs }: LineGroup, baseOffset: number, headOffset: number): Html {
  const lines = (side: "base" | "head", sort: "kept" | "lost" | "won", offset: number) =>
    pairs.flatMap((pair) => {
      const line = pair[side];
      return line === undefined ? [] : [writeLine(line, sort, line.number + offset)];
    });
  if (kind !== "changed") return html`${lines("head", "kept", headOffset)}`;
  return html`${lines("base", "lost", baseOffset)}${lines("head", "won", headOffset)}`;
}

function writeLine(line: Line, kind: "kept" | "lost" | "won", number: number): Html {
  const text = writeWords(line, kind === "lost");
  switch (kind) {
    case "kept":
      return html`<span class="line"><i>${number}</i>  ${text}\n</span>`;
    case "lost":
      return html`<span class="line lost"><i>${number}</i>- ${text}\n</span>`;
    case "won":
      return html`<span class="line won"><i>${number}</i>+ ${text}\n</span>`;
  }
}

/** The lines of two texts in two columns, of which a narrow screen makes one. */
export function writeColumns(pairs: readonly LinePair[]): Html {
  const groups = splitLines(pairs).map((group) =>
    group.kind === "far" ? writeSkipped(group.pairs.length) : html`${group.pairs.map(writeLinePair)}`,
  );
  return html`<div class="columns-of-code">
${groups}</div>
`;
}

function writeLinePair({ base, head, same }: LinePair): Html {
  const state = same ? "same" : base === undefined ? "new" : head === undefined ? "gone" : "changed";
  return html`<div class="row ${state}">${writeSide(base, "base", same)}${writeSide(head, "head", same)}</div>
`;
}

function writeSide(line: Line | undefined, side: "base" | "head", same: boolean): Html {
  if (line === undefined) return html`<div class="side ${side} empty"></div>`;
  const hidden = same && side === "base" ? html` aria-hidden="true"` : nothing;
  const sign = same ? "  " : side === "base" ? "- " : "+ ";
  return html`<div class="side ${side}"${hidden}><code>${sign}${writeWords(line, side === "base")}</code></div>`;
}

/** A line whose changed words are emphasized. */
export function writeWords({ text, words }: Line, gone: boolean): Html {
  let from = 0;
  const parts = words.map(({ start, end }) => {
    const before = text.slice(from, start);
    from = end;
    const word = text.slice(start, end);
    return gone ? html`${before}<del>${word}</del>` : html`${before}<ins>${word}</ins>`;
  });
  return html`${parts}${text.slice(from)}`;
}
