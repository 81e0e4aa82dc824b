import http, { type ClientRequest, type RequestOptions } from "node:http";
import https from "node:https";

/** Opens requests to one server, over connections that are kept where that is safe. */
export interface Connector {
  /** The path below which the server answers, without a final `/`. */
  readonly basePath: string;
  /** What a request's `Host` must say. */
  readonly host: string;
  /**
   * @param isRepeatable - whether the request may be sent again, where the server closed a kept connection under it
   * @throws Error where the method, the path or a header cannot be written
   */
  readonly open: (options: RequestOptions, isRepeatable: boolean) => ClientRequest;
  readonly close: () => void;
}

/**
 * @param baseUrl - where the server answers: `http:` or `https:`
 * @throws Error where the address is none of these
 */
export function createConnector(baseUrl: string): Connector {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol)) {
    throw new Error(`"${hideUser(baseUrl)}" is no http: or https: address.`);
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new Error("The address of a server has no user, no query and no fragment.");
  }
  const { Agent, request } = url.protocol === "https:" ? https : http;
  const agent = new Agent({ keepAlive: true });
  return {
    basePath: url.pathname.replace(/\/+$/, ""),
    host: url.host,
    open: (options, isRepeatable) =>
      request({
        ...options,
        protocol: url.protocol,
        // A URL holds an IPv6 address in brackets, a socket has none.
        hostname: url.hostname.replace(/^\[|\]$/g, ""),
        port: url.port,
        agent: isRepeatable ? agent : false,
      }),
    close: () => agent.destroy(),
  };
}

/** Whether a failure is no more than a kept connection that the server had just closed. */
export function isStale(request: ClientRequest, error: Error & { readonly code?: string }): boolean {
  return request.reusedSocket && (error.code === "ECONNRESET" || error.code === "EPIPE");
}

/** What has gone wrong with a server, in a plain sentence. */
export function explainConnection(error: Error & { readonly code?: string }, host: string): string {
  const { code = "" } = error;
  if (code === "ECONNREFUSED") return `${host} refuses connections.`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return `There is no host ${host}.`;
  if (code === "ECONNRESET" || code === "EPIPE")
    return `${host} closed the connection before it had answered.`;
  if (code === "ETIMEDOUT") return `${host} cannot be reached in time.`;
  if (code === "EHOSTUNREACH" || code === "ENETUNREACH") return `There is no way to ${host}.`;
  if (code.startsWith("HPE_")) return `${host} does not answer in HTTP (${code}).`;
  if (/CERT|SSL|TLS|ALTNAME/.test(code)) return `${host} is not to be trusted: ${error.message} (${code}).`;
  return `${host} cannot be asked: ${error.message}.`;
}

function hideUser(text: string): string {
  return text.replace(/\/\/[^/@]*@/, "//");
}
