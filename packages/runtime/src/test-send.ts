import type { TestReply } from "./test-reply.ts";

/**
 * Answers as a network would: late, if that is asked for, and not at all once the request is aborted.
 *
 * @throws what the request was aborted with; TypeError for a fault of the network, as `fetch` has it
 */
export async function sendReply(reply: TestReply, request: Request): Promise<Response> {
  waiting.add(request);
  try {
    await wait(reply.kind === "hang" ? undefined : reply.delay, request.signal);
  } finally {
    waiting.delete(request);
  }
  switch (reply.kind) {
    case "hang":
    case "network":
      throw new TypeError("fetch failed", { cause: new Error("the test asked for a fault of the network") });
    case "response": {
      const { status, headers, body } = reply;
      return new Response(body, { status, headers });
    }
  }
}

/** Node's signal of a request is told of an abort only while the request itself is in memory. */
const waiting = new Set<Request>();

/** Waits some milliseconds, or for ever. */
function wait(delay: number | undefined, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    if (delay === 0) return resolve();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer =
      delay === undefined
        ? undefined
        : setTimeout(() => {
            signal.removeEventListener("abort", stop);
            resolve();
          }, delay);
    signal.addEventListener("abort", stop, { once: true });
  });
}
