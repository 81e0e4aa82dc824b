import { createOracle } from "@specmill/oracle";
import type { JsonObject, JsonValue } from "@specmill/spec";
import { describe, expect, test } from "vitest";
import type { CallArguments, Credential } from "../src/case/contract-case.ts";
import { checkCredentials } from "../src/wire/check-credentials.ts";
import { checkWire } from "../src/wire/check-wire.ts";
import type { WireRequest } from "../src/wire/exchange.ts";
import { writeRequest } from "../src/wire/write-request.ts";
import { operationOf } from "./wire-documents.ts";

const list = { type: "array", items: { type: "integer" } };
const object = { type: "object", additionalProperties: { type: "integer" } };

function query(parameter: JsonObject) {
  return { name: "p", in: "query", ...parameter };
}

function messages(
  parameters: readonly JsonObject[],
  given: CallArguments,
  sent: Partial<WireRequest>,
  path = "/a",
) {
  const { api, operation, document } = operationOf(path, "get", { parameters });
  const oracle = createOracle(document);
  const request = { method: "GET", target: "/a", headers: {}, ...sent };
  return checkWire(api, operation, given, request, (pointer, value: JsonValue) =>
    oracle.allows(pointer, "request", value),
  ).map(({ message }) => message);
}

const same: readonly {
  readonly name: string;
  readonly parameter: JsonObject;
  readonly given?: JsonValue;
  readonly target: string;
}[] = [
  { name: "an empty list is nothing", parameter: query({ schema: list }), given: [], target: "/a" },
  { name: "an empty list is an empty text", parameter: query({ schema: list }), given: [], target: "/a?p=" },
  { name: "null is nothing", parameter: query({ schema: {} }), given: null, target: "/a" },
  {
    name: "null is null where no text is allowed",
    parameter: query({ schema: { type: ["integer", "null"] } }),
    given: null,
    target: "/a?p=null",
  },
  { name: "nothing is nothing", parameter: query({ schema: {} }), target: "/a" },
  { name: "1.0 is 1", parameter: query({ schema: {} }), given: 1, target: "/a?p=1.0" },
  { name: "1e21 is itself", parameter: query({ schema: {} }), given: 1e21, target: "/a?p=1e%2B21" },
  {
    name: "a text of digits stays a text",
    parameter: query({ schema: { type: ["integer", "string"] } }),
    given: "12",
    target: "/a?p=12",
  },
  { name: "a plus is a space", parameter: query({ schema: {} }), given: "a b", target: "/a?p=a+b" },
  {
    name: "an encoded comma is no delimiter",
    parameter: query({ schema: {}, explode: false }),
    given: ["a,b", "c"],
    target: "/a?p=a%2Cb,c",
  },
  {
    name: "members have no order",
    parameter: query({ schema: object, style: "deepObject" }),
    given: { a: 1, b: 2 },
    target: "/a?p[b]=2&p%5Ba%5D=1",
  },
  {
    name: "pipes travel bare or encoded",
    parameter: query({ schema: list, style: "pipeDelimited", explode: false }),
    given: [1, 2],
    target: "/a?p=1|2",
  },
  {
    name: "a pipe in an item makes no false alarm",
    parameter: query({ schema: {}, style: "pipeDelimited", explode: false }),
    given: ["a|b", "c"],
    target: "/a?p=a%7Cb%7Cc",
  },
  {
    name: "JSON is the same in another notation",
    parameter: query({ content: { "application/json": { schema: {} } } }),
    given: { a: 1, b: [null] },
    target: "/a?p=%7B%22b%22%3A%5Bnull%5D,%22a%22:1.0%7D",
  },
];

test.each(same)("No false alarm: $name", ({ parameter, given, target }) => {
  expect(messages([parameter], given === undefined ? {} : { query: { p: given } }, { target })).toEqual([]);
});

