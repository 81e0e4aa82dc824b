import { afterEach, expect, test, vi } from "vitest";
import type { ClientOptions } from "../src/client-options.ts";
import { createCaller } from "../src/create-caller.ts";
import type { Operation } from "../src/operation.ts";
import { call, startServer } from "./support/call.ts";
import { findClosedOrigin } from "./support/loopback.ts";
import { describeOperation } from "./support/operation.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

test("a documented answer is told with its status and its data", async () => {
  const { baseUrl, requests } = await startServer();
  const outcome = await call({ baseUrl });
  expect(outcome).toMatchObject({ ok: true, status: 200, data: { a: 1 } });
  expect(requests.map(({ url }) => url)).toEqual(["/things"]);
});

test("an answer that nobody documented is told apart", async () => {
  const { baseUrl } = await startServer((_, response) => response.writeHead(503).end("later"));
  const outcome = await call({ baseUrl });
  expect(outcome).toMatchObject({ ok: false, status: "undocumented", data: "later" });
  expect("response" in outcome && outcome.response.status).toBe(503);
});

test("a body that is not what was documented is told apart", async () => {
  const { baseUrl } = await startServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<h1>Log in</h1>");
  });
  expect(await call({ baseUrl })).toMatchObject({ ok: false, status: "invalid-response" });
});

test("a port at which nothing listens is a fault of the network", async () => {
  const outcome = await call({ baseUrl: await findClosedOrigin() });
  expect(outcome).toMatchObject({
    ok: false,
    status: "network",
    error: { cause: { cause: { code: "ECONNREFUSED" } } },
  });
  expect("error" in outcome && outcome.error.message).toContain("connect ECONNREFUSED");
});

test("a connection that is reset before the answer is a fault of the network", async () => {
  const { baseUrl } = await startServer((request) => request.socket.destroy());
  expect(await call({ baseUrl })).toMatchObject({ ok: false, status: "network", error: expect.any(Error) });
});

const broken: readonly { name: string; operation?: Partial<Operation>; status: number; length: boolean }[] = [
  { name: "a body that breaks off is a fault of the network", status: 200, length: true },
  { name: "a body of chunks that breaks off is a fault of the network", status: 200, length: false },
  { name: "an undocumented body that breaks off is a fault of the network", status: 500, length: true },
  {
    name: "text that breaks off is a fault of the network",
    operation: { responses: { 200: ["application/*"] } },
    status: 200,
    length: true,
  },
];

test.each(broken)("$name", async ({ operation, status, length }) => {
  const { baseUrl } = await startServer((request, response) => {
    response.writeHead(status, {
      "content-type": "application/json",
      ...(length && { "content-length": "100" }),
    });
    response.write('{"a":1}', () => request.socket.destroy());
  });
  expect(await call({ baseUrl }, operation)).toMatchObject({
    ok: false,
    status: "network",
    error: expect.any(Error),
  });
});

test("a call that is aborted before it starts sends nothing", async () => {
  const { baseUrl, requests } = await startServer();
  const outcome = await call({ baseUrl }, {}, {}, { signal: AbortSignal.abort() });
  expect(outcome).toMatchObject({ ok: false, status: "aborted", error: { cause: { name: "AbortError" } } });
  expect(requests).toEqual([]);
});

test("a call that is aborted while it waits for the answer ends", async () => {
  const controller = new AbortController();
  const { baseUrl } = await startServer(() => controller.abort());
  const outcome = await call({ baseUrl }, {}, {}, { signal: controller.signal });
  expect(outcome).toMatchObject({ ok: false, status: "aborted", error: { cause: { name: "AbortError" } } });
});

test("a call that is aborted while it reads the body ends", async () => {
  const controller = new AbortController();
  const { baseUrl } = await startServer((_, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "100" }).write("{");
  });
  const client: ClientOptions = {
    baseUrl,
    fetch: async (request) => {
      const response = await fetch(request);
      setImmediate(() => controller.abort());
      return response;
    },
  };
  const outcome = await call(client, {}, {}, { signal: controller.signal });
  expect(outcome).toMatchObject({ ok: false, status: "aborted", error: { cause: { name: "AbortError" } } });
});

test("a call that is aborted while it waits for a credential ends when the credential does", async () => {
  const { baseUrl, requests } = await startServer();
  const controller = new AbortController();
  const bearer = async (): Promise<string> => {
    controller.abort();
    throw controller.signal.reason;
  };
  const operation = describeOperation({ security: [[{ name: "bearer", kind: "bearer" }]] });
  const outcome = await call({ baseUrl, auth: { bearer } }, operation, {}, { signal: controller.signal });
  expect(outcome).toMatchObject({ ok: false, status: "aborted" });
  expect(requests).toEqual([]);
});

