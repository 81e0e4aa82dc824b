import type { Oracle } from "@specmill/oracle";
import { type Api, followPointer, type Operation } from "@specmill/spec";
import type { ContractCase } from "../case/contract-case.ts";
import { hashText } from "../case/hash-text.ts";
import type { ObserveCase } from "../obligation/observe-case.ts";
import { serveChanged } from "../run/create-mock-target.ts";
import { judgeExchange } from "../run/judge-exchange.ts";
import type { Exchange, Target, WireRequest } from "../wire/exchange.ts";
import type { Mutant, MutationResult, MutationScore } from "./mutant.ts";

/** A case, and the request that it makes of the document as it is. */
interface Probe {
  readonly case: ContractCase;
  readonly request: WireRequest;
}

export interface MutantContext {
  readonly api: Api;
  readonly oracle: Oracle;
  readonly probes: readonly Probe[];
  /** What one exchange shows of the document, as coverage counts it. */
  readonly observe: ObserveCase;
  /** What all probes together show of the document as it is. */
  readonly met: ReadonlySet<string>;
  /** Whether there is time for one more. */
  readonly hasTime: () => boolean;
  readonly onRun: (done: number, of: number) => void;
}

/**
 * Serves each mutant in the place of the document and looks whether a case notices. Those that matter and are compatible
 * are run alike; the score counts the breaking ones. Where time runs out, what was run is a sample that the ids alone
 * choose.
 */
export async function runMutants(mutants: readonly Mutant[], context: MutantContext): Promise<MutationScore> {
  const kills = new Map<string, number>();
  const states = new Map<string, Pick<MutationResult, "state" | "killer">>();
  const queue = mutants.filter(({ effect }) => effect !== "equivalent").sort(byEffectAndHash);
  for (const mutant of queue) {
    if (!context.hasTime()) break;
    const killer = await findKiller(mutant, context, kills);
    if (killer !== undefined) kills.set(killer, (kills.get(killer) ?? 0) + 1);
    states.set(mutant.id, killer === undefined ? { state: "survived" } : { state: "killed", killer });
    context.onRun(states.size, queue.length);
  }
  return scoreOf(mutants, states);
}

/** The breaking ones first, each in an order that has nothing to do with where it stands in the document. */
function byEffectAndHash(a: Mutant, b: Mutant): number {
  const rank = ({ effect }: Mutant) => (effect === "breaking" ? 0 : 1);
  return rank(a) - rank(b) || hashText(a.id) - hashText(b.id) || (a.id < b.id ? -1 : 1);
}

function scoreOf(
  mutants: readonly Mutant[],
  states: ReadonlyMap<string, Pick<MutationResult, "state" | "killer">>,
): MutationScore {
  const results = mutants.map(({ id, operator, pointer, change, effect, because }): MutationResult => {
    return { id, operator, pointer, change, effect, because, ...(states.get(id) ?? { state: "skipped" }) };
  });
  const breaking = results.filter(({ effect }) => effect === "breaking");
  const operators = [...new Set(mutants.map(({ operator }) => operator))].sort();
  const count = (wanted: MutationResult["state"]) => breaking.filter(({ state }) => state === wanted).length;
  return {
    killed: count("killed"),
    breaking: breaking.length,
    skipped: count("skipped"),
    operators: Object.fromEntries(
      operators.map((name) => [name, mutants.filter(({ operator }) => operator === name).length]),
    ),
    results,
  };
}

/** @returns the id of the case that notices, or what else does */
async function findKiller(
  mutant: Mutant,
  context: MutantContext,
  kills: ReadonlyMap<string, number>,
): Promise<string | undefined> {
  const served = await serveChanged(mutant.apply());
  if (served.kind === "refused") return "the mock's own check of the document";
  const probes = orderProbes(mutant, context, kills);
  const seen = new Set<string>();
  for (const { case: one, request } of probes) {
    const operation = context.api.operations.find(({ id }) => id === one.operation);
    if (operation === undefined) continue;
    const response = await answerOf(served.target, request);
    if (response === undefined) return one.id;
    const judging = { oracle: context.oracle, operation, answerer: "mock" } as const;
    if (judgeExchange(judging, one, response).length > 0) return one.id;
    for (const id of context.observe(one.kind, { request, response })) seen.add(id);
  }
  // What was seen of these operations before and is not any more.
  const concerned = new Set(mutant.operations);
  const lost = [...context.met].some((id) => concerned.has(id.split(" ")[0] ?? "") && !seen.has(id));
  return lost ? "coverage" : undefined;
}

async function answerOf(target: Target, request: WireRequest): Promise<Exchange["response"] | undefined> {
  try {
    return await target.send(request);
  } catch {
    return undefined;
  }
}

/** The likeliest to notice first: those about the same place, then those that noticed most. */
function orderProbes(
  { pointer, operations }: Mutant,
  { probes, oracle }: MutantContext,
  kills: ReadonlyMap<string, number>,
): readonly Probe[] {
  const place = followPointer(oracle.document, pointer).split("/");
  const nearness = (other: string) => {
    const steps = other.split("/");
    const differs = steps.findIndex((step, index) => step !== place[index]);
    return differs === -1 ? steps.length : differs;
  };
  const concerned = new Set<Operation["id"]>(operations);
  return probes
    .filter(({ case: one }) => concerned.has(one.operation))
    .map((probe) => ({
      probe,
      near: nearness(probe.case.pointer),
      kills: kills.get(probe.case.id) ?? 0,
    }))
    .sort((a, b) => b.near - a.near || b.kills - a.kills)
    .map(({ probe }) => probe);
}