const different: readonly {
  readonly name: string;
  readonly parameter: JsonObject;
  readonly given?: JsonValue;
  readonly target: string;
  readonly want: string;
}[] = [
  {
    name: "an exploded list that was not to be",
    parameter: query({ schema: list, explode: false }),
    given: [1, 2],
    target: "/a?p=1&p=2",
    want: "the query parameter p stands there more than once",
  },
  {
    name: "a list that was to be exploded",
    parameter: query({ schema: list }),
    given: [1, 2],
    target: "/a?p=1,2",
    want: 'the query parameter p is another: given was [1,2], sent was "1,2"',
  },
  {
    name: "an object in brackets that was to be exploded",
    parameter: query({ schema: object }),
    given: { a: 1 },
    target: "/a?p[a]=1",
    want: 'the query parameter p was not sent: given was {"a":1}.',
  },
  {
    name: "a value that was left out",
    parameter: query({ schema: list }),
    given: [1],
    target: "/a",
    want: "the query parameter p was not sent",
  },
  {
    name: "a value that nobody gave",
    parameter: query({ schema: list }),
    target: "/a?p=1",
    want: "the query parameter p was not given, and was sent",
  },
  {
    name: "null as a text",
    parameter: query({ schema: { type: ["string", "null"] } }),
    given: null,
    target: "/a?p=null",
    want: "the query parameter p was not given, and was sent",
  },
  {
    name: "a value encoded twice",
    parameter: query({ schema: {} }),
    given: "a b",
    target: "/a?p=a%2520b",
    want: "the query parameter p is another",
  },
  {
    name: "a value that is not encoded",
    parameter: query({ schema: {} }),
    given: "a b",
    target: "/a?p=a b",
    want: "the target holds characters that a URL has only encoded",
  },
  {
    name: "a value with a bare percent sign",
    parameter: query({ schema: {} }),
    given: "100%",
    target: "/a?p=100%",
    want: "the query parameter p is another",
  },
  {
    name: "a member twice",
    parameter: query({ schema: object, style: "deepObject" }),
    given: { a: 1 },
    target: "/a?p[a]=1&p[a]=1",
    want: "the query parameter p names a member twice",
  },
  {
    name: "a sensitive value",
    parameter: query({ schema: {}, "x-sensitive": true }),
    given: "secret",
    target: "/a?p=other",
    want: "test: the query parameter p is another.",
  },
  {
    name: "a cookie that nobody knows",
    parameter: query({ schema: {} }),
    target: "/a",
    want: "the cookie parameter odd was sent",
  },
];

test.each(different)("Seen is $name", ({ name, parameter, given, target, want }) => {
  const headers: Record<string, string> = name.includes("cookie") ? { cookie: "odd=1" } : {};
  const found = messages([parameter], given === undefined ? {} : { query: { p: given } }, {
    target,
    headers,
  });
  expect(found.join("\n")).toContain(want);
  expect(found.join("\n")).not.toContain("secret");
});

describe("Paths, headers and cookies", () => {
  const path = (parameter: JsonObject) => ({
    name: "p",
    in: "path",
    required: true,
    schema: {},
    ...parameter,
  });
  const located: readonly [string, JsonObject, CallArguments, Partial<WireRequest>, string, string][] = [
    [
      "a segment encoded twice",
      path({}),
      { path: { p: "a b" } },
      { target: "/a%2520b" },
      "/{p}",
      "is another",
    ],
    ["a misspelt segment", path({}), { path: { p: "a" } }, { target: "/xs/a" }, "/x/{p}", "is not of /x/{p}"],
    [
      "a lost dot",
      path({ style: "label" }),
      { path: { p: "a" } },
      { target: "/a" },
      "/{p}",
      'does not start with "."',
    ],
    [
      "a number with a dot in a label",
      path({ style: "label", explode: true }),
      { path: { p: { a: 1.5 } } },
      { target: "/.a=1.5" },
      "/{p}",
      "",
    ],
    [
      "a name with a dash between dashes",
      path({}),
      { path: { p: "a-b" } },
      { target: "/x-a-b-y" },
      "/x-{p}-y",
      "",
    ],
    [
      "another method",
      path({}),
      { path: { p: "a" } },
      { target: "/a", method: "PUT" },
      "/{p}",
      "the method is GET, and PUT was sent",
    ],
    [
      "a header with a list",
      { name: "X-L", in: "header", schema: list },
      { headers: { "X-L": [1, 2] } },
      { headers: { "x-l": "1, 2" } },
      "/a",
      "",
    ],
    [
      "a header twice",
      { name: "X-L", in: "header", schema: {} },
      { headers: { "X-L": "a" } },
      { headers: { "x-l": "a, a" } },
      "/a",
      "is another",
    ],
    [
      "a header left out",
      { name: "X-L", in: "header", schema: {} },
      { headers: { "X-L": "a" } },
      {},
      "/a",
      "was not sent",
    ],
    [
      "a cookie",
      { name: "c", in: "cookie", schema: {} },
      { cookies: { c: "a;b" } },
      { headers: { cookie: "d=1; c=a%3Bb" } },
      "/a",
      "cookie parameter d was sent",
    ],
  ];

  test.each(located)("Judged is %s", (_, parameter, given, sent, template, want) => {
    const found = messages([parameter], given, sent, template);
    if (want === "") expect(found).toEqual([]);
    else expect(found.join("\n")).toContain(want);
  });

  test("Two values side by side are no false alarm, and swapped they are one", () => {
    const parameters = ["a", "b"].map((name) => path({ name }));
    const given = { path: { a: "x", b: "y-z" } };
    expect(messages(parameters, given, { target: "/x-y-z" }, "/{a}-{b}")).toEqual([]);
    expect(messages(parameters, given, { target: "/y-z-x" }, "/{a}-{b}")).not.toEqual([]);
  });
});

