import { createHash, randomBytes } from "node:crypto";
import http from "node:http";
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { startProxy } from "../src/upstream/start-proxy.ts";
import { petsDocument, rex } from "./drift-documents.ts";
import { begin, exchangeBytes, findDeadUrl, serve, serveBytes } from "./wire-servers.ts";

const gzipped = gzipSync(JSON.stringify({ ...rex, colour: "brown" }));

/** What a server says on a connection that it then closes; the hop's own headers aside, a client must read the same. */
const answers: readonly { readonly name: string; readonly answer: Buffer; readonly method?: string }[] = [
  {
    name: "headers in their order, with their case, repeated",
    answer: bytes(
      "HTTP/1.1 200 Fine\r\nX-b: 1\r\nSet-Cookie: a=1; Path=/\r\nx-B: 2\r\nSET-COOKIE: b=2, c\r\nContent-Length: 2\r\n\r\nok",
    ),
  },
  {
    name: "chunks",
    answer: bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
  },
  {
    name: "trailers",
    answer: bytes(
      "HTTP/1.1 200 OK\r\nTrailer: X-Sum\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-Sum: 7\r\n\r\n",
    ),
  },
  {
    name: "a body that is packed",
    answer: Buffer.concat([
      bytes(
        `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: ${gzipped.length}\r\n\r\n`,
      ),
      gzipped,
    ]),
  },
  {
    name: "bytes that are no text",
    answer: bytes("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n\x00\xff\xfe\x80A"),
  },
  {
    name: "a header that is no ASCII",
    answer: bytes("HTTP/1.1 200 OK\r\nX-Name: caf\xe9\r\nContent-Length: 0\r\n\r\n"),
  },
  {
    name: "a body that is packed, and broken",
    answer: bytes("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"),
  },
  { name: "an empty body", answer: bytes("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") },
  { name: "no reason", answer: bytes("HTTP/1.1 299 \r\nContent-Length: 0\r\n\r\n") },
  { name: "204", answer: bytes("HTTP/1.1 204 No Content\r\nX-A: 1\r\n\r\n") },
  {
    name: "304 with the length of what was not sent",
    answer: bytes('HTTP/1.1 304 Not Modified\r\nETag: "a"\r\nContent-Length: 99\r\n\r\n'),
  },
  {
    name: "a redirect, which it does not follow",
    answer: bytes(
      "HTTP/1.1 302 Found\r\nLocation: http://elsewhere.invalid/a?b#c\r\nContent-Length: 0\r\n\r\n",
    ),
  },
  {
    name: "HEAD with the length of what was not sent",
    method: "HEAD",
    answer: bytes("HTTP/1.1 200 OK\r\nContent-Length: 1234\r\n\r\n"),
  },
  { name: "501", answer: bytes("HTTP/1.1 501 Not Implemented\r\nContent-Length: 2\r\n\r\nno") },
];

test.each(answers)("passes an answer as it came: $name", async ({ answer, method = "GET" }) => {
  const upstream = await serveBytes(answer);
  const proxy = await begin(upstream.url);
  const passed = await exchangeBytes(
    proxy.url,
    `${method} /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n`,
  );
  expect(passed.toString("latin1").replace("Connection: close\r\n", "")).toBe(answer.toString("latin1"));
});

const requests: readonly { readonly name: string; readonly head: string; readonly body: string }[] = [
  {
    name: "a path as it was written",
    head: "GET /A/../b%2f?q=%20+&q=&&[] HTTP/1.1\r\nHost: HOST\r\n",
    body: "",
  },
  {
    name: "headers in their order, with their case, repeated",
    head: "GET /a HTTP/1.1\r\nX-b: 1\r\nHost: HOST\r\nx-B: 2\r\naccept-ENCODING: br\r\n",
    body: "",
  },
  {
    name: "a body with its length",
    head: "POST /a HTTP/1.1\r\nHost: HOST\r\nContent-Length: 4\r\n",
    body: "{1.0",
  },
  {
    name: "a body in chunks",
    head: "POST /a HTTP/1.1\r\nHost: HOST\r\ntransfer-encoding: chunked\r\n",
    body: "3\r\nabc\r\n0\r\n\r\n",
  },
  { name: "a body of GET", head: "GET /a HTTP/1.1\r\nHost: HOST\r\nContent-Length: 4\r\n", body: "abcd" },
  {
    name: "a method that nobody knows well",
    head: "PROPFIND /a HTTP/1.1\r\nHost: HOST\r\nContent-Length: 0\r\n",
    body: "",
  },
];

