import { expect, test } from "vitest";
import type { ClientOptions } from "../src/client-options.ts";
import type { Server } from "../src/operation.ts";
import { resolveBaseUrl } from "../src/resolve-base-url.ts";
import { describeOperation } from "./support/operation.ts";

const servers: readonly Server[] = [
  { url: "https://api.example.com/v1" },
  {
    url: "https://{region}.example.com:{port}/{base}",
    variables: { region: "eu", port: "443", base: "v1" },
  },
];
// A caller in JavaScript may give what the types refuse.
const undefinedRegion = { region: undefined } as unknown as Record<string, string>;
const regional = "https://{region}.example.com:{port}/{base}";

const cases: readonly { name: string; given: ClientOptions; servers?: readonly Server[]; want: string }[] = [
  { name: "the first server is the default", given: {}, want: "https://api.example.com/v1" },
  {
    name: "a chosen server has the document's values for its variables",
    given: { server: { url: regional } },
    want: "https://eu.example.com:443/v1",
  },
  {
    name: "a chosen server keeps the document's values for the variables that are not given",
    given: { server: { url: regional, variables: { region: "us" } } },
    want: "https://us.example.com:443/v1",
  },
  {
    name: "a variable that is undefined has the document's value",
    given: { server: { url: regional, variables: undefinedRegion } },
    want: "https://eu.example.com:443/v1",
  },
  {
    name: "every variable may be given",
    given: { server: { url: regional, variables: { region: "us", port: "8443", base: "a/b" } } },
    want: "https://us.example.com:8443/a/b",
  },
  {
    name: "a default server has its variables filled too",
    given: {},
    servers: [{ url: "{scheme}://{host}/v1", variables: { scheme: "https", host: "api.example.com:81" } }],
    want: "https://api.example.com:81/v1",
  },
  {
    name: "a variable may stand for a whole origin and more",
    given: { server: { url: "{origin}/api", variables: { origin: "https://example.com/tenant" } } },
    servers: [{ url: "{origin}/api", variables: { origin: "https://example.com" } }],
    want: "https://example.com/tenant/api",
  },
  {
    name: "a variable that occurs twice is filled twice",
    given: {},
    servers: [{ url: "https://{a}.example.com/{a}", variables: { a: "x" } }],
    want: "https://x.example.com/x",
  },
  {
    name: "a server that the document does not know is called as it is",
    given: { server: { url: "https://staging.example.com" } },
    want: "https://staging.example.com",
  },
  {
    name: "baseUrl wins over every server",
    given: { baseUrl: "http://127.0.0.1:4010/api", server: { url: regional } },
    want: "http://127.0.0.1:4010/api",
  },
  {
    name: "baseUrl needs no server",
    given: { baseUrl: "https://example.com" },
    servers: [],
    want: "https://example.com",
  },
  {
    name: "baseUrl makes a relative server absolute",
    given: { baseUrl: "https://example.com" },
    servers: [{ url: "/v1" }],
    want: "https://example.com",
  },
  {
    name: "a slash at the end goes",
    given: { baseUrl: "https://example.com/a/" },
    want: "https://example.com/a",
  },
  {
    name: "all slashes at the end go",
    given: { baseUrl: "https://example.com///" },
    want: "https://example.com",
  },
  {
    name: "the scheme may be in capitals",
    given: { baseUrl: "HTTPS://example.com" },
    want: "HTTPS://example.com",
  },
  { name: "an IPv6 address is a host", given: { baseUrl: "http://[::1]:80/a" }, want: "http://[::1]:80/a" },
  {
    name: "an at sign in the path is no credential",
    given: { baseUrl: "https://example.com/@me" },
    want: "https://example.com/@me",
  },
];

test.each(cases)("$name", ({ given, servers: own = servers, want }) => {
  expect(resolveBaseUrl(given, own, describeOperation())).toBe(want);
});

const elsewhere: readonly { name: string; given: ClientOptions; want: string }[] = [
  { name: "an operation answers at its own server", given: {}, want: "https://up.example.com" },
  {
    name: "a server that was chosen for the API is no place for an operation with its own",
    given: { server: { url: regional, variables: { region: "us" } } },
    want: "https://up.example.com",
  },
  {
    name: "a server of the operation can be chosen",
    given: { server: { url: "https://{region}.up.example.com", variables: { region: "us" } } },
    want: "https://us.up.example.com",
  },
  {
    name: "baseUrl wins over the operation's servers",
    given: { baseUrl: "https://example.org" },
    want: "https://example.org",
  },
];

