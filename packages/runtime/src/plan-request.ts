import { buildBody } from "./build-body.ts";
import { buildHeaders } from "./build-headers.ts";
import { buildPath, buildQuery } from "./build-url.ts";
import type { CallOptions, ClientOptions } from "./client-options.ts";
import type { Arguments, Operation } from "./operation.ts";
import { redact, showAs } from "./redact.ts";
import type { Credentials } from "./select-credentials.ts";

/** A request that lacks nothing but credentials. */
export interface RequestPlan {
  /** The URL as it may be shown. */
  readonly shown: string;
  /** The URL in full where that is another; some platforms tell it when they fail. */
  readonly secrets: readonly string[];
  /** The documented media type of the body; empty where there is none. */
  readonly mediaType: string;
  /**
   * The request as it is sent: a new one for each attempt, for none can be sent twice.
   *
   * @param url - where it goes instead, after a redirect
   * @throws TypeError when a value cannot stand in a header; the message never shows a credential
   */
  sign(credentials: Credentials, signal?: AbortSignal, url?: URL): Request;
}

/**
 * Works out what a call sends.
 *
 * @param baseUrl - where the API answers, without a final `/`
 * @throws TypeError when what the caller gave makes no request; the message never shows a credential
 */
export function planRequest(
  client: ClientOptions,
  baseUrl: string,
  operation: Operation,
  given: Arguments,
  options: CallOptions,
): RequestPlan {
  const mediaType = given.contentType ?? operation.requestBody?.[0] ?? "";
  const body = buildBody(operation, given.body, mediaType);
  const locate = (values: Arguments, credentials: readonly string[]) => {
    const query = [buildQuery(operation, values.query), ...credentials].filter(Boolean).join("&");
    return baseUrl + buildPath(operation, values.path) + (query && `?${query}`);
  };
  const bare = locate(given, []);
  const { sensitiveParameters } = operation;
  const shown = sensitiveParameters ? locate(redact(sensitiveParameters, given) as Arguments, []) : bare;
  return {
    shown,
    secrets: shown === bare ? [] : [new URL(bare).href],
    mediaType,
    sign(credentials, signal, url) {
      const target = url ?? (credentials.query.length === 0 ? bare : locate(given, credentials.query));
      const request = new Request(target, {
        method: operation.method,
        headers: buildHeaders(operation, given, body.mediaType, credentials, client.headers, options.headers),
        // The platform would carry an API key to another origin.
        redirect: "manual",
        body: body.content ?? null,
        ...(signal && { signal }),
      });
      return showAs(request, () => `Request { ${operation.method} ${shown} }`);
    },
  };
}
