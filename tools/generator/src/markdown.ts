/** Text of a document as a cell of a Markdown table or an item of a list: one line that opens no cell and no tag. */
export function toMarkdownLine(text: string | undefined): string {
  return escapeTags(text ?? "")
    .replace(/\s*[\r\n]+\s*/g, " ")
    .replaceAll("|", "\\|")
    .trim();
}

/** Text of a document as Markdown of its own: OpenAPI lets descriptions be Markdown, but no page needs their tags. */
export function toMarkdown(text: string | undefined): string {
  return escapeTags(text ?? "").trim();
}

/** Text as code within a line. */
export function toCode(text: string): string {
  const line = text.replace(/[\r\n]+/g, " ").replaceAll("|", "\\|");
  const runs = line.match(/`+/g);
  if (runs === null) return `\`${line}\``;
  const fence = "`".repeat(Math.max(...runs.map((run) => run.length)) + 1);
  return `${fence} ${line} ${fence}`;
}

/** A Markdown table; empty where it would have no rows. Cells must be Markdown already. */
export function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}

function escapeTags(text: string): string {
  return text.replace(/<(?=[a-z/!?])/gi, "&lt;");
}
