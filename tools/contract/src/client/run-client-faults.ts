import type { ContractCase } from "../case/contract-case.ts";
import type { ClientFaultResult } from "../mutant/mutant.ts";
import type { RunContext } from "../run/run-call.ts";
import { runCase } from "../run/run-case.ts";
import { applyClientFault } from "./apply-client-fault.ts";
import type { ClientFault } from "./list-client-faults.ts";

/** Puts each fault into the client and looks whether a case notices; only calls go through the client. */
export async function runClientFaults(
  faults: readonly ClientFault[],
  context: RunContext,
  cases: readonly ContractCase[],
): Promise<readonly ClientFaultResult[]> {
  const { api, client } = context;
  if (client === undefined) return [];
  const calls = cases.filter(({ given, kind }) => given.kind === "call" && kind !== "dynamic");
  const kills = new Map<string, number>();
  const results: ClientFaultResult[] = [];
  for (const fault of faults) {
    const { id, fault: kind, operation, change } = fault;
    const faulty = { ...context, client: applyClientFault(fault, api, client) };
    const order = calls
      .filter((one) => one.operation === operation)
      .sort((a, b) => (kills.get(b.id) ?? 0) - (kills.get(a.id) ?? 0));
    const killer = await findKiller(faulty, order);
    if (killer !== undefined) kills.set(killer, (kills.get(killer) ?? 0) + 1);
    const state = killer === undefined ? "unnoticed" : "noticed";
    results.push({ id, fault: kind, operation, change, state, ...(killer === undefined ? {} : { killer }) });
  }
  return results;
}

async function findKiller(context: RunContext, cases: readonly ContractCase[]): Promise<string | undefined> {
  for (const one of cases) {
    const { result } = await runCase(context, one);
    if (result.outcome === "failed") return one.id;
  }
  return undefined;
}
