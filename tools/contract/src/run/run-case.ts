import type { Operation } from "@specmill/spec";
import type { CallArguments, ContractCase } from "../case/contract-case.ts";
import { type Run, type RunContext, runCall, runRaw } from "./run-call.ts";
import { runFuzz } from "./run-fuzz.ts";
import type { CaseResult } from "./verdict.ts";

export interface CaseRun {
  readonly result: CaseResult;
  /** The smallest call that fuzzing found to fail. */
  readonly counterexample?: CallArguments;
}

/** Puts one case to the test. Never rejects: a target that gives no answer has failed the case. */
export async function runCase(context: RunContext, one: ContractCase): Promise<CaseRun> {
  const { id, operation: name, kind, title, pointer } = one;
  const operation = context.api.operations.find((known) => known.id === name);
  const result = { id, operation: name, kind, title, pointer };
  if (operation === undefined) throw new Error(`The case ${id} is of no operation of the document.`);
  const run = await runGiven(context, operation, one);
  const outcome = run.failures.length === 0 ? "passed" : "failed";
  return {
    result: {
      ...result,
      outcome,
      failures: run.failures,
      ...(run.exchange === undefined ? {} : { exchange: run.exchange }),
    },
    ...(run.counterexample === undefined ? {} : { counterexample: run.counterexample }),
  };
}

async function runGiven(context: RunContext, operation: Operation, one: ContractCase): Promise<Run> {
  const { given } = one;
  switch (given.kind) {
    case "call":
      return runCall(context, operation, one, given);
    case "raw":
      return runRaw(context, operation, one, given.request);
    case "fuzz":
      return runFuzz(context, operation, one, given);
  }
}
