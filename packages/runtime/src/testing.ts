import type { AnyAnswer } from "./test-answer.ts";
import { createMatcher } from "./test-match.ts";
import type { TestOperation } from "./test-operation.ts";
import { planReply, type TestReply } from "./test-reply.ts";
import { readRequestBody, type TestRequest } from "./test-request.ts";
import { sendReply } from "./test-send.ts";

export type { TestAnswer, TestFault } from "./test-answer.ts";
export type { TestOperation } from "./test-operation.ts";
export type { TestRequest } from "./test-request.ts";

/** An API in memory: a `fetch` that answers by the examples of the document, and a record of what was asked. */
export interface TestServer<Answers extends { readonly [Id in keyof Answers]: AnyAnswer }> {
  /** To give to a client, or to put in the place of the global one. */
  readonly fetch: (input: Request | URL | string, init?: RequestInit) => Promise<Response>;
  /**
   * Sets what an operation answers from now on, one after the other; the last one repeats. An operation that nothing
   * is set for answers the first success of the document with its first example.
   *
   * @throws TypeError when the document has nothing for one of them to send
   */
  answer<Id extends keyof Answers & string>(
    operation: Id,
    ...answers: readonly [Answers[Id], ...Answers[Id][]]
  ): void;
  /** Every request that came, the first one first. */
  readonly requests: readonly TestRequest<keyof Answers & string>[];
  /** Forgets requests and answers. */
  reset(): void;
}

/**
 * Makes an API in memory. It needs no server, no network and no test runner.
 *
 * Its `fetch` rejects where the document or the test has nothing to answer; a client makes an outcome of that, so the
 * error also stands in `requests`.
 *
 * @param operations - what the document says of each operation
 */
export function createTestFetch<Answers extends { readonly [Id in keyof Answers]: AnyAnswer }>(
  operations: readonly TestOperation[],
): TestServer<Answers> {
  const find = createMatcher(operations);
  const replies = new Map<string, TestReply[]>();
  const requests: Recorded<keyof Answers & string>[] = [];
  const answerTo = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const match = find(request.method, pathname);
    const recorded: Recorded<keyof Answers & string> = {
      operation: match?.operation.id as (keyof Answers & string) | undefined,
      method: request.method,
      url: request.url,
      pathParameters: match?.pathParameters ?? {},
      headers: Object.fromEntries(request.headers),
      body: undefined,
    };
    requests.push(recorded);
    const queue = match && replies.get(match.operation.id);
    // Taken before the body is read, so that calls side by side get their answers in the order in which they came.
    let reply = queue !== undefined && queue.length > 1 ? queue.shift() : queue?.[0];
    recorded.body = await readRequestBody(request);
    try {
      if (match === undefined) {
        throw new TypeError(`${request.method} ${pathname} matches no operation. ${list(operations)}`);
      }
      reply ??= planReply(match.operation, {});
    } catch (error) {
      recorded.error = error as Error;
      throw error;
    }
    return sendReply(reply, request);
  };
  return {
    requests,
    fetch: async (input, init) => {
      const request = input instanceof Request && init === undefined ? input : new Request(input, init);
      request.signal.throwIfAborted();
      return answerTo(request);
    },
    answer(id, ...answers) {
      const operation = operations.find((known) => known.id === id);
      if (operation === undefined) throw new TypeError(`${id} is no operation. ${list(operations)}`);
      replies.set(
        id,
        answers.map((answer) => planReply(operation, answer)),
      );
    },
    reset() {
      replies.clear();
      requests.length = 0;
    },
  };
}

/** A request whose body and whose fault are still to come. */
type Recorded<Id extends string> = Omit<TestRequest<Id>, "body" | "error"> & {
  body: unknown;
  error?: Error;
};

function list(operations: readonly TestOperation[]): string {
  const lines = operations.map(({ id, method, path }) => `\n  ${id}: ${method} ${path}`);
  return `The document knows:${lines.join("") || " none"}`;
}
