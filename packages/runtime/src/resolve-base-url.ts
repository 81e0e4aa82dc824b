import type { ClientOptions } from "./client-options.ts";
import type { Server } from "./operation.ts";

/**
 * Where a call goes: the caller's `baseUrl`, or else one of the document's servers with its variables filled.
 *
 * @param servers - the document's, the default first
 * @returns an absolute URL without a trailing slash
 * @throws TypeError when that is no absolute URL, or holds a query, a fragment or an unfilled variable
 */
export function resolveBaseUrl(
  { baseUrl, server: chosen }: ClientOptions,
  servers: readonly Server[],
): string {
  const server = servers.find(({ url }) => url === chosen?.url) ?? chosen ?? servers[0];
  const variables: Server["variables"] = { ...server?.variables, ...chosen?.variables };
  const url = baseUrl ?? server?.url.replace(/\{([^{}]+)\}/g, (all, name) => variables[name] ?? all) ?? "";
  if (!/^https?:\/\/[^/?#{}@]+[^?#{}]*$/i.test(url) || !URL.canParse(url)) {
    throw new TypeError(`"${url}" is no absolute http(s) URL free of query and credentials: set baseUrl`);
  }
  return url.replace(/\/+$/, "");
}
