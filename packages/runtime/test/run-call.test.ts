import { afterEach, expect, test, vi } from "vitest";
import type { CallEvent } from "../src/call-event.ts";
import type { ClientOptions } from "../src/client-options.ts";
import { createCaller } from "../src/create-caller.ts";
import type { Middleware } from "../src/middleware.ts";
import type { Arguments, Operation } from "../src/operation.ts";
import type { Outcome } from "../src/outcome.ts";
import { unwrap } from "../src/unwrap.ts";
import { call } from "./support/call.ts";
import { describeOperation } from "./support/operation.ts";
import { hang, reset, type Step, show, startScripted } from "./support/scripted.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const json = (body: unknown, status = 200): Step => {
  return (response) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
};

test("every step of a call is told, in order", async () => {
  const { baseUrl } = await startScripted(503, reset, 200);
  const events: CallEvent[] = [];
  await call(
    { baseUrl, retry: { baseDelay: 1 }, onEvent: (event) => events.push(event) },
    { method: "PUT", path: "/pets/{id}", requestBody: ["application/json"] },
    { path: { id: 7 }, body: { name: "Ada" } },
  );
  const whole = { operation: "readThing", method: "PUT", url: `${baseUrl}/pets/7` };
  expect(events).toMatchObject([
    { kind: "request", attempt: 1, body: { name: "Ada" } },
    { kind: "response", attempt: 1, status: 503, milliseconds: expect.any(Number) },
    { kind: "retry", attempt: 1, reason: 503, delay: expect.any(Number) },
    { kind: "request", attempt: 2, body: { name: "Ada" } },
    { kind: "retry", attempt: 2, reason: "network", delay: expect.any(Number) },
    { kind: "request", attempt: 3, body: { name: "Ada" } },
    { kind: "response", attempt: 3, status: 200, milliseconds: expect.any(Number) },
    { kind: "outcome", status: 200, milliseconds: expect.any(Number) },
  ]);
  expect(new Set(events.map((event) => event.call)).size).toBe(1);
  expect(events[0]?.call).toEqual(whole);
});

test("a call that is refused before it is sent is told by its outcome alone", async () => {
  const onEvent = vi.fn();
  await call({ baseUrl: "http://localhost", onEvent }, { path: "/pets/{id}" });
  expect(onEvent.mock.calls).toMatchObject([
    [{ kind: "outcome", status: "invalid-request", call: { url: "/pets/{id}" } }],
  ]);
});

const hooks: readonly { name: string; onEvent: (event: CallEvent) => unknown }[] = [
  {
    name: "throws",
    onEvent: () => {
      throw new Error("the log is full");
    },
  },
  { name: "rejects", onEvent: () => Promise.reject(new Error("the log is full")) },
];

test.each(hooks)("a hook that $name has no say in the call", async ({ onEvent }) => {
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  const { baseUrl } = await startScripted(503, 200);
  const outcome = await call({ baseUrl, retry: { baseDelay: 1 }, onEvent });
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", unhandled);
  expect(outcome).toMatchObject({ ok: true, data: { a: 1 } });
  expect(unhandled).not.toHaveBeenCalled();
});

const secret = "s3cret+/=";
const escaped = encodeURIComponent(secret);
const basic = btoa(`ada:${secret}`);
const leak = new RegExp(`s3cret|${basic.slice(0, 12)}`);

const everywhere: Partial<Operation> = {
  path: "/pets/{token}",
  parameters: [
    { name: "token", in: "path" },
    { name: "code", in: "query" },
    { name: "X-Pin", in: "header" },
    { name: "visit", in: "cookie" },
    { name: "page", in: "query" },
  ],
  method: "PUT",
  requestBody: ["application/json", "multipart/form-data", "application/x-www-form-urlencoded"],
  sensitiveParameters: ["token", "code", "X-Pin", "visit"],
  sensitive: ["password"],
  responses: { 200: ["application/json"], 404: ["application/json"] },
  security: [
    [
      { name: "basic", kind: "basic" },
      { name: "header", kind: "apiKey", in: "header", parameter: "X-Key" },
      { name: "query", kind: "apiKey", in: "query", parameter: "key" },
      { name: "cookie", kind: "apiKey", in: "cookie", parameter: "sid" },
    ],
  ],
};

