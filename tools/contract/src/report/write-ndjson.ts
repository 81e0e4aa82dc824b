import type { ClientFaultResult, MutationResult, MutationScore } from "../mutant/mutant.ts";
import type { CoveredObligation } from "../obligation/obligation.ts";
import type { CaseResult } from "../run/verdict.ts";
import type { ApiReport } from "./report.ts";

/** One line of the ledger that a run leaves, and that the parts of a run are merged from. */
export type LedgerLine =
  | ApiLine
  | ({ readonly type: "case"; readonly api: string } & CaseResult)
  | ({ readonly type: "obligation"; readonly api: string } & CoveredObligation)
  | ({ readonly type: "mutant"; readonly api: string } & MutationResult)
  | ({ readonly type: "client-fault"; readonly api: string } & ClientFaultResult);

/** What a report says besides its lists, and how long they are, so that a torn ledger is noticed. */
export interface ApiLine extends Omit<ApiReport, "results" | "coverage" | "mutation" | "clientFaults"> {
  readonly type: "api";
  readonly coverage: ApiReport["coverage"]["classes"];
  readonly mutation?: Omit<MutationScore, "results">;
  readonly lines: {
    readonly case: number;
    readonly obligation: number;
    readonly mutant?: number;
    readonly "client-fault"?: number;
  };
}

/** Reports as lines of JSON: of each, what it says of the API, then its cases, obligations, mutants and client faults. */
export function writeNdjson(reports: readonly ApiReport[]): string {
  return reports
    .flatMap(listLines)
    .map((line) => `${JSON.stringify(line)}\n`)
    .join("");
}

function listLines({
  results,
  coverage,
  mutation,
  clientFaults,
  ...report
}: ApiReport): readonly LedgerLine[] {
  const { api } = report;
  const head: ApiLine = {
    type: "api",
    ...report,
    coverage: coverage.classes,
    ...(mutation === undefined ? {} : { mutation: scoreOf(mutation) }),
    lines: {
      case: results.length,
      obligation: coverage.obligations.length,
      ...(mutation === undefined ? {} : { mutant: mutation.results.length }),
      ...(clientFaults === undefined ? {} : { "client-fault": clientFaults.length }),
    },
  };
  return [
    head,
    ...results.map((result) => ({ type: "case" as const, api, ...result })),
    ...coverage.obligations.map((obligation) => ({ type: "obligation" as const, api, ...obligation })),
    ...(mutation?.results ?? []).map((mutant) => ({ type: "mutant" as const, api, ...mutant })),
    ...(clientFaults ?? []).map((fault) => ({ type: "client-fault" as const, api, ...fault })),
  ];
}

function scoreOf({ results: _, ...score }: MutationScore): Omit<MutationScore, "results"> {
  return score;
}
