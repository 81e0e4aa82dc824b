import { answerDocument, refuseEncoding } from "./answer-document.ts";
import { allowOrigin, allowPreflight, isPreflight } from "./cors-headers.ts";
import type { Route } from "./match-operation.ts";
import type { MockRequest, MockResponse } from "./message.ts";
import { splitApi } from "./parse-target.ts";
import { problemResponse } from "./problem-response.ts";

/** The APIs that a mock serves now, by name. */
export type ServedApis = ReadonlyMap<string, readonly Route[]>;

/** Answers one request, whose target starts with the name of the API, as a browser may ask it from any origin. */
export async function answerRequest(apis: ServedApis, request: MockRequest): Promise<MockResponse> {
  if (isPreflight(request)) return allowOrigin(request, allowPreflight(request));
  return allowOrigin(request, await answerApi(apis, request));
}

async function answerApi(apis: ServedApis, request: MockRequest): Promise<MockResponse> {
  const target = splitApi(request.target);
  if (target === undefined) return refuseEncoding();
  const { api, below } = target;
  const routes = apis.get(api);
  return routes === undefined
    ? describeApis(apis, request.method, api)
    : answerDocument(routes, { ...request, target: below }, `/${api}`);
}

function describeApis(apis: ServedApis, method: string, asked: string): MockResponse {
  const prefixes = [...apis.keys()].map((name) => `/${encodeURIComponent(name)}`);
  if (asked === "" && (method === "GET" || method === "HEAD")) {
    const index = { apis: [...apis.keys()].map((api, at) => ({ api, path: prefixes[at] })) };
    return { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(index) };
  }
  const detail = `The mock serves no API at /${asked}. It serves ${prefixes.join(", ")}.`;
  return problemResponse(404, "unknown-api", "Unknown API", detail, { apis: prefixes });
}
