import { createFinalURL } from "openapi-fetch";
import { buildBody } from "./build-body.ts";
import { buildHeaders } from "./build-headers.ts";
import { buildPath, buildQuery } from "./build-url.ts";
import type { CallOptions, ClientOptions } from "./client-options.ts";
import type { Arguments, Operation, Server } from "./operation.ts";
import { resolveBaseUrl } from "./resolve-base-url.ts";
import { selectCredentials } from "./select-credentials.ts";

/**
 * The request of a call, complete and not sent.
 *
 * @param servers - where the API answers unless the operation or the client says otherwise; the default first
 * @throws TypeError when what the caller gave makes no request; the message never shows a credential
 */
export async function buildRequest(
  client: ClientOptions,
  servers: readonly Server[],
  operation: Operation,
  given: Arguments,
  options: CallOptions,
): Promise<Request> {
  const baseUrl = resolveBaseUrl(client, servers, operation);
  const path = buildPath(operation, given.path);
  const body = buildBody(operation, given);
  const credentials = await selectCredentials(operation, client.auth);
  const query = [buildQuery(operation, given.query), ...credentials.query].filter(Boolean).join("&");
  // openapi-fetch would fill a server's variables from the path's; both are filled by now.
  const url = createFinalURL(path, {
    baseUrl,
    params: {},
    pathSerializer: String,
    querySerializer: () => query,
  });
  return new Request(url, {
    method: operation.method,
    headers: buildHeaders(operation, given, body.mediaType, credentials, client.headers, options.headers),
    // A redirect could carry credentials to another origin.
    redirect: "manual",
    body: body.content ?? null,
    ...(options.signal && { signal: options.signal }),
  });
}
