import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { answerDocument } from "../src/answer-document.ts";
import { createRoutes } from "../src/match-operation.ts";
import { shop } from "./documents.ts";
import { request, sendRaw, serve } from "./serving.ts";

const json = { "content-type": "application/json", "x-key": "secret-key" };

const badRequests = [
  {
    name: "an Accept that holds no media range",
    path: "/shop/orders",
    init: { headers: { accept: "bogus" } },
    want: { status: 400, type: "malformed-accept" },
  },
  {
    name: "an Accept with a weight that is no number",
    path: "/shop/orders",
    init: { headers: { accept: "text/plain;q=high" } },
    want: { status: 400, type: "malformed-accept" },
  },
  { name: "a bare % in a parameter", path: "/shop/names/%", want: { status: 400, type: "malformed-path" } },
  { name: "a bare % in the API's name", path: "/%zz/names", want: { status: 400, type: "malformed-path" } },
  {
    name: "a matrix parameter without its name",
    path: "/shop/matrix/5",
    want: { status: 400, type: "malformed-path" },
  },
  {
    name: "truncated JSON",
    path: "/shop/orders",
    init: { method: "POST", headers: json, body: '{\n  "name": ' },
    want: { status: 400, type: "malformed-body", detail: "line 2, column 11, a value is expected" },
  },
  {
    name: "JSON that is not UTF-8",
    path: "/shop/orders",
    init: { method: "POST", headers: json, body: new Uint8Array([0x22, 0xff, 0x22]) },
    want: { status: 400, type: "malformed-body" },
  },
  {
    name: "JSON of 20 000 levels",
    path: "/shop/orders",
    init: { method: "POST", headers: json, body: "[".repeat(20_000) + "]".repeat(20_000) },
    want: { status: 400, type: "malformed-body" },
  },
  {
    name: "JSON of a million values",
    path: "/shop/orders",
    init: { method: "POST", headers: json, body: `[${"1,".repeat(1_000_000)}1]` },
    want: { status: 400, type: "malformed-body", detail: "more than 500000 values" },
  },
  {
    name: "a form with a bare %",
    path: "/shop/form",
    init: { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: "%=1" },
    want: { status: 400, type: "malformed-body" },
  },
  {
    name: "a Content-Type that is no media type",
    path: "/shop/orders",
    init: { method: "POST", headers: { ...json, "content-type": "bogus" }, body: "{}" },
    want: { status: 415, type: "malformed-content-type" },
  },
  {
    name: "an unknown charset",
    path: "/shop/orders",
    init: { method: "POST", headers: { ...json, "content-type": "application/json; charset=x" }, body: "{}" },
    want: { status: 415, type: "malformed-content-type" },
  },
  {
    name: "a compressed body",
    path: "/shop/orders",
    init: { method: "POST", headers: { ...json, "content-encoding": "gzip" }, body: "{}" },
    want: { status: 415, type: "content-encoding" },
  },
  {
    name: "a body past the limit",
    path: "/shop/orders",
    init: { method: "POST", headers: json, body: new Uint8Array(10 * 1024 * 1024 + 1) },
    want: { status: 413, type: "body-too-large" },
  },
  { name: "an unknown API", path: "/nothing/orders", want: { status: 404, type: "unknown-api" } },
  {
    name: "an unknown path",
    path: "/shop/api/order",
    want: { status: 404, type: "unknown-path", detail: "GET /shop/orders" },
  },
  {
    name: "a parameter that is empty",
    path: "/shop/names/",
    want: { status: 404, type: "unknown-path", detail: "GET /shop/names/{name}" },
  },
  {
    name: "a method that the path has not",
    path: "/shop/orders",
    init: { method: "DELETE" },
    want: { status: 405, type: "method-not-allowed", detail: "GET, HEAD, OPTIONS, POST" },
  },
];

