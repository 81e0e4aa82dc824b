import type { JsonValue } from "@specmill/spec";
import type { SourcePlace } from "../finding.ts";

/**
 * Text that somebody else wrote, on one line: what would move a terminal's cursor or turn its text around shows as
 * `�`, line breaks become spaces.
 */
export function makeVisible(text: string): string {
  return text
    .replace(/\r\n|[\r\n\t]/g, " ")
    .replace(/[\p{Cc}\p{Bidi_Control}\p{Cs}\u2028\u2029]/gu, "\ufffd");
}

/** At most about `length` characters of a text, from its beginning. */
export function shorten(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length).join("")}…`;
}

/** A text of at most about `length` characters: from a longer one, the middle is left out and counted. */
export function shortenMiddle(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  const head = Math.ceil((length * 2) / 3);
  const tail = length - head;
  const rest = characters.slice(characters.length - tail).join("");
  return `${characters.slice(0, head).join("")}… (${count(characters.length - length, "character")} left out) …${rest}`;
}

/** A value as JSON on one line, its middle left out where it is long. */
export function formatValue(value: JsonValue, longest: number): string {
  return shortenMiddle(makeVisible(JSON.stringify(value)), longest);
}

/** A sentence that another one may follow: with a period, unless something else ends it. */
export function endSentence(sentence: string): string {
  return /[.!?…:]["')\]]*$/.test(sentence) || sentence === "" ? sentence : `${sentence}.`;
}

/** A number and its noun: `1 change`, `2 changes`. */
export function count(many: number, noun: string): string {
  return `${many} ${noun}${many === 1 ? "" : "s"}`;
}

/** Names as a sentence has them: `a`, `a and b`, `a, b and c`. */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** Orders texts by their code units, which is the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A place as editors and terminals understand it: `file:line:column`. */
export function formatPlace({ file, line, column }: SourcePlace): string {
  return `${file}:${line}:${column}`;
}

/** A text in lines of at most `width` characters, broken at blanks, and in a word that is longer than a line. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ +/)) {
    const joined = line === "" ? word : `${line} ${word}`;
    if ([...joined].length <= width) {
      line = joined;
      continue;
    }
    if (line !== "") lines.push(line);
    let rest = [...word];
    for (; rest.length > width; rest = rest.slice(width)) lines.push(rest.slice(0, width).join(""));
    line = rest.join("");
  }
  return [...lines, line];
}
