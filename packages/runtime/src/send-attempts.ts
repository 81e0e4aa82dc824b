import type { CallEvent } from "./call-event.ts";
import type { CallSummary } from "./call-summary.ts";
import type { ClientOptions, ResilienceOptions } from "./client-options.ts";
import { createDeadline, type Deadline } from "./create-deadline.ts";
import { type Answer, decodeResponse } from "./decode-response.ts";
import { discard } from "./discard.ts";
import type { Progress } from "./explain-failure.ts";
import { followRedirects } from "./follow-redirects.ts";
import type { Operation } from "./operation.ts";
import type { RequestPlan } from "./plan-request.ts";
import type { CallContext } from "./prepare-call.ts";
import { showAs } from "./redact.ts";
import { isPassing, isRepeatable, retryDelay } from "./retry-delay.ts";

/** What one call has made of itself by the time that it is sent. */
export interface Sending {
  readonly call: CallSummary;
  readonly plan: RequestPlan;
  /** The body as it may be shown. */
  readonly body: unknown;
  /** The whole call's. */
  readonly deadline: Deadline;
  readonly progress: Progress;
  readonly tell: (event: CallEvent) => void;
}

export interface Received {
  readonly response: Response;
  readonly answer: Answer;
}

/**
 * Sends a call as often as its options allow, until an answer came that is worth keeping.
 *
 * @returns the last answer and what it holds
 * @throws the fault of the last attempt: whatever `fetch` threw, or the reason of the deadline that ended it
 */
export async function sendAttempts(
  { client, select }: CallContext,
  operation: Operation,
  options: ResilienceOptions,
  { call, plan, body, deadline, progress, tell }: Sending,
): Promise<Received> {
  const { retry: wanted = client.retry } = options;
  const retry = { ...client.retry, ...wanted, ...(wanted === false && { attempts: 1 }) };
  const send = layer(client, progress);
  const authorize = async (refresh: boolean) => {
    const credentials = await deadline.race(select(operation, refresh));
    progress.secrets = [...progress.secrets, ...credentials.secrets];
    return credentials;
  };
  let credentials = await authorize(false);
  let refreshed = false;
  for (let attempt = 1; ; attempt++) {
    const limit = createDeadline(deadline.signal, options.attemptTimeout ?? client.attemptTimeout);
    const begun = Date.now();
    const { sent } = progress;
    let repeatable = false;
    let response: Response | undefined;
    let reason: number | "network" | "timeout";
    let delay: number | undefined;
    const planDelay = () => {
      const wait = repeatable ? retryDelay(retry, attempt, response) : undefined;
      // Not worth waiting for where time will be up.
      return wait !== undefined && Date.now() + wait < deadline.ends ? wait : undefined;
    };
    try {
      const make = (url?: URL) => {
        const request = plan.sign(credentials, limit.signal, url);
        repeatable = isRepeatable(operation, retry, request.headers);
        return request;
      };
      tell({ kind: "request", call, attempt, body });
      response = await limit.race(followRedirects(operation, make, send));
      reason = response.status;
      tell({ kind: "response", call, attempt, status: reason, milliseconds: Date.now() - begun });
      if (reason === 401 && credentials.renewable && !refreshed) {
        refreshed = true;
        const before = credentials.secrets.join();
        // Where none is to be had, the 401 stands.
        const fresh = await authorize(true).catch(() => credentials);
        const after = fresh.secrets.join();
        if (after && after !== before) {
          credentials = fresh;
          attempt--;
          await discard(response);
          continue;
        }
      }
      delay = isPassing(reason) ? planDelay() : undefined;
      if (delay === undefined) {
        const answer = await limit.race(decodeResponse(operation, response, client.parseJson));
        const { status } = response;
        showAs(response, () => `Response { ${status} ${plan.shown} }`);
        return { response, answer };
      }
      await discard(response);
    } catch (thrown) {
      const fault: unknown = limit.signal?.aborted ? limit.signal.reason : thrown;
      if (deadline.signal?.aborted || progress.sent === sent) throw fault;
      reason = limit.signal?.aborted ? "timeout" : "network";
      // What was read of the answer is gone, and its `Retry-After` with it.
      response = undefined;
      delay = planDelay();
      if (delay === undefined) throw fault;
    } finally {
      limit.end();
    }
    tell({ kind: "retry", call, attempt, reason, delay });
    await sleep(delay, deadline);
  }
}

/** The caller's layers around its `fetch`. */
function layer(
  { fetch, middleware = [] }: ClientOptions,
  progress: Progress,
): (request: Request) => Promise<Response> {
  const send = async (request: Request) => {
    progress.sent++;
    // A layer may send the same request again. `fetch` is looked up now, so that one replaced since is called.
    const sent = middleware.length > 0 ? request.clone() : request;
    return (fetch ?? globalThis.fetch)(sent);
  };
  return middleware.reduceRight<typeof send>((next, wrap) => async (request) => wrap(request, next), send);
}

async function sleep(milliseconds: number, deadline: Deadline): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slept = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await deadline.race(slept).finally(() => clearTimeout(timer));
}
