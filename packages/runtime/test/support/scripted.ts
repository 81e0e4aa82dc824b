import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { inspect } from "node:util";
import type { CallEvent } from "../../src/call-event.ts";
import { startLoopback } from "./loopback.ts";

/** What the server does with one request: a status with its headers, or whatever a function does. */
export type Step =
  | number
  | { readonly status: number; readonly headers?: { readonly [name: string]: string } }
  | ((response: ServerResponse, request: IncomingMessage) => void);

interface Arrived {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A server that takes one step for each request, and the last one for all that follow; 200 answers `{"a":1}`. */
export async function startScripted(...steps: readonly Step[]) {
  const requests: Arrived[] = [];
  const baseUrl = await startLoopback(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = "", url = "", headers } = request;
    requests.push({ method, url, headers, body: Buffer.concat(chunks).toString("latin1") });
    takeStep(steps[Math.min(requests.length, steps.length) - 1] ?? 200, request, response);
  });
  return { baseUrl, requests };
}

function takeStep(step: Step, request: IncomingMessage, response: ServerResponse): void {
  if (typeof step === "function") {
    step(response, request);
    return;
  }
  const { status, headers = {} } = typeof step === "number" ? { status: step } : step;
  if (status !== 200) {
    response.writeHead(status, headers).end();
    return;
  }
  response.writeHead(200, { "content-type": "application/json", ...headers }).end('{"a":1}');
}

/** Begins an answer of JSON and never ends it; breaks it off where `destroy` says so. */
export function beginAnswer(destroy: boolean): Step {
  return (response, request) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
    response.write('{"a":', () => destroy && request.socket.destroy());
  };
}

/** Never answers. */
export const hang: Step = () => undefined;

/** Breaks the connection off. */
export const reset: Step = (_, request) => {
  request.socket.destroy();
};

/** Everything that a console could show of a value. */
export function show(value: unknown): string {
  return inspect(value, { depth: 20, showHidden: true });
}

/** The events of a kind. */
export function pick<Kind extends CallEvent["kind"]>(events: readonly CallEvent[], kind: Kind) {
  return events.filter((event): event is Extract<CallEvent, { kind: Kind }> => event.kind === kind);
}