const auth = {
  basic: { username: "ada", password: secret },
  header: secret,
  query: secret,
  cookie: secret,
};

const given: Arguments = {
  path: { token: secret },
  query: { code: secret, page: 2 },
  headers: { "X-Pin": secret },
  cookies: { visit: secret },
  body: { name: "Ada", login: { password: secret } },
};

const form = new FormData();
form.append("password", secret);

const shown: readonly {
  name: string;
  step?: Step;
  client?: ClientOptions;
  operation?: Partial<Operation>;
  body?: unknown;
  contentType?: string;
  want: string | number;
}[] = [
  { name: "a success", step: json({ login: { password: secret } }), want: 200 },
  { name: "a documented failure", step: json({ password: secret }, 404), want: 404 },
  { name: "an undocumented answer", step: json({ password: secret }, 418), want: "undocumented" },
  { name: "an answer that is no JSON", step: (response) => response.end(secret), want: "invalid-response" },
  { name: "a fault of the network", step: reset, want: "network" },
  { name: "a timeout", step: hang, client: { timeout: 15 }, want: "timeout" },
  { name: "a form", body: { password: secret }, contentType: "application/x-www-form-urlencoded", want: 200 },
  { name: "parts", body: { password: secret }, contentType: "multipart/form-data", want: 200 },
  { name: "parts that the caller made", body: form, contentType: "multipart/form-data", want: 200 },
  {
    name: "a form that the caller made",
    body: new URLSearchParams({ password: secret }),
    contentType: "application/x-www-form-urlencoded",
    want: 200,
  },
  {
    name: "a fetch that throws what it was given",
    client: { fetch: (request) => Promise.reject(new Error(`no way to ${request.url}`)) },
    want: "network",
  },
  {
    name: "a fetch that throws its request",
    client: { fetch: (request) => Promise.reject(Object.assign(new Error("no way"), { request })) },
    want: "network",
  },
  {
    name: "a fetch that throws the headers as data",
    client: {
      fetch: ({ headers }) =>
        Promise.reject(
          Object.assign(new Error("no way"), { config: { headers: Object.fromEntries(headers) } }),
        ),
    },
    want: "network",
  },
  {
    name: "a platform that tells the URL, of a call without credentials",
    client: {
      auth: {},
      fetch: ({ url }) => Promise.reject(Object.assign(new TypeError(`no way to ${url}`), { path: url })),
    },
    operation: { security: [] },
    want: "network",
  },
  {
    name: "a sensitive parameter of a call without credentials",
    client: { auth: {} },
    operation: { security: [] },
    want: 200,
  },
];

test.each(shown)("no secret is shown of $name: not by its outcome, its error or its events", async (row) => {
  const { baseUrl } = await startScripted(row.step ?? 200);
  const events: CallEvent[] = [];
  const requests: Request[] = [];
  const look: Middleware = (request, next) => {
    requests.push(request);
    return next(request);
  };
  const client: ClientOptions = {
    baseUrl,
    auth,
    onEvent: (event) => events.push(event),
    middleware: [look],
    ...row.client,
  };
  const { body = given.body, contentType } = row;
  const args = { ...given, body, ...(contentType && { contentType }) };
  const outcome: Outcome = await call(client, { ...everywhere, ...row.operation }, args);
  expect(outcome.status).toBe(row.want);
  expect(outcome.call.url).toBe(`${baseUrl}/pets/***?code=***&page=2`);
  expect(requests).toHaveLength(1);
  for (const value of [outcome, outcome.call, requests, events]) expect(show(value)).not.toMatch(leak);
  expect(JSON.stringify(events)).not.toMatch(leak);
  const error = catchError(outcome);
  if (error === undefined) return;
  expect(show(error)).not.toMatch(leak);
  expect(JSON.stringify(error)).not.toMatch(leak);
  expect(String(error)).not.toMatch(leak);
});

function catchError(outcome: Outcome): unknown {
  try {
    unwrap(outcome);
  } catch (error) {
    return error;
  }
  return undefined;
}

