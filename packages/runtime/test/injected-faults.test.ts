import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import type { CallEvent } from "../src/call-event.ts";
import type { ClientOptions } from "../src/client-options.ts";
import { createCaller } from "../src/create-caller.ts";
import type { Arguments, Operation } from "../src/operation.ts";
import type { Outcome } from "../src/outcome.ts";
import { startLoopback } from "./support/loopback.ts";
import { describeOperation } from "./support/operation.ts";
import { show } from "./support/scripted.ts";

const secret = "s3cret";

const operation: Operation = describeOperation({
  path: "/things/{pin}",
  parameters: [{ name: "pin", in: "path" }],
  sensitiveParameters: ["pin"],
  responses: { 200: ["application/json"], 204: [], 206: ["text/plain"] },
  sensitive: ["password"],
  security: [
    [
      { name: "bearer", kind: "bearer" },
      { name: "key", kind: "apiKey", in: "query", parameter: "key" },
    ],
  ],
});

const given: Arguments = { path: { pin: secret } };
const auth = { bearer: async () => secret, key: secret };

/** Listens on a free port until the test ends, and tells how many connections are open. */
async function listen(server: Server) {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket.on("close", () => sockets.delete(socket)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const count = () =>
    new Promise<number>((resolve, reject) =>
      server.getConnections((error, open) => (error ? reject(error) : resolve(open))),
    );
  return { baseUrl, count };
}

/** A server that writes bytes as they are, whatever HTTP would say of them. */
function writeRaw(...parts: readonly (string | Buffer)[]) {
  return createSocketServer((socket) => {
    socket.on("error", () => {});
    socket.on("data", () => {
      for (const part of parts) socket.write(part);
    });
  });
}

/** The same, and closes the connection after it. */
function writeAndClose(...parts: readonly (string | Buffer)[]) {
  return createSocketServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => socket.end(Buffer.concat(parts.map((part) => Buffer.from(part)))));
  });
}

const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";

beforeAll(async () => {
  // The platform makes its dispatcher when it is first used.
  await fetch("data:,");
});

/** A `fetch` with connections of its own, and what closes them. */
function createAgent() {
  const key = Symbol.for("undici.globalDispatcher.1");
  const shared: unknown = Reflect.get(globalThis, key);
  if (typeof shared !== "object" || shared === null)
    throw new Error("the platform has no dispatcher to copy");
  const Agent = shared.constructor as new () => { destroy(): Promise<void> };
  const dispatcher = new Agent();
  const options = { dispatcher } as RequestInit;
  return { fetch: (request: Request) => fetch(request, options), close: () => dispatcher.destroy() };
}

/** Resolves once something holds; the test's own time ends it where that never is. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 2));
}

function countTimers(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
}

/** Watches what a call must not leave behind: rejections, warnings, connections, timers. */
async function watch(server: Server, run: (client: ClientOptions, events: CallEvent[]) => Promise<unknown>) {
  const complaints: unknown[] = [];
  const complain = (reason: unknown) => complaints.push(reason);
  for (const kind of ["unhandledRejection", "uncaughtExceptionMonitor", "warning"])
    process.on(kind, complain);
  const { baseUrl, count } = await listen(server);
  const timers = countTimers();
  const agent = createAgent();
  const events: CallEvent[] = [];
  await run({ baseUrl, auth, fetch: agent.fetch, onEvent: (event) => events.push(event) }, events);
  await agent.close();
  await until(async () => (await count()) === 0);
  const left = countTimers() - timers;
  // The platform tells of an unhandled rejection once the microtasks are done.
  await new Promise((resolve) => setImmediate(resolve));
  for (const kind of ["unhandledRejection", "uncaughtExceptionMonitor", "warning"])
    process.off(kind, complain);
  expect(complaints).toEqual([]);
  expect(left).toBeLessThanOrEqual(0);
  expect(show(events)).not.toContain(secret);
}

function createMethod(client: ClientOptions, known = operation) {
  return createCaller(client, [])<[Arguments, { signal?: AbortSignal }?], Outcome>(known);
}

test("the watch sees a timer that is left, a connection that is open and a rejection that nobody handles", async () => {
  const before = countTimers();
  const timer = setTimeout(() => {}, 60_000);
  expect(countTimers() - before).toBe(1);
  clearTimeout(timer);
  const { baseUrl, count } = await listen(createServer((_, response) => response.end("{}")));
  const agent = createAgent();
  await (await agent.fetch(new Request(baseUrl))).text();
  expect(await count()).toBe(1);
  await agent.close();
  await until(async () => (await count()) === 0);
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  Promise.reject(new Error("on purpose"));
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", unhandled);
  expect(unhandled).toHaveBeenCalledTimes(1);
});

