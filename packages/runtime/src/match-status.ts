import type { Operation } from "./operation.ts";

/**
 * The key of the documented response that describes a status: the status itself, its range, or `default`.
 *
 * `default` describes a success only where the document names no success of its own: with a documented 200, an
 * unexpected 201 is news to the caller and not an error body.
 */
export function matchStatus({ responses }: Operation, status: number): string | undefined {
  const range = `${Math.floor(status / 100)}XX`;
  const known = [String(status), range].find((key) => Object.hasOwn(responses, key));
  if (known !== undefined || !Object.hasOwn(responses, "default")) return known;
  const namesSuccess = Object.keys(responses).some((key) => key.startsWith("2"));
  return isSuccess(status) && namesSuccess ? undefined : "default";
}

/** Whether a status tells of success (RFC 9110, section 15.3). */
export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
