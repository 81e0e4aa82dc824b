import type { CaseKind } from "../case/contract-case.ts";
import type { Exchange } from "../wire/exchange.ts";

/** Who has to mend what a case has found. */
export type Blame = "client" | "spec" | "mock" | "upstream";

/** What a verifier has found wrong; `explainFailure` has words for each. */
export type ContractRule =
  /** What the client sent is not what it was given. */
  | "wire-mismatch"
  /** The client made no request, or read the answer as something else than the document says. */
  | "client-outcome"
  /** An example of the document is not what its schema says. */
  | "invalid-example"
  | "valid-request-refused"
  | "invalid-request-accepted"
  /** It was refused, but for another reason than the one meant. */
  | "refused-otherwise"
  | "undocumented-status"
  | "undocumented-media-type"
  | "response-schema"
  | "response-header"
  | "other-response"
  /** The server failed over a request: a 5xx that the document does not have, no answer, a crash. */
  | "server-failure";

export interface Failure {
  readonly rule: ContractRule;
  readonly blame: Blame;
  /** In one sentence; holds no credential. */
  readonly message: string;
  /** What of the document is concerned, as a JSON pointer. */
  readonly pointer: string;
}

/** What became of a case. */
export interface CaseResult {
  readonly id: string;
  readonly operation: string;
  readonly kind: CaseKind;
  readonly title: string;
  readonly pointer: string;
  readonly outcome: "passed" | "failed" | "skipped";
  /** Why it was not run. */
  readonly reason?: string;
  readonly failures: readonly Failure[];
  /** What went over the wire, as it was sent; absent where nothing was. */
  readonly exchange?: Exchange;
}