test("what a console does not show is there all the same", async () => {
  const { baseUrl, requests } = await startScripted(json({ password: secret }));
  const outcome = await call({ baseUrl, auth }, everywhere, given);
  expect("data" in outcome && outcome.data).toEqual({ password: secret });
  expect(JSON.parse(JSON.stringify(outcome)).data).toEqual({ password: secret });
  expect(requests[0]?.url).toBe(`/pets/${escaped}?code=${escaped}&page=2&key=${escaped}`);
  expect(requests[0]?.body).toContain(secret);
  expect(requests[0]?.headers).toMatchObject({
    "x-pin": secret,
    "x-key": secret,
    authorization: `Basic ${basic}`,
  });
});

test("an outcome of an operation with sensitive members shows all that is not", async () => {
  const { baseUrl } = await startScripted(json({ name: "Ada", password: secret }));
  const text = show(await call({ baseUrl }, { ...everywhere, security: [] }, given));
  expect(text).toContain("name: 'Ada'");
  expect(text).toContain("password: '***'");
  expect(text).toContain("status: 200");
});

test("an answer that nests without end does not reject, sensitive members or not", async () => {
  const depth = 50_000;
  const body = "[".repeat(depth) + "]".repeat(depth);
  const { baseUrl } = await startScripted((response) =>
    response.writeHead(200, { "content-type": "application/json" }).end(body),
  );
  for (const sensitive of [[], ["password"]]) {
    expect((await call({ baseUrl }, { sensitive })).status).toBe(200);
  }
});

test("two clients share nothing: neither where they call, nor who they are, nor what they were told", async () => {
  const [one, other] = [await startScripted(200), await startScripted(200)];
  const operation = describeOperation({
    responses: { 200: ["application/json"] },
    security: [[{ name: "bearer", kind: "bearer" }]],
  });
  const events: [string, string][] = [];
  const make = (name: string, baseUrl: string) =>
    createCaller(
      {
        baseUrl,
        auth: { bearer: async () => name },
        headers: { "X-Client": name },
        onEvent: ({ call: { url } }) => events.push([name, url]),
      },
      [],
    )<[], Outcome>(operation);
  const methods = [make("one", one.baseUrl), make("other", other.baseUrl)];
  await Promise.all(Array.from({ length: 20 }, (_, index) => methods[index % 2]?.()));
  for (const [name, { baseUrl, requests }] of Object.entries({ one, other })) {
    expect(requests).toHaveLength(10);
    expect(new Set(requests.map(({ headers }) => headers.authorization))).toEqual(
      new Set([`Bearer ${name}`]),
    );
    expect(new Set(requests.map(({ headers }) => headers["x-client"]))).toEqual(new Set([name]));
    const urls = events.filter(([client]) => client === name).map(([, url]) => url);
    expect(new Set(urls)).toEqual(new Set([`${baseUrl}/things`]));
  }
});

test("a client that is given no credential sends none of another's", async () => {
  const { baseUrl, requests } = await startScripted(200);
  const operation: Partial<Operation> = { security: [[{ name: "bearer", kind: "bearer" }]] };
  await call({ baseUrl, auth: { bearer: "b" } }, operation);
  await call({ baseUrl }, operation);
  expect(requests.map(({ headers }) => headers.authorization)).toEqual(["Bearer b", undefined]);
});

test("the global fetch is looked up for every attempt", async () => {
  const answers = [
    async () => {
      vi.stubGlobal("fetch", answers[1]);
      return new Response(null, { status: 503 });
    },
    async () => Response.json({ a: 2 }),
  ];
  vi.stubGlobal("fetch", answers[0]);
  const outcome = await call({ baseUrl: "http://localhost", retry: { baseDelay: 1 } });
  expect(outcome).toMatchObject({ ok: true, data: { a: 2 } });
});

test("a credential that another client fails to get refuses the request, whatever status that client saw", async () => {
  const { baseUrl, requests } = await startScripted(401);
  const bearer = async () => unwrap((await call({ baseUrl }, { id: "getToken" })) as Outcome) as string;
  const outcome = await call(
    { baseUrl, auth: { bearer } },
    { security: [[{ name: "bearer", kind: "bearer" }]] },
  );
  expect(outcome).toMatchObject({ ok: false, status: "invalid-request", error: { operation: "readThing" } });
  expect(requests).toHaveLength(1);
});
