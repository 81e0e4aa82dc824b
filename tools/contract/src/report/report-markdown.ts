import { makeVisible, shorten } from "./report-text.ts";

/** Of a cell; what is longer is in the other formats. */
const longestText = 300;

/** A row of a table in Markdown. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}

/** Text that no sign of Markdown or HTML in it can change. */
export function prose(text: string): string {
  return shorten(makeVisible(text), longestText).replace(
    /[\\`*_{}[\]()#+!|<>~@&]/g,
    (sign) => `&#${sign.charCodeAt(0)};`,
  );
}

export function code(text: string): string {
  return `<code>${prose(text)}</code>`;
}
