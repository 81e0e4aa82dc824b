import type { JsonObject } from "@specmill/spec";
import type { ContractCase } from "../case/contract-case.ts";
import { isOfShard } from "../case/shard.ts";
import { listClientFaults } from "../client/list-client-faults.ts";
import { runClientFaults } from "../client/run-client-faults.ts";
import type { ObserveCase } from "../obligation/observe-case.ts";
import type { ApiReport, Shard } from "../report/report.ts";
import type { RunContext } from "../run/run-call.ts";
import type { CaseResult } from "../run/verdict.ts";
import { listMutants } from "./list-mutants.ts";
import { runMutants } from "./run-mutants.ts";

/** A run of the document as it is, against which one with a fault is held. */
export interface Baseline {
  readonly document: JsonObject;
  readonly context: RunContext;
  readonly observe: ObserveCase;
  /** Ids of the obligations that the run met. */
  readonly met: ReadonlySet<string>;
  readonly cases: readonly ContractCase[];
  readonly results: readonly CaseResult[];
  /** The JavaScript of the generated client. */
  readonly client?: string;
}

/** Puts faults into the document that the mock serves, and into the client, and looks whether the cases notice. */
export async function tryMutants(
  { document, context, observe, met, cases, results, client }: Baseline,
  { shard, onProgress }: { readonly shard?: Shard; readonly onProgress: (text: string) => void },
  { hasTime }: { readonly hasTime: () => boolean },
): Promise<Pick<ApiReport, "mutation" | "clientFaults">> {
  const { api, oracle } = context;
  const byId = new Map(results.map((result) => [result.id, result]));
  const probes = cases.flatMap((one) => {
    const result = byId.get(one.id);
    const isFixed = one.given.kind !== "fuzz" && result?.outcome === "passed";
    return isFixed && result.exchange !== undefined ? [{ case: one, request: result.exchange.request }] : [];
  });
  const mutants = listMutants(document, api).filter(({ id }) => isOfShard(id, shard));
  const mutation = await runMutants(mutants, {
    api,
    oracle,
    probes,
    met,
    hasTime,
    observe,
    onRun: (done, of) => onProgress(`mutant ${done} of ${of}`),
  });
  if (client === undefined) return { mutation };
  const faults = listClientFaults(client, api).filter(({ id }) => isOfShard(id, shard));
  onProgress(`${faults.length} faults of the client`);
  const passing = cases.filter(({ id }) => byId.get(id)?.outcome === "passed");
  return { mutation, clientFaults: await runClientFaults(faults, context, passing) };
}