test.each(badRequests)(
  "$name gets one clear problem, and the next request works",
  async ({ path, init, want }) => {
    const { url } = await serve({ shop });
    const response = await fetch(`${url}${path}`, init ?? {});
    const problem = await response.json();
    expect(response.status).toBe(want.status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(problem).toMatchObject({
      status: want.status,
      type: `urn:specmill:mock:${want.type}`,
      detail: expect.stringContaining(want.detail ?? ""),
    });
    expect(JSON.stringify(problem)).not.toContain("secret-key");
    expect((await fetch(`${url}/shop/orders`)).status).toBe(200);
  },
);

test.each([
  { name: "a bare comma in a list", path: "/shop/items/1,2" },
  { name: "an encoded comma in a list", path: "/shop/items/1%2C2" },
  { name: "a comma in a string", path: "/shop/names/a,b" },
  { name: "an encoded slash", path: "/shop/names/a%2Fb" },
  { name: "an encoded percent sign", path: "/shop/names/100%25" },
  { name: "brackets, quotes and stars", path: "/shop/names/!'()*$&+=:@~" },
  { name: "a matrix parameter", path: "/shop/matrix/;id=5" },
  { name: "a % in the query", path: "/shop/names/a?__seed=%" },
])("$name in a URL simply works", async ({ path }) => {
  const { url } = await serve({ shop });
  const response = await fetch(`${url}${path}`);
  expect(await response.json()).toEqual({ found: true });
  expect(response.status).toBe(200);
});

test("a list in a path is validated item by item", async () => {
  const { url } = await serve({ shop });
  expect((await fetch(`${url}/shop/items/1,x`)).status).toBe(422);
});

test.each([
  { name: "what is not HTTP", text: "nonsense\r\n\r\n", want: "HTTP/1.1 400" },
  { name: "a header that is none", text: "GET / HTTP/1.1\r\n: x\r\n\r\n", want: "HTTP/1.1 400" },
  {
    name: "headers without end",
    text: `GET / HTTP/1.1\r\nx: ${"y".repeat(20_000)}\r\n\r\n`,
    want: "HTTP/1.1 431",
  },
])("$name is refused with a problem, and the next request works", async ({ text, want }) => {
  const { url } = await serve({ shop });
  const received = await sendRaw(url, text);
  expect(received.startsWith(want)).toBe(true);
  expect(received).toContain("urn:specmill:mock:malformed-request");
  expect((await fetch(`${url}/shop/orders`)).status).toBe(200);
});

test.each([
  { name: "no Host", head: "GET /shop/orders HTTP/1.1\r\n" },
  { name: "a malformed Host", head: "GET /shop/orders HTTP/1.1\r\nHost: ::%%\r\n" },
  { name: "a target with a host of its own", head: "GET http://x.test/shop/orders HTTP/1.1\r\nHost: y\r\n" },
])("a request with $name is answered", async ({ head }) => {
  const { url } = await serve({ shop });
  expect(await sendRaw(url, `${head}Connection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 /);
});

test("a failure inside the mock is a problem that quotes nothing", async () => {
  const failing = {
    method: "get",
    path: "/fails",
    pathParameters: [],
    responses: [],
    answer: () => Promise.reject(new Error("about Bearer secret")),
  };
  const response = await answerDocument(createRoutes([failing]), request("/fails"), "");
  expect(response.status).toBe(500);
  expect(JSON.parse(response.body ?? "")).toMatchObject({ type: "urn:specmill:mock:mock-fault" });
  expect(response.body).not.toContain("secret");
});

test("schemas that turn out not to compile are told, whatever the request", async () => {
  const operation = {
    method: "get",
    path: "/broken",
    pathParameters: [],
    responses: [],
    answer: () => Promise.resolve({ kind: "unverifiable" as const, places: ["#/components/schemas/A"] }),
  };
  const response = await answerDocument(createRoutes([operation]), request("/broken"), "");
  expect(response.status).toBe(500);
  expect(JSON.parse(response.body ?? "")).toMatchObject({ type: "urn:specmill:mock:uncompilable-schema" });
});

test("a body past the limit that never ends is refused while it is sent", async () => {
  const { url } = await serve({ shop });
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write("POST /shop/orders HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
  const megabyte = `100000\r\n${"x".repeat(1024 * 1024)}\r\n`;
  for (let sent = 0; sent < 11; sent++) socket.write(megabyte);
  const [first] = await once(socket, "data");
  socket.destroy();
  expect(String(first)).toMatch(/^HTTP\/1\.1 413 /);
});

test("a client that asks before it sends too much is told at once", async () => {
  const { url } = await serve({ shop });
  const head =
    "POST /shop/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\nExpect: 100-continue\r\n\r\n";
  expect(await sendRaw(url, head)).toMatch(/^HTTP\/1\.1 413 /);
});

test("a client that asks before it sends what is fine is told to go on", async () => {
  const { url } = await serve({ shop });
  const head = "POST /shop/orders HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
  const received = await sendRaw(url, `${head}Content-Length: 2\r\nExpect: 100-continue\r\n\r\n{}`);
  expect(received).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 401 /);
});

test("a client that hangs up in the midst of a body does no harm", async () => {
  const { url } = await serve({ shop });
  const { hostname, port } = new URL(url);
  for (let times = 0; times < 20; times++) {
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    socket.write("POST /shop/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf");
    socket.resetAndDestroy();
  }
  expect((await fetch(`${url}/shop/orders`)).status).toBe(200);
});
