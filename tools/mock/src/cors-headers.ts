import type { MockRequest, MockResponse } from "./message.ts";

/** Whether a browser asks, before it sends a request, if it may (Fetch, section 3.3.2). */
export function isPreflight({ method, headers }: MockRequest): boolean {
  return (
    method === "OPTIONS" &&
    headers["origin"] !== undefined &&
    headers["access-control-request-method"] !== undefined
  );
}

/** The answer to a preflight: yes, to whatever is asked. What the API makes of the request comes out with it. */
export function allowPreflight({ headers }: MockRequest): MockResponse {
  const asked = headers["access-control-request-headers"];
  return {
    status: 204,
    headers: {
      "access-control-allow-methods": headers["access-control-request-method"] ?? "*",
      ...(asked === undefined ? {} : { "access-control-allow-headers": asked }),
      "access-control-max-age": "600",
    },
    body: undefined,
  };
}

/**
 * The same response, readable by a page of any origin, cookies included. Everything the mock serves is made up
 * from a document, so there is nothing that an origin must not see. With cookies a browser takes no `*`, so what
 * it asks from is spelt out to it, and so are the names of the headers.
 */
export function allowOrigin({ headers }: MockRequest, response: MockResponse): MockResponse {
  const origin = headers["origin"];
  return {
    ...response,
    headers: { ...response.headers, ...permitFor(origin, Object.keys(response.headers)) },
  };
}

function permitFor(origin: string | undefined, names: readonly string[]): Readonly<Record<string, string>> {
  if (origin === undefined) {
    return { "access-control-allow-origin": "*", "access-control-expose-headers": "*" };
  }
  const exposed = names.filter((name) => !/^access-control-/i.test(name)).join(", ");
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-credentials": "true",
    vary: "Origin",
    ...(exposed === "" ? {} : { "access-control-expose-headers": exposed }),
  };
}
