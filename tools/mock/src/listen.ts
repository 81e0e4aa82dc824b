import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { MockRequest, MockResponse } from "./message.ts";
import { refuseConnection } from "./refuse-connection.ts";
import { type Answered, type Limits, serveRequest } from "./serve-request.ts";

export type ListenResult =
  | { readonly kind: "listening"; readonly url: string; readonly close: () => Promise<void> }
  | { readonly kind: "unavailable"; readonly message: string };

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  readonly limits: Limits;
  readonly answer: (request: MockRequest) => Promise<MockResponse>;
  readonly onAnswered: (answered: Answered) => void;
}

/** Puts `answer` on a port. `close` cuts every connection, so that it never waits for a client. */
export function listen({ host, port, limits, answer, onAnswered }: ListenOptions): Promise<ListenResult> {
  const server = createServer({ requireHostHeader: false, requestTimeout: 3 * limits.deadline });
  const carry = async (request: IncomingMessage, response: ServerResponse) => {
    const answered = await serveRequest(request, response, answer, limits);
    if (answered !== undefined) onAnswered(answered);
  };
  server.on("request", carry);
  server.on("checkContinue", (request, response) => {
    // A client that asks first is spared from sending what would be refused; nobody knows if it sends it then.
    if (Number(request.headers["content-length"]) > limits.body) response.shouldKeepAlive = false;
    else response.writeContinue();
    void carry(request, response);
  });
  server.on("clientError", refuseConnection);
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const message = explain(error, host, port);
      if (message === undefined) reject(error);
      else resolve({ kind: "unavailable", message });
    });
    server.listen(port, host, () => {
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error("The mock listens on no port.");
      resolve({ kind: "listening", url: urlOf(address), close: () => close(server) });
    });
  });
}

function close(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Where a client on this machine reaches it: an address that stands for all addresses is none to connect to. */
function urlOf({ address, family, port }: AddressInfo): string {
  const host = address === "0.0.0.0" ? "127.0.0.1" : address === "::" ? "::1" : address;
  return `http://${family === "IPv6" ? `[${host}]` : host}:${port}`;
}

function explain(error: Error & { code?: string }, host: string, port: number): string | undefined {
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} on ${host} is in use. Choose another port, or end what listens there.`;
    case "EACCES":
      return `Port ${port} on ${host} is reserved for the system. Choose one above 1023.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `${host} is no address of this machine.`;
    default:
      return undefined;
  }
}
