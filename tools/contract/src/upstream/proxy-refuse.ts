import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";

/** Answers in the proxy's own name (RFC 9457), or breaks off where an answer has begun. */
export function refuse(response: ServerResponse, status: number, detail: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const body = describe(status, detail);
  response.writeHead(status, {
    "content-type": "application/problem+json",
    "content-length": String(Buffer.byteLength(body)),
    // What is left of the request is not read, and cannot be told from the next one.
    connection: "close",
  });
  response.end(body);
  response.req.resume();
}

/** Answers on a connection on which Node cannot read a request, or which is to become something else. */
export function refuseSocket(socket: Duplex, status: number, detail: string): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const body = describe(status, detail);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
    "content-type: application/problem+json",
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ];
  socket.on("error", () => socket.destroy());
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}

function describe(status: number, detail: string): string {
  return JSON.stringify({
    title: STATUS_CODES[status] ?? "Refused",
    status,
    detail,
    instance: "specmill proxy",
  });
}
