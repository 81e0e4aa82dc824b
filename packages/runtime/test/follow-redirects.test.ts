import { expect, test } from "vitest";
import { followRedirects } from "../src/follow-redirects.ts";
import type { Arguments, Operation } from "../src/operation.ts";
import { call } from "./support/call.ts";
import { describeOperation } from "./support/operation.ts";
import { show, startScripted } from "./support/scripted.ts";

const to = (status: number, location: string) => ({ status, headers: { location } });

const followed: readonly {
  name: string;
  status: number;
  method: string;
  body?: string;
}[] = [
  { name: "a GET follows 301", status: 301, method: "GET" },
  { name: "a GET follows 302", status: 302, method: "GET" },
  { name: "a GET follows 303", status: 303, method: "GET" },
  { name: "a GET follows 307", status: 307, method: "GET" },
  { name: "a GET follows 308", status: 308, method: "GET" },
  { name: "a HEAD follows 301", status: 301, method: "HEAD" },
  { name: "a POST follows 307 with its body", status: 307, method: "POST", body: '{"a":1}' },
  { name: "a PATCH follows 308 with its body", status: 308, method: "PATCH", body: '{"a":1}' },
];

test.each(followed)("$name, with its credentials", async ({ status, method, body = "" }) => {
  const { baseUrl, requests } = await startScripted(to(status, "/moved?b=2"), 200);
  const operation: Partial<Operation> = {
    method,
    security: [[{ name: "bearer", kind: "bearer" }]],
    ...(body && { requestBody: ["application/json"] }),
  };
  const outcome = await call(
    { baseUrl, auth: { bearer: "b" } },
    operation,
    body ? { body: JSON.parse(body) } : {},
  );
  expect(outcome).toMatchObject({ ok: true, status: 200 });
  expect(requests.map(({ url }) => url)).toEqual(["/things", "/moved?b=2"]);
  expect(requests.map((request) => request.method)).toEqual([method, method]);
  expect(requests.map((request) => request.body)).toEqual([body, body]);
  expect(requests.map(({ headers }) => headers.authorization)).toEqual(["Bearer b", "Bearer b"]);
});

const kept: readonly {
  name: string;
  status: number;
  location?: string;
  operation?: Partial<Operation>;
  given?: Arguments;
  want: string | number;
}[] = [
  {
    name: "a POST does not follow 302, which would make a GET of it",
    status: 302,
    operation: { method: "POST", requestBody: ["application/json"] },
    given: { body: {} },
    want: "undocumented",
  },
  { name: "a PATCH does not follow 303", status: 303, operation: { method: "PATCH" }, want: "undocumented" },
  {
    name: "a DELETE does not follow 301",
    status: 301,
    operation: { method: "DELETE" },
    want: "undocumented",
  },
  {
    name: "a status that the document describes is an answer",
    status: 302,
    operation: { responses: { 200: ["application/json"], 302: [] } },
    want: 302,
  },
  {
    name: "a status in a range that the document describes is an answer",
    status: 307,
    operation: { responses: { 200: ["application/json"], "3XX": [] } },
    want: "3XX",
  },
  { name: "300 leaves the choice to the caller", status: 300, want: "undocumented" },
  { name: "304 is no redirect", status: 304, want: "undocumented" },
  { name: "a redirect that says nowhere is not followed", status: 302, location: "", want: "undocumented" },
  { name: "a redirect to no URL is not followed", status: 302, location: "http://[", want: "undocumented" },
  {
    name: "a redirect to a script is not followed",
    status: 302,
    location: "javascript:1",
    want: "undocumented",
  },
];

test.each(kept)("$name", async ({ status, location = "/moved", operation, given, want }) => {
  const { baseUrl, requests } = await startScripted(to(status, location), 200);
  expect(await call({ baseUrl }, operation, given)).toMatchObject({ ok: false, status: want });
  expect(requests).toHaveLength(1);
});

const secret = "s3cret";

test.each([
  { name: "another port", make: (other: string) => other },
  { name: "another port without a scheme", make: (other: string) => other.replace("http:", "") },
])("a redirect to $name is told and not followed, and no credential goes there", async ({ make }) => {
  const other = await startScripted(200);
  for (const status of [301, 302, 303, 307, 308]) {
    const { baseUrl, requests } = await startScripted(to(status, `${make(other.baseUrl)}/steal`));
    const operation: Partial<Operation> = {
      security: [
        [
          { name: "bearer", kind: "bearer" },
          { name: "header", kind: "apiKey", in: "header", parameter: "X-Key" },
          { name: "query", kind: "apiKey", in: "query", parameter: "key" },
          { name: "cookie", kind: "apiKey", in: "cookie", parameter: "sid" },
        ],
      ],
    };
    const auth = { bearer: secret, header: secret, query: secret, cookie: secret };
    const outcome = await call({ baseUrl, auth, retry: {} }, operation);
    expect(outcome).toMatchObject({ ok: false, status: "undocumented", response: { status } });
    expect(show(outcome)).not.toContain(secret);
    expect(requests).toHaveLength(1);
  }
  expect(other.requests).toEqual([]);
});

test("a redirect to another origin after one to the same is not followed either", async () => {
  const other = await startScripted(200);
  const { baseUrl, requests } = await startScripted(to(302, "/next"), to(302, `${other.baseUrl}/steal`));
  expect(await call({ baseUrl })).toMatchObject({ ok: false, status: "undocumented" });
  expect(requests).toHaveLength(2);
  expect(other.requests).toEqual([]);
});

test("a loop ends after five redirects, and the last is told", async () => {
  const { baseUrl, requests } = await startScripted(to(302, "/things"));
  const outcome = await call({ baseUrl });
  expect(outcome).toMatchObject({ ok: false, status: "undocumented", response: { status: 302 } });
  expect(requests).toHaveLength(6);
});

test("a relative place is looked up from where the request went", async () => {
  const { baseUrl, requests } = await startScripted(to(307, "c"), to(307, "../d"), 200);
  await call({ baseUrl: `${baseUrl}/base` }, { path: "/a/b" });
  expect(requests.map(({ url }) => url)).toEqual(["/base/a/b", "/base/a/c", "/base/d"]);
});

test("the answer that leads elsewhere is let go", async () => {
  const answers = [
    new Response("elsewhere", { status: 302, headers: { location: "/moved" } }),
    new Response("here"),
  ];
  const make = (url = new URL("http://localhost/things")) => new Request(url);
  const [first] = answers;
  const last = await followRedirects(
    describeOperation(),
    make,
    async () => answers.shift() ?? Response.error(),
  );
  expect(await last.text()).toBe("here");
  expect(await first?.text().catch(() => "gone")).not.toBe("elsewhere");
});
