/** Markup that is safe to print: made by `html` alone. */
export interface Html {
  readonly markup: string;
}

export type Printable = string | number | Html | readonly Html[];

/** A template of markup. Whatever is put into it is text and cannot become markup, unless it is markup already. */
export function html(markup: TemplateStringsArray, ...values: readonly Printable[]): Html {
  const printed = markup.map((text, index) => {
    const value = values[index];
    return value === undefined ? text : `${text}${print(value)}`;
  });
  return { markup: printed.join("") };
}

export const nothing: Html = { markup: "" };

/** A pointer, a name and the like: in a monospaced font, and wrapping between its steps where it must. */
export function codeHtml(text: string): Html {
  return html`<code>${breakable(text)}</code>`;
}

/** The same text with places where a line may be broken, where it has to be. */
export function breakable(text: string): Html {
  if (text.length < shortest) return html`${text}`;
  const parts = text.split(/(?<=[/.~_])(?=.)/s);
  return html`${parts.map((part, index) => (index === 0 ? html`${part}` : html`<wbr>${part}`))}`;
}

/** Fits on a line of a telephone. */
const shortest = 24;

/** A sentence in which names stand between backticks; a backtick without a second one is a sign like any other. */
export function sentenceHtml(sentence: string): Html {
  const parts = sentence.split(/`([^`]+)`/);
  return html`${parts.map((part, index) => (index % 2 === 0 ? html`${part}` : codeHtml(part)))}`;
}

/**
 * A table with a caption, whose first column heads its rows. A narrow screen shows it as a list, for which each cell
 * knows its column; the roles keep it a table for those who do not see it.
 *
 * @param kind - a class for the style sheet
 */
export function tableHtml(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly Printable[])[],
  kind?: string,
): Html {
  const named = kind === undefined ? nothing : html` class="${kind}"`;
  const writeCell = (cell: Printable, index: number): Html =>
    index === 0
      ? html`<th scope="row" role="rowheader">${cell}</th>`
      : html`<td role="cell" data-column="${columns[index] ?? ""}"><div>${cell}</div></td>`;
  return html`<table role="table"${named}>
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th scope="col" role="columnheader">${column}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows.map((cells) => html`<tr role="row">${cells.map(writeCell)}</tr>\n`)}</tbody></table>
`;
}

/** Something to unfold. */
export function detailsHtml(summary: Html, content: Html | readonly Html[], open = false): Html {
  const tag = open ? html`<details open>` : html`<details>`;
  return html`${tag}<summary>${summary}</summary>
<div class="folded">${content}</div></details>
`;
}

function print(value: Printable): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return escapeHtml(value);
  return "markup" in value ? value.markup : value.map(({ markup }) => markup).join("");
}

/** What turns text around or cannot be seen shows as `�`: a page must not read as something else than it says. */
function escapeHtml(text: string): string {
  if (harmless.test(text)) return text;
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\t\n]|[\p{Bidi_Control}\p{Cs}\u2028\u2029]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Nearly all text is, and a page has a lot of it. */
const harmless = /^[ !#-%(-;=?-~\n\t]*$/;
