/**
 * The door through which text of a document becomes a comment. Nothing that comes out can end the comment early.
 *
 * @param parts - paragraphs; undefined and blank ones are left out, and so are line ends at both ends
 * @returns a JSDoc block, indented, with its final newline; empty where there is nothing to say
 */
export function toDocComment(parts: readonly (string | undefined)[], indent = ""): string {
  const paragraphs = parts.flatMap((part) => (part === undefined || part.trim() === "" ? [] : [part.trim()]));
  if (paragraphs.length === 0) return "";
  const lines = paragraphs
    .join("\n\n")
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(closeProof);
  const [only] = lines;
  if (lines.length === 1 && only !== undefined && only.length + indent.length < 110) {
    return `${indent}/** ${only} */\n`;
  }
  const body = lines.map((line) => `${indent} * ${line}`.trimEnd());
  return `${[`${indent}/**`, ...body, `${indent} */`].join("\n")}\n`;
}

/** A text as one line of a `//` comment, without the slashes. */
export function toLineComment(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, " ");
}

function closeProof(line: string): string {
  return line.trimEnd().replaceAll("*/", "*\\/");
}
