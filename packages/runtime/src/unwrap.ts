import { CallError } from "./call-error.ts";
import type { Outcome } from "./outcome.ts";

/**
 * The data of an answer that tells of success.
 *
 * @throws CallError when the call ended otherwise
 */
export function unwrap<Result extends Outcome>(result: Result): Extract<Result, { ok: true }>["data"] {
  if (result.ok) return result.data as Extract<Result, { ok: true }>["data"];
  const error = "error" in result ? result.error : new CallError(result.call, result.response.status);
  throw Object.defineProperty(error, "outcome", { value: result });
}
