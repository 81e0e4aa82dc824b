import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { JsonObject } from "@specmill/spec";
import { collectDrift, type DriftCollector } from "./collect-drift.ts";
import type { DriftFinding, DriftReport } from "./drift.ts";
import { type Connector, createConnector } from "./proxy-connect.ts";
import { forward } from "./proxy-forward.ts";
import type { PassedExchange } from "./proxy-record.ts";
import { refuseSocket } from "./proxy-refuse.ts";

export interface ProxyOptions {
  /** Where the API answers: `http:` or `https:`, with the path below which its own paths begin. */
  readonly target: string;
  /** The bundled document that the traffic is held against. */
  readonly document: JsonObject;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** The address to listen on; `127.0.0.1` by default, which this machine alone can reach. */
  readonly host?: string;
  /** How long the server may be silent, in milliseconds; a minute by default. */
  readonly timeout?: number;
  readonly onEvent?: (event: ProxyEvent) => void;
}

export type ProxyEvent =
  /** Told once each. */
  | { readonly kind: "found"; readonly finding: DriftFinding }
  | { readonly kind: "passed"; readonly method: string; readonly status: number }
  /** An exchange could not be judged; it was passed all the same. */
  | { readonly kind: "unjudged"; readonly message: string };

export interface RunningProxy {
  /** Where the proxy answers, without a final `/`. */
  readonly url: string;
  /** What was found in all that has passed until now. */
  readonly report: () => Promise<DriftReport>;
  /** Ends the proxy at once, requests under way included. */
  readonly close: () => Promise<void>;
}

export type StartProxyResult =
  | { readonly kind: "started"; readonly proxy: RunningProxy }
  /** The proxy cannot listen where it is told to, or has nowhere to pass requests on to. */
  | { readonly kind: "unavailable"; readonly message: string };

/**
 * Starts a proxy that passes everything on as it came, and holds what passes against a document, but only after it
 * has passed.
 */
export function startProxy(options: ProxyOptions): Promise<StartProxyResult> {
  const { target, document, port = 0, host = "127.0.0.1", timeout = 60_000, onEvent = () => {} } = options;
  const connector = tryConnector(target);
  if (connector instanceof Error) return Promise.resolve({ kind: "unavailable", message: connector.message });
  const collector = collectDrift(document);
  const judging = createQueue((exchange: PassedExchange) => judge(collector, exchange, onEvent));
  // A slow server is given its time, and so is a slow client.
  const server = createServer({ requireHostHeader: false, requestTimeout: 0 });
  const pass = forward.bind(undefined, { connector, timeout, onPassed: judging.add });
  server.on("request", pass);
  // Whether a client may send its body is for the server to say.
  server.on("checkContinue", pass);
  server.on("connect", (_request, socket) => refuseSocket(socket, 501, "This proxy opens no tunnels."));
  server.on("clientError", (_error, socket) =>
    refuseSocket(socket, 400, "What was sent is not an HTTP request."),
  );
  return new Promise((resolve) => {
    server.once("error", (error) => resolve({ kind: "unavailable", message: `${error.message}.` }));
    server.listen(port, host, () => {
      const proxy: RunningProxy = {
        url: urlOf(server),
        report: async () => {
          await judging.settle();
          return collector.report();
        },
        close: async () => {
          await close(server);
          connector.close();
          await judging.settle();
        },
      };
      resolve({ kind: "started", proxy });
    });
  });
}

function tryConnector(target: string): Connector | Error {
  try {
    return createConnector(target);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function judge(
  collector: DriftCollector,
  exchange: PassedExchange,
  onEvent: (event: ProxyEvent) => void,
): void {
  onEvent({ kind: "passed", method: exchange.request.method, status: exchange.response.status });
  try {
    for (const finding of collector.add(exchange)) onEvent({ kind: "found", finding });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    onEvent({ kind: "unjudged", message });
  }
}

/** Does one thing after the other, each when nothing else waits to be done. */
function createQueue<Item>(work: (item: Item) => void): {
  readonly add: (item: Promise<Item>) => void;
  readonly settle: () => Promise<void>;
} {
  let last = Promise.resolve();
  return {
    add: (item) => {
      last = last.then(async () => {
        const ready = await item;
        await new Promise((resolve) => setImmediate(resolve));
        work(ready);
      });
    },
    settle: () => last,
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Where a client on this machine reaches it: an address that stands for all addresses is none to connect to. */
function urlOf(server: Server): string {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy listens on no port.");
  const host =
    address.address === "0.0.0.0" ? "127.0.0.1" : address.address === "::" ? "::1" : address.address;
  return `http://${address.family === "IPv6" ? `[${host}]` : host}:${address.port}`;
}
