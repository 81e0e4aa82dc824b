import { codeHtml, detailsHtml, type Html, html, nothing, tableHtml } from "@specmill/spec";
import type { ClassCoverage, CoveredObligation, ObligationClass } from "../obligation/obligation.ts";
import { obligationClasses } from "../obligation/obligation-classes.ts";
import type { ApiReport } from "./report.ts";
import { coveragePercent, nameClass } from "./report-figures.ts";
import { formatPlace, type Locate } from "./report-place.ts";
import { count } from "./report-text.ts";

/** What of the document was put to the test, by class; what was not comes first. */
export function writeCoverageHtml({ api, coverage }: ApiReport, locate: Locate): Html {
  const classes = obligationClasses.filter((name) => coverage.classes[name].total > 0);
  if (classes.length === 0) return nothing;
  return html`<h3>Coverage</h3>
<div class="classes">
${classes.map((name) => {
  const obligations = coverage.obligations.filter((obligation) => obligation.class === name);
  return writeClass(name, coverage.classes[name], obligations, (pointer) =>
    formatPlace(locate(api, pointer)),
  );
})}</div>
`;
}

function writeClass(
  name: ObligationClass,
  counts: ClassCoverage,
  obligations: readonly CoveredObligation[],
  placeOf: (pointer: string) => string,
): Html {
  const percent = coveragePercent(counts);
  const uncovered = obligations.filter(({ state }) => state === "uncovered");
  const excluded = obligations.filter(({ state }) => state === "excluded");
  const covered = obligations.filter(({ state }) => state === "covered");
  const mark =
    uncovered.length > 0
      ? html`<span class="open">? ${uncovered.length} open</span>`
      : html`<span class="good">✓</span>`;
  const left = excluded.length > 0 ? `, ${excluded.length} excluded` : "";
  const summary = html`<span class="class">${nameClass(name)}</span>
<span class="bar" aria-hidden="true"><i style="width:${percent ?? 0}%"></i></span>
<span class="percent">${percent === undefined ? "–" : `${percent} %`}</span>
<span class="count">${counts.covered} of ${counts.total - counts.excluded}${left} ${mark}</span>`;
  return detailsHtml(
    summary,
    [
      ...(uncovered.length > 0 ? [writeUncovered(uncovered, placeOf)] : []),
      ...(excluded.length > 0 ? [writeExcluded(excluded)] : []),
      ...(covered.length > 0 ? [writeCovered(covered)] : []),
    ],
    uncovered.length > 0,
  );
}

function writeUncovered(uncovered: readonly CoveredObligation[], placeOf: (pointer: string) => string): Html {
  const rows = uncovered.map(({ pointer, want, operation }) => [
    html`${codeHtml(pointer)}<small>${placeOf(pointer)}</small>`,
    want,
    operation,
  ]);
  return tableHtml("Not covered", ["Pointer", "Must be seen", "Operation"], rows);
}

function writeExcluded(excluded: readonly CoveredObligation[]): Html {
  const rows = excluded.map(({ pointer, want, reason }) => [codeHtml(pointer), want, reason ?? ""]);
  return tableHtml("Excluded", ["Pointer", "Need not be seen", "Reason"], rows);
}

function writeCovered(covered: readonly CoveredObligation[]): Html {
  const items = covered.map(
    ({ pointer, want, operation }) => html`<li>${codeHtml(pointer)} ${want} <small>${operation}</small></li>
`,
  );
  return detailsHtml(
    html`${count(covered.length, "covered obligation")}`,
    html`<ul class="plain">
${items}</ul>`,
  );
}
