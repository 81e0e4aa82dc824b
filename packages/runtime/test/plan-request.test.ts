import { inspect } from "node:util";
import { expect, test } from "vitest";
import type { CallOptions, ClientOptions } from "../src/client-options.ts";
import type { Arguments, Operation } from "../src/operation.ts";
import { planRequest } from "../src/plan-request.ts";
import { resolveBaseUrl } from "../src/resolve-base-url.ts";
import { createCredentials } from "../src/select-credentials.ts";
import { describeOperation } from "./support/operation.ts";

interface Given {
  readonly client?: ClientOptions;
  readonly operation?: Partial<Operation>;
  readonly given?: Arguments;
  readonly options?: CallOptions;
}

function plan({ client = {}, operation, given = {}, options = {} }: Given) {
  const servers = [
    { url: "https://api.example.com/v1" },
    { url: "https://{id}.example.com", variables: { id: "a" } },
  ];
  const known = describeOperation(operation);
  return planRequest(client, resolveBaseUrl(client, servers, known), known, given, options);
}

async function build(given: Given, url?: URL): Promise<Request> {
  const select = createCredentials(given.client?.auth);
  const credentials = await select(describeOperation(given.operation), false);
  return plan(given).sign(credentials, given.options?.signal ?? undefined, url);
}

const token = [{ name: "token", kind: "apiKey", in: "query", parameter: "access_token" }] as const;

const urls: readonly { name: string; given: Given; want: string }[] = [
  {
    name: "a path follows the server's",
    given: { operation: { path: "/things/{id}" }, given: { path: { id: "a/b" } } },
    want: "https://api.example.com/v1/things/a%2Fb",
  },
  {
    name: "a path follows that of baseUrl, with one slash between",
    given: { client: { baseUrl: "http://localhost:4010/base/" } },
    want: "http://localhost:4010/base/things",
  },
  {
    name: "a variable of the server and one of the path share no value",
    given: {
      client: { server: { url: "https://{id}.example.com" } },
      operation: { path: "/things/{id}" },
      given: { path: { id: "b" } },
    },
    want: "https://a.example.com/things/b",
  },
  {
    name: "no query leaves no question mark",
    given: { operation: { parameters: [{ name: "a", in: "query" }] } },
    want: "https://api.example.com/v1/things",
  },
  {
    name: "a query follows the path",
    given: { operation: { parameters: [{ name: "a", in: "query" }] }, given: { query: { a: "b c" } } },
    want: "https://api.example.com/v1/things?a=b%20c",
  },
  {
    name: "a credential follows the query",
    given: {
      client: { auth: { token: "s&t" } },
      operation: { parameters: [{ name: "a", in: "query" }], security: [token] },
      given: { query: { a: 1 } },
    },
    want: "https://api.example.com/v1/things?a=1&access_token=s%26t",
  },
  {
    name: "a credential alone makes a query",
    given: { client: { auth: { token: async () => "s" } }, operation: { security: [token] } },
    want: "https://api.example.com/v1/things?access_token=s",
  },
  {
    name: "an operation answers where it says",
    given: { operation: { servers: [{ url: "https://up.example.com" }] } },
    want: "https://up.example.com/things",
  },
];

test.each(urls)("$name", async ({ given, want }) => {
  expect((await build(given)).url).toBe(want);
});

test("a request has all that the caller gave, each in its place", async () => {
  const request = await build({
    client: { auth: { bearer: "t" }, headers: { "X-Client": "c" } },
    operation: {
      method: "PATCH",
      path: "/things/{id}",
      parameters: [
        { name: "id", in: "path" },
        { name: "dry", in: "query" },
        { name: "X-Trace", in: "header" },
        { name: "theme", in: "cookie" },
      ],
      requestBody: ["application/merge-patch+json"],
      security: [[{ name: "bearer", kind: "bearer" }]],
      responses: { 200: ["application/json"] },
    },
    given: {
      path: { id: 7 },
      query: { dry: true },
      headers: { "X-Trace": "x" },
      cookies: { theme: "dark" },
      body: { name: null },
    },
    options: { headers: { "X-Call": "d" } },
  });
  expect(request.method).toBe("PATCH");
  expect(request.url).toBe("https://api.example.com/v1/things/7?dry=true");
  expect(Object.fromEntries(request.headers)).toEqual({
    accept: "application/json",
    authorization: "Bearer t",
    "content-type": "application/merge-patch+json",
    cookie: "theme=dark",
    "x-call": "d",
    "x-client": "c",
    "x-trace": "x",
  });
  expect(await request.text()).toBe('{"name":null}');
});

test("a request follows no redirect", async () => {
  expect((await build({})).redirect).toBe("manual");
});

test("a request without a body has no type of one", async () => {
  const request = await build({ operation: { method: "POST", requestBody: ["application/json"] } });
  expect(request.body).toBeNull();
  expect(request.headers.get("content-type")).toBeNull();
});

test("a multipart request has the boundary that its body has", async () => {
  const request = await build({
    operation: { method: "POST", requestBody: ["multipart/form-data"] },
    given: { body: { file: new Blob(["bytes"], { type: "image/png" }), note: "a" } },
  });
  const form = await request.formData();
  expect(form.get("note")).toBe("a");
  expect(await (form.get("file") as File).text()).toBe("bytes");
});

test("the caller's signal ends the request", async () => {
  const controller = new AbortController();
  const request = await build({ options: { signal: controller.signal } });
  controller.abort();
  expect(request.signal.aborted).toBe(true);
});

const sensitive: readonly { name: string; given: Given; want: string }[] = [
  {
    name: "what may be shown of a URL lacks credentials",
    given: { client: { auth: { token: "s" } }, operation: { security: [token] } },
    want: "https://api.example.com/v1/things",
  },
  {
    name: "what may be shown of a URL lacks the values of sensitive parameters",
    given: {
      operation: {
        path: "/things/{id}/{key}",
        sensitiveParameters: ["key", "pin"],
        parameters: [
          { name: "id", in: "path" },
          { name: "key", in: "path" },
          { name: "pin", in: "query" },
          { name: "a", in: "query" },
        ],
      },
      given: { path: { id: 1, key: "k" }, query: { pin: 1234, a: "b" } },
    },
    want: "https://api.example.com/v1/things/1/***?pin=***&a=b",
  },
];

test.each(sensitive)("$name", async ({ given, want }) => {
  expect(plan(given).shown).toBe(want);
  const shown = inspect(await build(given), { depth: 9, showHidden: true });
  expect(shown).toBe(`Request { GET ${want} }`);
});

test("a request that is shown hides its headers, and still has them", async () => {
  const given: Given = {
    client: { auth: { bearer: "s3cret" } },
    operation: { security: [[{ name: "bearer", kind: "bearer" }]] },
  };
  const request = await build(given);
  expect(inspect(request, { depth: 9, showHidden: true })).not.toContain("s3cret");
  expect(request.headers.get("authorization")).toBe("Bearer s3cret");
});

test("a request may be made again for another URL, all else the same", async () => {
  const given: Given = {
    operation: { method: "PUT", requestBody: ["application/json"] },
    given: { body: { a: 1 } },
  };
  const request = await build(given, new URL("https://api.example.com/v2/things"));
  expect(request.url).toBe("https://api.example.com/v2/things");
  expect(request.method).toBe("PUT");
  expect(await request.json()).toEqual({ a: 1 });
});
