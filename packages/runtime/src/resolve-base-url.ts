import type { ClientOptions } from "./client-options.ts";
import type { Operation, Server } from "./operation.ts";
import { pickValue } from "./pick-value.ts";

/**
 * Where a call goes: the caller's `baseUrl`, or else one of the document's servers with its variables filled.
 *
 * @param servers - those of the whole API, the default first; an operation with servers of its own has no other
 * @returns an absolute URL without a trailing slash
 * @throws TypeError when that is no absolute URL, when it holds a query, a fragment, credentials or an unfilled
 *   variable, and when a variable would lead to another host; the message never shows a credential
 */
export function resolveBaseUrl(
  { baseUrl, server: wanted }: ClientOptions,
  servers: readonly Server[],
  operation: Operation,
): string {
  const candidates = operation.servers ?? servers;
  const known = candidates.find(({ url }) => url === wanted?.url);
  const chosen = known || !operation.servers ? wanted : undefined;
  const server = baseUrl === undefined ? (known ?? chosen ?? candidates[0]) : { url: baseUrl };
  const fill = (template = "") =>
    template.replace(/\{([^{}]+)\}/g, (all, name: string) =>
      String(pickValue(chosen?.variables, name) ?? pickValue(server?.variables, name) ?? all),
    );
  const url = fill(server?.url);
  const host = fill(/^[^/]+:\/\/[^/]*/.exec(server?.url ?? "")?.[0]);
  if (
    !/^https?:\/\/[^/\\?#{}@]+(\/[^?#{}]*)?$/i.test(url) ||
    !URL.canParse(url) ||
    // A `/` in a variable of the host would make another host of it.
    host.split("/").length > 3
  ) {
    // Whatever stands around one of these may be a secret.
    const shown = /[?#@]/.test(url) ? "" : ` "${url}"`;
    throw new TypeError(`baseUrl${shown} is no absolute http(s) URL without query and credentials`);
  }
  return url.replace(/\/+$/, "");
}
