import { expect, test, vi } from "vitest";
import type { ClientOptions } from "../src/client-options.ts";
import type { Operation, SecurityScheme } from "../src/operation.ts";
import { type Credentials, createCredentials } from "../src/select-credentials.ts";
import { describeOperation } from "./support/operation.ts";

const bearer: SecurityScheme = { name: "bearer", kind: "bearer" };
const basic: SecurityScheme = { name: "basic", kind: "basic" };
const key: SecurityScheme = { name: "key", kind: "apiKey", in: "header", parameter: "X-Api-Key" };
const addon: SecurityScheme = { name: "addon", kind: "apiKey", in: "header", parameter: "X-Addon-Token" };
const token: SecurityScheme = { name: "token", kind: "apiKey", in: "query", parameter: "access_token" };
const session: SecurityScheme = { name: "session", kind: "apiKey", in: "cookie", parameter: "sid" };

const none = { header: [], query: [], cookie: [] };

/** What a client with these credentials sends. */
async function selectCredentials(
  operation: Operation,
  auth?: ClientOptions["auth"],
): Promise<Pick<Credentials, "header" | "query" | "cookie">> {
  const { header, query, cookie } = await createCredentials(auth)(operation, false);
  return { header, query, cookie };
}

const cases: readonly {
  name: string;
  security?: NonNullable<Operation["security"]>;
  auth?: NonNullable<ClientOptions["auth"]>;
  want: Partial<Credentials>;
}[] = [
  { name: "an operation without security gets nothing", auth: { bearer: "a" }, want: {} },
  { name: "no credentials send nothing", security: [[bearer]], want: {} },
  {
    name: "credentials for other schemes send nothing",
    security: [[bearer]],
    auth: { key: "a" },
    want: {},
  },
  {
    name: "a bearer token goes into the authorization header",
    security: [[bearer]],
    auth: { bearer: "abc" },
    want: { header: [["authorization", "Bearer abc"]] },
  },
  {
    name: "user name and password are one text in base 64",
    security: [[basic]],
    auth: { basic: { username: "Aladdin", password: "open sesame" } },
    want: { header: [["authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="]] },
  },
  {
    name: "user name and password beyond ASCII are UTF-8, as RFC 7617 shows",
    security: [[basic]],
    auth: { basic: { username: "test", password: "123£" } },
    want: { header: [["authorization", "Basic dGVzdDoxMjPCow=="]] },
  },
  {
    name: "user name and password may hold any character",
    security: [[basic]],
    auth: { basic: { username: "日本", password: "🙂" } },
    want: { header: [["authorization", "Basic 5pel5pysOvCfmYI="]] },
  },
  {
    name: "a key goes into its header",
    security: [[key]],
    auth: { key: "a b" },
    want: { header: [["X-Api-Key", "a b"]] },
  },
  {
    name: "a key goes into the query, escaped",
    security: [[token]],
    auth: { token: "a&b=c" },
    want: { query: ["access_token=a%26b%3Dc"] },
  },
  {
    name: "a key goes into a cookie, escaped",
    security: [[session]],
    auth: { session: "a;b" },
    want: { cookie: ["sid=a%3Bb"] },
  },
  {
    name: "the name of a key is escaped too",
    security: [[{ name: "token", kind: "apiKey", in: "query", parameter: "a&b" }]],
    auth: { token: "c" },
    want: { query: ["a%26b=c"] },
  },
  {
    name: "of two alternatives the first that is there is sent, and it alone",
    security: [[key], [addon]],
    auth: { addon: "b", key: "a" },
    want: { header: [["X-Api-Key", "a"]] },
  },
  {
    name: "the second is sent where the first is not there",
    security: [[key], [addon]],
    auth: { addon: "b" },
    want: { header: [["X-Addon-Token", "b"]] },
  },
  {
    name: "schemes that are needed together are sent together",
    security: [[key, token, session, bearer]],
    auth: { key: "a", token: "b", session: "c", bearer: "d" },
    want: {
      header: [
        ["X-Api-Key", "a"],
        ["authorization", "Bearer d"],
      ],
      query: ["access_token=b"],
      cookie: ["sid=c"],
    },
  },
  {
    name: "of schemes that are needed together none is sent where one is missing",
    security: [[key, token]],
    auth: { key: "a" },
    want: {},
  },
  {
    name: "an alternative that lacks a scheme leaves the next to be sent whole",
    security: [[key, token], [bearer]],
    auth: { key: "a", bearer: "b" },
    want: { header: [["authorization", "Bearer b"]] },
  },
  {
    name: "optional security sends what is there",
    security: [[], [bearer]],
    auth: { bearer: "a" },
    want: { header: [["authorization", "Bearer a"]] },
  },
  { name: "optional security sends nothing where nothing is there", security: [[], [bearer]], want: {} },
  {
    name: "a function gives a credential",
    security: [[bearer]],
    auth: { bearer: () => "a" },
    want: { header: [["authorization", "Bearer a"]] },
  },
  {
    name: "a function gives a credential later",
    security: [[basic]],
    auth: { basic: async () => ({ username: "a", password: "b" }) },
    want: { header: [["authorization", "Basic YTpi"]] },
  },
  {
    name: "a function that gives none now leaves the next alternative to be sent",
    security: [[key], [addon]],
    auth: { key: () => undefined, addon: async () => "b" },
    want: { header: [["X-Addon-Token", "b"]] },
  },
  {
    name: "a function that gives none now keeps what it is needed with from being sent",
    security: [[key, addon]],
    auth: { key: async () => "a", addon: async () => undefined },
    want: {},
  },
  {
    name: "null stands for none, as the storage of a browser has it",
    security: [[key], [addon]],
    // @ts-expect-error The types ask for undefined; JavaScript does not.
    auth: { key: null, addon: () => null },
    want: {},
  },
  {
    name: "a scheme that is named like an inherited member is not given",
    security: [
      [{ name: "constructor", kind: "bearer" }],
      [{ name: "toString", kind: "bearer" }],
      [{ name: "__proto__", kind: "bearer" }],
    ],
    auth: {},
    want: {},
  },
];

