import { codeHtml, type Html, html, nothing } from "@specmill/spec";
import type { JoinedFinding } from "../report/join-axes.ts";
import type { TextOf } from "../report/rule-text.ts";
import { type SortedFindings, sortFindings } from "../report/sort-findings.ts";
import type { ApiReview } from "../review.ts";
import { nameAnchors } from "./anchors.ts";
import { compareEntries } from "./compare-entries.ts";
import { nameEntry } from "./entry-pair.ts";
import { indexDeclarations } from "./find-signatures.ts";
import { readSide } from "./list-entries.ts";
import { type Part, writeParts } from "./part.ts";
import { readApiReport } from "./read-api-report.ts";
import { type ExportSides, listReportParts } from "./write-api-report.ts";
import { listConsumerParts, listLintParts } from "./write-deltas.ts";
import { writeDocumentation } from "./write-documentation.ts";
import { listFindingParts } from "./write-findings.ts";
import { type DocContext, writeTitle } from "./write-operation.ts";

/** Documentation is worth that many characters, also where findings leave no room. */
const leastRoom = 200_000;

/**
 * Everything about one API.
 *
 * @param room - in characters: what is found is told in any case, and documentation as far as it goes
 */
export function writeApi(review: ApiReview, id: string, textOf: TextOf, room: number): Html {
  const { api, documents } = review;
  const sorted = sortFindings(review.findings);
  const findings = listFindings(sorted);
  const base = documents.base && readSide(documents.base);
  const head = documents.head && readSide(documents.head);
  const pairs = compareEntries(base, head);
  const byOperation = groupByOperation(findings);
  const byName = new Map(pairs.toReversed().map((pair) => [nameEntry(pair), pair]));
  const anchors = nameAnchors(findings, id, pairs);
  const exported = readReports(review);
  const context: DocContext = {
    ...(base && { base }),
    ...(head && { head }),
    signatures: {
      ...(exported.base && { base: indexDeclarations(exported.base) }),
      ...(exported.head && { head: indexDeclarations(exported.head) }),
    },
    findingsOf: (name) => byOperation.get(name) ?? [],
    anchorOfFinding: anchors.ofFinding,
    anchorOf: anchors.ofOperation,
  };
  const writeOperation = (name: string): Html => {
    const pair = byName.get(name);
    if (pair === undefined) return codeHtml(name);
    return html`<a href="#${anchors.ofOperation(pair)}">${writeTitle(pair)}</a>`;
  };
  const told = [
    ...listFindingParts(sorted, { api, textOf, anchorOf: anchors.ofFinding, writeOperation }),
    ...listLintParts(review.lint),
    ...listConsumerParts(review.consumers),
  ];
  const exports = listReportParts(exported);
  const rest = room - measure([...told, ...exports]);
  const documentation =
    pairs.length === 0 ? [] : [writeDocumentation(pairs, findings, context, Math.max(rest, leastRoom))];
  return html`<section class="api" id="${id}">
${writeTop(review)}${writeParts([...told, ...documentation, ...exports], id, api)}</section>
`;
}

function readReports({ apiReports: { base, head } }: ApiReview): ExportSides {
  return {
    ...(base !== undefined && { base: readApiReport(base) }),
    ...(head !== undefined && { head: readApiReport(head) }),
  };
}

function measure(parts: readonly Part[]): number {
  return parts.reduce((sum, { content }) => sum + content.markup.length, 0);
}

function writeTop({ api, kind, formerName, file, wire, source, findings }: ApiReview): Html {
  const name =
    kind === "renamed" && formerName !== undefined ? html`, once ${codeHtml(formerName)}` : nothing;
  const none = findings.length === 0 ? html`<p>Nothing was found.</p>\n` : nothing;
  return html`<h2>${api} ${writeBump(wire, "wire")} ${writeBump(source, "client source")}</h2>
<p class="origin">${kind}${name} · ${codeHtml(file)}</p>
${none}`;
}

/** How a version has to move along one axis; red is for what breaks. */
export function writeBump(bump: ApiReview["bump"], axis: string): Html {
  const label = axis === "" ? "" : `${axis}: `;
  switch (bump) {
    case "major":
      return html`<span class="verdict bad">✗ ${label}major</span>`;
    case "minor":
      return html`<span class="verdict open">+ ${label}minor</span>`;
    case "patch":
      return html`<span class="verdict good">✓ ${label}patch</span>`;
    case "none":
      return html`<span class="verdict plain">= ${label}none</span>`;
  }
}

/** The most serious first. */
function listFindings(sorted: SortedFindings): readonly JoinedFinding[] {
  const { gating, excused, suspected, compatible, notes, documentation } = sorted;
  return [...gating, ...excused, ...suspected, ...compatible, ...notes, ...documentation];
}

function groupByOperation(findings: readonly JoinedFinding[]): ReadonlyMap<string, readonly JoinedFinding[]> {
  const groups = new Map<string, JoinedFinding[]>();
  for (const finding of findings) {
    for (const name of finding.operations) {
      const group = groups.get(name) ?? [];
      groups.set(name, group);
      group.push(finding);
    }
  }
  return groups;
}
