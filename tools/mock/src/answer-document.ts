import { checkPathStyles } from "./check-path-styles.ts";
import { checkPreferences } from "./check-preferences.ts";
import { decodePercent } from "./decode-text.ts";
import { describeFault } from "./describe-fault.ts";
import { isPreferenceMet } from "./is-preference-met.ts";
import { type Match, matchOperation, type Route } from "./match-operation.ts";
import type { MockRequest, MockResponse } from "./message.ts";
import { nearestOperation } from "./nearest-operation.ts";
import { negotiateAccept } from "./negotiate-accept.ts";
import { parseBody } from "./parse-body.ts";
import { parsePreferences } from "./parse-preferences.ts";
import { parseTarget, type TargetResult } from "./parse-target.ts";
import { problemResponse } from "./problem-response.ts";
import { writeAnswer } from "./write-answer.ts";

type Target = Extract<TargetResult, { kind: "parsed" }>;

/**
 * Answers one request to a document: finds the operation, refuses what is malformed, lets the operation answer, writes
 * what it says. Never rejects: a fault of ours or of Prism's is a 500 that says so.
 *
 * @param request - its target starts right below the API's base
 * @param prefix - what stands before the target for whoever sent it
 */
export async function answerDocument(
  routes: readonly Route[],
  request: MockRequest,
  prefix: string,
): Promise<MockResponse> {
  const response = await route(routes, request, prefix).catch((error: unknown) =>
    problemResponse(
      500,
      "mock-fault",
      "The mock failed",
      `The mock itself failed over this request (${describeFault(error)}). It goes on serving.`,
    ),
  );
  return request.method === "HEAD" ? withoutBody(response) : response;
}

/** RFC 9110, section 9.3.2: the headers of a GET, and nothing after them. */
function withoutBody({ status, headers, body = "" }: MockResponse): MockResponse {
  const length = String(Buffer.byteLength(body));
  return { status, headers: { ...headers, "content-length": length }, body: undefined };
}

/** The answer to a `%` in a path that starts no escape. */
export function refuseEncoding(): MockResponse {
  return problemResponse(
    400,
    "malformed-path",
    "Malformed path",
    "The path holds a % that starts no escape. A percent sign itself is written %25.",
  );
}

async function route(routes: readonly Route[], request: MockRequest, prefix: string): Promise<MockResponse> {
  const target = parseTarget(request.target);
  if (target.kind === "malformed") return refuseEncoding();
  const match = matchOperation(routes, request.method.toLowerCase(), target.segments);
  switch (match.kind) {
    case "matched":
      return callOperation(match, target, request);
    case "other-methods":
      return refuseMethod(match.methods, request.method);
    case "unmatched":
      return refusePath(routes, target, request.method, prefix);
  }
}

async function callOperation(
  { operation, parameters }: Extract<Match, { kind: "matched" }>,
  { query }: Target,
  { headers, repeated = [], body }: MockRequest,
): Promise<MockResponse> {
  const misstyled = checkPathStyles(operation, parameters);
  if (misstyled !== undefined) return problemResponse(400, "malformed-path", "Malformed path", misstyled);
  const accept = negotiateAccept(headers["accept"]);
  if (accept.kind === "malformed") {
    const detail = "Accept is not a list of media ranges such as application/json, text/*;q=0.5.";
    return problemResponse(400, "malformed-accept", "Malformed Accept", detail);
  }
  const preferred = parsePreferences(headers["prefer"], query);
  if (preferred.kind === "malformed") {
    return problemResponse(400, "malformed-preference", "Malformed Prefer", preferred.message);
  }
  const missing = checkPreferences(operation, preferred.preferences);
  if (missing !== undefined) return problemResponse(400, "unknown-preference", "Unknown Prefer", missing);
  const content = parseBody(body, headers);
  if (content.kind === "unsupported") {
    return problemResponse(415, content.fault, "Unsupported body", content.message);
  }
  if (content.kind === "malformed") {
    return problemResponse(400, "malformed-body", "Malformed body", content.message);
  }
  const answer = await operation.answer({
    pathParameters: parameters,
    query,
    headers,
    repeated,
    body: content.body,
    accept: accept.ranges,
    preferences: preferred.preferences,
  });
  if (!isPreferenceMet(answer, preferred.preferences)) {
    const detail = "Accept leaves no media type in which the document has what Prefer asks for.";
    return problemResponse(400, "unknown-preference", "Unknown Prefer", detail);
  }
  return writeAnswer(answer);
}

function refuseMethod(methods: readonly string[], method: string): MockResponse {
  const allow = methods.join(", ");
  if (method === "OPTIONS") return { status: 204, headers: { allow }, body: undefined };
  const detail = `The document has no ${method} for this path. It has ${allow}.`;
  const refusal = problemResponse(405, "method-not-allowed", "Method not allowed", detail);
  return { ...refusal, headers: { ...refusal.headers, allow } };
}

function refusePath(
  routes: readonly Route[],
  { segments }: Target,
  method: string,
  prefix: string,
): MockResponse {
  const operations = routes.map(({ operation }) => operation);
  const decoded = segments.map(decodePercent);
  const nearest = nearestOperation(operations, method.toLowerCase(), decoded);
  const asked = `${method} ${prefix}/${decoded.join("/")}`;
  const hint =
    nearest === undefined
      ? "The document has no operations."
      : `The nearest is ${nearest.method.toUpperCase()} ${prefix}${nearest.path}. What a server's URL has before the path is left out here.`;
  return problemResponse(404, "unknown-path", "Unknown path", `The document has no ${asked}. ${hint}`);
}