const html = "<!doctype html><title>Log in</title>";

const faults: readonly {
  name: string;
  server: () => Server;
  client?: ClientOptions;
  want: string | number;
  /** What the error or the data tells. */
  tells?: string | RegExp;
}[] = [
  {
    name: "a reset before the head",
    server: () => createSocketServer((socket) => socket.once("data", () => socket.resetAndDestroy())),
    want: "network",
    tells: /ECONNRESET|other side closed/,
  },
  {
    name: "a reset amid the head",
    server: () =>
      createSocketServer((socket) => {
        socket.once("data", () => socket.write(head, () => socket.resetAndDestroy()));
      }),
    want: "network",
  },
  {
    name: "a reset amid the body",
    server: () =>
      createSocketServer((socket) => {
        socket.once("data", () =>
          socket.write(`${head}content-length: 100\r\n\r\n{"a":`, () => socket.resetAndDestroy()),
        );
      }),
    want: "network",
  },
  {
    name: "a head that is slow",
    server: () => writeRaw("HTTP/1.1 200 OK\r\ncontent-"),
    client: { timeout: 30 },
    want: "timeout",
    tells: "no answer within 30 ms",
  },
  {
    name: "a head that is slow on every attempt",
    server: () => writeRaw("HTTP/1.1 200 OK\r\ncontent-"),
    client: { attemptTimeout: 10 },
    want: "timeout",
    tells: "no answer within 10 ms",
  },
  {
    name: "a body that is slow",
    server: () => writeRaw(`${head}content-length: 100\r\n\r\n{"a":`),
    client: { timeout: 30 },
    want: "timeout",
    tells: "no answer within 30 ms",
  },
  {
    name: "a body that drips without end",
    server: () =>
      createServer((_, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        const timer = setInterval(() => response.write(" "), 1);
        response.on("close", () => clearInterval(timer));
      }),
    client: { timeout: 30 },
    want: "timeout",
  },
  {
    name: "JSON that is cut off",
    server: () => writeRaw(`${head}content-length: 5\r\n\r\n{"a":`),
    want: "invalid-response",
    tells: "the body of the 200 answer is no JSON",
  },
  {
    name: "no body where JSON is documented",
    server: () => writeRaw(`${head}content-length: 0\r\n\r\n`),
    want: "invalid-response",
    tells: "the body of the 200 answer is no JSON",
  },
  {
    name: "chunks that are cut off",
    server: () => writeAndClose(`${head}transfer-encoding: chunked\r\n\r\n5\r\n{"a":\r\n`),
    want: "network",
  },
  {
    name: "chunks whose length is no number",
    server: () => writeRaw(`${head}transfer-encoding: chunked\r\n\r\nzz\r\n{"a":1}\r\n`),
    want: "network",
  },
  {
    name: "a body that ends with the connection, in time",
    server: () => writeAndClose(`${head}\r\n{"a":1}`),
    want: 200,
  },
  {
    name: "an answer larger than it says",
    server: () => writeRaw(`${head}content-length: 7\r\n\r\n{"a":1}{"a":2}`),
    want: 200,
  },
  {
    name: "an answer shorter than it says",
    server: () => writeAndClose(`${head}content-length: 70\r\n\r\n{"a":1}`),
    want: "network",
  },
  {
    name: "another media type than the documented ones",
    server: () => writeRaw("HTTP/1.1 200 OK\r\ncontent-type: text/csv\r\ncontent-length: 3\r\n\r\na,b"),
    want: "invalid-response",
    tells: "came as text/csv; documented is application/json",
  },
  {
    name: "no media type at all",
    server: () => writeRaw('HTTP/1.1 200 OK\r\ncontent-length: 7\r\n\r\n{"a":1}'),
    want: "invalid-response",
    tells: "came as",
  },
  {
    name: "a media type that is none",
    server: () => writeRaw('HTTP/1.1 200 OK\r\ncontent-type: ;;;\r\ncontent-length: 7\r\n\r\n{"a":1}'),
    want: "invalid-response",
  },
  {
    name: "a proxy's HTML with status 200",
    server: () =>
      createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(html)),
    want: "invalid-response",
    tells: "came as text/html",
  },
  {
    name: "a proxy's HTML that says it is JSON",
    server: () =>
      createServer((_, response) =>
        response.writeHead(200, { "content-type": "application/json" }).end(html),
      ),
    want: "invalid-response",
    tells: "is no JSON",
  },
  {
    name: "a proxy's HTML with status 500",
    server: () =>
      createServer((_, response) => response.writeHead(500, { "content-type": "text/html" }).end(html)),
    want: "undocumented",
    tells: html,
  },
  {
    name: "204 with a body all the same",
    server: () => writeRaw('HTTP/1.1 204 No Content\r\ncontent-type: application/json\r\n\r\n{"a":1}'),
    want: 204,
  },
  {
    name: "204 that announces a body and sends none",
    server: () =>
      writeRaw("HTTP/1.1 204 No Content\r\ncontent-type: application/json\r\ncontent-length: 7\r\n\r\n"),
    want: 204,
  },
  {
    name: "gzip that is none",
    server: () => writeRaw(`${head}content-encoding: gzip\r\ncontent-length: 7\r\n\r\n{"a":1}`),
    want: "network",
    tells: "incorrect header check",
  },
  {
    name: "gzip that is broken",
    server: () => {
      const bytes = gzipSync('{"a":1}');
      bytes.fill(0xff, 12, 16);
      return writeRaw(`${head}content-encoding: gzip\r\ncontent-length: ${bytes.length}\r\n\r\n`, bytes);
    },
    // Node 20 never tells of it: the body neither ends nor breaks off.
    client: { timeout: 100 },
    want: expect.stringMatching(/^(network|timeout)$/),
  },
  {
    name: "gzip that is cut off",
    server: () => {
      const bytes = gzipSync('{"a":1}').subarray(0, 13);
      return writeRaw(`${head}content-encoding: gzip\r\ncontent-length: ${bytes.length}\r\n\r\n`, bytes);
    },
    want: "invalid-response",
    tells: "is no JSON",
  },
  { name: "no HTTP at all", server: () => writeRaw("SSH-2.0-OpenSSH_9.0\r\n"), want: "network" },
  {
    name: "headers without end",
    server: () => writeRaw("HTTP/1.1 200 OK\r\n", `x: ${"y".repeat(100_000)}\r\n\r\n`),
    want: "network",
    tells: /header/i,
  },
  {
    name: "a status that is none",
    server: () => writeRaw("HTTP/1.1 999 What\r\ncontent-length: 0\r\n\r\n"),
    want: "undocumented",
  },
  {
    name: "text where text is documented, of bytes that are none",
    server: () =>
      writeRaw(
        "HTTP/1.1 206 OK\r\ncontent-type: text/plain\r\ncontent-length: 2\r\n\r\n",
        Buffer.from([0xff, 0xfe]),
      ),
    want: 206,
  },
];

