import { buildRequest } from "./build-request.ts";
import type { CallOptions, ClientOptions } from "./client-options.ts";
import { decodeResponse } from "./decode-response.ts";
import type { Arguments, Operation, Server } from "./operation.ts";
import type { Aborted, Documented, Failure, InvalidRequest, NetworkFailure } from "./outcome.ts";

/** Runs an operation. It resolves to an outcome whatever the network or the server does, and never rejects. */
export type Caller = <Outcome>(
  operation: Operation,
  given?: Arguments,
  options?: CallOptions,
) => Promise<Outcome>;

type Failed = Aborted | InvalidRequest | NetworkFailure;
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
    let failure: "invalid-request" | "network" = "invalid-request";
    try {
      const request = await buildRequest(client, servers, operation, given, options);
      failure = "network";
      // Looked up now, so that a `fetch` replaced after the client was made is the one that is called.
      const response = await (client.fetch ?? globalThis.fetch)(request);
      return await decodeResponse(operation, response);
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error("the call failed", { cause: thrown });
      const outcome: Failed = { ok: false, status: options.signal?.aborted ? "aborted" : failure, error };
      return outcome;
    }
  };
  return call as Caller;
}