test.each(cases)("$name", async ({ security, auth, want }) => {
  const operation = describeOperation(security && { security });
  expect(await selectCredentials(operation, auth)).toEqual({ ...none, ...want });
});

test("a function is asked anew for each call", async () => {
  let count = 0;
  const auth = { bearer: () => `token-${++count}` };
  const operation = describeOperation({ security: [[bearer]] });
  await selectCredentials(operation, auth);
  expect((await selectCredentials(operation, auth)).header).toEqual([["authorization", "Bearer token-2"]]);
});

test("a function is asked once for a call, even where two alternatives need it", async () => {
  const ask = vi.fn(async () => "a");
  const operation = describeOperation({ security: [[key, addon], [key]] });
  const want = { ...none, header: [["X-Api-Key", "a"]] };
  expect(await selectCredentials(operation, { key: ask, addon: () => undefined })).toEqual(want);
  expect(ask).toHaveBeenCalledTimes(1);
});

test("a function is not asked in vain", async () => {
  const ask = vi.fn(async () => "a");
  const operation = describeOperation({ security: [[bearer], [key, addon], [session]] });
  await selectCredentials(operation, { bearer: "b", session: ask });
  await selectCredentials(operation, { key: ask });
  expect(ask).not.toHaveBeenCalled();
});

test("what a function throws is thrown", async () => {
  const fault = new Error("the vault is closed");
  const operation = describeOperation({ security: [[bearer], [key]] });
  const auth = { bearer: () => Promise.reject(fault), key: "a" };
  await expect(selectCredentials(operation, auth)).rejects.toBe(fault);
});

test.each([
  { name: "a token is a secret, escaped too", auth: { bearer: "a b" }, want: ["a b", "a%20b", "a b"] },
  {
    name: "a password is one, and so is what is made of it",
    auth: { basic: { username: "a", password: "b" } },
    want: ["YTpi", "YTpi", "b"],
  },
])("$name", async ({ auth, want }) => {
  const operation = describeOperation({ security: [[bearer], [basic]] });
  expect((await createCredentials(auth)(operation, false)).secrets).toEqual(want);
});

test.each([
  { name: "what a function gave may be renewed", auth: { bearer: () => "a" }, want: true },
  { name: "a value may not", auth: { bearer: "a" }, want: false },
  { name: "a function that gave none may have one by now", auth: { bearer: () => undefined }, want: true },
])("$name", async ({ auth, want }) => {
  const operation = describeOperation({ security: [[bearer]] });
  expect((await createCredentials(auth)(operation, false)).renewable).toBe(want);
});

test("a function is told whether a new credential is wanted", async () => {
  const select = createCredentials({ bearer: ({ refresh }) => (refresh ? "new" : "old") });
  const operation = describeOperation({ security: [[bearer]] });
  expect((await select(operation, false)).header).toEqual([["authorization", "Bearer old"]]);
  expect((await select(operation, true)).header).toEqual([["authorization", "Bearer new"]]);
});

test("calls that want a new credential at the same time share it, and a later one does not", async () => {
  let count = 0;
  const ask = async () => `token-${++count}`;
  const select = createCredentials({ bearer: ask });
  const operation = describeOperation({ security: [[bearer]] });
  const both = await Promise.all([select(operation, true), select(operation, true)]);
  expect(both.map(({ header }) => header[0]?.[1])).toEqual(["Bearer token-1", "Bearer token-1"]);
  expect((await select(operation, true)).header[0]?.[1]).toBe("Bearer token-2");
});

test("a function that failed to renew is asked again by the next that wants it", async () => {
  const answers = [Promise.reject(new Error("shut")), Promise.resolve("a")];
  const select = createCredentials({ bearer: () => answers.shift() });
  const operation = describeOperation({ security: [[bearer]] });
  await expect(select(operation, true)).rejects.toThrow("shut");
  expect((await select(operation, true)).header).toEqual([["authorization", "Bearer a"]]);
});
