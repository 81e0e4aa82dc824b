import { CallError } from "./call-error.ts";
import type { CallEvent } from "./call-event.ts";
import { type CallSummary, summarize } from "./call-summary.ts";
import type { CallOptions } from "./client-options.ts";
import { createDeadline } from "./create-deadline.ts";
import { explainFailure, type Progress } from "./explain-failure.ts";
import type { Arguments, Operation } from "./operation.ts";
import type { Failure, Outcome } from "./outcome.ts";
import { type CallContext, prepareCall } from "./prepare-call.ts";
import { redact, showAs } from "./redact.ts";
import { type Received, sendAttempts } from "./send-attempts.ts";
import type { Refusal } from "./validation-types.ts";

/** Runs an operation. It resolves to an outcome whatever the network or the server does, and never rejects. */
export async function runCall(
  context: CallContext,
  operation: Operation,
  given: Arguments,
  options: CallOptions,
): Promise<Outcome> {
  const { client } = context;
  const begun = Date.now();
  const call = summarize(operation);
  const deadline = createDeadline(options.signal, options.timeout ?? client.timeout);
  const progress: Progress = { sent: 0, secrets: [] };
  const tell = async (event: CallEvent) => {
    try {
      await client.onEvent?.(event);
    } catch {
      // Whoever listens has no say in the call.
    }
  };
  let outcome: Outcome;
  try {
    const plan = prepareCall(context, operation, given, options, call);
    progress.secrets = plan.secrets;
    const body = client.onEvent && redact(operation.sensitive, given.body);
    const received = await sendAttempts(context, operation, options, {
      call,
      plan,
      body,
      deadline,
      progress,
      tell,
    });
    outcome = conclude(context, call, received);
  } catch (thrown) {
    const error = explainFailure(call, thrown, progress, options.signal?.aborted);
    outcome = { ok: false, status: error.status, call, error } as Failure;
  } finally {
    deadline.end();
  }
  tell({ kind: "outcome", call, status: outcome.status, milliseconds: Date.now() - begun });
  const { sensitive } = operation;
  if (sensitive === undefined || !("data" in outcome)) return outcome;
  const { data } = outcome;
  return showAs(outcome, () => ({ ...outcome, data: redact(sensitive, data) }));
}

/** What an answer that came makes of a call. */
function conclude({ client }: CallContext, call: CallSummary, { response, answer }: Received): Outcome {
  const { status } = response;
  const refuse = (reason: string, refusal?: Refusal): Outcome => {
    const error = new CallError(
      call,
      "invalid-response",
      `the body of the ${status} answer ${reason}`,
      refusal,
    );
    return { ok: false, status: "invalid-response", call, error, response };
  };
  if ("fault" in answer) return refuse(answer.fault);
  if ("mediaType" in answer && answer.mediaType !== undefined) {
    const { data, mediaType } = answer;
    const refusal = client.validate?.(data, call.operation, mediaType, `${answer.status}`, status);
    if (refusal) return refuse(refusal.reason, refusal);
  }
  return Object.assign(answer, { call, response });
}
