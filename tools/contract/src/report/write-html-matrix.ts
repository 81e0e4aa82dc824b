import { codeHtml, type Html, html, tableHtml } from "@specmill/spec";
import type { CaseResult } from "../run/verdict.ts";
import type { ApiReport, ReportedOperation } from "./report.ts";
import { compareText } from "./report-text.ts";

/** The column of answers that the operation does not declare. */
const undeclared = "undeclared";

/** Which answers were seen: operations by statuses, with how many cases passed and failed in each. */
export function writeMatrixHtml({ operations, results }: ApiReport): Html {
  const byOperation = new Map(operations.map((operation) => [operation.id, new Map<string, CaseResult[]>()]));
  const known = new Map(operations.map((operation) => [operation.id, operation]));
  for (const result of results) {
    const operation = known.get(result.operation);
    const cells = byOperation.get(result.operation);
    if (operation === undefined || cells === undefined || result.exchange === undefined) continue;
    const status = findStatus(operation, result.exchange.response.status);
    const seen = cells.get(status) ?? [];
    cells.set(status, seen);
    seen.push(result);
  }
  const statuses = listStatuses(
    operations,
    [...byOperation.values()].some((cells) => cells.has(undeclared)),
  );
  const rows = operations.map((operation) => [
    html`<span class="method">${operation.method}</span> ${operation.id}<small>${codeHtml(operation.path)}</small>`,
    ...statuses.map((status) =>
      writeCell(operation, status, byOperation.get(operation.id)?.get(status) ?? []),
    ),
  ]);
  return html`<h3>Answers</h3>
<div class="scroll" role="region" tabindex="0" aria-label="Answers">${tableHtml("Cases by operation and the status of the answer", ["Operation", ...statuses], rows, "matrix")}</div>
`;
}

/** The declared response that a status falls under. */
function findStatus({ statuses }: ReportedOperation, status: number): string {
  const candidates = [String(status), `${Math.floor(status / 100)}XX`, "default"];
  return candidates.find((candidate) => statuses.includes(candidate)) ?? undeclared;
}

function listStatuses(operations: readonly ReportedOperation[], surprised: boolean): readonly string[] {
  const declared = [...new Set(operations.flatMap(({ statuses }) => statuses))].sort(compareText);
  return surprised ? [...declared, undeclared] : declared;
}

function writeCell(operation: ReportedOperation, status: string, results: readonly CaseResult[]): Html {
  if (status !== undeclared && !operation.statuses.includes(status)) {
    return html`<span class="cell none" title="not declared">–</span>`;
  }
  const failed = results.filter(({ outcome }) => outcome === "failed").length;
  if (failed > 0) return html`<span class="cell bad">✗ ${failed} of ${results.length} failed</span>`;
  if (results.length > 0) return html`<span class="cell good">✓ ${results.length} passed</span>`;
  return status === undeclared
    ? html`<span class="cell none">–</span>`
    : html`<span class="cell open">? never seen</span>`;
}
