import { codeHtml, detailsHtml, type Html, html, nothing, sentenceHtml, tableHtml } from "@specmill/spec";
import { hasValues } from "../report/describe-values.ts";
import { type JoinedFinding, nameAxes } from "../report/join-axes.ts";
import { count, formatPlace } from "../report/report-text.ts";
import type { SortedFindings } from "../report/sort-findings.ts";
import type { Part } from "./part.ts";
import {
  describeExcuse,
  type FindingContext,
  writeFindingCard,
  writeMark,
  writeOperations,
} from "./write-finding.ts";

/** Of the cards, those that are unfolded from the start. */
const unfolded = 6;
/** What goes beyond is told in a table. */
const mostCards = 250;
/** A longer one is folded. */
const longestTable = 15;

/** All the findings of an API: those that stop the merge in full, the others in tables. */
export function listFindingParts(sorted: SortedFindings, context: FindingContext): readonly Part[] {
  const { gating, excused, suspected, compatible, notes, documentation } = sorted;
  const tables: readonly FindingTable[] = [
    ["excused", "Excused", "Breaking, and may be merged all the same", excused],
    [
      "suspected",
      "Suspected",
      "What looks like an equivalent refactor: nothing but one check calls it breaking",
      suspected,
    ],
    ["compatible", "Compatible", "Changes for which callers need not do anything", compatible],
    ["notes", "Notes", "Changes of no consequence for callers", notes],
    ["texts", "Texts", "Changes of descriptions and examples alone", documentation],
  ];
  const breaking = {
    key: "breaking",
    title: "Breaking",
    tally: String(gating.length),
    content: writeBreaking(gating, context),
  };
  return [
    ...(gating.length === 0 ? [] : [breaking]),
    ...tables.filter(([, , , { length }]) => length > 0).map((table) => writePart(table, context)),
  ];
}

type FindingTable = readonly [
  key: string,
  title: string,
  caption: string,
  findings: readonly JoinedFinding[],
];

function writePart([key, title, caption, findings]: FindingTable, context: FindingContext): Part {
  const table = writeTable(caption, findings, context);
  const folded = findings.length > longestTable || key === "notes" || key === "texts";
  const content = folded ? detailsHtml(html`${count(findings.length, "change")}`, table) : table;
  return { key, title, tally: String(findings.length), content };
}

function writeBreaking(gating: readonly JoinedFinding[], context: FindingContext): Html {
  const cards = gating
    .slice(0, mostCards)
    .map((finding, index) => writeFindingCard(finding, context, index < unfolded));
  const rest = gating.slice(mostCards);
  return html`${cards}${rest.length === 0 ? nothing : writeTable("More breaking changes", rest, context)}`;
}

function writeTable(caption: string, findings: readonly JoinedFinding[], context: FindingContext): Html {
  const rows = findings.map((finding) => {
    const { message, place, rule, operations, excuse, fingerprint, impact, status } = finding;
    const isApprovable = impact === "breaking" && status !== "suspected";
    const known = isApprovable ? html` · ${codeHtml(fingerprint)}` : nothing;
    return [
      html`<span id="${context.anchorOf(finding)}">${sentenceHtml(message)}</span>${writeChange(finding)}<small>${codeHtml(rule)}${known}</small>${excuse === undefined ? nothing : html`<small>${writeMark(finding)} ${describeExcuse(excuse)}</small>`}`,
      nameAxes(finding),
      rule === "redocly-diff" && operations.length === 0 ? "–" : writeOperations(operations, context),
      codeHtml(formatPlace(place)),
    ];
  });
  return tableHtml(caption, ["Change", "Axis", "Operations", "Where"], rows);
}

const longest = 200;

function writeChange(finding: JoinedFinding): Html {
  if (!hasValues(finding)) return nothing;
  const show = (value: JoinedFinding["before"]) => {
    const text = value === undefined ? "nothing" : JSON.stringify(value);
    const short = text.length <= longest ? text : `${text.slice(0, longest)}…`;
    return value === undefined ? html`${short}` : codeHtml(short);
  };
  return html`<small>${show(finding.before)} → ${show(finding.after)}</small>`;
}
