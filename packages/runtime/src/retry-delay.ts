import type { RetryOptions } from "./client-options.ts";
import type { Operation } from "./operation.ts";

/** Whether a status tells of a fault that may pass by itself. */
export function isPassing(status: number): boolean {
  return /^(408|429|50[234])$/.test(`${status}`);
}

/**
 * Whether a call may be sent again: as the caller says, or the document, or where a key marks it as the same one, or
 * its method allows (RFC 9110, section 9.2.2).
 */
export function isRepeatable(operation: Operation, retry: RetryOptions, headers: Headers): boolean {
  return (
    retry.idempotent ??
    operation.idempotent ??
    (headers.has("idempotency-key") || !/^(POST|PATCH)$/.test(operation.method))
  );
}

/**
 * How long to wait before the next attempt.
 *
 * @param attempt - the one that failed, 1 for the first
 * @param response - its answer, where one came: `Retry-After` counts (RFC 9110, section 10.2.3)
 * @returns milliseconds; undefined where there is to be no other attempt
 */
export function retryDelay(
  { attempts = 3, baseDelay = 500, maxDelay = 30_000 }: RetryOptions,
  attempt: number,
  response: Response | undefined,
): number | undefined {
  if (attempt >= attempts) return undefined;
  const asked = response?.headers.get("retry-after") ?? "none";
  const seconds = Number(asked);
  const wanted = Number.isNaN(seconds) ? Date.parse(asked) - Date.now() : seconds * 1000;
  if (Number.isNaN(wanted)) {
    // Half of it at random: clients that failed together do not come back together.
    return Math.min(baseDelay * 2 ** (attempt - 1), maxDelay) * (0.5 + Math.random() / 2);
  }
  return wanted > maxDelay ? undefined : Math.max(wanted, 0);
}