test.each(elsewhere)("$name", ({ given, want }) => {
  const operation = describeOperation({
    servers: [
      { url: "https://up.example.com" },
      { url: "https://{region}.up.example.com", variables: { region: "eu" } },
    ],
  });
  expect(resolveBaseUrl(given, servers, operation)).toBe(want);
});

const refusals: readonly { name: string; given: ClientOptions; servers?: readonly Server[] }[] = [
  { name: "a document without a server is refused", given: {}, servers: [] },
  { name: "a relative server is refused", given: {}, servers: [{ url: "/v1" }] },
  { name: "a server without a scheme is refused", given: {}, servers: [{ url: "//example.com/v1" }] },
  { name: "a relative baseUrl is refused", given: { baseUrl: "v1" } },
  { name: "an empty baseUrl is refused", given: { baseUrl: "" } },
  { name: "another scheme is refused", given: { baseUrl: "ftp://example.com" } },
  { name: "a script is refused", given: { baseUrl: "javascript:alert(1)//" } },
  { name: "a scheme without a host is refused", given: { baseUrl: "https://" } },
  { name: "an empty host is refused", given: { baseUrl: "https:///example.com" } },
  { name: "a port that is none is refused", given: { baseUrl: "https://example.com:99999" } },
  { name: "a space in the host is refused", given: { baseUrl: "https://exam ple.com" } },
  { name: "a query is refused", given: { baseUrl: "https://example.com/?a=b" } },
  { name: "an empty query is refused", given: { baseUrl: "https://example.com/a?" } },
  { name: "a fragment is refused", given: { baseUrl: "https://example.com/#a" } },
  { name: "a variable in baseUrl is refused", given: { baseUrl: "https://{region}.example.com" } },
  {
    name: "a variable that nobody fills is refused",
    given: { server: { url: "https://{tenant}.example.com" } },
  },
  {
    name: "a variable that is named like an inherited member is refused while nobody fills it",
    given: { server: { url: "https://example.com/{__proto__}/{constructor}" } },
  },
  {
    name: "a variable that ends the host is refused",
    given: { server: { url: regional, variables: { region: "evil.example.org/" } } },
  },
  {
    name: "a variable that ends the host with a backslash is refused",
    given: { server: { url: regional, variables: { region: "evil.example.org\\" } } },
  },
  {
    name: "a variable that makes user information of the host is refused",
    given: { server: { url: regional, variables: { port: "443@evil.example.org" } } },
  },
  {
    name: "a variable that starts a query is refused",
    given: { server: { url: regional, variables: { base: "v1?a=b" } } },
  },
  {
    name: "a variable that brings a host of its own is refused",
    given: { server: { url: "{scheme}://example.com", variables: { scheme: "https://evil.example.org/" } } },
    servers: [{ url: "{scheme}://example.com", variables: { scheme: "https" } }],
  },
];

test.each(refusals)("$name", ({ given, servers: own = servers }) => {
  expect(() => resolveBaseUrl(given, own, describeOperation())).toThrow(TypeError);
});

test("a refusal shows what was refused and says what to do", () => {
  expect(() => resolveBaseUrl({}, [{ url: "/v1" }], describeOperation())).toThrow(
    'baseUrl "/v1" is no absolute http(s) URL without query and credentials',
  );
});

test.each([
  "https://user:secret@example.com",
  "https://user:secret@example.com/a",
  "https://secret@example.com",
  "https://user:sec?secret@example.com",
  "https://user:secret#@example.com",
  "https:\\\\user:secret@example.com",
  "https://x\\user:secret@example.com",
  "user:secret@example.com",
  "https://example.com/?token=secret",
  "https://example.com/#secret",
])("%s is refused without a word of it", (baseUrl) => {
  const call = () => resolveBaseUrl({ baseUrl }, servers, describeOperation());
  expect(call).toThrow(new TypeError("baseUrl is no absolute http(s) URL without query and credentials"));
});
