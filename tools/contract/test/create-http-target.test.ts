import http from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { createHttpTarget } from "../src/upstream/create-http-target.ts";
import type { WireRequest } from "../src/wire/exchange.ts";
import { findDeadUrl, serve, serveBytes } from "./wire-servers.ts";

const get: WireRequest = { method: "GET", target: "/a?b=%20+", headers: { accept: "x/y" } };
const ok = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

function begin(url: string, timeout = 30_000) {
  const target = createHttpTarget(url, { timeout });
  onTestFinished(target.close);
  return target;
}

const requests: readonly { readonly name: string; readonly request: WireRequest; readonly want: string }[] = [
  {
    name: "nothing but a host is added",
    request: get,
    want: "GET /v1/a?b=%20+ HTTP/1.1\r\nhost: HOST\r\naccept: x/y\r\n\r\n",
  },
  {
    name: "a body has its length in bytes",
    request: { method: "POST", target: "/a", headers: { "content-type": "text/plain" }, body: "é" },
    want: "POST /v1/a HTTP/1.1\r\nhost: HOST\r\ncontent-type: text/plain\r\ncontent-length: 2\r\n\r\n\xc3\xa9",
  },
  {
    name: "a length that is none is mended",
    request: { method: "PUT", target: "/a", headers: { "content-length": "9", host: "other" }, body: "ab" },
    want: "PUT /v1/a HTTP/1.1\r\nhost: HOST\r\ncontent-length: 2\r\n\r\nab",
  },
  {
    name: "no body is no chunk",
    request: { method: "POST", target: "/a", headers: {} },
    want: "POST /v1/a HTTP/1.1\r\nhost: HOST\r\ncontent-length: 0\r\n\r\n",
  },
];

test.each(requests)("sends a request as it stands: $name", async ({ request, want }) => {
  const upstream = await serveBytes(ok, (text) => text.includes("\r\n\r\n") && text.endsWith(want.slice(-2)));
  await begin(`${upstream.url}/v1/`).send(request);
  const received = upstream.requests.join("").replace(/Connection: (?:keep-alive|close)\r\n/, "");
  expect(received).toBe(want.replace("HOST", new URL(upstream.url).host));
});

test("gives the answer with its headers in lower case, repeated ones joined, and follows no redirect", async () => {
  const upstream = await serveBytes(
    "HTTP/1.1 302 Found\r\nLocation: /b\r\nX-A: 1\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\nContent-Length: 3\r\n\r\né!",
  );
  expect(await begin(upstream.url).send(get)).toMatchObject({
    status: 302,
    headers: { location: "/b", "x-a": "1", "set-cookie": "a=1, b=2" },
    body: "é!",
  });
  expect(upstream.requests).toHaveLength(1);
});

const failures: readonly { readonly name: string; readonly answer: string; readonly want: RegExp }[] = [
  {
    name: "closes at once",
    answer: "",
    want: /^127\.0\.0\.1:\d+ closed the connection before it had answered\.$/,
  },
  { name: "does not speak HTTP", answer: "hello\r\n\r\n", want: /^127\.0\.0\.1:\d+ does not answer in HTTP/ },
  {
    name: "breaks off",
    answer: "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf",
    want: /^127\.0\.0\.1:\d+ closed the connection in the middle of its answer\.$/,
  },
];

test.each(failures)("says in a sentence that a server $name", async ({ answer, want }) => {
  const upstream = await serveBytes(answer);
  await expect(begin(upstream.url).send(get)).rejects.toThrow(want);
});

test("says in a sentence that there is no server", async () => {
  await expect(begin(await findDeadUrl()).send(get)).rejects.toThrow(
    /^127\.0\.0\.1:\d+ refuses connections\.$/,
  );
});

test("waits no longer than it is told to, for the first byte as for the last", async () => {
  const silent = await serve(http.createServer(() => {}));
  const slow = await serve(http.createServer((_request, response) => response.writeHead(200).write("a")));
  for (const url of [silent, slow]) {
    await expect(begin(url, 60).send(get)).rejects.toThrow(/gave no whole answer within 60 milliseconds\.$/);
  }
});

test("takes no more than ten megabytes", async () => {
  const block = Buffer.alloc(1024 * 1024);
  const url = await serve(
    http.createServer((_request, response) => {
      const more = () => void response.write(block, (error) => error ?? more());
      more();
    }),
  );
  await expect(begin(url).send(get)).rejects.toThrow(/answers with more than 10 MB\.$/);
});

test("keeps its connection, and opens another where the server has closed it", async () => {
  const connections: number[] = [];
  const server = http.createServer((_request, response) => response.end("ok"));
  server.on("connection", (socket) => {
    const own = connections.push(0) - 1;
    socket.prependListener("data", () => {
      connections[own] = (connections[own] ?? 0) + 1;
      if (connections[own] === 3) socket.resetAndDestroy();
    });
  });
  const target = begin(await serve(server));
  for (let turn = 0; turn < 3; turn += 1)
    expect(await target.send(get)).toMatchObject({ status: 200, body: "ok" });
  expect(connections).toEqual([3, 1]);
});

test("refuses what is no address, and tells nothing of a password in one", () => {
  for (const url of ["nowhere", "ftp://a", "http://user:secret@a", "ftp://user:secret@a"]) {
    expect(() => createHttpTarget(url, { timeout: 1 })).toThrow(/^(?!.*secret)/);
  }
});
