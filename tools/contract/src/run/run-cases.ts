import type { ContractCase } from "../case/contract-case.ts";
import type { Regression } from "../case/regression.ts";
import { selectSafeCases } from "../upstream/select-safe-cases.ts";
import type { Upstream } from "../upstream/upstream.ts";
import type { RunContext } from "./run-call.ts";
import { runCase } from "./run-case.ts";
import type { CaseResult } from "./verdict.ts";

/** A server that gave no answer so often in a row will give none to the rest either. */
const mostSilences = 3;

/** Runs cases one after the other, in their order, so that two runs ask the same of a server in the same way. */
export async function runCases(
  context: RunContext,
  cases: readonly ContractCase[],
  options: { readonly upstream?: Upstream; readonly onProgress: (text: string) => void },
): Promise<{ readonly results: readonly CaseResult[]; readonly found: readonly Regression[] }> {
  const { upstream } = options;
  const spared = upstream === undefined ? [] : selectSafeCases(cases, context.api, upstream.isUnsafe).skipped;
  const skipped = new Map(spared.map(({ id, reason }) => [id, reason]));
  const results: CaseResult[] = [];
  const found: Regression[] = [];
  let silences = 0;
  for (const one of cases) {
    options.onProgress(`case ${results.length + 1} of ${cases.length}`);
    const isSilent = upstream !== undefined && silences >= mostSilences;
    const reason = isSilent
      ? `the server gave no answer ${mostSilences} times in a row`
      : skipped.get(one.id);
    if (reason !== undefined) {
      results.push(skip(one, reason));
      continue;
    }
    const run = await runCase(context, one);
    silences = run.result.exchange === undefined && hasFailed(run.result) ? silences + 1 : 0;
    // What fails in each case is no find of the fuzzing.
    if (run.counterexample !== undefined && !isKnown(run.result, results)) {
      found.push({
        operation: one.operation,
        isAllowed: one.expect.kind === "answered",
        arguments: run.counterexample,
      });
    }
    results.push(run.result);
  }
  return { results, found };
}

function skip({ id, operation, kind, title, pointer }: ContractCase, reason: string): CaseResult {
  return { id, operation, kind, title, pointer, outcome: "skipped", reason, failures: [] };
}

function hasFailed({ failures }: CaseResult): boolean {
  return failures.some(({ rule }) => rule === "server-failure");
}

function isKnown({ failures: [first] }: CaseResult, results: readonly CaseResult[]): boolean {
  return results.some(({ failures }) =>
    failures.some(({ rule, pointer }) => rule === first?.rule && pointer === first.pointer),
  );
}
