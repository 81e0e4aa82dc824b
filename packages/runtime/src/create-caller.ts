import { buildRequest } from "./build-request.ts";
import type { CallOptions, ClientOptions } from "./client-options.ts";
import { decodeResponse } from "./decode-response.ts";
import type { Arguments, Operation, Server } from "./operation.ts";
import type { Documented, Failure } from "./outcome.ts";

/** Runs an operation. It resolves to an outcome whatever the network or the server does, and never rejects. */
export type Caller = <Outcome>(
  operation: Operation,
  given?: Arguments,
  options?: CallOptions,
) => Promise<Outcome>;

type AnyOutcome = Documented<boolean, number | string, unknown> | Failure;

/**
 * Makes the function that a generated client calls for each of its operations.
 *
 * @param client - what the user of the client set
 * @param servers - where the API answers by its document, the default first
 */
export function createCaller(client: ClientOptions, servers: readonly Server[]): Caller {
  const call = async (
    operation: Operation,
    given: Arguments = {},
    options: CallOptions = {},
  ): Promise<AnyOutcome> => {
    let request: Request;
    try {
      request = await buildRequest(client, operation.servers ?? servers, operation, given, options);
    } catch (error) {
      return { ok: false, status: "invalid-request", error: toError(error) };
    }
    try {
      // Looked up now, so that a `fetch` replaced after the client was made is the one that is called.
      const response = await (client.fetch ?? globalThis.fetch)(request);
      return await decodeResponse(operation, response);
    } catch (error) {
      const failure = { ok: false, error: toError(error) } as const;
      return options.signal?.aborted ? { ...failure, status: "aborted" } : { ...failure, status: "network" };
    }
  };
  return call as Caller;
}

function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
