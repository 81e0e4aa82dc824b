import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import type { ClientOptions } from "../src/client-options.ts";
import type { Arguments, Operation } from "../src/operation.ts";
import { call, startServer } from "./support/call.ts";
import { findClosedOrigin } from "./support/loopback.ts";

const bearer: Partial<Operation> = { security: [[{ name: "bearer", kind: "bearer" }]] };

const invalid: readonly {
  name: string;
  client?: ClientOptions;
  operation?: Partial<Operation>;
  given?: Arguments;
  want: string;
}[] = [
  {
    name: "a path parameter that is missing sends nothing",
    operation: { path: "/things/{id}" },
    want: "path parameter id is missing or empty",
  },
  {
    name: "a path parameter that climbs sends nothing",
    operation: { path: "/things/{id}" },
    given: { path: { id: ".." } },
    want: 'path segment {id} would be ".." and lead elsewhere',
  },
  {
    name: "a value that nests too deep sends nothing",
    operation: { parameters: [{ name: "a", in: "query" }] },
    given: { query: { a: [[1]] } },
    want: "a value nests too deep",
  },
  {
    name: "a base URL that is none sends nothing",
    client: { baseUrl: "/relative" },
    want: 'baseUrl "/relative" is no absolute http(s) URL without query and credentials',
  },
  {
    name: "a credential that cannot be had sends nothing",
    client: { auth: { bearer: refuse } },
    operation: bearer,
    want: "the vault is closed",
  },
  {
    name: "a credential with a line break sends nothing, and is not shown",
    client: { auth: { bearer: "secret\nX-Admin: 1" } },
    operation: bearer,
    want: "a header holds a character that none can carry",
  },
  {
    name: "a body that goes in circles sends nothing",
    operation: { method: "POST", requestBody: ["application/json"] },
    given: { body: circle() },
    want: "Converting circular structure to JSON",
  },
  {
    name: "a method that the platform refuses sends nothing",
    operation: { method: "TRACE" },
    want: "'TRACE' HTTP method is unsupported.",
  },
];

async function refuse(): Promise<string> {
  throw new Error("the vault is closed");
}

function circle(): object {
  const self: { self?: unknown } = {};
  self.self = self;
  return self;
}

test.each(invalid)("$name", async ({ client, operation, given, want }) => {
  const fetch = vi.fn(async () => new Response());
  const outcome = await call({ baseUrl: "http://localhost", fetch, ...client }, operation, given);
  expect(outcome).toMatchObject({ ok: false, status: "invalid-request" });
  expect("error" in outcome && outcome.error.message).toContain(want);
  expect(inspect(outcome, { depth: 9, showHidden: true })).not.toContain("secret");
  expect(fetch).not.toHaveBeenCalled();
});

test.each([
  "https://user:secret@example.com",
  "https://example.com/?token=secret",
  "https:\\\\user:secret@example.com",
])("what a refusal of %s tells shows no secret", async (baseUrl) => {
  const outcome = await call({ baseUrl });
  expect(outcome).toMatchObject({ ok: false, status: "invalid-request" });
  expect(inspect(outcome, { depth: 9, showHidden: true })).not.toContain("secret");
});

test("what a fault of the network tells shows no secret", async () => {
  const baseUrl = await findClosedOrigin();
  const operation: Partial<Operation> = {
    security: [
      [
        { name: "token", kind: "apiKey", in: "query", parameter: "access_token" },
        { name: "bearer", kind: "bearer" },
      ],
    ],
  };
  const outcome = await call({ baseUrl, auth: { token: "secret", bearer: "secret" } }, operation);
  expect(outcome).toMatchObject({ ok: false, status: "network" });
  expect(inspect(outcome, { depth: 9, showHidden: true })).not.toContain("secret");
});

const redirects: readonly {
  name: string;
  status: number;
  responses: Operation["responses"];
  want: object;
}[] = [
  {
    name: "a redirect that is not documented is told and not followed",
    status: 302,
    responses: { 200: [] },
    want: { ok: false, status: "undocumented" },
  },
  {
    name: "a redirect that keeps method and body is not followed either",
    status: 307,
    responses: { 200: [] },
    want: { ok: false, status: "undocumented" },
  },
  {
    name: "a redirect that is documented is told as such",
    status: 302,
    responses: { 200: [], 302: [] },
    want: { ok: false, status: 302, data: undefined },
  },
];

test.each(redirects)("$name", async ({ status, responses, want }) => {
  const other = await startServer();
  const { baseUrl, requests } = await startServer((_, response) => {
    response.writeHead(status, { location: `${other.baseUrl}/things` }).end();
  });
  const operation: Partial<Operation> = {
    responses,
    method: "POST",
    requestBody: ["application/json"],
    security: [
      [
        { name: "bearer", kind: "bearer" },
        { name: "key", kind: "apiKey", in: "header", parameter: "X-Api-Key" },
        { name: "sid", kind: "apiKey", in: "cookie", parameter: "sid" },
      ],
    ],
  };
  const auth = { bearer: "b", key: "k", sid: "s" };
  const outcome = await call({ baseUrl, auth }, operation, { body: { password: "p" } });
  expect(outcome).toMatchObject(want);
  expect("response" in outcome && outcome.response.headers.get("location")).toBe(`${other.baseUrl}/things`);
  expect(
    requests.map(({ headers }) => [headers.authorization, headers["x-api-key"], headers.cookie]),
  ).toEqual([["Bearer b", "k", "sid=s"]]);
  expect(other.requests).toEqual([]);
});
