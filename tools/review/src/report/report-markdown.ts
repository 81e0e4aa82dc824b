import { type Piece, readSentence, shortenPieces } from "./report-piece.ts";
import { makeVisible, shortenMiddle } from "./report-text.ts";

/** Of what stands alone, such as the name of an operation. */
const longestName = 120;
const longestSentence = 600;

/** A row of a table. */
function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** A table of at least one row. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(columns), row(columns.map(() => "---")), ...rows.map(row)].join("\n");
}

/** Something that is folded away. Both texts are Markdown already; the summary is of one line, and has no backticks. */
export function fold(summary: string, content: string, isOpen = false): string {
  return `<details${isOpen ? " open" : ""}><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

/**
 * Words that no sign of Markdown, HTML or GitHub in them can change, nor make into a link. A mention or an issue link
 * is found after entities are resolved, so that only a sign of no width behind `@` and `#` keeps it from being one.
 */
export function prose(words: string): string {
  return makeVisible(words)
    .replace(/[\\`*_[\]#|<>~@&$]/g, escapeSign)
    .replace(/&#(?:64|35);/g, "$&&#8203;")
    .replace(/\bGH-(?=\d)/gi, "$&&#8203;")
    .replace(/:(?=\/\/)/g, "&#58;")
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}&#46;`)
    .replace(/^(\s*)([-+=])/, (_, blank: string, sign: string) => `${blank}${escapeSign(sign)}`);
}

/** A name or another short thing to be read sign by sign, for inside of Markdown. */
export function code(name: string): string {
  return literal(shortenMiddle(name, longestName));
}

/** The same for inside of HTML, where backticks are nothing but signs. */
export function htmlCode(name: string): string {
  return literalHtml(shortenMiddle(makeVisible(name), longestName));
}

/** A sentence in which names stand between backticks, or the pieces of one. */
export function sentence(words: string | readonly Piece[], longest = longestSentence): string {
  return writePieces(words, longest, literal);
}

/** The same for the cell of a table, where a long name without a blank would leave no room for other columns. */
export function cellSentence(words: string | readonly Piece[], longest = longestSentence): string {
  return writePieces(words, longest, (text) => (/\S{25}/.test(text) ? breakable(text) : literal(text)));
}

function writePieces(
  words: string | readonly Piece[],
  longest: number,
  writeCode: (text: string) => string,
): string {
  const pieces = typeof words === "string" ? readSentence(words) : words;
  return shortenPieces(pieces, longest)
    .map(({ kind, text }) => (kind === "code" ? writeCode(text) : prose(text)))
    .join("");
}

/** Backticks where no sign could end them, or the cell of a table, or be taken for something else. */
function literal(text: string): string {
  const shown = makeVisible(text);
  const plain = shown !== "" && shown.trim() === shown && !/[`|<>&@#$~]/.test(shown);
  return plain ? `\`${shown}\`` : literalHtml(shown);
}

function literalHtml(shown: string): string {
  return `<code>${escapeLiteral(shown)}</code>`;
}

/** With places where a line may be broken: behind the signs of paths and of JSON. */
function breakable(text: string): string {
  const parts = makeVisible(text).split(/(?<=[/,;:.}\]])(?=[\w"{[])/);
  return `<code>${parts.map(escapeLiteral).join("<wbr>")}</code>`;
}

/**
 * GitHub makes no mention of what stands in `<code>`; but who answers by mail quotes it without the mark-up, so that
 * what looks like a mention is broken up here as well. Mail addresses stay whole.
 */
function escapeLiteral(part: string): string {
  return part
    .replace(/[\\`*_[\]#|<>~@&$:]/g, escapeSign)
    .replace(/(?<!\w)&#64;(?=\w)/g, "$&&#8203;")
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}&#46;`);
}

function escapeSign(sign: string): string {
  return `&#${sign.charCodeAt(0)};`;
}
