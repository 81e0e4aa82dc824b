import { expect, test, vi } from "vitest";
import type { CallOptions, ClientOptions } from "../src/client-options.ts";
import { createCaller } from "../src/create-caller.ts";
import type { Arguments, Operation } from "../src/operation.ts";
import { call } from "./support/call.ts";
import { describeOperation } from "./support/operation.ts";
import { show, startScripted } from "./support/scripted.ts";

const operation: Operation = describeOperation({
  id: "savePet",
  method: "PATCH",
  path: "/pets/{id}",
  parameters: [
    { name: "id", in: "path" },
    { name: "page", in: "query" },
  ],
  requestBody: ["application/merge-patch+json"],
  responses: { 200: ["application/json"] },
  security: [[{ name: "bearer", kind: "bearer" }]],
});

const given: Arguments = { path: { id: "a/b" }, query: { page: 2 }, body: { name: "Ada" } };

function make(client: ClientOptions, known = operation) {
  return createCaller(client, [{ url: "https://example.com/v1" }])<[Arguments?, CallOptions?], unknown>(
    known,
  );
}

test("a request can be had without being sent, as a call would send it", async () => {
  const fetch = vi.fn();
  const bearer = vi.fn(async () => "b");
  const client = { fetch, auth: { bearer }, headers: { "X-Client": "1" } };
  const request = await make(client).request(given, { headers: { "X-Call": "2" } });
  expect(request).toBeInstanceOf(Request);
  expect(request.method).toBe("PATCH");
  expect(request.url).toBe("https://example.com/v1/pets/a%2Fb?page=2");
  expect(Object.fromEntries(request.headers)).toMatchObject({
    authorization: "Bearer b",
    "content-type": "application/merge-patch+json",
    "x-client": "1",
    "x-call": "2",
  });
  expect(await request.json()).toEqual({ name: "Ada" });
  expect(bearer.mock.calls).toEqual([[{ refresh: false }]]);
  expect(fetch).not.toHaveBeenCalled();
});

test("what is had and what is sent are the same", async () => {
  const { baseUrl, requests } = await startScripted(200);
  const client = { baseUrl, auth: { bearer: "b" } };
  const request = await make(client).request(given);
  await call(client, operation, given);
  expect(requests).toMatchObject([
    { method: request.method, body: await request.text(), headers: { authorization: "Bearer b" } },
  ]);
  expect(baseUrl + requests[0]?.url).toBe(request.url);
});

test("a request can be sent by whoever has it", async () => {
  const { baseUrl, requests } = await startScripted(200);
  const response = await fetch(await make({ baseUrl }).request(given));
  expect(response.status).toBe(200);
  expect(requests).toMatchObject([{ method: "PATCH", url: "/pets/a%2Fb?page=2", body: '{"name":"Ada"}' }]);
});

test("a request heeds the signal of its options", async () => {
  const controller = new AbortController();
  const request = await make({}).request(given, { signal: controller.signal });
  expect(request.signal.aborted).toBe(false);
  controller.abort();
  expect(request.signal.aborted).toBe(true);
});

test("a request shows no credential", async () => {
  const query: Operation = {
    ...operation,
    security: [[{ name: "key", kind: "apiKey", in: "query", parameter: "key" }]],
  };
  const request = await make({ auth: { key: "s3cret" } }, query).request(given);
  expect(request.url).toContain("key=s3cret");
  expect(show(request)).toBe("Request { PATCH https://example.com/v1/pets/a%2Fb?page=2 }");
});

async function refuse(): Promise<string> {
  throw new Error("the vault is closed");
}

const refused: readonly { name: string; client?: ClientOptions; given?: Arguments; want: string }[] = [
  {
    name: "a path parameter that is missing",
    given: {},
    want: "PATCH /pets/{id}: invalid-request: path parameter id is missing or empty",
  },
  {
    name: "a base URL that is none",
    client: { baseUrl: "nowhere" },
    want: 'PATCH /pets/{id}: invalid-request: baseUrl "nowhere" is no absolute http(s) URL without query and credentials',
  },
  {
    name: "a body that a schema refuses",
    client: { validate: () => ({ issues: [{ message: "is wrong", path: [] }], reason: "is wrong" }) },
    want: "PATCH https://example.com/v1/pets/a%2Fb?page=2: invalid-request: the body is wrong",
  },
  {
    name: "a credential that cannot be had",
    client: { auth: { bearer: refuse } },
    want: "PATCH https://example.com/v1/pets/a%2Fb?page=2: invalid-request: the vault is closed",
  },
];

test.each(refused)(
  "$name makes no request: a call is refused, and asking for the request rejects",
  async (row) => {
    const fetch = vi.fn();
    const method = make({ fetch, ...row.client });
    const args = row.given ?? given;
    await expect(method.request(args)).rejects.toMatchObject({
      name: "CallError",
      status: "invalid-request",
      operation: "savePet",
      message: row.want,
    });
    expect(await method(args)).toMatchObject({
      ok: false,
      status: "invalid-request",
      call: { operation: "savePet", method: "PATCH" },
      error: { message: row.want },
    });
    expect(fetch).not.toHaveBeenCalled();
  },
);

test("a schema is asked about the body that is given, by operation and media type, and never where there is none", async () => {
  const validate = vi.fn(() => undefined);
  const fetch = async () => Response.json({});
  const known = { ...operation, requestBody: ["application/json", "text/plain"] };
  await make({ fetch, validate }, { ...known, responses: { 200: [] } })({ path: { id: 1 } });
  expect(validate).not.toHaveBeenCalled();
  await make(
    { fetch, validate },
    { ...known, responses: { 200: [] } },
  )({
    path: { id: 1 },
    body: "Ada",
    contentType: "text/plain",
  });
  expect(validate.mock.calls).toEqual([["Ada", "savePet", "text/plain"]]);
});
