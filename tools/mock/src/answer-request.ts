import { checkPathStyles } from "./check-path-styles.ts";
import { checkPreferences } from "./check-preferences.ts";
import { allowOrigin, allowPreflight, isPreflight } from "./cors-headers.ts";
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

/** The APIs that a mock serves now, by name. */
export type ServedApis = ReadonlyMap<string, readonly Route[]>;

/**
 * Answers one request: finds the operation, refuses what is malformed before Prism sees it, asks Prism, writes
 * what Prism says. Never rejects: a fault of ours or of Prism's is a 500 that says so.
 */
export async function answerRequest(apis: ServedApis, request: MockRequest): Promise<MockResponse> {
  if (isPreflight(request)) return allowOrigin(request, allowPreflight(request));
  const response = await route(apis, request).catch((error: unknown) =>
    problemResponse(
      500,
      "mock-fault",
      "The mock failed",
      `The mock itself failed over this request (${describeFault(error)}). It goes on serving.`,
    ),
  );
  return allowOrigin(request, response);
}

async function route(apis: ServedApis, request: MockRequest): Promise<MockResponse> {
  const target = parseTarget(request.target);
  if (target.kind === "malformed") {
    return problemResponse(
      400,
      "malformed-path",
      "Malformed path",
      "The path holds a % that starts no escape. A percent sign itself is written %25.",
    );
  }
  const routes = apis.get(target.api);
  if (routes === undefined) return describeApis(apis, request.method, target.api);
  const match = matchOperation(routes, request.method.toLowerCase(), target.segments);
  switch (match.kind) {
    case "matched":
      return callOperation(match, target, request);
    case "other-methods":
      return refuseMethod(match.methods, request.method);
    case "unmatched":
      return refusePath(routes, target, request.method);
  }
}

async function callOperation(
  { operation, parameters }: Extract<Match, { kind: "matched" }>,
  { query }: Extract<TargetResult, { kind: "parsed" }>,
  { headers, body }: MockRequest,
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
    headers: headersForPrism(headers, body),
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

/**
 * Prism looks at a body's media type where `content-length` says that there is a body, and nowhere else; it reads
 * `accept` in a way of its own where it finds one.
 */
function headersForPrism(
  { accept: _read, ...headers }: MockRequest["headers"],
  body: Uint8Array,
): MockRequest["headers"] {
  return { ...headers, "content-length": String(body.byteLength) };
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
  { api, segments }: Extract<TargetResult, { kind: "parsed" }>,
  method: string,
): MockResponse {
  const operations = routes.map(({ operation }) => operation);
  const nearest = nearestOperation(operations, method.toLowerCase(), segments);
  const asked = `${method} /${api}/${segments.join("/")}`;
  const hint =
    nearest === undefined
      ? "The document has no operations."
      : `The nearest is ${nearest.method.toUpperCase()} /${api}${nearest.path}. What a server's URL has before the path is left out here.`;
  return problemResponse(404, "unknown-path", "Unknown path", `The document has no ${asked}. ${hint}`);
}

function describeApis(apis: ServedApis, method: string, asked: string): MockResponse {
  const prefixes = [...apis.keys()].map((name) => `/${encodeURIComponent(name)}`);
  if (asked === "" && (method === "GET" || method === "HEAD")) {
    const index = { apis: [...apis.keys()].map((api, at) => ({ api, path: prefixes[at] })) };
    return { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(index) };
  }
  const detail = `The mock serves no API at /${asked}. It serves ${prefixes.join(", ")}.`;
  return problemResponse(404, "unknown-api", "Unknown API", detail, { apis: prefixes });
}
