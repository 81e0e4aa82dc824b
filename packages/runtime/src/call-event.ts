import type { CallSummary } from "./call-summary.ts";

/** One step of a call. None holds a secret; `call` is the same object in every event of a call. */
export type CallEvent =
  | {
      readonly kind: "request";
      readonly call: CallSummary;
      /** 1 for the first. */
      readonly attempt: number;
      /** What the caller gave, sensitive values taken out. */
      readonly body: unknown;
    }
  | {
      readonly kind: "response";
      readonly call: CallSummary;
      readonly attempt: number;
      readonly status: number;
      /** Since the attempt began. */
      readonly milliseconds: number;
    }
  | {
      readonly kind: "retry";
      readonly call: CallSummary;
      /** The attempt that failed. */
      readonly attempt: number;
      readonly reason: number | "network" | "timeout";
      /** Milliseconds until the next. */
      readonly delay: number;
    }
  | {
      readonly kind: "outcome";
      readonly call: CallSummary;
      readonly status: number | string;
      /** Since the call began. */
      readonly milliseconds: number;
    };
