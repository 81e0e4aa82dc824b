import { breakable, codeHtml, type Html, html, nothing } from "@specmill/spec";
import { Marked, type MarkedToken, type Token, type Tokens } from "marked";
import { markWords, type WordSet, withoutMarks } from "./word-marks.ts";

const reader = new Marked({ gfm: true });
const longest = 10_000;
/** What no reader of Markdown could take for anything but words, as are most descriptions. */
const plain = /^(?!www)[A-Za-z][A-Za-z0-9]*(?:(?:[ ,;'()?-]|\.(?= |$))(?!www)[A-Za-z0-9]*)*$/;

/**
 * The description of something, which OpenAPI has be CommonMark, as markup. Whatever of it is markup already is shown
 * as the text it is; links lead to the web or to a mailbox or nowhere; images are named instead of loaded.
 *
 * @param changed - the words to emphasize, with how
 */
export function writeMarkdown(markdown: string, changed?: WordSet): Html {
  if (changed === undefined && markdown.length <= longest && plain.test(markdown))
    return html`<p>${breakable(markdown)}</p>\n`;
  const source = withoutMarks(markdown);
  if (!isReadable(source)) return html`<p class="plain-text">${source.slice(0, longest)}</p>`;
  const marked = changed === undefined ? source : markWords(source, changed.words);
  return html`${writeTokens(reader.lexer(marked), changed?.tag ?? "ins")}`;
}

/** Whether reading it can neither take long nor nest deeper than the stack. */
function isReadable(source: string): boolean {
  const nests = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){30,}/m;
  if (source.length > longest || nests.test(source)) return false;
  return source.split(/\n\s*\n/).every((paragraph) => (paragraph.match(/[*_~]+/g)?.length ?? 0) <= 300);
}

type Tag = WordSet["tag"];

function writeTokens(tokens: readonly Token[] | undefined, tag: Tag): readonly Html[] {
  return (tokens ?? []).map((token) => (isKnown(token) ? writeToken(token, tag) : writeText(token.raw, tag)));
}

/** The rest would be of an extension of the reader, which has none. */
function isKnown(token: Token): token is MarkedToken {
  return token.type !== "generic";
}

function writeToken(token: MarkedToken, tag: Tag): Html {
  switch (token.type) {
    case "paragraph":
      return html`<p>${writeTokens(token.tokens, tag)}</p>\n`;
    // A heading of the text is none of the page, whose order it would upset.
    case "heading":
      return html`<p><strong>${writeTokens(token.tokens, tag)}</strong></p>\n`;
    case "blockquote":
      return html`<blockquote>${writeTokens(token.tokens, tag)}</blockquote>\n`;
    case "list":
      return writeList(token, tag);
    case "list_item":
      return html`<li>${writeTokens(token.tokens, tag)}</li>\n`;
    case "checkbox":
      return html`${token.checked ? "☑ " : "☐ "}`;
    case "table":
      return writeTable(token, tag);
    case "code":
      return html`<pre>${writeText(token.text, tag)}</pre>\n`;
    case "codespan":
      return html`<code>${writeText(token.text, tag)}</code>`;
    case "strong":
      return html`<strong>${writeTokens(token.tokens, tag)}</strong>`;
    case "em":
      return html`<em>${writeTokens(token.tokens, tag)}</em>`;
    case "del":
      return html`<s>${writeTokens(token.tokens, tag)}</s>`;
    case "link":
      return writeLink(token, tag);
    case "image":
      return html`<span class="image">image: ${writeText(token.text, tag)} ${codeHtml(withoutMarks(token.href))}</span>`;
    case "br":
      return html`<br>`;
    case "hr":
      return html`<hr>\n`;
    case "html":
      return token.block
        ? html`<p class="plain-text">${writeText(token.text, tag)}</p>\n`
        : writeText(token.text, tag);
    case "text":
      return token.tokens === undefined
        ? writeText(decode(token.text), tag)
        : html`${writeTokens(token.tokens, tag)}`;
    case "escape":
      return writeText(token.text, tag);
    case "space":
    case "def":
      return nothing;
  }
}

function writeList({ ordered, start, items }: Tokens.List, tag: Tag): Html {
  const content = items.map((item) => writeToken(item, tag));
  if (!ordered) return html`<ul>\n${content}</ul>\n`;
  return html`<ol start="${start === "" ? 1 : start}">\n${content}</ol>\n`;
}

function writeTable({ header, rows }: Tokens.Table, tag: Tag): Html {
  const head = header.map(({ tokens }) => html`<th scope="col">${writeTokens(tokens, tag)}</th>`);
  const body = rows.map(
    (cells) => html`<tr>${cells.map(({ tokens }) => html`<td>${writeTokens(tokens, tag)}</td>`)}</tr>\n`,
  );
  return html`<table><thead><tr>${head}</tr></thead>\n<tbody>${body}</tbody></table>\n`;
}

function writeLink({ href, tokens }: Tokens.Link, tag: Tag): Html {
  const target = withoutMarks(href);
  const content = writeTokens(tokens, tag);
  if (!/^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(target)) return html`${content}`;
  return html`<a href="${target}" rel="noopener noreferrer">${content}</a>`;
}

function writeText(text: string, tag: Tag): Html {
  const parts = text.split(/\ue000([^\ue001]*)\ue001/);
  return html`${parts.map((part, index) => (index % 2 === 0 ? breakable(part) : writeMarked(part, tag)))}`;
}

function writeMarked(text: string, tag: Tag): Html {
  return tag === "ins" ? html`<ins>${text}</ins>` : html`<del>${text}</del>`;
}

/** The references to characters that people write by hand; any other stays as it is written. */
function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => references[name] ?? "");
}

const references: { readonly [name: string]: string } = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: "\u00a0",
  "#39": "'",
};
