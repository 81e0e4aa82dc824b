import { diffLines } from "diff";
import { compareWords, type Span } from "./word-marks.ts";

/** A line of two texts beside each other. Both are absent from no row; they differ where only one of them is there. */
export interface LinePair {
  readonly base?: Line;
  readonly head?: Line;
  readonly same: boolean;
}

export interface Line {
  readonly text: string;
  /** Counted from 1. */
  readonly number: number;
  /** What of the line is not in the other one. */
  readonly words: readonly Span[];
}

/** Of lines whose words are compared. */
const longestLine = 600;
const mostEdits = 800;

/** The lines of two texts side by side; lines that took the place of others stand beside them. */
export function pairLines(base: string, head: string): readonly LinePair[] {
  const changes = diffLines(ended(base), ended(head), { maxEditLength: mostEdits }) ?? [
    { value: ended(base), removed: true, added: false },
    { value: ended(head), removed: false, added: true },
  ];
  const pairs: LinePair[] = [];
  let removed: readonly Line[] = [];
  let baseAt = 1;
  let headAt = 1;
  const flush = (added: readonly Line[]) => {
    pairs.push(...zipLines(removed, added));
    removed = [];
  };
  for (const change of changes) {
    const texts = splitLines(change.value);
    if (change.removed) {
      flush([]);
      removed = numberLines(texts, baseAt);
      baseAt += texts.length;
    } else if (change.added) {
      flush(numberLines(texts, headAt));
      headAt += texts.length;
    } else {
      flush([]);
      const from = baseAt;
      const to = headAt;
      const same = numberLines(texts, from);
      pairs.push(
        ...same.map((line, index) => ({ base: line, head: { ...line, number: to + index }, same: true })),
      );
      baseAt += texts.length;
      headAt += texts.length;
    }
  }
  flush([]);
  return pairs;
}

function zipLines(removed: readonly Line[], added: readonly Line[]): readonly LinePair[] {
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, index) => {
    const base = removed[index];
    const head = added[index];
    if (base === undefined) return { ...(head && { head }), same: false };
    if (head === undefined) return { base, same: false };
    const words =
      base.text.length + head.text.length > longestLine ? undefined : compareWords(base.text, head.text);
    if (words === undefined) return { base, head, same: false };
    return {
      base: { ...base, words: words.base.words },
      head: { ...head, words: words.head.words },
      same: false,
    };
  });
}

function numberLines(texts: readonly string[], first: number): readonly Line[] {
  return texts.map((text, index) => ({ text, number: first + index, words: [] }));
}

function splitLines(value: string): readonly string[] {
  return value.replace(/\n$/, "").split("\n");
}

function ended(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
