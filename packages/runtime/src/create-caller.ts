import { summarize } from "./call-summary.ts";
import type { CallOptions, ClientOptions } from "./client-options.ts";
import { explainFailure } from "./explain-failure.ts";
import type { Arguments, Operation, Server } from "./operation.ts";
import { type CallContext, prepareCall } from "./prepare-call.ts";
import { resolveBaseUrl } from "./resolve-base-url.ts";
import { runCall } from "./run-call.ts";
import { createCredentials } from "./select-credentials.ts";

/** A method of a client. */
export interface Call<Parameters extends readonly unknown[], Result> {
  /** Runs the operation. It resolves whatever the network or the server does, and never rejects. */
  (...parameters: Parameters): Promise<Result>;
  /**
   * The request as a call would send it, credentials included, and not sent.
   *
   * It rejects with a `CallError` when the arguments make no request.
   */
  request(...parameters: Parameters): Promise<Request>;
}

/** Makes the method of an operation. */
export type Caller = <Parameters extends readonly unknown[], Result>(
  operation: Operation,
) => Call<Parameters, Result>;

/**
 * Makes what a generated client makes its methods with.
 *
 * @param client - what the user of the client set
 * @param servers - where the API answers by its document, the default first
 */
export function createCaller(client: ClientOptions, servers: readonly Server[]): Caller {
  const select = createCredentials(client.auth);
  const create = (operation: Operation) => {
    let baseUrl: string | undefined;
    const locate = () => (baseUrl ??= resolveBaseUrl(client, servers, operation));
    const context: CallContext = { client, locate, select };
    return Object.assign(
      (given: Arguments = {}, options: CallOptions = {}) => runCall(context, operation, given, options),
      {
        request: (given: Arguments = {}, options: CallOptions = {}) =>
          makeRequest(context, operation, given, options),
      },
    );
  };
  return create as Caller;
}

async function makeRequest(
  context: CallContext,
  operation: Operation,
  given: Arguments,
  options: CallOptions,
): Promise<Request> {
  const call = summarize(operation);
  try {
    const plan = prepareCall(context, operation, given, options, call);
    return plan.sign(await context.select(operation, false), options.signal);
  } catch (thrown) {
    throw explainFailure(call, thrown);
  }
}
