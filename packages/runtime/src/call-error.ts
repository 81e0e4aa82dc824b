import type { CallSummary } from "./call-summary.ts";
import type { Outcome } from "./outcome.ts";
import type { Issue } from "./validation-types.ts";

/** Why a call has no data to give. Its message tells method, URL and status, and never a secret. */
export class CallError extends Error {
  override readonly name = "CallError";
  declare readonly operation: string;
  declare readonly method: string;
  declare readonly url: string;
  /** The outcome's status; the number that came where the document does not know it. */
  declare readonly status: number | string;
  /** What is wrong with a body, where a schema refused it. */
  declare readonly issues?: readonly Issue[];
  /** The whole outcome, where `unwrap` threw: not shown when the error is. */
  declare readonly outcome?: Outcome;

  constructor(call: CallSummary, status: number | string, reason = "", options: CallErrorOptions = {}) {
    super(`${call.method} ${call.url}: ${status}${reason && `: ${reason}`}`, options);
    const { issues } = options;
    Object.assign(this, call, { status }, issues && { issues });
  }
}

interface CallErrorOptions extends ErrorOptions {
  readonly issues?: readonly Issue[];
}
