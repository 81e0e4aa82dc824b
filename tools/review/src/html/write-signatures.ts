import { codeHtml, type Html, html, nothing } from "@specmill/spec";
import { type Declarations, findSignatures } from "./find-signatures.ts";
import { mergeKeys } from "./merge-keys.ts";
import { pairLines } from "./pair-lines.ts";
import { writeColumns } from "./write-lines.ts";

/** The declarations of both packages; either is absent where there is no such package. */
export interface SignatureSides {
  readonly base?: Declarations;
  readonly head?: Declarations;
}

/** What a caller's code sees of an operation, old beside new: what changed in full, what did not by name. */
export function writeSignatures(
  { base, head }: SignatureSides,
  operations: { readonly base?: string; readonly head?: string },
): Html {
  const find = (side: Declarations | undefined, operation: string | undefined) =>
    new Map(
      (side === undefined || operation === undefined ? [] : findSignatures(side, operation)).map((one) => [
        one.name,
        one,
      ]),
    );
  const olds = find(base, operations.base);
  const news = find(head, operations.head);
  const names = mergeKeys([...olds.keys()], [...news.keys()]);
  if (names.length === 0) return nothing;
  const changed = names.filter((name) => olds.get(name)?.text !== news.get(name)?.text);
  const same = names.filter((name) => !changed.includes(name));
  const columns = changed.map((name) => {
    const [old, now] = [olds.get(name)?.text, news.get(name)?.text];
    if (olds.size === 0 || news.size === 0) return html`<pre class="declaration">${now ?? old ?? ""}</pre>\n`;
    return writeColumns(pairLines(old ?? "", now ?? ""));
  });
  const kept = same.map((name, index) => html`${index === 0 ? "" : ", "}${codeHtml(name)}`);
  return html`<h5>Generated signatures</h5>
${columns}${same.length === 0 ? nothing : html`<p class="quiet">${same.length} unchanged: ${kept}</p>\n`}`;
}