test.each(requests)("passes a request as it came: $name", async ({ head, body }) => {
  const ok = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
  const upstream = await serveBytes(ok, (request) => request.includes("\r\n\r\n") && request.endsWith(body));
  const proxy = await begin(upstream.url);
  const sent = bytes(`${head.replace("HOST", "me")}Connection: close\r\n\r\n${body}`);
  await exchangeBytes(proxy.url, sent);
  const received = upstream.requests.join("").replace(/Connection: (?:close|keep-alive)\r\n/i, "");
  expect(received).toBe(`${head.replace("HOST", new URL(upstream.url).host)}\r\n${body}`);
});

test("keeps to itself what is for one connection alone, and what a client names as such", async () => {
  const upstream = await serveBytes(
    "HTTP/1.1 200 OK\r\nKeep-Alive: timeout=9\r\nConnection: x-hop, close\r\nX-Hop: 1\r\nX-End: 1\r\nContent-Length: 0\r\n\r\n",
  );
  const proxy = await begin(upstream.url);
  const head =
    "GET /a HTTP/1.1\r\nHost: h\r\nConnection: close, X-Mine, Host\r\nX-Mine: 1\r\nX-Theirs: 1\r\nTE: trailers\r\nProxy-Authorization: Basic eA==\r\n";
  const passed = (await exchangeBytes(proxy.url, `${head}\r\n`)).toString();
  expect(passed).toContain("X-End: 1");
  expect(passed).not.toMatch(/X-Hop|timeout=9/);
  expect(upstream.requests.join("")).toContain("X-Theirs: 1");
  expect(upstream.requests.join("")).toContain(`Host: ${new URL(upstream.url).host}`);
  expect(upstream.requests.join("")).not.toMatch(/X-Mine|TE:|Proxy-Authorization/);
});

test("puts the path of the target before that of the request", async () => {
  const upstream = await serveBytes("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  const proxy = await begin(`${upstream.url}/api/v1/`);
  await exchangeBytes(
    proxy.url,
    "GET http://any.where/pets?a=1 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n",
  );
  expect(upstream.requests[0]).toMatch(/^GET \/api\/v1\/pets\?a=1 HTTP\/1\.1\r\n/);
});

test("passes five megabytes both ways without a byte changed", async () => {
  const sent = randomBytes(5 * 1024 * 1024);
  const hashes: string[] = [];
  const url = await serve(
    http.createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      hashes.push(hash(Buffer.concat(chunks)));
      response.end(Buffer.concat(chunks));
    }),
  );
  const proxy = await begin(url);
  const response = await fetch(`${proxy.url}/pets`, { method: "POST", body: sent });
  const received = Buffer.from(await response.arrayBuffer());
  expect([...hashes, hash(received)]).toEqual([hash(sent), hash(sent)]);
  expect((await proxy.report()).unread).toBe(1);
});