test.each(faults)("$name ends in $want, and leaves nothing behind", async (row) => {
  await watch(row.server(), async (client, events) => {
    const outcome = await createMethod({ ...client, retry: { attempts: 2, baseDelay: 1 }, ...row.client })(
      given,
    );
    expect(outcome.status).toEqual(row.want);
    expect(events.at(-1)).toMatchObject({ kind: "outcome", status: row.want });
    const told = "error" in outcome ? outcome.error.message : `${outcome.data}`;
    if (row.tells !== undefined) expect(told).toMatch(row.tells);
    expect(show(outcome)).not.toContain(secret);
  });
});

test.each([301, 302, 303, 307, 308])(
  "a redirect with %d to another origin is told, and no secret goes there",
  async (status) => {
    const stolen: unknown[] = [];
    const other = await startLoopback((request, response) => {
      stolen.push(request.url, request.headers);
      response.end();
    });
    const server = createServer((_, response) =>
      response.writeHead(status, { location: `${other}/steal` }).end(),
    );
    await watch(server, async (client) => {
      const outcome = await createMethod(client)(given);
      expect(outcome).toMatchObject({ ok: false, status: "undocumented", response: { status } });
      expect(show(outcome)).not.toContain(secret);
    });
    expect(stolen).toEqual([]);
  },
);

test("a storm of 429 is asked as often as allowed by each of many calls, and told", async () => {
  let asked = 0;
  const storm: RequestListener = (_, response) => {
    asked++;
    response.writeHead(429, { "retry-after": "0" }).end("slow down");
  };
  await watch(createServer(storm), async (client) => {
    const method = createMethod({ ...client, retry: { attempts: 4 } });
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => method(given)));
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(["undocumented"]));
    expect(outcomes[0]).toMatchObject({ data: "slow down", response: { status: 429 } });
  });
  expect(asked).toBe(400);
});

