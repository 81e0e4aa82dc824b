import { expect, test } from "vitest";
import { greeting, shop } from "./documents.ts";
import { serve } from "./serving.ts";

const key = { "x-key": "k" };
const json = { "content-type": "application/json" };

test("several APIs answer on one port, each below its name", async () => {
  const { url, apis } = await serve({ one: greeting("from one"), "two words": greeting("from two") });
  expect(apis).toEqual([
    { api: "one", url: `${url}/one` },
    { api: "two words", url: `${url}/two%20words` },
  ]);
  const messages = await Promise.all(apis.map(async (api) => (await fetch(`${api.url}/hello`)).json()));
  expect(messages).toEqual([{ message: "from one" }, { message: "from two" }]);
});

test("the root lists the APIs", async () => {
  const { url } = await serve({ one: greeting("a"), two: greeting("b") });
  const response = await fetch(url);
  expect(await response.json()).toEqual({
    apis: [
      { api: "one", path: "/one" },
      { api: "two", path: "/two" },
    ],
  });
});

test("an unknown API is told which there are", async () => {
  const { url } = await serve({ one: greeting("a"), two: greeting("b") });
  expect(await (await fetch(`${url}/three/hello`)).json()).toMatchObject({ apis: ["/one", "/two"] });
});

test("a literal path goes before a parameter", async () => {
  const { url } = await serve({ shop });
  expect(await (await fetch(`${url}/shop/names/me`)).json()).toEqual({ me: true });
});

const preferences = [
  { name: "nothing", want: { status: 200, body: "[]" } },
  { name: "an example", prefer: "example=two", want: { status: 200, body: '["a","b"]' } },
  {
    name: "an example by name of the query",
    path: "?__example=two",
    want: { status: 200, body: '["a","b"]' },
  },
  { name: "a status", prefer: "code=404", want: { status: 404, body: "nothing here" } },
  {
    name: "a status and an example",
    prefer: "code=200, example=two",
    want: { status: 200, body: '["a","b"]' },
  },
  {
    name: "both, divided by a semicolon",
    prefer: 'code="200";example=two',
    want: { status: 200, body: '["a","b"]' },
  },
  {
    name: "what the mock does not know",
    prefer: "respond-async, wait=10",
    want: { status: 200, body: "[]" },
  },
];

test.each(preferences)("Prefer of $name is honoured", async ({ prefer, path = "", want }) => {
  const { url } = await serve({ shop });
  const response = await fetch(
    `${url}/shop/orders${path}`,
    prefer === undefined ? {} : { headers: { prefer } },
  );
  expect({ status: response.status, body: await response.text() }).toEqual(want);
});

test("Prefer of dynamic makes the body up, and the same seed makes the same one", async () => {
  const { url } = await serve({ shop });
  const ask = async (prefer: string) =>
    (await fetch(`${url}/shop/orders`, { headers: { prefer } })).json() as Promise<string[]>;
  const [first, second] = [await ask("dynamic=true, seed=5"), await ask("dynamic=true, seed=5")];
  expect(first).toEqual(second);
  expect(first.every((item) => typeof item === "string")).toBe(true);
  const unseeded = await Promise.all(Array.from({ length: 10 }, () => ask("dynamic=true")));
  expect(new Set(unseeded.map((body) => JSON.stringify(body))).size).toBeGreaterThan(1);
});

test.each(["", ",,", "*", "*; q=.2, text/html;q=0.1", "application/*", 'text/x;a="b,c", */*;q=0.1'])(
  "Accept of %j takes JSON",
  async (accept) => {
    const { url } = await serve({ shop });
    const response = await fetch(`${url}/shop/orders`, { headers: { accept } });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
  },
);

test("Accept of what the document has not gets 406", async () => {
  const { url } = await serve({ shop });
  expect((await fetch(`${url}/shop/orders`, { headers: { accept: "image/png" } })).status).toBe(406);
});

const unmet = [
  { name: "a status that is not documented", prefer: "code=503", want: "It documents 200, 404." },
  {
    name: "an example that is not documented",
    prefer: "example=three",
    want: "It has none, two, default, example.",
  },
  {
    name: "an example that another status has",
    prefer: "code=404, example=two",
    want: "It has default, example.",
  },
  { name: "a status that is none", prefer: "code=99", want: "a status from 200 to 599" },
  { name: "two things without a comma", prefer: "code=404 example=two", want: "a status from 200 to 599" },
  { name: "dynamic that is neither", prefer: "dynamic=yes", want: "true or false" },
  {
    name: "a status that Accept rules out",
    prefer: "code=404",
    accept: "application/json",
    want: "Accept leaves no media type",
  },
];

test.each(unmet)("Prefer of $name is told and is no 404", async ({ prefer, accept = "*/*", want }) => {
  const { url } = await serve({ shop });
  const response = await fetch(`${url}/shop/orders`, { headers: { prefer, accept } });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    type: expect.stringMatching(/^urn:specmill:mock:(unknown|malformed)-preference$/),
    detail: expect.stringContaining(want),
  });
});

const credentials = [
  { name: "no credential", headers: {}, query: "", body: "{}", want: 401 },
  { name: "a credential and an invalid body", headers: key, query: "", body: "{}", want: 422 },
  { name: "a header and a valid body", headers: key, query: "", body: '{"name":"lamp"}', want: 201 },
  {
    name: "the alternative in the query",
    headers: {},
    query: "?token=t",
    body: '{"name":"lamp"}',
    want: 201,
  },
  {
    name: "a member that the schema forbids",
    headers: key,
    query: "",
    body: '{"name":"a","b":1}',
    want: 422,
  },
  {
    name: "a member without the one that it depends on",
    headers: key,
    query: "",
    body: '{"name":"lamp","gift":true}',
    want: 422,
  },
  { name: "no body", headers: key, query: "", body: "", want: 422 },
];