describe("Bodies", () => {
  const requestBody = {
    content: {
      "application/json": { schema: {} },
      "application/x-www-form-urlencoded": { schema: {} },
      "multipart/form-data": { schema: {} },
      "text/plain": { schema: {} },
    },
  };
  const { api, operation } = operationOf("/", "post", {
    requestBody,
    responses: { "200": { description: "", content: { "application/json": {}, "text/csv": {} } } },
  });
  const accept = "application/json, text/csv";
  const judge = (given: CallArguments, type: string | undefined, body?: string, asked = accept) =>
    checkWire(
      api,
      operation,
      given,
      {
        method: "POST",
        target: "/",
        headers: { accept: asked, ...(type !== undefined && { "content-type": type }) },
        ...(body !== undefined && { body }),
      },
      () => true,
    ).map(({ message }) => message.replace("test: the ", ""));
  const form = "application/x-www-form-urlencoded";
  const json = "application/json";

  test.each([
    ["the same in another order", { body: { a: 1, b: [null] } }, json, '{"b":[null], "a":1.0}', []],
    [
      "a lost null",
      { body: { a: null } },
      json,
      "{}",
      ["body differs at /a: given was null, sent was nothing."],
    ],
    [
      "a number as text",
      { body: { a: [1] } },
      json,
      '{"a":["1"]}',
      ['body differs at /a/0: given was 1, sent was "1".'],
    ],
    ["a member twice", { body: { a: 1 } }, json, '{"a":1,"a":1}', ['body names "a" twice.']],
    [
      "another type",
      { body: 1 },
      "text/plain",
      "1",
      ["body is of application/json, and was sent as text/plain."],
    ],
    ["no body", { body: 1 }, json, undefined, ["body was not sent."]],
    ["a body from nowhere", {}, json, "1", ["body was not given, and was sent."]],
    ["nothing at all", {}, undefined, undefined, []],
    [
      "a form",
      { contentType: form, body: { a: "x y", l: [1, 2], o: { b: 1 }, n: null } },
      form,
      "l=1&a=x+y&o={%22b%22:1}&l=2",
      [],
    ],
    [
      "a form with a field too many",
      { contentType: form, body: { a: 1 } },
      form,
      "a=1&b=2",
      ["body has a field b that was not given."],
    ],
    [
      "a form with another field",
      { contentType: form, body: { a: 1 } },
      form,
      "a=2",
      ["body has a field a that is another."],
    ],
    [
      "a text",
      { contentType: "text/plain", body: "a" },
      "text/plain;charset=UTF-8",
      "b",
      ["body is another."],
    ],
  ] as const)("Judged is %s", (_, given, type, body, want) => {
    expect(judge(given as CallArguments, type, body)).toEqual(want);
  });

  test("A call asks for all that is documented, or for one of it", () => {
    expect(judge({}, undefined, undefined, "text/csv")).toEqual([]);
    expect(judge({}, undefined, undefined, "text/html")).toEqual([
      "header accept does not ask for what the document has.",
    ]);
  });

  test("Nothing is shown of a body that holds what is sensitive", () => {
    const { api: secretive, operation: secret } = operationOf("/", "post", {
      requestBody: {
        content: { [json]: { schema: { properties: { password: { type: "string", format: "password" } } } } },
      },
    });
    const sent = {
      method: "POST",
      target: "/",
      headers: { "content-type": json },
      body: '{"password":"wrong"}',
    };
    const [failure] = checkWire(secretive, secret, { body: { password: "right" } }, sent, () => true);
    expect(failure).toEqual({
      rule: "wire-mismatch",
      blame: "client",
      message: "test: the body differs at /password.",
      pointer: "#/paths/~1/post/requestBody/content/application~1json",
    });
  });
});

