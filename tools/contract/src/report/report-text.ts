/**
 * Text from a document or a server for a terminal: what would move its cursor or turn its text around shows as `�`.
 * Line breaks become spaces, so that a value stays on its line.
 */
export function makeVisible(text: string): string {
  return text
    .replace(/\r\n|[\r\n\t]/g, " ")
    .replace(/[\p{Cc}\p{Bidi_Control}\p{Cs}\u2028\u2029]/gu, "\ufffd");
}

/** At most `length` characters of a text; what is left out is counted at its end. */
export function shorten(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  return `${characters.slice(0, length).join("")}… (${characters.length - length} more characters)`;
}

/** A number and its noun: `1 case`, `2 cases`. */
export function count(many: number, noun: string): string {
  return `${many} ${noun}${many === 1 ? "" : "s"}`;
}

/** Orders texts by their code units, which is the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What to type to see a case again. */
export function formatReplay(id: string): string {
  const plain = /^[\w/][\w./:@+-]*$/.test(id);
  return `specmill contract replay ${plain ? id : `'${makeVisible(id).replaceAll("'", "'\\''")}'`}`;
}

/** A text in lines of at most `width` characters, broken at blanks, and in a word that is longer than a line. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line: readonly string[] = [];
  for (const word of text.split(/ +/)) {
    const characters = [...word];
    if (line.length > 0 && line.length + 1 + characters.length > width) {
      lines.push(line.join(""));
      line = [];
    }
    let rest: readonly string[] = line.length === 0 ? characters : [...line, " ", ...characters];
    for (; rest.length > width; rest = rest.slice(width)) lines.push(rest.slice(0, width).join(""));
    line = rest;
  }
  return [...lines, line.join("")];
}
