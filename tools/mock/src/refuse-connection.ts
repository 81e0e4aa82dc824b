import type { Duplex } from "node:stream";
import { problemResponse } from "./problem-response.ts";

/**
 * Answers on a connection on which Node cannot read a request: what was sent is not HTTP, its headers are too
 * long, or it never ends. Then closes it.
 */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, reason, detail } = explain(error.code);
  const { headers, body = "" } = problemResponse(status, "malformed-request", reason, detail);
  const lines = [
    `HTTP/1.1 ${status} ${reason}`,
    ...Object.entries({
      ...headers,
      "access-control-allow-origin": "*",
      "content-length": Buffer.byteLength(body),
      connection: "close",
    }).map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${lines.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}

interface Explanation {
  readonly status: number;
  readonly reason: string;
  readonly detail: string;
}

function explain(code: string | undefined): Explanation {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return {
        status: 431,
        reason: "Request Header Fields Too Large",
        detail: "The request line and its headers are too long.",
      };
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return { status: 408, reason: "Request Timeout", detail: "The request took too long to arrive." };
    default:
      return { status: 400, reason: "Bad Request", detail: "What was sent is not an HTTP request." };
  }
}
