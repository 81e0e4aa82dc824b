import { expect, test, vi } from "vitest";
import type { CallEvent } from "../src/call-event.ts";
import type { CallOptions, ClientOptions, Credential, RetryOptions } from "../src/client-options.ts";
import { createCaller } from "../src/create-caller.ts";
import type { Middleware } from "../src/middleware.ts";
import type { Arguments, Operation } from "../src/operation.ts";
import { call } from "./support/call.ts";
import { findClosedOrigin } from "./support/loopback.ts";
import { describeOperation } from "./support/operation.ts";
import { beginAnswer, hang, pick, reset, type Step, show, startScripted } from "./support/scripted.ts";

const quick: RetryOptions = { baseDelay: 1 };

const post: Partial<Operation> = { method: "POST", requestBody: ["application/json"] };
const withKey: Partial<Operation> = { ...post, parameters: [{ name: "Idempotency-Key", in: "header" }] };

const repeated: readonly {
  name: string;
  first: Step;
  operation?: Partial<Operation>;
  given?: Arguments;
  retry?: RetryOptions | false;
  options?: CallOptions;
  want: string | number;
  sent: number;
}[] = [
  { name: "408 is asked again", first: 408, want: 200, sent: 2 },
  { name: "429 is asked again", first: 429, want: 200, sent: 2 },
  { name: "502 is asked again", first: 502, want: 200, sent: 2 },
  { name: "503 is asked again", first: 503, want: 200, sent: 2 },
  { name: "504 is asked again", first: 504, want: 200, sent: 2 },
  { name: "500 is told as it is", first: 500, want: "undocumented", sent: 1 },
  { name: "404 is told as it is", first: 404, want: "undocumented", sent: 1 },
  { name: "409 is told as it is", first: 409, want: "undocumented", sent: 1 },
  { name: "a connection that breaks is tried again", first: reset, want: 200, sent: 2 },
  { name: "a body that breaks off is asked for again", first: beginAnswer(true), want: 200, sent: 2 },
  {
    name: "a documented status is asked again as well",
    first: 429,
    operation: { responses: { 200: ["application/json"], 429: [] } },
    want: 200,
    sent: 2,
  },
  { name: "a PUT is sent again", first: 503, operation: { ...post, method: "PUT" }, want: 200, sent: 2 },
  { name: "a DELETE is sent again", first: 503, operation: { method: "DELETE" }, want: 200, sent: 2 },
  { name: "a POST is not sent again", first: 503, operation: post, want: "undocumented", sent: 1 },
  {
    name: "a PATCH is not sent again",
    first: 503,
    operation: { ...post, method: "PATCH" },
    want: "undocumented",
    sent: 1,
  },
  {
    name: "a POST is not sent again where the connection breaks",
    first: reset,
    operation: post,
    want: "network",
    sent: 1,
  },
  {
    name: "a POST is not sent again where the body breaks off",
    first: beginAnswer(true),
    operation: post,
    want: "network",
    sent: 1,
  },
  {
    name: "a POST is sent again where the document says that it may",
    first: 503,
    operation: { ...post, idempotent: true },
    want: 200,
    sent: 2,
  },
  {
    name: "a GET is not sent again where the document says that it must not",
    first: 503,
    operation: { idempotent: false },
    want: "undocumented",
    sent: 1,
  },
  {
    name: "a POST is sent again where the client says that it may",
    first: 503,
    operation: post,
    retry: { ...quick, idempotent: true },
    want: 200,
    sent: 2,
  },
  {
    name: "a POST is sent again where the call says that it may, with the client's delays",
    first: 503,
    operation: post,
    options: { retry: { idempotent: true } },
    want: 200,
    sent: 2,
  },
  {
    name: "a POST with a key of its own is sent again",
    first: 503,
    operation: withKey,
    given: { body: {}, headers: { "Idempotency-Key": "k" } },
    want: 200,
    sent: 2,
  },
  {
    name: "a POST with a key among the call's headers is sent again",
    first: 503,
    operation: post,
    options: { headers: { "idempotency-key": "k" } },
    want: 200,
    sent: 2,
  },
  { name: "a client may have nothing sent again", first: 503, retry: false, want: "undocumented", sent: 1 },
  {
    name: "a call may have nothing sent again",
    first: 503,
    options: { retry: false },
    want: "undocumented",
    sent: 1,
  },
  {
    name: "a call may be sent again where the client would not",
    first: 503,
    retry: false,
    options: { retry: quick },
    want: 200,
    sent: 2,
  },
  {
    name: "a server that asks for too long a wait is answered at once",
    first: { status: 503, headers: { "retry-after": "3600" } },
    want: "undocumented",
    sent: 1,
  },
  {
    name: "a server that asks for no wait is asked at once",
    first: { status: 429, headers: { "retry-after": "0" } },
    retry: { baseDelay: 60_000 },
    want: 200,
    sent: 2,
  },
  {
    name: "a date that has passed is no wait",
    first: { status: 429, headers: { "retry-after": new Date(0).toUTCString() } },
    retry: { baseDelay: 60_000 },
    want: 200,
    sent: 2,
  },
];

