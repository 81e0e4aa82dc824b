import type { ClientRequest, IncomingMessage, ServerResponse } from "node:http";
import { type Connector, explainConnection, isStale } from "./proxy-connect.ts";
import {
  dropHopByHop,
  filterHeaders,
  hasHeader,
  pairsOf,
  type RawHeaders,
  replaceHost,
} from "./proxy-headers.ts";
import { type PassedBody, type PassedExchange, recordBody, toExchange } from "./proxy-record.ts";
import { refuse } from "./proxy-refuse.ts";

export interface Forwarding {
  readonly connector: Connector;
  /** How long the server may be silent, in milliseconds. */
  readonly timeout: number;
  /** Is given every exchange that the server has answered to its end, or promised to. */
  readonly onPassed: (exchange: Promise<PassedExchange>) => void;
}

/** One request that is passed on: whoever answers first, the server or the proxy in its stead, ends it. */
interface Passage extends Forwarding {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly target: string;
  readonly sentBody: PassedBody;
  /** Whether the request has no body: it can be sent as often as need be. */
  readonly isEmpty: boolean;
}

const repeatable = new Set(["GET", "HEAD", "OPTIONS"]);

/** Passes a request on byte for byte, and its answer back; each side is read as fast as the other can write. */
export function forward(forwarding: Forwarding, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const target = toOriginForm(incoming.url ?? "/");
  const { upgrade } = incoming.headers;
  // h2c is an offer, which a server is free not to take.
  if (upgrade !== undefined && upgrade.toLowerCase() !== "h2c") {
    refuse(outgoing, 501, `This proxy passes no upgrade to ${upgrade}; HTTP alone.`);
    return;
  }
  const isEmpty = !hasHeader(incoming.rawHeaders, "transfer-encoding") && !hasLength(incoming);
  const passage = { ...forwarding, incoming, outgoing, target, sentBody: recordBody(incoming), isEmpty };
  begin(passage, isEmpty && repeatable.has(incoming.method ?? ""));
}

function begin(passage: Passage, isRepeatable: boolean): void {
  const { connector, timeout, incoming, outgoing, target } = passage;
  let upstream: ClientRequest;
  try {
    upstream = connector.open(
      {
        method: incoming.method ?? "GET",
        path: target === "*" ? target : `${connector.basePath}${target}`,
        headers: writeRequestHeaders(incoming, connector.host),
      },
      isRepeatable,
    );
  } catch {
    refuse(outgoing, 400, "This proxy cannot pass on what was asked: it is not written as HTTP has it.");
    return;
  }
  let isAnswered = false;
  const stop = () => upstream.destroy();
  outgoing.once("close", stop);
  upstream.setTimeout(timeout, () => {
    if (!isAnswered) refuse(outgoing, 504, `${connector.host} has said nothing for ${timeout} milliseconds.`);
    upstream.destroy();
  });
  upstream.on("error", (error) => {
    if (isAnswered || outgoing.destroyed || outgoing.writableEnded) return;
    outgoing.off("close", stop);
    if (isRepeatable && isStale(upstream, error)) begin(passage, false);
    else refuse(outgoing, 502, explainConnection(error, connector.host));
  });
  upstream.on("continue", () => outgoing.writeContinue());
  upstream.on("upgrade", (_response, socket) => {
    socket.destroy();
    refuse(outgoing, 502, `${connector.host} upgrades a connection that nobody asked to upgrade.`);
  });
  upstream.on("response", (response) => {
    isAnswered = true;
    // From here on silence may be that of a client which is slow to read.
    upstream.setTimeout(0);
    answer(passage, response);
  });
  if (!passage.isEmpty) {
    carryBody(incoming, upstream);
    return;
  }
  incoming.resume();
  upstream.end();
}

function answer(
  { incoming, outgoing, target, sentBody, onPassed }: Passage,
  response: IncomingMessage,
): void {
  const { statusCode: status = 0, statusMessage = "", rawHeaders } = response;
  const isOld = incoming.httpVersion === "1.0";
  const headers = dropHopByHop(rawHeaders);
  // HTTP/1.0 has no chunks: the end of the connection is the end of the body.
  const written = isOld ? filterHeaders(headers, (name) => name !== "transfer-encoding") : headers;
  const body = recordBody(response);
  try {
    outgoing.sendDate = false;
    outgoing.writeHead(status, statusMessage, [...written]);
  } catch {
    response.destroy();
    refuse(outgoing, 502, "The server's answer is not written as HTTP has it.");
    return;
  }
  // An answer that broke off must not look whole.
  response.on("error", () => outgoing.destroy());
  response.on("end", () => {
    const request = {
      method: incoming.method ?? "GET",
      target,
      headers: incoming.rawHeaders,
      body: sentBody,
    };
    onPassed(toExchange(request, { status, headers: rawHeaders, body }));
  });
  carryBody(response, outgoing);
}

/** Carries body and trailers. The end is not left to `pipe`, which knows no trailers. */
function carryBody(from: IncomingMessage, to: ClientRequest | ServerResponse): void {
  from.pipe(to, { end: false });
  from.on("end", () => {
    if (to.destroyed || to.writableEnded) return;
    const trailers = pairsOf(from.rawTrailers);
    if (trailers.length > 0) to.addTrailers(trailers.map(([name, value]): [string, string] => [name, value]));
    to.end();
  });
  // What is left of a request that was answered early is read and dropped, so that the connection can go on.
  to.on("close", () => from.resume());
}

function writeRequestHeaders(incoming: IncomingMessage, host: string): RawHeaders {
  const headers = replaceHost(dropHopByHop(incoming.rawHeaders), host);
  const isBare = ["GET", "HEAD", "DELETE", "OPTIONS", "TRACE"].includes(incoming.method ?? "");
  const isFramed = hasHeader(headers, "content-length") || hasHeader(headers, "transfer-encoding");
  // Node would send chunks where the client sent nothing at all.
  return isBare || isFramed ? headers : [...headers, "Content-Length", "0"];
}

function hasLength({ headers }: IncomingMessage): boolean {
  return headers["content-length"] !== undefined && headers["content-length"] !== "0";
}

/** What a client that knows it talks to a proxy asks for (RFC 9112, section 3.2.2), without the part before the path. */
function toOriginForm(url: string): string {
  const path = url.replace(/^https?:\/\/[^/?]*/i, "");
  return path === "*" || path.startsWith("/") ? path : `/${path}`;
}
