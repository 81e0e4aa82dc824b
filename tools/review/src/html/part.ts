import { type Html, html, nothing } from "@specmill/spec";

/** A part of what is told of an API, under a heading of its own. */
export interface Part {
  /** Unlike that of any other part. */
  readonly key: string;
  readonly title: string;
  /** How much there is of it. */
  readonly tally: string;
  readonly content: Html;
}

/** Parts one after the other, with links to them all before the first one. */
export function writeParts(parts: readonly Part[], id: string, api: string): Html {
  const links = parts.map(
    ({ key, title, tally }) => html`<li><a href="#${id}-${key}">${title}</a> ${writeTally(tally)}</li>\n`,
  );
  const contents =
    parts.length < 2
      ? nothing
      : html`<nav aria-label="Parts of ${api}"><ul class="contents">\n${links}</ul></nav>\n`;
  const written = parts.map(
    ({ key, title, tally, content }) =>
      html`<h3 id="${id}-${key}">${title} ${writeTally(tally)}</h3>\n${content}`,
  );
  return html`${contents}${written}`;
}

function writeTally(tally: string | number): Html {
  return html`<span class="tally">${tally}</span>`;
}
