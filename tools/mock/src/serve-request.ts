import type { IncomingMessage, ServerResponse } from "node:http";
import type { MockRequest, MockResponse } from "./message.ts";
import { pathOf } from "./parse-target.ts";
import { problemResponse } from "./problem-response.ts";
import { readBody } from "./read-body.ts";

export interface Limits {
  /** Bytes of a body. */
  readonly body: number;
  /** Milliseconds from a request's headers to its answer. */
  readonly deadline: number;
}

/** One request that has got its answer; without its query, where secrets travel. */
export interface Answered {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/**
 * Carries one request from Node to `answer` and its response back, within the limits.
 *
 * @returns what was answered, or undefined where the client has hung up
 */
export async function serveRequest(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: MockRequest) => Promise<MockResponse>,
  limits: Limits,
): Promise<Answered | undefined> {
  // A client that resets its connection is no fault of the mock's.
  response.on("error", () => {});
  const { method = "GET", url: target = "/" } = request;
  const head = { method, target, headers: flatten(request), repeated: findRepeated(request) };
  const answered = await withinDeadline(
    makeResponse(request, head, answer, limits.body),
    limits.deadline,
    () => lateResponse(request, limits.deadline),
  );
  if (answered === undefined || response.destroyed) return undefined;
  send(response, answered);
  return { method, path: pathOf(target), status: answered.status };
}

async function makeResponse(
  request: IncomingMessage,
  head: Omit<MockRequest, "body">,
  answer: (request: MockRequest) => Promise<MockResponse>,
  limit: number,
): Promise<MockResponse | undefined> {
  const read = await readBody(request, limit);
  switch (read.kind) {
    case "read":
      return answer({ ...head, body: read.body });
    case "too-large":
      return problemResponse(
        413,
        "body-too-large",
        "Body too large",
        `The mock takes bodies of at most ${limit} bytes.`,
      );
    case "hung-up":
      return undefined;
  }
}

function withinDeadline(
  made: Promise<MockResponse | undefined>,
  milliseconds: number,
  late: () => MockResponse,
): Promise<MockResponse | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(late()), milliseconds);
    const settle = (response: MockResponse | undefined) => {
      clearTimeout(timer);
      resolve(response);
    };
    made.then(settle, reject);
  });
}

/** Whose fault it is that there is no answer yet shows in whether the request is all there. */
function lateResponse({ complete }: IncomingMessage, milliseconds: number): MockResponse {
  return complete
    ? problemResponse(503, "deadline", "No answer", `The mock has no answer after ${milliseconds} ms.`)
    : problemResponse(408, "deadline", "Request too slow", `The body is not there after ${milliseconds} ms.`);
}

function send(response: ServerResponse, { status, headers, body }: MockResponse): void {
  const hasContent = body !== undefined && status !== 204 && status !== 304;
  response.writeHead(status, {
    ...headers,
    ...(status === 204 || status === 304
      ? {}
      : { "content-length": headers["content-length"] ?? String(Buffer.byteLength(body ?? "")) }),
    // Nobody waits any longer for the rest of the body.
    ...(status === 408 ? { connection: "close" } : {}),
  });
  response.end(hasContent ? body : undefined);
}

/** Node keeps `Set-Cookie` alone as a list, which no request has. */
function flatten({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = typeof value === "string" ? value : value.join(", ");
  }
  return flat;
}

function findRepeated({ headersDistinct }: IncomingMessage): readonly string[] {
  return Object.entries(headersDistinct).flatMap(([name, values = []]) => (values.length > 1 ? [name] : []));
}
