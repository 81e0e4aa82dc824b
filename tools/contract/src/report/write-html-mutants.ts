import { codeHtml, detailsHtml, type Html, html, nothing, tableHtml } from "@specmill/spec";
import type { MutationResult, MutationScore } from "../mutant/mutant.ts";
import type { ApiReport } from "./report.ts";
import { formatClientFaults, formatMutation, listUnnoticed } from "./report-figures.ts";
import { formatPlace, type Locate } from "./report-place.ts";
import { suggestCase } from "./report-suggest-case.ts";
import { compareText, count } from "./report-text.ts";

/** Which changes to the document the cases notice: survivors with what to do, the rest folded by operator. */
export function writeMutantsHtml(
  report: ApiReport,
  survivors: readonly MutationResult[],
  locate: Locate,
): Html {
  const { mutation } = report;
  if (mutation === undefined) return nothing;
  const left = mutation.skipped > 0 ? `, ${mutation.skipped} left out for want of time` : "";
  const score = `${mutation.killed} of ${count(mutation.breaking, "breaking change")} noticed${left}.`;
  return html`<h3>Mutants <span class="tally">${formatMutation(report) ?? ""}</span></h3>
<p>${score}</p>
${survivors.length > 0 ? writeSurvivors(report.api, survivors, locate) : nothing}${listOperators(mutation).map((operator) => writeOperator(operator, mutation))}`;
}

function writeSurvivors(api: string, survivors: readonly MutationResult[], locate: Locate): Html {
  const rows = survivors.map((survivor) => [
    html`${survivor.change}<small>${codeHtml(survivor.operator)}</small>`,
    html`${suggestCase(survivor)}<small>Breaking: ${survivor.because}</small>`,
    html`${codeHtml(formatPlace(locate(api, survivor.pointer)))}<small>${codeHtml(survivor.pointer)}</small>`,
  ]);
  return tableHtml("Breaking changes that no case noticed", ["Change", "Next step", "Where"], rows);
}

function listOperators({ results }: MutationScore): readonly string[] {
  return [...new Set(results.map(({ operator }) => operator))].sort(compareText);
}

function writeOperator(operator: string, { results }: MutationScore): Html {
  const own = results.filter(
    (result) =>
      result.operator === operator && !(result.effect === "breaking" && result.state === "survived"),
  );
  if (own.length === 0) return nothing;
  const rows = own.map((result) => [
    html`${result.change}<small>${codeHtml(result.pointer)}</small>`,
    describeState(result),
  ]);
  const killed = own.filter(({ state }) => state === "killed").length;
  const summary = html`${codeHtml(operator)} <span class="count">${killed} noticed${killed < own.length ? `, ${own.length - killed} not scored` : ""}</span>`;
  return detailsHtml(summary, tableHtml(`Changes by ${operator}`, ["Change", "What became of it"], rows));
}

function describeState({ state, effect, because, killer }: MutationResult): Html {
  switch (state) {
    case "killed":
      return html`Noticed by ${codeHtml(killer ?? "a case")}`;
    case "survived":
      return html`Not breaking (${effect}): ${because}`;
    case "skipped":
      return html`${effect === "breaking" ? "Left out for want of time" : `Not breaking (${effect})`}: ${because}`;
  }
}

/** Which faults of the client the cases notice; those that they do not come first. */
export function writeClientFaultsHtml(report: ApiReport): Html {
  const { clientFaults } = report;
  if (clientFaults === undefined || clientFaults.length === 0) return nothing;
  const unnoticed = listUnnoticed(report);
  const noticed = clientFaults.filter(({ state }) => state === "noticed");
  const columns = ["Change", "Fault", "Operation"];
  const open = unnoticed.map(({ change, fault, operation }) => [change, fault, operation]);
  const done = noticed.map(({ change, fault, operation, killer }) => [
    html`${change}<small>noticed by ${codeHtml(killer ?? "a case")}</small>`,
    fault,
    operation,
  ]);
  return html`<h3>Client faults <span class="tally">${formatClientFaults(report) ?? ""}</span></h3>
${unnoticed.length > 0 ? tableHtml("Faults of the client that no case noticed", columns, open) : nothing}${noticed.length > 0 ? detailsHtml(html`${count(noticed.length, "fault")} noticed`, tableHtml("Faults of the client that were noticed", columns, done)) : nothing}`;
}