test("reads no more of a server than its client takes", async () => {
  const block = Buffer.alloc(1024 * 1024);
  let written = 0;
  const url = await serve(
    http.createServer((request, response) => {
      if (request.url !== "/endless") {
        response.end();
        return;
      }
      const more = () => {
        written += 1;
        // A gigabyte is more than any system keeps between two sockets.
        if (written < 1024) response.write(block, more);
      };
      more();
    }),
  );
  const proxy = await begin(url);
  const { hostname, port } = new URL(proxy.url);
  const socket = connect(Number(port), hostname, () =>
    socket.write("GET /endless HTTP/1.1\r\nHost: h\r\n\r\n"),
  );
  await new Promise((first) => socket.once("data", first));
  socket.pause();
  // Each round of other traffic gives the server time to go on, if anybody still reads; in the end nobody does.
  let before = -1;
  for (let still = 0; still < 10; still = written === before ? still + 1 : 0) {
    before = written;
    await (await fetch(`${proxy.url}/other`)).text();
  }
  expect(written).toBeLessThan(1024);
  socket.destroy();
});

const broken: readonly { readonly name: string; readonly answer: string; readonly want: RegExp }[] = [
  { name: "no HTTP", answer: "hello\r\n\r\n", want: /does not answer in HTTP/ },
  {
    name: "two lengths",
    answer: "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    want: /does not answer in HTTP/,
  },
  { name: "nothing", answer: "", want: /closed the connection/ },
  {
    name: "a length and chunks",
    answer: "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\na",
    want: /does not answer in HTTP/,
  },
  {
    name: "a header without a name",
    answer: "HTTP/1.1 200 OK\r\n: x\r\nContent-Length: 0\r\n\r\n",
    want: /does not answer in HTTP/,
  },
  {
    name: "that it becomes something else",
    answer: "HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
    want: /nobody asked to upgrade/,
  },
];

test.each(broken)("answers 502 for a server that says $name, and goes on", async ({ answer, want }) => {
  const upstream = await serveBytes(answer);
  const proxy = await begin(upstream.url);
  for (const method of ["GET", "POST"]) {
    const response = await fetch(`${proxy.url}/pets/7`, { method });
    expect([response.status, response.headers.get("content-type")]).toEqual([
      502,
      "application/problem+json",
    ]);
    expect(await response.json()).toMatchObject({ detail: expect.stringMatching(want) });
  }
  expect(await proxy.report()).toMatchObject({ exchanges: 0, findings: [] });
});

test("answers 502 where there is no server", async () => {
  const proxy = await begin(await findDeadUrl());
  const response = await fetch(`${proxy.url}/pets/7`);
  expect([response.status, await response.json()]).toMatchObject([
    502,
    { detail: expect.stringMatching(/refuses connections/) },
  ]);
});

test("answers 504 where a server says nothing", async () => {
  const proxy = await begin(await serve(http.createServer(() => {})), { timeout: 50 });
  const response = await fetch(`${proxy.url}/pets/7`);
  expect([response.status, await response.json()]).toMatchObject([
    504,
    { detail: expect.stringMatching(/said nothing for 50/) },
  ]);
});

test("breaks off where the server did, so that half an answer does not look whole", async () => {
  const upstream = await serveBytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
  const proxy = await begin(upstream.url);
  await expect(fetch(`${proxy.url}/pets/7`).then((response) => response.text())).rejects.toThrow();
  expect((await proxy.report()).exchanges).toBe(0);
});

test("tells the server when a client has gone", async () => {
  const gone: Promise<unknown>[] = [];
  const url = await serve(
    http.createServer((request, response) => {
      gone.push(new Promise((resolve) => response.once("close", () => resolve(request.url))));
      response.writeHead(200).write("begun");
    }),
  );
  const proxy = await begin(url);
  const aborted = new AbortController();
  const response = await fetch(`${proxy.url}/pets/7`, { signal: aborted.signal });
  aborted.abort();
  await expect(response.text()).rejects.toThrow();
  expect(await Promise.all(gone)).toEqual(["/pets/7"]);
});