test.each(credentials)("a request with $name gets $want", async ({ headers, query, body, want }) => {
  const { url } = await serve({ shop });
  const init = { method: "POST", headers: { ...json, ...headers }, body };
  expect((await fetch(`${url}/shop/orders${query}`, init)).status).toBe(want);
});

test("a body of the wrong media type gets 415, sent in chunks too", async () => {
  const { url } = await serve({ shop });
  const headers = { ...key, "content-type": "text/plain" };
  const stream = new Blob(["lamp"]).stream();
  const chunked = { method: "POST", headers, body: stream, duplex: "half" as const };
  expect((await fetch(`${url}/shop/orders`, chunked)).status).toBe(415);
});

test.each([
  { name: "one value", query: "size=1", want: 200 },
  { name: "two values", query: "size=1&size=2", want: 200 },
  { name: "a wrong value before a right one", query: "size=x&size=2", want: 422 },
  { name: "more values than the schema allows", query: "size=1&size=2&size=3", want: 422 },
])("a list in the query of $name gets $want", async ({ query, want }) => {
  const { url } = await serve({ shop });
  expect((await fetch(`${url}/shop/orders?${query}`)).status).toBe(want);
});

test.each([
  { name: "the one that must be there", headers: { "x-must": "a" }, want: 200 },
  { name: "none", headers: {}, want: 422 },
  { name: "too many values", headers: { "x-must": "a,b,c" }, want: 422 },
  { name: "good values", headers: { "x-must": "a", "x-sizes": "1,2", "x-place": "x,1" }, want: 200 },
  { name: "a wrong value", headers: { "x-must": "a", "x-sizes": "1,b" }, want: 422 },
  { name: "a wrong member", headers: { "x-must": "a", "x-place": "x,b" }, want: 422 },
])("of headers that hold lists a request with $name gets $want", async ({ headers, want }) => {
  const { url } = await serve({ shop });
  expect((await fetch(`${url}/shop/lists`, { headers })).status).toBe(want);
});

test("a response's headers that hold lists are written and validated", async () => {
  const { url } = await serve({ shop });
  const { headers } = await fetch(`${url}/shop/lists`, { headers: { "x-must": "a" } });
  expect(headers.get("x-good")).toBe("1,2");
  expect(headers.has("x-none")).toBe(true);
  expect(JSON.parse(headers.get("sl-violations") ?? "[]")).toMatchObject([
    { location: ["response", "header", "x-bad", "0"], code: "type" },
  ]);
});

test("a response that breaks the document says so in sl-violations", async () => {
  const { url } = await serve({ shop });
  const response = await fetch(`${url}/shop/wrong`);
  expect(response.status).toBe(200);
  expect(JSON.parse(response.headers.get("sl-violations") ?? "null")).toMatchObject([
    { location: ["response", "body", "naïve"], severity: "Error", code: "type" },
  ]);
});

test("a response that fits the document says nothing in sl-violations", async () => {
  const { url } = await serve({ shop });
  const response = await fetch(`${url}/shop/orders`);
  expect(response.headers.get("x-total")).toBe("2");
  expect(response.headers.has("sl-violations")).toBe(false);
});

test.each([
  { name: "an object as CSV", path: "/csv", want: "unwritable-response" },
  { name: "no final status", path: "/informal", want: "unwritable-response" },
  { name: "a header with a line break", path: "/break", want: "unwritable-response" },
])("an operation with $name is told apart from one that works", async ({ path, want }) => {
  const { url } = await serve({ shop });
  const response = await fetch(`${url}/shop${path}`);
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ type: `urn:specmill:mock:${want}` });
});

test("XML is written as elements", async () => {
  const { url } = await serve({ shop });
  const text = await (await fetch(`${url}/shop/xml`)).text();
  expect(text).toBe("<xml><a>1</a><a>2</a><b>&lt;&amp;&gt;</b></xml>");
});

test("an example for a header never changes how the message is framed", async () => {
  const { url } = await serve({ shop });
  expect(await (await fetch(`${url}/shop/framing`)).json()).toEqual({ framed: true });
});

test("HEAD is answered as GET, without a body", async () => {
  const { url } = await serve({ shop });
  const response = await fetch(`${url}/shop/names/me`, { method: "HEAD" });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-length")).toBe('{"me":true}'.length.toString());
  expect(await response.text()).toBe("");
});

test("OPTIONS lists what a path allows", async () => {
  const { url } = await serve({ shop });
  const response = await fetch(`${url}/shop/orders`, { method: "OPTIONS" });
  expect(response.status).toBe(204);
  expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS, POST");
});

test("a browser may call from any origin, with any header, and read every header", async () => {
  const { url } = await serve({ shop });
  const origin = "https://docs.example";
  const preflight = await fetch(`${url}/shop/orders`, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization, prefer",
    },
  });
  expect(preflight.status).toBe(204);
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    "access-control-allow-origin": origin,
    "access-control-allow-methods": "POST",
    "access-control-allow-headers": "authorization, prefer",
  });
  const response = await fetch(`${url}/shop/wrong`, { headers: { origin } });
  expect(response.headers.get("access-control-allow-origin")).toBe(origin);
  expect(response.headers.get("access-control-expose-headers")).toContain("sl-violations");
});

test("requests are told to whoever listens, without their query", async () => {
  const events: unknown[] = [];
  const { url } = await serve({ shop }, { onEvent: (event) => events.push(event) });
  await fetch(`${url}/shop/names/a?__seed=secret`);
  expect(events).toEqual([{ kind: "answered", method: "GET", path: "/shop/names/a", status: 200 }]);
});
