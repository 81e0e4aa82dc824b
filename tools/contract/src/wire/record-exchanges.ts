import { toWireRequest } from "../client/client-wire.ts";
import type { Exchange } from "./exchange.ts";

/** A `fetch` that keeps what passes through it. */
export interface Recorder {
  readonly fetch: (request: Request) => Promise<Response>;
  /** What has passed until now. */
  readonly exchanges: readonly Exchange[];
}

/**
 * Makes a `fetch` for hand-written tests, so that what they show of a document counts as covered too.
 *
 * @param baseUrl - where the API answers, without a final `/`; what goes elsewhere is passed on and not kept
 * @param send - what does the sending
 */
export function recordExchanges(baseUrl: string, send: (request: Request) => Promise<Response>): Recorder {
  const exchanges: Exchange[] = [];
  const base = new URL(baseUrl).pathname.replace(/\/$/, "");
  return {
    exchanges,
    fetch: async (request) => {
      const isOurs = request.url.startsWith(baseUrl);
      const copy = isOurs ? request.clone() : undefined;
      const response = await send(request);
      if (copy === undefined) return response;
      const { target, ...sent } = await toWireRequest(copy);
      exchanges.push({
        request: { ...sent, target: target.slice(base.length) },
        response: {
          status: response.status,
          headers: Object.fromEntries(response.headers),
          body: await response.clone().text(),
        },
      });
      return response;
    },
  };
}

/** Exchanges as NDJSON, which `specmill contract --recorded` reads. */
export function writeExchanges(exchanges: readonly Exchange[]): string {
  return exchanges.map((exchange) => `${JSON.stringify(exchange)}\n`).join("");
}
