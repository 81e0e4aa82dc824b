import { CallError } from "./call-error.ts";
import type { CallSummary } from "./call-summary.ts";
import type { CallOptions, ClientOptions } from "./client-options.ts";
import type { Arguments, Operation } from "./operation.ts";
import { planRequest, type RequestPlan } from "./plan-request.ts";
import type { SelectCredentials } from "./select-credentials.ts";

/** What a method of a client knows before any call. */
export interface CallContext {
  readonly client: ClientOptions;
  /** Where the operation answers; it throws where the client's options make no base URL. */
  readonly locate: () => string;
  readonly select: SelectCredentials;
}

/**
 * Plans the request of a call and checks its body.
 *
 * @param call - gets its URL as soon as it is known
 * @throws TypeError when what the caller gave makes no request
 * @throws CallError when the body is not what its schema asks
 */
export function prepareCall(
  { client, locate }: CallContext,
  operation: Operation,
  given: Arguments,
  options: CallOptions,
  call: CallSummary,
): RequestPlan {
  const plan = planRequest(client, locate(), operation, given, options);
  call.url = plan.shown;
  const refusal =
    given.body === undefined ? undefined : client.validate?.(given.body, operation.id, plan.mediaType);
  if (refusal) throw new CallError(call, "invalid-request", `the body ${refusal.reason}`, refusal);
  return plan;
}