test.each(repeated)("$name", async ({ first, operation, given, retry = quick, options, want, sent }) => {
  const { baseUrl, requests } = await startScripted(first, 200);
  const args = given ?? (operation?.requestBody && { body: { b: 1 } });
  const outcome = await call({ baseUrl, retry }, operation, args, options);
  expect(outcome.status).toBe(want);
  expect(requests).toHaveLength(sent);
});

test("a port at which nothing listens is tried three times", async () => {
  const events: CallEvent[] = [];
  const client: ClientOptions = {
    baseUrl: await findClosedOrigin(),
    retry: quick,
    onEvent: (event) => events.push(event),
  };
  expect(await call(client)).toMatchObject({ ok: false, status: "network" });
  expect(pick(events, "request").map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
  expect(pick(events, "retry").map(({ attempt, reason }) => [attempt, reason])).toEqual([
    [1, "network"],
    [2, "network"],
  ]);
});

test("a server that never recovers is asked as often as allowed, and its last answer is told", async () => {
  const { baseUrl, requests } = await startScripted(503, 502, 504, 429, 200);
  const outcome = await call({ baseUrl, retry: { ...quick, attempts: 4 } });
  expect(outcome).toMatchObject({ ok: false, status: "undocumented", response: { status: 429 } });
  expect(requests).toHaveLength(4);
});

test.each([
  { name: "seconds", make: () => "1" },
  { name: "a date", make: () => new Date(Date.now() + 2000).toUTCString() },
])("Retry-After in $name is what is waited", async ({ make }) => {
  const { baseUrl } = await startScripted({ status: 429, headers: { "retry-after": make() } }, 200);
  const events: CallEvent[] = [];
  const controller = new AbortController();
  const onEvent = (event: CallEvent) => {
    events.push(event);
    if (event.kind === "retry") setImmediate(() => controller.abort());
  };
  await call({ baseUrl, retry: quick, onEvent }, {}, {}, { signal: controller.signal });
  const [delay = 0] = pick(events, "retry").map((event) => event.delay);
  expect(delay).toBeGreaterThan(900);
  expect(delay).toBeLessThanOrEqual(2000);
});

test("delays grow, and are shortened at random by half at most", async () => {
  const { baseUrl } = await startScripted(503);
  const events: CallEvent[] = [];
  await call({ baseUrl, retry: { baseDelay: 4, attempts: 4 }, onEvent: (event) => events.push(event) });
  const delays = pick(events, "retry").map(({ delay }) => delay);
  expect(delays).toHaveLength(3);
  for (const [index, most] of [4, 8, 16].entries()) {
    expect(delays[index]).toBeLessThanOrEqual(most);
    expect(delays[index]).toBeGreaterThanOrEqual(most / 2);
  }
});

test("where the whole call's time would be up before the next attempt, the answer is told at once", async () => {
  const { baseUrl, requests } = await startScripted(503, 200);
  const begun = Date.now();
  const outcome = await call({ baseUrl, timeout: 5000, retry: { baseDelay: 20_000 } });
  expect(outcome).toMatchObject({ status: "undocumented", response: { status: 503 } });
  expect(requests).toHaveLength(1);
  expect(Date.now() - begun).toBeLessThan(4000);
});

test("where the whole call's time would be up before the next attempt, a fault is told at once", async () => {
  const { baseUrl, requests } = await startScripted(reset, 200);
  expect(await call({ baseUrl, timeout: 5000, retry: { baseDelay: 20_000 } })).toMatchObject({
    status: "network",
  });
  expect(requests).toHaveLength(1);
});

test("a call that is aborted while it waits for the next attempt ends at once", async () => {
  const { baseUrl, requests } = await startScripted(503, 200);
  const controller = new AbortController();
  const onEvent = ({ kind }: CallEvent) => kind === "retry" && setImmediate(() => controller.abort("enough"));
  const begun = Date.now();
  const outcome = await call(
    { baseUrl, retry: { baseDelay: 20_000 }, onEvent },
    {},
    {},
    { signal: controller.signal },
  );
  expect(outcome).toMatchObject({ ok: false, status: "aborted", error: { cause: "enough" } });
  expect(requests).toHaveLength(1);
  expect(Date.now() - begun).toBeLessThan(4000);
});

test.each([
  { name: "the answer", step: hang },
  { name: "the end of the body", step: beginAnswer(false) },
])("an attempt that waits too long for $name is made again", async ({ step }) => {
  const { baseUrl, requests } = await startScripted(step, 200);
  const events: CallEvent[] = [];
  const client: ClientOptions = {
    baseUrl,
    attemptTimeout: 500,
    retry: quick,
    onEvent: (event) => events.push(event),
  };
  expect(await call(client)).toMatchObject({ ok: true, data: { a: 1 } });
  expect(requests).toHaveLength(2);
  expect(pick(events, "retry")).toMatchObject([{ attempt: 1, reason: "timeout" }]);
});

test("attempts that all wait too long end in a timeout that names an attempt's time", async () => {
  const { baseUrl, requests } = await startScripted(hang);
  const outcome = await call({ baseUrl, attemptTimeout: 500, retry: { ...quick, attempts: 2 } });
  expect(outcome).toMatchObject({ ok: false, status: "timeout" });
  expect("error" in outcome && outcome.error.message).toContain("timeout: no answer within 500 ms");
  expect(requests).toHaveLength(2);
});

test("a POST whose attempt waits too long is not sent again", async () => {
  const { baseUrl, requests } = await startScripted(hang);
  const outcome = await call({ baseUrl, attemptTimeout: 500, retry: quick }, post, { body: {} });
  expect(outcome).toMatchObject({ ok: false, status: "timeout" });
  expect(requests).toHaveLength(1);
});

test("a call's own time for an attempt is above the client's", async () => {
  const { baseUrl } = await startScripted(hang);
  const outcome = await call({ baseUrl, attemptTimeout: 60_000 }, {}, {}, { attemptTimeout: 5 });
  expect("error" in outcome && outcome.error.message).toContain("within 5 ms");
});

test.each<{ name: string; step: Step; client?: ClientOptions; operation?: Partial<Operation> }>([
  { name: "waiting for the answer", step: hang },
  { name: "reading the body", step: beginAnswer(false) },
  { name: "reading a body that nobody documented", step: beginAnswer(false), operation: { responses: {} } },
  {
    name: "waiting between attempts that each have more time",
    step: hang,
    client: { attemptTimeout: 20, retry: { attempts: 99, baseDelay: 1 } },
  },
  {
    name: "waiting for a credential",
    step: 200,
    client: { auth: { bearer: () => new Promise<string>(() => {}) } },
    operation: { security: [[{ name: "bearer", kind: "bearer" }]] },
  },
  {
    name: "waiting for a fetch that heeds no signal",
    step: 200,
    client: { fetch: () => new Promise<Response>(() => {}) },
  },
  {
    name: "waiting for a body that heeds no signal",
    step: 200,
    client: {
      fetch: async () =>
        new Response(new ReadableStream(), { headers: { "content-type": "application/json" } }),
    },
  },
  {
    name: "waiting in a layer",
    step: 200,
    client: { middleware: [() => new Promise<Response>(() => {})] },
  },
])("the whole call's time is up while $name", async ({ step, client, operation }) => {
  const { baseUrl } = await startScripted(step);
  const outcome = await call({ baseUrl, timeout: 50, ...client }, operation);
  expect(outcome).toMatchObject({ ok: false, status: "timeout" });
  // An attempt that ends when there is no time left for another tells of its own time.
  expect("error" in outcome && outcome.error.message).toMatch(/no answer within (50|20) ms/);
});

const bodies: readonly { name: string; media: string; make: () => unknown; want: RegExp }[] = [
  { name: "JSON", media: "application/json", make: () => ({ name: "Ada" }), want: /^\{"name":"Ada"\}$/ },
  { name: "text", media: "text/plain", make: () => "Ada", want: /^Ada$/ },
  {
    name: "a form",
    media: "application/x-www-form-urlencoded",
    make: () => ({ name: "Ada" }),
    want: /^name=Ada$/,
  },
  { name: "a Blob", media: "image/png", make: () => new Blob(["bytes"]), want: /^bytes$/ },
  { name: "bytes", media: "image/png", make: () => new TextEncoder().encode("bytes"), want: /^bytes$/ },
  {
    name: "parts",
    media: "multipart/form-data",
    make: () => ({ name: "Ada", file: new File(["bytes"], "a.txt") }),
    want: /^--.*name="name"\r\n\r\nAda\r\n--.*filename="a.txt".*\r\n\r\nbytes\r\n--.*--\s*$/s,
  },
  {
    name: "a FormData of the caller's",
    media: "multipart/form-data",
    make: () => {
      const form = new FormData();
      form.append("name", "Ada");
      return form;
    },
    want: /name="name"\r\n\r\nAda\r\n/,
  },
];

const through: Middleware = (request, next) => next(request);

test.each(bodies)(
  "$name is sent whole on every attempt, through layers and redirects",
  async ({ media, make, want }) => {
    for (const middleware of [[], [through]]) {
      const moved = { status: 308, headers: { location: "/moved" } };
      const { baseUrl, requests } = await startScripted(503, reset, moved, 200);
      const operation: Partial<Operation> = { method: "PUT", requestBody: [media] };
      const outcome = await call({ baseUrl, retry: quick, middleware }, operation, { body: make() });
      expect(outcome).toMatchObject({ ok: true });
      expect(requests).toHaveLength(4);
      for (const { body, headers } of requests) {
        expect(body).toMatch(want);
        expect(headers["content-type"]).toContain(media);
      }
    }
  },
);

const secured: Partial<Operation> = { security: [[{ name: "bearer", kind: "bearer" }]] };

/** Answers 401 to every token but one. */
function only(token: string): Step {
  return (response, request) => {
    const isRight = request.headers.authorization === `Bearer ${token}`;
    response.writeHead(isRight ? 200 : 401, { "content-type": "application/json" }).end('{"a":1}');
  };
}

const refreshes: readonly {
  name: string;
  bearer: Credential;
  operation?: Partial<Operation>;
  want: string | number;
  tokens: readonly string[];
}[] = [
  {
    name: "a function is asked for a new credential after 401, and the call is sent once more",
    bearer: ({ refresh }) => (refresh ? "new" : "old"),
    want: 200,
    tokens: ["old", "new"],
  },
  {
    name: "a POST is sent once more as well, for the server did nothing",
    bearer: async ({ refresh }) => (refresh ? "new" : "old"),
    operation: { ...post, ...secured },
    want: 200,
    tokens: ["old", "new"],
  },
  {
    name: "a function is asked for a new credential once only",
    bearer: ({ refresh }) => (refresh ? "newer" : "old"),
    want: "undocumented",
    tokens: ["old", "newer"],
  },
  { name: "a value has no newer one", bearer: "old", want: "undocumented", tokens: ["old"] },
  {
    name: "a function that gives the same again leaves the 401",
    bearer: () => "old",
    want: "undocumented",
    tokens: ["old"],
  },
  {
    name: "a function that has none any more leaves the 401",
    bearer: ({ refresh }) => (refresh ? undefined : "old"),
    want: "undocumented",
    tokens: ["old"],
  },
  {
    name: "a function that fails leaves the 401",
    bearer: ({ refresh }) => {
      if (refresh) throw new Error("the vault is closed");
      return "old";
    },
    want: "undocumented",
    tokens: ["old"],
  },
  {
    name: "a function that fails later leaves the 401",
    bearer: async ({ refresh }) => {
      if (refresh) throw new Error("the vault is closed");
      return "old";
    },
    want: "undocumented",
    tokens: ["old"],
  },
];

test.each(refreshes)("$name", async ({ bearer, operation = secured, want, tokens }) => {
  const { baseUrl, requests } = await startScripted(only("new"));
  const given = operation.requestBody && { body: { b: 1 } };
  const outcome = await call({ baseUrl, auth: { bearer }, retry: quick }, operation, given);
  expect(outcome.status).toBe(want);
  expect(requests.map(({ headers }) => headers.authorization)).toEqual(
    tokens.map((token) => `Bearer ${token}`),
  );
  if (operation.requestBody) expect(requests.map(({ body }) => body)).toEqual(['{"b":1}', '{"b":1}']);
  expect(show(outcome)).not.toMatch(/old|newer/);
});

test("a documented 401 is refreshed as well, and told where that does not help", async () => {
  const { baseUrl } = await startScripted(401);
  const bearer: Credential = ({ refresh }) => (refresh ? "new" : "old");
  const responses = { 200: ["application/json"], 401: [] };
  const outcome = await call({ baseUrl, auth: { bearer } }, { ...secured, responses });
  expect(outcome).toMatchObject({ ok: false, status: 401, data: undefined });
});

test("a refresh costs no attempt", async () => {
  const { baseUrl, requests } = await startScripted(503, 401, 503, 200);
  const bearer: Credential = ({ refresh }) => (refresh ? "new" : "old");
  expect(await call({ baseUrl, auth: { bearer }, retry: quick }, secured)).toMatchObject({ ok: true });
  expect(requests.map(({ headers }) => headers.authorization)).toEqual([
    "Bearer old",
    "Bearer old",
    "Bearer new",
    "Bearer new",
  ]);
});

test("calls that are refused at the same time share one refresh", async () => {
  const { baseUrl, requests } = await startScripted(only("new"));
  const arrived = defer();
  const refresh = vi.fn(async () => {
    await arrived.promise;
    return "new";
  });
  const bearer: Credential = (context) => (context.refresh ? refresh() : "old");
  let refused = 0;
  const onEvent = (event: CallEvent) => {
    if (event.kind === "response" && event.status === 401 && ++refused === 5) setImmediate(arrived.resolve);
  };
  const method = createCaller(
    { baseUrl, auth: { bearer }, onEvent },
    [],
  )<[], { ok: boolean }>(describeOperation({ ...secured, responses: { 200: ["application/json"] } }));
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => method()));
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
  expect(refresh).toHaveBeenCalledTimes(1);
  expect(requests).toHaveLength(10);
});

/** A promise that the test resolves. */
function defer() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
