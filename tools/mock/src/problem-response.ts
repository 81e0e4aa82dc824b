import type { MockResponse } from "./message.ts";

/** What kind of fault the mock itself found; the last part of the problem's `type`. */
export type Fault =
  | "body-too-large"
  | "content-encoding"
  | "deadline"
  | "duplicate-parameter"
  | "malformed-accept"
  | "malformed-body"
  | "malformed-content-type"
  | "malformed-path"
  | "malformed-preference"
  | "malformed-request"
  | "method-not-allowed"
  | "mock-fault"
  | "uncompilable-schema"
  | "unknown-api"
  | "unknown-path"
  | "unknown-preference"
  | "unknown-query"
  | "unwritable-response";

/** The fault that every problem of the mock's own names, as a URI that stays the same. */
function problemType(fault: Fault): string {
  return `urn:specmill:mock:${fault}`;
}

/**
 * A problem document as a response (RFC 9457, section 3).
 *
 * @param detail - one sentence for the person who sent the request; holds no header, query or body value
 * @param more - extension members
 */
export function problemResponse(
  status: number,
  fault: Fault,
  title: string,
  detail: string,
  more: Readonly<Record<string, unknown>> = {},
): MockResponse {
  return writeProblem({ type: problemType(fault), title, status, detail, ...more });
}

/** Any problem document, also one that Prism wrote, as a response with its own status. */
export function writeProblem(
  problem: { readonly status: number; readonly [member: string]: unknown },
  headers: Readonly<Record<string, string>> = {},
): MockResponse {
  return {
    status: problem.status,
    headers: { "content-type": "application/problem+json", ...headers },
    body: JSON.stringify(problem),
  };
}
