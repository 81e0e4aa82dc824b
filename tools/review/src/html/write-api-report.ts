import { codeHtml, detailsHtml, type Html, html, nothing } from "@specmill/spec";
import { count } from "../report/report-text.ts";
import { mergeKeys } from "./merge-keys.ts";
import { pairLines } from "./pair-lines.ts";
import type { Part } from "./part.ts";
import type { Declaration } from "./read-api-report.ts";
import { writePatch } from "./write-lines.ts";

/** Of the changed declarations, those that are shown, and of these those that are unfolded from the start. */
const mostShown = 150;
const unfolded = 12;
const mostCharacters = 400_000;

/** What the two packages export; either is absent where there is no such package. */
export interface ExportSides {
  readonly base?: readonly Declaration[];
  readonly head?: readonly Declaration[];
}

/** What changed of that which a package exports: each declaration with its lines before and after. */
export function listReportParts({ base, head }: ExportSides): readonly Part[] {
  if (base === undefined && head === undefined) return [];
  const changed = listChanged(base ?? [], head ?? []);
  const whole = base === undefined || head === undefined;
  let room = mostCharacters;
  const shown: Html[] = [];
  for (const pair of changed.slice(0, mostShown)) {
    if (room <= 0) break;
    const part = writeDeclaration(pair, !whole && shown.length < unfolded);
    room -= part.markup.length;
    shown.push(part);
  }
  const rest = changed.slice(shown.length);
  const content =
    changed.length === 0
      ? html`<p>Every exported declaration is what it was.</p>\n`
      : html`${shown}${rest.length === 0 ? nothing : writeRest(rest)}`;
  const tally = changed.length === 0 ? "unchanged" : `${changed.length} changed`;
  return [{ key: "exports", title: "What the package exports", tally, content }];
}

interface DeclarationPair {
  readonly base?: Declaration;
  readonly head?: Declaration;
}

function listChanged(base: readonly Declaration[], head: readonly Declaration[]): readonly DeclarationPair[] {
  const olds = new Map(base.map((declaration) => [declaration.key, declaration]));
  const news = new Map(head.map((declaration) => [declaration.key, declaration]));
  return mergeKeys([...olds.keys()], [...news.keys()]).flatMap((key) => {
    const old = olds.get(key);
    const now = news.get(key);
    return old?.text === now?.text ? [] : [{ ...(old && { base: old }), ...(now && { head: now }) }];
  });
}

function writeDeclaration({ base, head }: DeclarationPair, open: boolean): Html {
  const { name = "", entry = "" } = head ?? base ?? {};
  const state =
    base === undefined
      ? html`<span class="mark won">+ added</span>`
      : head === undefined
        ? html`<span class="mark lost">− removed</span>`
        : html`<span class="mark">~ changed</span>`;
  const pairs = pairLines(base?.text ?? "", head?.text ?? "");
  const patch = writePatch(pairs, base?.line ?? 1, head?.line ?? 1);
  return detailsHtml(html`${state} ${codeHtml(name)} <span class="count">${entry}</span>`, patch, open);
}

function writeRest(rest: readonly DeclarationPair[]): Html {
  const names = rest.map(
    ({ base, head }, index) => html`${index === 0 ? "" : ", "}${codeHtml((head ?? base)?.name ?? "")}`,
  );
  return detailsHtml(
    html`${count(rest.length, "more declaration")}, by name`,
    html`<p class="wide">${names}</p>`,
  );
}