describe("Credentials", () => {
  const { api, operation } = operationOf(
    "/",
    "get",
    { security: [{ key: [] }, { token: [], cookie: [] }, { basic: [] }, { inQuery: [] }] },
    {
      securitySchemes: {
        key: { type: "apiKey", in: "header", name: "X-Key" },
        cookie: { type: "apiKey", in: "cookie", name: "sid" },
        inQuery: { type: "apiKey", in: "query", name: "key" },
        token: { type: "http", scheme: "bearer" },
        basic: { type: "http", scheme: "basic" },
      },
    },
  );
  const secret = "made-up-secret";
  const given = (...schemes: readonly string[]): readonly Credential[] =>
    schemes.map((scheme) => ({
      scheme,
      value: scheme === "basic" ? { username: "user", password: secret } : `${secret}-${scheme}`,
    }));
  const check = (
    credentials: readonly Credential[],
    edit: (request: WireRequest) => WireRequest = (one) => one,
  ) =>
    checkCredentials(api, operation, credentials, edit(writeRequest(api, operation, {}, credentials))).map(
      ({ message }) => message.replace("test: the ", ""),
    );
  const header = (name: string, value: string) => (request: WireRequest) => ({
    ...request,
    headers: { ...request.headers, [name]: value },
  });

  test.each([["key"], ["token", "cookie"], ["basic"], ["inQuery"]])(
    "Those of %s %s are where they belong",
    (...schemes) => {
      expect(check(given(...schemes.filter(Boolean)))).toEqual([]);
    },
  );

  test("Of several alternatives, one alone is sent", () => {
    expect(check(given("key", "basic"))).toHaveLength(1);
    expect(
      checkCredentials(
        api,
        operation,
        given("key", "basic"),
        writeRequest(api, operation, {}, given("basic")),
      ),
    ).toEqual([]);
  });

  test.each([
    [
      "nowhere",
      given("key"),
      (one: WireRequest) => ({ ...one, headers: {} }),
      "credential of key is not in the header x-key as it should be.",
    ],
    [
      "in the query",
      given("key"),
      (one: WireRequest) => ({ ...one, headers: {}, target: `/?x-key=${secret}-key` }),
      "credential of key is in the query x-key.",
    ],
    [
      "in another header, too",
      given("key"),
      header("x-other", `${secret}-key`),
      "credential of key is in the header x-other.",
    ],
    [
      "without its prefix",
      given("token", "cookie"),
      header("authorization", `${secret}-token`),
      "credential of token is not in the header authorization as it should be.",
    ],
    [
      "with another prefix",
      given("token", "cookie"),
      header("authorization", `Basic ${secret}-token`),
      "credential of token is not in the header authorization as it should be.",
    ],
    [
      "in the body",
      given("basic"),
      (one: WireRequest) => ({ ...one, body: `{"p":"${secret}"}` }),
      "credential of basic is in the body.",
    ],
    [
      "from nowhere",
      given(),
      header("authorization", "Bearer x"),
      "header authorization was sent, for which nothing asks.",
    ],
  ] as const)("Seen is a credential %s", (_, credentials, edit, want) => {
    const found = check(credentials, edit);
    expect(found).toContain(want);
    expect(found.join()).not.toContain(secret);
  });

  test("The name of a scheme has no case", () => {
    expect(check(given("token", "cookie"), header("authorization", `bearer ${secret}-token`))).toEqual([]);
  });
});
