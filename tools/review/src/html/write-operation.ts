import { codeHtml, type Html, html, nothing } from "@specmill/spec";
import type { JoinedFinding } from "../report/join-axes.ts";
import { describeOperation } from "./describe-operation.ts";
import type { DocRow } from "./doc-row.ts";
import { type EntryPair, nameEntry, sidesOf } from "./entry-pair.ts";
import type { DocSide, Entry } from "./list-entries.ts";
import { pairRows, type RowPair } from "./pair-rows.ts";
import { placeFindings } from "./place-findings.ts";
import { writeMark } from "./write-finding.ts";
import { type RowStyle, writeRows } from "./write-rows.ts";
import { type SignatureSides, writeSignatures } from "./write-signatures.ts";

/** What is the same for all the operations of an API. */
export interface DocContext {
  readonly base?: DocSide;
  readonly head?: DocSide;
  readonly signatures: SignatureSides;
  readonly findingsOf: (name: string) => readonly JoinedFinding[];
  readonly anchorOfFinding: (finding: JoinedFinding) => string;
  readonly anchorOf: (pair: EntryPair) => string;
}

/** Of an operation of more rows, what did not change is but named. */
const mostRows = 250;

/** The documentation of an operation that changed, came or went. */
export function writeOperation(pair: EntryPair, context: DocContext, open: boolean): Html {
  const { base, head } = sidesOf(pair);
  const rows = pairRows(describe(base, context.base), describe(head, context.head));
  const findings = context.findingsOf(nameEntry(pair));
  const documents = {
    ...(context.base && { base: context.base.document }),
    ...(context.head && { head: context.head.document }),
  };
  const single = base === undefined || head === undefined;
  const style: RowStyle = {
    findings: placeFindings(rows, findings, documents),
    anchorOf: context.anchorOfFinding,
    brief: countRows(rows) > mostRows,
    single,
  };
  const signatures = writeSignatures(context.signatures, {
    ...(base && { base: base.operation.id }),
    ...(head && { head: head.operation.id }),
  });
  const content = writeRows(rows, style);
  const tag = open ? html`<details class="operation" open>` : html`<details class="operation">`;
  return html`${tag}<summary><h4>${writeState(pair)} ${writeTitle(pair)}</h4>${countFindings(findings)}</summary>
<div class="doc${single ? " single" : ""}" id="${context.anchorOf(pair)}">
${single ? nothing : html`<div class="row heads" aria-hidden="true"><div class="side base">Base</div><div class="side head">Head</div></div>\n`}${content}${signatures}</div>
</details>
`;
}

function countRows(rows: readonly RowPair[]): number {
  return rows.reduce((sum, { children }) => sum + 1 + countRows(children), 0);
}

function describe(entry: Entry | undefined, side: DocSide | undefined): readonly DocRow[] {
  if (entry === undefined || side === undefined) return [];
  return describeOperation(entry.operation, side.document, entry.origin !== undefined);
}

/** What a reader knows an operation by: its method and its path, and the old path where it moved. */
export function writeTitle(pair: EntryPair): Html {
  const { base, head } = sidesOf(pair);
  const only = head ?? base;
  if (only === undefined) return nothing;
  const { operation, origin } = only;
  const moved = base !== undefined && head !== undefined && base.operation.path !== head.operation.path;
  const before = moved ? html` <span class="count">was ${codeHtml(base.operation.path)}</span>` : nothing;
  const kind = origin === undefined ? nothing : html` <span class="count">${origin}</span>`;
  return html`<span class="method">${operation.method.toUpperCase()}</span> ${codeHtml(operation.path)}${before}${kind}`;
}

export function writeState({ state }: EntryPair): Html {
  switch (state) {
    case "added":
      return html`<span class="mark won">+ added</span>`;
    case "removed":
      return html`<span class="mark lost">− removed</span>`;
    case "changed":
      return html`<span class="mark">~ changed</span>`;
    case "same":
      return html`<span class="mark">= unchanged</span>`;
  }
}

function countFindings(findings: readonly JoinedFinding[]): Html {
  const marks = findings.map(writeMark);
  const counts = new Map<string, number>();
  for (const { markup } of marks) counts.set(markup, (counts.get(markup) ?? 0) + 1);
  return html`<span class="marks">${[...counts].map(([markup, many]) => html`${{ markup }}<span class="times"> × ${many}</span> `)}</span>`;
}
