import type { ClientRequest, IncomingMessage } from "node:http";
import type { Target, WireRequest, WireResponse } from "../wire/exchange.ts";
import { type Connector, createConnector, explainConnection, isStale } from "./proxy-connect.ts";

/** A server elsewhere as a target. */
export interface HttpTarget extends Target {
  /** Ends the connections that are kept. */
  readonly close: () => void;
}

export interface HttpTargetOptions {
  /** How long one request may take in all, in milliseconds. */
  readonly timeout: number;
}

/** Of an answer's body, in bytes. */
const bodyLimit = 10 * 1024 * 1024;

const repeatable = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Sends requests to a server as they stand: redirects are answers, and no header is added but those without which
 * there is no request. An answer that does not come, or does not end, rejects with a sentence.
 *
 * @param baseUrl - where the API answers, such as `https://api.example.com/v1`
 * @throws Error where that is no http: or https: address
 */
export function createHttpTarget(baseUrl: string, { timeout }: HttpTargetOptions): HttpTarget {
  const connector = createConnector(baseUrl);
  return {
    kind: "upstream",
    close: connector.close,
    send: async (request) => {
      const isRepeatable = repeatable.has(request.method) && request.body === undefined;
      try {
        return await sendOnce(connector, request, { timeout, isRepeatable });
      } catch (error) {
        if (!(error instanceof StaleConnection)) throw error;
        return await sendOnce(connector, request, { timeout, isRepeatable: false });
      }
    },
  };
}

/** A connection that was kept had been closed: nothing was asked yet. */
class StaleConnection extends Error {
  override readonly name = "StaleConnection";
}

interface Sending extends HttpTargetOptions {
  readonly isRepeatable: boolean;
}

function sendOnce(
  connector: Connector,
  { method, target, headers, body }: WireRequest,
  { timeout, isRepeatable }: Sending,
): Promise<WireResponse> {
  const { host, basePath } = connector;
  const bytes = body === undefined ? undefined : Buffer.from(body);
  const { host: _host, "content-length": _length, ...own } = headers;
  return new Promise((resolve, reject) => {
    const request: ClientRequest = connector.open(
      {
        method,
        path: `${basePath}${target}`,
        headers: Object.entries({
          host,
          ...own,
          ...(bytes === undefined
            ? // Without a length, Node would send an empty body in chunks.
              ["GET", "HEAD", "OPTIONS", "DELETE", "TRACE"].includes(method)
              ? {}
              : { "content-length": "0" }
            : { "content-length": String(bytes.byteLength) }),
        }).flat(),
      },
      isRepeatable,
    );
    const fail = (reason: Error) => {
      clearTimeout(deadline);
      request.destroy();
      reject(reason);
    };
    const deadline = setTimeout(
      () => fail(new Error(`${host} gave no whole answer within ${timeout} milliseconds.`)),
      timeout,
    );
    request.on("error", (error) =>
      fail(isStale(request, error) ? new StaleConnection() : new Error(explainConnection(error, host))),
    );
    request.on("response", (response) => {
      readWhole(response).then(
        (read) => {
          clearTimeout(deadline);
          resolve({
            status: response.statusCode ?? 0,
            headers: joinHeaders(response),
            body: read.toString(),
          });
        },
        (error: Error) => fail(new Error(`${host} ${error.message}`)),
      );
    });
    request.end(bytes);
  });
}

async function readWhole(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response) {
      size += chunk.length;
      if (size > bodyLimit) break;
      chunks.push(chunk);
    }
  } catch {
    throw new Error("closed the connection in the middle of its answer.");
  }
  if (size > bodyLimit) throw new Error(`answers with more than ${bodyLimit / 1024 / 1024} MB.`);
  return Buffer.concat(chunks);
}

/** Headers by name in lower case; those that came more than once are joined, as RFC 9110, section 5.3, allows. */
function joinHeaders({ headersDistinct }: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headersDistinct).map(([name, values = []]) => [name, values.join(", ")]),
  );
}
