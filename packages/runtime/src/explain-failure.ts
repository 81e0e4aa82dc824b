import { CallError } from "./call-error.ts";
import type { CallSummary } from "./call-summary.ts";
import { hidden } from "./redact.ts";

/** How far a call has got. */
export interface Progress {
  /** How often something was sent. */
  sent: number;
  /** Texts that must not be shown. */
  secrets: readonly string[];
}

/**
 * The error of a call that failed, whatever was thrown. Where the call had secrets, its cause is a copy with the name,
 * the code and the cleaned message of what was thrown, for anything else there may hold one.
 *
 * @param aborted - whether the caller's signal is
 */
export function explainFailure(
  call: CallSummary,
  thrown: unknown,
  { sent, secrets }: Progress = { sent: 0, secrets: [] },
  aborted = false,
): CallError {
  // The error of another call, such as one that gets a token, says nothing of how this one ended.
  if (thrown instanceof CallError && thrown.status === "invalid-request") return thrown;
  const clean = (text: string) =>
    secrets.reduce((cleaned, secret) => cleaned.replaceAll(secret, hidden), text);
  let reason = typeof thrown === "string" ? thrown : "";
  // What undici throws says why in its cause; ten are enough for a chain that goes in circles.
  const copy = (link: unknown, left: number): Error | undefined => {
    if (!(link instanceof Error) || left === 0) return undefined;
    reason = link.message || reason;
    const { name, code, message } = link as Error & { code?: unknown };
    return Object.assign(new Error(clean(message), { cause: copy(link.cause, left - 1) }), { name, code });
  };
  const copied = copy(thrown, 10);
  const late = copied?.name === "TimeoutError";
  const status = late ? "timeout" : aborted ? "aborted" : sent ? "network" : "invalid-request";
  return new CallError(call, status, clean(reason), { cause: secrets.length > 0 ? copied : thrown });
}