test("survives clients that do not speak HTTP, ask for a tunnel or an upgrade, or go away at once", async () => {
  const upstream = await serveBytes("HTTP/1.1 204 No Content\r\n\r\n");
  const proxy = await begin(upstream.url);
  const say = async (text: string) => (await exchangeBytes(proxy.url, text)).toString();
  expect(await say("nonsense\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 .*is not an HTTP request/s);
  expect(await say(`GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(70_000)}`)).toMatch(/^HTTP\/1\.1 400 /);
  expect(await say("CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n")).toMatch(/^HTTP\/1\.1 501 .*opens no tunnels/s);
  expect(await say("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")).toMatch(
    /^HTTP\/1\.1 501 .*passes no upgrade to websocket/s,
  );
  const { hostname, port } = new URL(proxy.url);
  const socket = connect(Number(port), hostname, () => {
    socket.write("POST /pets HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf");
    socket.destroy();
  });
  await new Promise((closed) => socket.once("close", closed));
  expect((await fetch(`${proxy.url}/pets/7`)).status).toBe(204);
});

test("leaves it to the server whether a client may send its body", async () => {
  const url = await serve(
    http.createServer().on("checkContinue", (request, response) => {
      if (request.url === "/no") {
        response.writeHead(417).end();
        return;
      }
      response.writeContinue();
      request.pipe(response);
    }),
  );
  const proxy = await begin(url);
  const ask = (path: string) =>
    new Promise<string>((resolve, reject) => {
      const options = {
        method: "POST",
        headers: { expect: "100-continue", "content-length": 4 },
        agent: false,
      };
      const request = http.request(`${proxy.url}${path}`, options, (response) => {
        response.setEncoding("utf8").on("data", (text) => resolve(`${response.statusCode} ${text}`));
        response.on("end", () => {
          resolve(String(response.statusCode));
          request.destroy();
        });
      });
      request.on("continue", () => request.end("body"));
      request.on("error", reject);
      request.flushHeaders();
    });
  expect([await ask("/yes"), await ask("/no")]).toEqual(["200 body", "417"]);
});

test("sends a request again where the server had closed the connection that was kept for it", async () => {
  let connections = 0;
  const server = http.createServer((_request, response) => response.end("ok"));
  server.on("connection", (socket) => {
    connections += 1;
    let heard = 0;
    socket.prependListener("data", () => {
      heard += 1;
      if (heard > 1) socket.resetAndDestroy();
    });
  });
  const proxy = await begin(await serve(server));
  for (let turn = 0; turn < 3; turn += 1)
    expect(await (await fetch(`${proxy.url}/pets/7`)).text()).toBe("ok");
  expect(connections).toBe(3);
});

test("reads what is packed only for itself, and finds what has drifted in it", async () => {
  const url = await serve(
    http.createServer((_request, response) => {
      response
        .writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" })
        .end(gzipped);
    }),
  );
  const events: unknown[] = [];
  const proxy = await begin(url, { onEvent: (event) => events.push(event) });
  await (await fetch(`${proxy.url}/pets/7`)).text();
  await (await fetch(`${proxy.url}/pets/8`)).text();
  const { exchanges, unread, findings } = await proxy.report();
  expect({ exchanges, unread }).toEqual({ exchanges: 2, unread: 0 });
  expect(findings).toMatchObject([{ kind: "undocumented-property", times: 2, observed: ["string"] }]);
  expect(events.filter((event) => JSON.stringify(event).includes('"found"'))).toHaveLength(1);
});

test("says so where it cannot listen, or has nowhere to pass requests on to", async () => {
  const taken = await serve(http.createServer());
  const document = petsDocument();
  expect(await startProxy({ target: taken, document, port: Number(new URL(taken).port) })).toMatchObject({
    kind: "unavailable",
    message: expect.stringMatching(/EADDRINUSE|in use/),
  });
  for (const target of ["ftp://a", "nowhere", "http://user:secret@a"]) {
    const refused = await startProxy({ target, document });
    expect(refused.kind).toBe("unavailable");
    expect(JSON.stringify(refused)).not.toContain("secret");
  }
});

function bytes(text: string): Buffer {
  return Buffer.from(text, "latin1");
}

function hash(data: Buffer): string {
  return createHash("sha256").update(data).digest("hex");
}
