import { codeHtml, detailsHtml, type Html, html, nothing, sentenceHtml, tableHtml } from "@specmill/spec";
import { type JoinedFinding, nameAxes } from "../report/join-axes.ts";
import { chooseOperations } from "./choose-operations.ts";
import { describeApi } from "./describe-api.ts";
import { type EntryPair, nameEntry, sidesOf } from "./entry-pair.ts";
import { pairRows, type RowPair } from "./pair-rows.ts";
import type { Part } from "./part.ts";
import { placeFindings } from "./place-findings.ts";
import { writeMark } from "./write-finding.ts";
import { type DocContext, writeOperation, writeState, writeTitle } from "./write-operation.ts";
import { writeRows } from "./write-rows.ts";

/** Operations that are unfolded from the start. */
const unfolded = 8;
/** From an operation that is but listed, to findings. */
const mostLinks = 2;

/**
 * The documentation of base and head side by side, of all the operations that changed.
 *
 * @param pairs - the operations of both documents
 * @param room - of characters: what has no room is listed
 */
export function writeDocumentation(
  pairs: readonly EntryPair[],
  findings: readonly JoinedFinding[],
  context: DocContext,
  room: number,
): Part {
  const { told, listed, same } = chooseOperations(pairs, findings, context.findingsOf);
  let left = room;
  const written: Html[] = [];
  const dropped: EntryPair[] = [];
  for (const pair of told) {
    if (left <= 0) {
      dropped.push(pair);
      continue;
    }
    const part = writeOperation(pair, context, written.length < unfolded);
    left -= part.markup.length;
    written.push(part);
  }
  const changed = told.length + listed.length;
  const tally = changed === 0 ? "unchanged" : `${changed} changed`;
  const content = [
    writeWhole(findings, context),
    ...written,
    writeListed([...dropped, ...listed], context),
    writeSame(same, context),
  ];
  return { key: "documentation", title: "Documentation, base beside head", tally, content: html`${content}` };
}

/** What concerns the API as a whole, where that changed. */
function writeWhole(findings: readonly JoinedFinding[], { base, head, anchorOfFinding }: DocContext): Html {
  if (base === undefined || head === undefined) return nothing;
  const rows = pairRows(describeApi(base.api), describeApi(head.api));
  const own = findings.filter(({ operations }) => operations.length === 0);
  if (own.length === 0 && !rows.some(isChanged)) return nothing;
  const content = writeRows(rows, {
    findings: placeFindings(rows, own, { base: base.document, head: head.document }),
    anchorOf: anchorOfFinding,
    brief: false,
    single: false,
  });
  return html`<details class="operation" open><summary><h4><span class="mark">~ changed</span> The API as a whole</h4></summary>
<div class="doc">
<div class="row heads" aria-hidden="true"><div class="side base">Base</div><div class="side head">Head</div></div>
${content}</div>
</details>
`;
}

function isChanged(row: RowPair): boolean {
  return row.state !== "same" || row.children.some(isChanged);
}

/** Those that changed as well, for which there is no room. */
function writeListed(
  pairs: readonly EntryPair[],
  { findingsOf, anchorOfFinding, anchorOf }: DocContext,
): Html {
  if (pairs.length === 0) return nothing;
  const rows = pairs.map((pair) => {
    const findings = findingsOf(nameEntry(pair));
    const links = findings
      .slice(0, mostLinks)
      .map(
        (finding) =>
          html`<li><a href="#${anchorOfFinding(finding)}">${writeMark(finding)}</a> ${sentenceHtml(finding.message)} <span class="status">${nameAxes(finding)}</span></li>`,
      );
    const more =
      findings.length > mostLinks ? html`<li>and ${findings.length - mostLinks} more</li>` : nothing;
    return [
      html`<span id="${anchorOf(pair)}">${writeTitle(pair)}</span>`,
      writeState(pair),
      html`<ul class="list">${links}${more}</ul>`,
    ];
  });
  const table = tableHtml("Other operations that changed", ["Operation", "State", "Findings"], rows);
  return detailsHtml(html`${pairs.length} more that changed, without their documentation`, table);
}

function writeSame(pairs: readonly EntryPair[], { anchorOf }: DocContext): Html {
  if (pairs.length === 0) return nothing;
  const items = pairs.map((pair) => {
    const { head } = sidesOf(pair);
    const summary = head?.operation.summary;
    const title = summary === undefined ? codeHtml(nameEntry(pair)) : html`${summary}`;
    return html`<li id="${anchorOf(pair)}">${writeTitle(pair)} <small>${title}</small></li>\n`;
  });
  return detailsHtml(html`${pairs.length} unchanged`, html`<ul class="list">\n${items}</ul>`);
}
