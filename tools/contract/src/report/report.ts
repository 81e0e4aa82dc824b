import type { Problem } from "@specmill/spec";
import type { ClientFaultResult, MutationScore } from "../mutant/mutant.ts";
import type { Coverage } from "../obligation/obligation.ts";
import type { CaseResult } from "../run/verdict.ts";

/** Everything that a run has to say of one API: plain data, from which every format is written. */
export interface ApiReport {
  readonly api: string;
  readonly title: string;
  /** Path of the root document as a person of the repository knows it. */
  readonly file: string;
  readonly target: "mock" | "upstream";
  readonly verdict: Verdict;
  /** Why the verdict is not `passed`, a sentence each. */
  readonly reasons: readonly string[];
  /** What was changed in the copy of the document that the mock serves. */
  readonly rewrites: readonly Rewrite[];
  readonly operations: readonly ReportedOperation[];
  readonly results: readonly CaseResult[];
  readonly coverage: Coverage;
  readonly mutation?: MutationScore;
  readonly clientFaults?: readonly ClientFaultResult[];
  /** Places that could not be put to the test, and why. */
  readonly notes: readonly Note[];
  readonly problems: readonly Problem[];
  /** Milliseconds; the one thing in which two runs may differ. */
  readonly duration: number;
  /** Which part of the cases this is; absent for all of them. */
  readonly shard?: Shard;
}

export type Verdict = "passed" | "failed" | "not verified";

export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

export interface Rewrite {
  /** Name of the rewrite, such as `dialect`. */
  readonly rule: string;
  readonly pointer: string;
  readonly message: string;
}

export interface Note {
  readonly pointer: string;
  readonly message: string;
}

export interface ReportedOperation {
  readonly id: string;
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  readonly pointer: string;
  /** Keys of its responses, in the order of the document. */
  readonly statuses: readonly string[];
}
