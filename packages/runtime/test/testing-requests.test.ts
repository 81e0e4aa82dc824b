import { expect, test } from "vitest";
import { createTestFetch, type TestOperation, type TestRequest } from "../src/testing.ts";
import { createPetTestFetch } from "./support/test-api.ts";

test("records a request as a test wants to look at it", async () => {
  const { fetch, requests } = createPetTestFetch();
  await fetch("https://api.test/v1/pets/a%20b%2Fc?x=1", {
    method: "PUT",
    headers: { Authorization: "Bearer t", "Content-Type": "application/merge-patch+json; charset=utf-8" },
    body: '{"name":null}',
  });
  const want: TestRequest = {
    operation: "savePet",
    method: "PUT",
    url: "https://api.test/v1/pets/a%20b%2Fc?x=1",
    pathParameters: { petId: "a b/c" },
    headers: { authorization: "Bearer t", "content-type": "application/merge-patch+json; charset=utf-8" },
    body: { name: null },
  };
  expect(requests).toEqual([want]);
});

const file = new FormData();
file.append("tag", "a");
file.append("tag", "b");

test.each<{ name: string; body: BodyInit; type?: string; want: unknown }>([
  {
    name: "a form",
    body: new URLSearchParams("a=1&a=2&b=%26"),
    want: [
      ["a", "1"],
      ["a", "2"],
      ["b", "&"],
    ],
  },
  {
    name: "a form in parts",
    body: file,
    want: [
      ["tag", "a"],
      ["tag", "b"],
    ],
  },
  { name: "text", body: "hello", want: "hello" },
  { name: "XML", body: "<a/>", type: "application/xml", want: "<a/>" },
  { name: "bytes", body: new Uint8Array([1, 255]), type: "image/png", want: new Uint8Array([1, 255]) },
  { name: "broken JSON as text", body: "{", type: "application/json", want: "{" },
  { name: "a broken form as text", body: "-", type: "multipart/form-data; boundary=x", want: "-" },
  { name: "an empty body as none", body: "", type: "application/json", want: undefined },
])("reads $name", async ({ body, type, want }) => {
  const { fetch, requests } = createPetTestFetch();
  const headers: HeadersInit = type === undefined ? {} : { "content-type": type };
  await fetch("https://api.test/pets/1", { method: "PUT", body, headers });
  expect(requests[0]?.body).toEqual(want);
});

const names: readonly [string, string][] = [
  ["GET", "/users/{id}"],
  ["GET", "/users/me"],
  ["GET", "/{kind}/me"],
  ["GET", "/{kind}/{id}"],
  ["GET", "/teams/{team}/users/{id}"],
  ["POST", "/users/{id}:merge"],
  ["GET", "/reports/{name}.{format}"],
  ["GET", "/a b/{__proto__}"],
  ["GET", "/"],
];
const table: readonly TestOperation[] = names.map(([method, path]) => {
  return { id: `${method} ${path}`, method, path, responses: { 204: [] } };
});

test.each<{ given: readonly [string, string]; want: string; values?: object }>([
  { given: ["GET", "https://x.test/users/7"], want: "GET /users/{id}", values: { id: "7" } },
  { given: ["GET", "https://x.test/api/v2/users/7?q=/pets"], want: "GET /users/{id}", values: { id: "7" } },
  { given: ["GET", "https://x.test/users/me"], want: "GET /users/me", values: {} },
  { given: ["GET", "https://x.test/bots/me"], want: "GET /{kind}/me", values: { kind: "bots" } },
  { given: ["GET", "https://x.test/bots/7"], want: "GET /{kind}/{id}", values: { kind: "bots", id: "7" } },
  {
    given: ["GET", "https://x.test/teams/a/users/7"],
    want: "GET /teams/{team}/users/{id}",
    values: { team: "a", id: "7" },
  },
  { given: ["POST", "https://x.test/users/7:merge"], want: "POST /users/{id}:merge", values: { id: "7" } },
  {
    given: ["GET", "https://x.test/reports/a.b.csv"],
    want: "GET /reports/{name}.{format}",
    values: { name: "a", format: "b.csv" },
  },
  {
    given: ["GET", "https://x.test/a%20b/%zz"],
    want: "GET /a b/{__proto__}",
    values: { ["__proto__"]: "%zz" },
  },
  { given: ["GET", "https://x.test/base/"], want: "GET /", values: {} },
])("takes $given for $want", async ({ given: [method, url], want, values }) => {
  const { fetch, requests } = createTestFetch(table);
  await fetch(url, { method });
  expect([requests[0]?.operation, requests[0]?.pathParameters]).toEqual([want, values]);
});

test("refuses a request that matches no operation, and says what would", async () => {
  const { fetch, requests } = createPetTestFetch();
  const call = fetch("https://api.test/pets/1?token=secret", { method: "DELETE", body: "x" });
  const want = [
    "DELETE /pets/1 matches no operation. The document knows:",
    "  readPet: GET /pets/{petId}",
    "  savePet: PUT /pets/{petId}",
    "  listPets: GET /pets",
  ].join("\n");
  await expect(call).rejects.toThrow(new TypeError(want));
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({
    operation: undefined,
    method: "DELETE",
    pathParameters: {},
    body: "x",
  });
  expect(requests[0]?.error?.message).toBe(want);
});

test("says what to give where the document has no example", async () => {
  const { fetch, requests } = createPetTestFetch();
  const want =
    'listPets: the document has no example for 200 (application/json); give `body`: answer("listPets", { status: 200, body: … })';
  await expect(fetch("https://api.test/pets")).rejects.toThrow(new TypeError(want));
  expect(requests[0]?.error?.message).toBe(want);
});
