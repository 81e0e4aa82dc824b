import type { IncomingMessage, RequestListener } from "node:http";
import type { CallOptions, ClientOptions } from "../../src/client-options.ts";
import { createCaller } from "../../src/create-caller.ts";
import type { Arguments, Operation } from "../../src/operation.ts";
import type { Documented, Failure } from "../../src/outcome.ts";
import { startLoopback } from "./loopback.ts";
import { describeOperation } from "./operation.ts";

type Outcome = Documented<true, 200, { readonly a: number }> | Documented<false, 302, undefined> | Failure;

/** Calls an operation that documents JSON for 200 unless the test says otherwise. */
export function call(
  client: ClientOptions,
  operation: Partial<Operation> = {},
  given?: Arguments,
  options?: CallOptions,
): Promise<Outcome> {
  const known = describeOperation({ responses: { 200: ["application/json"] }, ...operation });
  return createCaller({ retry: false, ...client }, [])<[Arguments?, CallOptions?], Outcome>(known)(
    given,
    options,
  );
}

/** A server that notes what arrives and answers `{"a":1}` unless told otherwise. */
export async function startServer(listener?: RequestListener) {
  const requests: { url: string; headers: IncomingMessage["headers"] }[] = [];
  const baseUrl = await startLoopback((request, response) => {
    requests.push({ url: request.url ?? "", headers: request.headers });
    if (listener !== undefined) return listener(request, response);
    response.writeHead(200, { "content-type": "application/json" }).end('{"a":1}');
  });
  return { baseUrl, requests };
}