test("a time limit is a signal as any other", async () => {
  const { baseUrl } = await startServer(() => undefined);
  const outcome = await call({ baseUrl }, {}, {}, { signal: AbortSignal.timeout(1) });
  expect(outcome).toMatchObject({ ok: false, status: "timeout", error: { cause: { name: "TimeoutError" } } });
});

test("a signal that ends nothing does no harm", async () => {
  const { baseUrl } = await startServer();
  const outcome = await call({ baseUrl }, {}, {}, { signal: new AbortController().signal });
  expect(outcome).toMatchObject({ ok: true, status: 200 });
});

const thrown: readonly { name: string; given: unknown }[] = [
  { name: "text that is thrown is the cause of an error", given: "gone" },
  { name: "undefined that is thrown is the cause of an error", given: undefined },
  { name: "an object that cannot be written is the cause of an error", given: Object.create(null) },
  { name: "a symbol that is thrown is the cause of an error", given: Symbol("gone") },
];

test.each(thrown)("$name", async ({ given }) => {
  const fetch = () => Promise.reject(given);
  const outcome = await call({ baseUrl: "http://localhost", fetch });
  expect(outcome).toMatchObject({ ok: false, status: "network" });
  const error = "error" in outcome ? outcome.error : undefined;
  expect(error).toBeInstanceOf(Error);
  expect(error?.cause).toBe(given);
});

test("an error that is thrown is the cause of the error, which tells of the call", async () => {
  const fault = new Error("gone");
  const outcome = await call({ baseUrl: "http://localhost", fetch: () => Promise.reject(fault) });
  expect("error" in outcome && outcome.error.cause).toBe(fault);
  expect("error" in outcome && outcome.error.message).toBe("GET http://localhost/things: network: gone");
});

test("a fetch that throws at once is a fault of the network", async () => {
  const fetch = () => {
    throw new Error("gone");
  };
  expect(await call({ baseUrl: "http://localhost", fetch })).toMatchObject({ ok: false, status: "network" });
});

test("a fetch that gives no answer is a fault of the network", async () => {
  const fetch = async () => undefined as unknown as Response;
  expect(await call({ baseUrl: "http://localhost", fetch })).toMatchObject({ ok: false, status: "network" });
});

test("a global fetch that is replaced after the client was made is the one that is called", async () => {
  const caller = createCaller({ baseUrl: "http://localhost" }, []);
  const replaced = vi.fn(async () => Response.json({ a: 2 }));
  vi.stubGlobal("fetch", replaced);
  const operation = describeOperation({ responses: { 200: ["application/json"] } });
  expect(await caller(operation)()).toMatchObject({ ok: true, data: { a: 2 } });
  expect(replaced).toHaveBeenCalledTimes(1);
});

test("the client's own fetch is called instead of the global one, with a whole request", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new Error("not this one")));
  const own = vi.fn(async (_: Request) => Response.json({ a: 3 }));
  const outcome = await call({ baseUrl: "http://localhost/base", fetch: own });
  expect(outcome).toMatchObject({ ok: true, data: { a: 3 } });
  expect(own.mock.calls[0]?.[0].url).toBe("http://localhost/base/things");
});

async function refuse(): Promise<string> {
  throw new Error("the vault is closed");
}

const bearer: Partial<Operation> = { security: [[{ name: "bearer", kind: "bearer" }]] };

test("no way to end leaves a rejection that nobody handles", async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on("unhandledRejection", note);
  const controller = new AbortController();
  const { baseUrl } = await startServer((request, response) => {
    if (request.url === "/waits") return controller.abort();
    response.writeHead(request.url === "/html" ? 200 : 500, { "content-length": "100" });
    response.write("<", () => request.socket.destroy());
  });
  const outcomes = await Promise.all([
    call({ baseUrl: await findClosedOrigin() }),
    call({ baseUrl }, { path: "/breaks" }),
    call({ baseUrl }, { path: "/html" }),
    call({ baseUrl }, { path: "/waits" }, {}, { signal: controller.signal }),
    call({ baseUrl }, { path: "/{id}" }),
    call({ baseUrl, auth: { bearer: refuse } }, bearer),
  ]);
  // The platform tells of an unhandled rejection once the microtasks are done.
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", note);
  expect(outcomes.map(({ ok }) => ok)).toEqual([false, false, false, false, false, false]);
  expect(unhandled).toEqual([]);
});
