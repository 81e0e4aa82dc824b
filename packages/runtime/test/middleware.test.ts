import { expect, test, vi } from "vitest";
import type { CallEvent } from "../src/call-event.ts";
import type { Middleware } from "../src/middleware.ts";
import type { Operation } from "../src/operation.ts";
import { call } from "./support/call.ts";
import { pick, reset, type Step, startScripted } from "./support/scripted.ts";

const put: Partial<Operation> = { method: "PUT", requestBody: ["application/json"] };
const given = { body: { name: "Ada" } };

test("layers run from the outermost in and back out again, around every attempt", async () => {
  const { baseUrl } = await startScripted(503, 200);
  const seen: string[] = [];
  const layer =
    (name: string): Middleware =>
    async (request, next) => {
      seen.push(`${name} before`);
      const response = await next(request);
      seen.push(`${name} after ${response.status}`);
      return response;
    };
  const outcome = await call({
    baseUrl,
    middleware: [layer("outer"), layer("inner")],
    retry: { baseDelay: 1 },
  });
  expect(outcome).toMatchObject({ ok: true });
  expect(seen).toEqual([
    ...["outer before", "inner before", "inner after 503", "outer after 503"],
    ...["outer before", "inner before", "inner after 200", "outer after 200"],
  ]);
});

test("a layer may change the request", async () => {
  const { baseUrl, requests } = await startScripted(200);
  const add: Middleware = (request, next) => {
    request.headers.set("X-Trace", "1");
    return next(request);
  };
  const replace: Middleware = (request, next) => next(new Request(`${request.url}?more=1`, request));
  await call({ baseUrl, middleware: [add, replace] }, put, given);
  expect(requests).toMatchObject([
    { method: "PUT", url: "/things?more=1", headers: { "x-trace": "1" }, body: '{"name":"Ada"}' },
  ]);
});

test("a layer may answer by itself, and the layers outside of it see its answer", async () => {
  const fetch = vi.fn(async () => new Response());
  const outer = vi.fn<Middleware>((request, next) => next(request));
  const cache: Middleware = async () => Response.json({ a: 7 });
  const inner = vi.fn<Middleware>((request, next) => next(request));
  const client = { baseUrl: "http://localhost", fetch, middleware: [outer, cache, inner] };
  expect(await call(client)).toMatchObject({ ok: true, data: { a: 7 } });
  expect(outer).toHaveBeenCalledTimes(1);
  expect(inner).not.toHaveBeenCalled();
  expect(fetch).not.toHaveBeenCalled();
});

test("an answer of a layer is tried again as one of the server is", async () => {
  const answers = [new Response(null, { status: 503 }), Response.json({ a: 7 })];
  const middleware: Middleware[] = [async () => answers.shift() ?? Response.error()];
  const outcome = await call({ baseUrl: "http://localhost", middleware, retry: { baseDelay: 1 } });
  expect(outcome).toMatchObject({ ok: true, data: { a: 7 } });
});

test("a layer may change the answer", async () => {
  const { baseUrl } = await startScripted(404);
  const middleware: Middleware[] = [
    async (request, next) => {
      const response = await next(request);
      return response.status === 404 ? Response.json({ a: 0 }) : response;
    },
  ];
  expect(await call({ baseUrl, middleware })).toMatchObject({ ok: true, data: { a: 0 } });
});

test("a layer may send the same request again, and its body is whole both times", async () => {
  const { baseUrl, requests } = await startScripted(418, 200);
  const again: Middleware = async (request, next) => {
    const response = await next(request);
    return response.status === 418 ? next(request) : response;
  };
  expect(await call({ baseUrl, middleware: [again] }, put, given)).toMatchObject({ ok: true });
  expect(requests.map(({ body }) => body)).toEqual(['{"name":"Ada"}', '{"name":"Ada"}']);
});

test("a layer may read a copy of the request's body", async () => {
  const { baseUrl, requests } = await startScripted(200);
  const bodies: string[] = [];
  const log: Middleware = async (request, next) => {
    bodies.push(await request.clone().text());
    return next(request);
  };
  await call({ baseUrl, middleware: [log] }, put, given);
  expect(bodies).toEqual(['{"name":"Ada"}']);
  expect(requests.map(({ body }) => body)).toEqual(['{"name":"Ada"}']);
});

const thrown: readonly {
  name: string;
  middleware: Middleware;
  step?: Step;
  want: string;
  sent: number;
}[] = [
  {
    name: "a layer that throws before it sends refuses the request, and nothing is tried again",
    middleware: async () => {
      throw new Error("closed today");
    },
    want: "invalid-request",
    sent: 0,
  },
  {
    name: "a layer that throws at once refuses the request as well",
    middleware: () => {
      throw new Error("closed today");
    },
    want: "invalid-request",
    sent: 0,
  },
  {
    name: "a layer that throws after it sent ends in a fault of the network",
    middleware: async (request, next) => {
      await next(request);
      throw new Error("closed today");
    },
    want: "network",
    sent: 2,
  },
  {
    name: "a layer that throws something of its own where the network failed is heard",
    middleware: (request, next) => next(request).catch(() => Promise.reject(new Error("closed today"))),
    step: reset,
    want: "network",
    sent: 2,
  },
];

test.each(thrown)("$name", async ({ middleware, step = 200, want, sent }) => {
  const { baseUrl, requests } = await startScripted(step);
  const retry = { attempts: 2, baseDelay: 1 };
  const outcome = await call({ baseUrl, middleware: [middleware], retry });
  expect(outcome.status).toBe(want);
  expect("error" in outcome && outcome.error.message).toBe(`GET ${baseUrl}/things: ${want}: closed today`);
  expect(requests).toHaveLength(sent);
});

test("a layer that gives no answer does not reject", async () => {
  const middleware = [async () => undefined as unknown as Response];
  const outcome = await call({ baseUrl: "http://localhost", middleware });
  expect(outcome).toMatchObject({ ok: false, error: expect.any(Error) });
});

test("layers see the request with its credentials, for one that signs needs them", async () => {
  const { baseUrl } = await startScripted(200);
  const look = vi.fn<Middleware>((request, next) => next(request));
  const security = [[{ name: "bearer", kind: "bearer" } as const]];
  await call({ baseUrl, middleware: [look], auth: { bearer: "b" } }, { security });
  expect(look.mock.calls[0]?.[0].headers.get("authorization")).toBe("Bearer b");
});

test("a redirect goes through the layers again", async () => {
  const { baseUrl } = await startScripted({ status: 302, headers: { location: "/moved" } }, 200);
  const look = vi.fn<Middleware>((request, next) => next(request));
  const events: CallEvent[] = [];
  await call({ baseUrl, middleware: [look], onEvent: (event) => events.push(event) });
  expect(look.mock.calls.map(([{ url }]) => url)).toEqual([`${baseUrl}/things`, `${baseUrl}/moved`]);
  expect(pick(events, "response")).toHaveLength(1);
});