test("a storm of 429 that passes is come through", async () => {
  let asked = 0;
  const storm: RequestListener = (_, response) => {
    asked++;
    if (asked <= 100) response.writeHead(429).end();
    else response.writeHead(200, { "content-type": "application/json" }).end('{"a":1}');
  };
  await watch(createServer(storm), async (client) => {
    const method = createMethod({ ...client, retry: { attempts: 50, baseDelay: 2 } });
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => method(given)));
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set([200]));
  });
});

test("a server that closes the connection which is used again is asked once more, a POST not", async () => {
  // The first request of each connection is answered, and the next ends the connection without a word.
  const server = () =>
    createSocketServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", () => {
        socket.write(`${head}content-length: 7\r\n\r\n{"a":1}`);
        socket.once("data", () => socket.destroy());
      });
    });
  await watch(server(), async (client, events) => {
    const method = createMethod({ ...client, retry: { baseDelay: 1 } });
    for (let index = 0; index < 4; index++) expect((await method(given)).status).toBe(200);
    expect(events.filter(({ kind }) => kind === "retry").length).toBeGreaterThan(0);
  });
  await watch(server(), async (client, events) => {
    const method = createMethod({ ...client, retry: { baseDelay: 1 } }, { ...operation, method: "POST" });
    const statuses = new Set<unknown>();
    for (let index = 0; index < 6; index++) statuses.add((await method(given)).status);
    expect(statuses).toEqual(new Set([200, "network"]));
    expect(events.filter(({ kind }) => kind === "retry")).toEqual([]);
  });
});

/** When a call is given up, and what it may end in. */
const moments = [
  "before",
  "at once",
  "while it connects",
  "while it waits",
  "while it reads",
  "between attempts",
];

test("ten thousand calls that are given up at any moment leave nothing behind", async () => {
  const server = createServer((request, response) => {
    const kind = request.headers["x-kind"];
    if (kind === "while it waits") return;
    if (kind === "between attempts") {
      response.writeHead(503, { "retry-after": "20" }).end();
      return;
    }
    response.writeHead(200, { "content-type": "application/json", "content-length": "100" }).write("{");
  });
  const ended = new Map<string, number>();
  await watch(server, async (client) => {
    for (let batch = 0; batch < 100; batch++) {
      const calls = Array.from({ length: 100 }, async (_, index) => {
        const kind = moments[index % moments.length] ?? "";
        const controller = new AbortController();
        const method = createMethod({
          ...client,
          headers: { "X-Kind": kind },
          retry: { baseDelay: 20_000 },
          timeout: 60_000,
          attemptTimeout: 50_000,
          onEvent: ({ kind: step }) => {
            if (kind === "between attempts" && step === "retry") controller.abort();
            if (kind === "while it reads" && step === "response") controller.abort();
            if (kind === "while it connects" && step === "request") controller.abort();
            if (kind === "while it waits" && step === "request") setTimeout(() => controller.abort(), 5);
          },
        });
        if (kind === "before") controller.abort();
        const call = method(given, { signal: controller.signal });
        if (kind === "at once") controller.abort();
        const outcome = await call;
        ended.set(`${kind}: ${outcome.status}`, (ended.get(`${kind}: ${outcome.status}`) ?? 0) + 1);
        return outcome;
      });
      const outcomes = await Promise.all(calls);
      expect(show(outcomes[batch])).not.toContain(secret);
    }
  });
  expect([...ended.keys()].sort()).toEqual(moments.map((kind) => `${kind}: aborted`).sort());
  expect([...ended.values()].reduce((sum, count) => sum + count)).toBe(10_000);
});

test("ten thousand calls under one signal end together, and the signal hears nothing of them", async () => {
  const server = createServer(() => undefined);
  const controller = new AbortController();
  const added = vi.spyOn(controller.signal, "addEventListener");
  await watch(server, async (client) => {
    const hanging = { ...client, timeout: 60_000, fetch: () => new Promise<Response>(() => {}) };
    const method = createMethod(hanging);
    const calls = Array.from({ length: 10_000 }, () => method(given, { signal: controller.signal }));
    setImmediate(() => controller.abort());
    const outcomes = await Promise.all(calls);
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(["aborted"]));
  });
  // Nothing listens to the caller's own signal, so no platform warns of it.
  expect(added.mock.calls.length).toBe(0);
});
