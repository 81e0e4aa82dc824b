import { diffWordsWithSpace } from "diff";

/** The changed words of a text, and the element that says how they changed. */
export interface WordSet {
  readonly tag: "ins" | "del";
  /** Where in the text they start and end. */
  readonly words: readonly Span[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Which words of two texts are not in the other one; nothing where the two have next to nothing in common. */
export function compareWords(
  base: string,
  head: string,
): { readonly base: WordSet; readonly head: WordSet } | undefined {
  const changes = diffWordsWithSpace(base, head, { maxEditLength: 400 });
  if (changes === undefined) return undefined;
  const spans = { base: [] as Span[], head: [] as Span[] };
  let baseAt = 0;
  let headAt = 0;
  let common = 0;
  for (const { added, removed, value } of changes) {
    if (removed) spans.base.push({ start: baseAt, end: baseAt + value.length });
    if (added) spans.head.push({ start: headAt, end: headAt + value.length });
    if (!added && !removed) common += value.trim().length;
    if (!added) baseAt += value.length;
    if (!removed) headAt += value.length;
  }
  if (common * 4 < Math.max(base.length, head.length)) return undefined;
  return { base: { tag: "del", words: spans.base }, head: { tag: "ins", words: spans.head } };
}

/**
 * Puts two signs for private use around each changed word of a Markdown text. It is words alone that get them, so that
 * what is markup around and between them stays so.
 */
export function markWords(text: string, spans: readonly Span[]): string {
  // A number before a point or a bracket may be that of a list.
  const marked = text.replace(
    /[\p{L}\p{N}]*\p{L}[\p{L}\p{N}]*|\p{N}+(?![\p{N}.)])/gu,
    (word, start: number) =>
      spans.some((span) => span.start <= start && start < span.end) ? `\ue000${word}\ue001` : word,
  );
  return marked.replaceAll("\ue001 \ue000", " ");
}

/** A text without those signs, which none of a document's may have. */
export function withoutMarks(text: string): string {
  return text.replace(/[\ue000\ue001]/g, "");
}
