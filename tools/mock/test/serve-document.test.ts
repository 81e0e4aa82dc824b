import type { JsonObject, JsonValue } from "@specmill/spec";
import { describe, expect, test } from "vitest";
import { type MockResponse, type ServedDocument, serveDocument } from "../src/index.ts";
import { request } from "./serving.ts";

const answer = { 200: { description: "Good.", content: { "application/json": { example: { ok: true } } } } };

function documentOf(paths: JsonObject, rest: JsonObject = {}): JsonObject {
  return { openapi: "3.1.0", info: { title: "Test", version: "1" }, paths, ...rest };
}

function bodyOf(schema: JsonValue, rest: JsonObject = {}, type = "application/json"): JsonObject {
  const requestBody = { required: true, content: { [type]: { schema } } };
  return documentOf({ "/a": { post: { requestBody, responses: answer } } }, rest);
}

function queryOf(...parameters: readonly JsonObject[]): JsonObject {
  return documentOf({
    "/a": { get: { parameters: parameters.map((one) => ({ in: "query", ...one })), responses: answer } },
  });
}

async function serveOne(document: JsonObject): Promise<ServedDocument> {
  const served = await serveDocument(document);
  if (served.kind === "failed") throw new Error(JSON.stringify(served.faults));
  return served;
}

/** Where a request is wrong and in which way, as `sl-violations` tells it. */
function findFaults({ headers }: MockResponse): readonly string[] {
  const violations: readonly { location: readonly string[]; code: string }[] = JSON.parse(
    headers["sl-violations"] ?? "[]",
  );
  return violations.map(({ location, code }) => `${location.join(".")} ${code}`);
}

const schemes = { components: { securitySchemes: { key: { type: "apiKey", in: "query", name: "k" } } } };

const faulty: readonly {
  readonly name: string;
  readonly given: JsonObject;
  readonly want: readonly (readonly [string, string])[];
}[] = [
  {
    name: "a pattern that does not compile",
    given: bodyOf({ properties: { a: { type: "string", pattern: "^[a-z" } } }),
    want: [
      [
        "mock-uncompilable-schema",
        "#/paths/~1a/post/requestBody/content/application~1json/schema/properties/a/pattern",
      ],
    ],
  },
  {
    name: "a pattern with flags of another language",
    given: bodyOf({}, { components: { schemas: { A: { pattern: "(?i)abc" } } } }),
    want: [["mock-uncompilable-schema", "#/components/schemas/A/pattern"]],
  },
  {
    name: "a type that is none",
    given: bodyOf({ type: "text" }),
    want: [["mock-uncompilable-schema", "#/paths/~1a/post/requestBody/content/application~1json/schema"]],
  },
  {
    name: "a dialect that nobody knows",
    given: bodyOf({}, { jsonSchemaDialect: "https://example.com/own" }),
    want: [["mock-dialect", "#/jsonSchemaDialect"]],
  },
  {
    name: "a security scheme that is not defined, at the root",
    given: documentOf({}, { ...schemes, security: [{ key: [] }, { nosuch: [] }] }),
    want: [["mock-security-scheme", "#/security/1/nosuch"]],
  },
  {
    name: "a security scheme that is not defined, at an operation",
    given: documentOf({ "/a": { get: { security: [{ nosuch: [] }], responses: answer } } }, schemes),
    want: [["mock-security-scheme", "#/paths/~1a/get/security/0/nosuch"]],
  },
  {
    name: "a reference out of the document",
    given: bodyOf({ $ref: "other.yaml#/A" }),
    want: [["mock-outward-ref", "#/paths/~1a/post/requestBody/content/application~1json/schema"]],
  },
  {
    name: "a reference that leads nowhere",
    given: bodyOf({ items: { $ref: "#/components/schemas/A" } }),
    want: [["mock-broken-ref", "#/paths/~1a/post/requestBody/content/application~1json/schema/items"]],
  },
  {
    name: "components that refer to each other and to nothing else",
    given: bodyOf(
      {},
      {
        components: {
          schemas: { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } },
          responses: { C: { $ref: "#/components/responses/C" } },
        },
      },
    ),
    want: [
      ["mock-circular-ref", "#/components/schemas/A"],
      ["mock-circular-ref", "#/components/schemas/B"],
      ["mock-circular-ref", "#/components/responses/C"],
    ],
  },
  {
    name: "a schema that is composed of itself",
    given: bodyOf({}, { components: { schemas: { A: { allOf: [{ $ref: "#/components/schemas/A" }] } } } }),
    want: [["mock-circular-ref", "#/components/schemas/A/allOf/0"]],
  },
];

test.each(faulty)("$name keeps a document from being served", async ({ given, want }) => {
  const served = await serveDocument(given);
  expect(served.kind).toBe("failed");
  if (served.kind === "served") return;
  expect(served.faults.map(({ rule, pointer }) => [rule, pointer])).toEqual(want);
  for (const { message, hint } of served.faults)
    expect(Math.min(message.length, hint.length)).toBeGreaterThan(10);
});

test.each([
  {
    name: "a schema that contains itself below a property",
    schema: { properties: { a: { $ref: "#/components/schemas/A" } } },
  },
  {
    name: "a schema that contains itself in a list, or is null",
    schema: { anyOf: [{ type: "null" }, { items: { $ref: "#/components/schemas/A" } }] },
  },
  {
    name: "a schema that two others share",
    schema: { allOf: [{ $ref: "#/components/schemas/B" }, { anyOf: [{ $ref: "#/components/schemas/B" }] }] },
  },
  { name: "an escape that means nothing", schema: { pattern: "^[\\w\\_]+$" } },
])("$name is served", async ({ schema }) => {
  const served = await serveDocument(
    bodyOf({ $ref: "#/components/schemas/A" }, { components: { schemas: { A: schema, B: {} } } }),
  );
  expect(served.kind).toBe("served");
});

const json = { "content-type": "application/json" };

describe("strict JSON", () => {
  test.each([
    { name: "a property twice", body: '{"a":1,\n "a":2}', want: "has a property twice at line 2, column 2" },
    { name: "a property twice, once escaped", body: '{"a":1,"\\u0061":2}', want: "has a property twice" },
    {
      name: "a number that overflows",
      body: "[1e400]",
      want: "has a number that is too large at line 1, column 2",
    },
    { name: "half of a surrogate pair", body: '["\\ud83d"]', want: "has half of a surrogate pair" },
    {
      name: "half of a surrogate pair in a name",
      body: '{"\\udc00":1}',
      want: "has half of a surrogate pair",
    },
    { name: "something after its end", body: "{} x", want: "the end of the body is expected" },
    { name: "what JavaScript has and JSON has not", body: "NaN", want: "a value is expected" },
  ])("a body with $name is refused", async ({ body, want }) => {
    const { answer: ask } = await serveOne(bodyOf({}));
    const response = await ask(request("/a", { method: "POST", headers: json, body }));
    expect(response.status).toBe(400);
    expect(JSON.parse(response.body ?? "")).toMatchObject({
      type: "urn:specmill:mock:malformed-body",
      detail: expect.stringContaining(want),
    });
  });

  test.each([
    '{"a":{"a":1},"b":[{"a":1},{"a":2}]}',
    "12345678901234567890123",
    '"\\ud83d\\ude00"',
    "1e-400",
    "-0",
  ])("a body of %j passes", async (body) => {
    const { answer: ask } = await serveOne(bodyOf({}));
    expect((await ask(request("/a", { method: "POST", headers: json, body }))).status).toBe(200);
  });
});

const filter = { type: "object", properties: { a: { type: "integer" } } };
const closed = { ...filter, additionalProperties: false };

const queries: readonly {
  readonly name: string;
  readonly given: JsonObject;
  readonly query: string;
  readonly status: number;
  readonly faults?: readonly string[];
}[] = [
  {
    name: "a name that nothing has",
    given: queryOf({ name: "q" }),
    query: "?x=1",
    status: 400,
    faults: ["request.query.x unknown-query"],
  },
  { name: "a preference", given: queryOf({ name: "q" }), query: "?__code=200&__minimal=true", status: 200 },
  {
    name: "the credential that is asked for",
    given: { ...queryOf({ name: "q" }), ...schemes, security: [{ key: [] }] },
    query: "?k=1",
    status: 200,
  },
  {
    name: "a credential that nobody asks for",
    given: { ...queryOf({ name: "q" }), ...schemes },
    query: "?k=1",
    status: 400,
    faults: ["request.query.k unknown-query"],
  },
  {
    name: "any name where an object takes any",
    given: queryOf({ name: "q", schema: filter }),
    query: "?x=1",
    status: 200,
  },
  {
    name: "a name that a closed object has not",
    given: queryOf({ name: "q", schema: closed }),
    query: "?x=1",
    status: 400,
    faults: ["request.query.x unknown-query"],
  },
  {
    name: "a member in brackets of another name",
    given: queryOf({ name: "q", style: "deepObject", schema: filter }),
    query: "?r[a]=1",
    status: 400,
    faults: ["request.query.r[a] unknown-query"],
  },
  {
    name: "a deeper member in brackets",
    given: queryOf({ name: "q", style: "deepObject", schema: { properties: { b: filter } } }),
    query: "?q[b][a]=x",
    status: 422,
    faults: ["request.query.q.b.a type"],
  },
  {
    name: "an object that is not exploded",
    given: queryOf({ name: "q", explode: false, schema: filter }),
    query: "?q=a,x",
    status: 422,
    faults: ["request.query.q.a type"],
  },
  {
    name: "a single value twice",
    given: queryOf({ name: "q", schema: { type: "string" } }),
    query: "?q=1&q=1",
    status: 400,
    faults: ["request.query.q duplicate"],
  },
  {
    name: "a list or a text, as a list",
    given: queryOf({
      name: "q",
      schema: {
        anyOf: [
          { type: "string", maxLength: 1 },
          { type: "array", items: { type: "string" } },
        ],
      },
    }),
    query: "?q=ab&q=cd",
    status: 200,
  },
  {
    name: "a text that looks like a number",
    given: queryOf({ name: "q", schema: { type: "string" } }),
    query: "?q=12",
    status: 200,
  },
  {
    name: "a number that may be a text",
    given: queryOf({ name: "q", schema: { type: ["integer", "string"], minLength: 2 } }),
    query: "?q=12",
    status: 200,
  },
  {
    name: "a flag",
    given: queryOf({ name: "q", schema: { type: "boolean" } }),
    query: "?q=yes",
    status: 422,
    faults: ["request.query.q type"],
  },
  {
    name: "an empty value where that is allowed",
    given: queryOf({ name: "q", allowEmptyValue: true, schema: { type: "boolean" } }),
    query: "?q=",
    status: 200,
  },
  {
    name: "a value of an enum of numbers",
    given: queryOf({ name: "q", schema: { enum: [1, 2] } }),
    query: "?q=2",
    status: 200,
  },
  {
    name: "a list by reference",
    given: {
      ...queryOf({ name: "q", schema: { $ref: "#/components/schemas/L" } }),
      components: { schemas: { L: { type: "array", items: { type: "integer" } } } },
    },
    query: "?q=1&q=x",
    status: 422,
    faults: ["request.query.q.1 type"],
  },
];

test.each(queries)("a query with $name gets $status", async ({ given, query, status, faults = [] }) => {
  const { answer: ask } = await serveOne(given);
  const response = await ask(request(`/a${query}`));
  expect(response.status).toBe(status);
  expect(findFaults(response)).toEqual(faults);
});

test("an unknown query parameter is answered as the document answers what is invalid, where it does", async () => {
  const responses = {
    ...answer,
    400: { description: "Bad.", content: { "application/json": { example: { bad: 1 } } } },
  };
  const { answer: ask } = await serveOne(documentOf({ "/a": { get: { responses } } }));
  const response = await ask(request("/a?x=1"));
  expect(response).toMatchObject({ status: 400, body: '{"bad":1}' });
  expect(findFaults(response)).toEqual(["request.query.x unknown-query"]);
});

test("a header that is no list and comes twice is refused", async () => {
  const parameters = [
    { name: "X-One", in: "header", schema: { type: "string" } },
    { name: "X-All", in: "header", schema: { type: "array" } },
  ];
  const { answer: ask } = await serveOne(documentOf({ "/a": { get: { parameters, responses: answer } } }));
  const headers = { "x-one": "a, b", "x-all": "a, b" };
  const response = await ask(request("/a", { headers, repeated: ["x-one", "x-all"] }));
  expect(response.status).toBe(400);
  expect(findFaults(response)).toEqual(["request.header.x-one duplicate"]);
});

const form = "application/x-www-form-urlencoded";
const person = {
  type: "object",
  required: ["name"],
  properties: {
    name: { type: "string" },
    age: { type: "integer" },
    tags: { type: "array", items: { type: "string" }, maxItems: 2 },
    place: { type: "object", properties: { x: { type: "integer" } } },
  },
};

test.each([
  {
    name: "a good form",
    type: form,
    body: "name=a+b&age=3&tags=a&tags=b&place=%7B%22x%22%3A1%7D",
    status: 200,
    faults: [],
  },
  {
    name: "a form without a member",
    type: form,
    body: "age=3",
    status: 422,
    faults: ["request.body required"],
  },
  {
    name: "a form with a wrong member",
    type: form,
    body: "name=a&age=x",
    status: 422,
    faults: ["request.body.age type"],
  },
  {
    name: "a form with a list that is too long",
    type: form,
    body: "name=a&tags=1&tags=2&tags=3",
    status: 422,
    faults: ["request.body.tags maxItems"],
  },
  {
    name: "a form with a wrong object",
    type: form,
    body: "name=a&place=%7B%22x%22%3A%22y%22%7D",
    status: 422,
    faults: ["request.body.place.x type"],
  },
  {
    name: "a good form of parts",
    type: "multipart/form-data; boundary=XX",
    body: '--XX\r\ncontent-disposition: form-data; name="name"\r\n\r\na\r\n--XX--\r\n',
    status: 200,
    faults: [],
  },
  {
    name: "a form of parts with a wrong one",
    type: "multipart/form-data; boundary=XX",
    body: '--XX\r\ncontent-disposition: form-data; name="age"\r\n\r\na\r\n--XX--\r\n',
    status: 422,
    faults: ["request.body required", "request.body.age type"],
  },
  {
    name: "a media type that differs by a suffix",
    type: "application/x+json",
    body: "{}",
    status: 415,
    faults: ["request.body 415"],
  },
  { name: "no Content-Type", type: "", body: "name=a", status: 415, faults: ["request.body 415"] },
])("a body of $name gets $status", async ({ type, body, status, faults }) => {
  const content = { [form]: { schema: person }, "multipart/form-data": { schema: person } };
  const { answer: ask } = await serveOne(
    documentOf({ "/a": { post: { requestBody: { content }, responses: answer } } }),
  );
  const headers: Record<string, string> = type === "" ? {} : { "content-type": type };
  const response = await ask(request("/a", { method: "POST", headers, body }));
  expect(response.status).toBe(status);
  expect(findFaults(response)).toEqual(faults);
});

const styles = [
  { style: "simple", explode: false, list: "1,2", wrong: "1,x", object: "a,1" },
  { style: "simple", explode: true, list: "1,2", wrong: "1,x", object: "a=1" },
  { style: "label", explode: false, list: ".1,2", wrong: ".1,x", object: ".a,1" },
  { style: "label", explode: true, list: ".1.2", wrong: ".1.x", object: ".a=1" },
  { style: "matrix", explode: false, list: ";p=1,2", wrong: ";p=1,x", object: ";p=a,1" },
  { style: "matrix", explode: true, list: ";p=1;p=2", wrong: ";p=1;p=x", object: ";a=1" },
];

test.each(styles)(
  "a path in the style $style, exploded $explode, is read",
  async ({ style, explode, list, wrong, object }) => {
    const parameter = { name: "p", in: "path", required: true, style, explode };
    const at = (schema: JsonObject) => ({
      parameters: [{ ...parameter, schema }],
      get: { responses: answer },
    });
    const { answer: ask } = await serveOne(
      documentOf({
        "/list/{p}": at({ type: "array", minItems: 2, items: { type: "integer" } }),
        "/object/{p}": at({ ...closed, required: ["a"] }),
      }),
    );
    const statusOf = async (target: string) => (await ask(request(target))).status;
    expect(await statusOf(`/list/${list}`)).toBe(200);
    expect(await statusOf(`/list/${wrong}`)).toBe(422);
    expect(await statusOf(`/object/${object}`)).toBe(200);
  },
);

test("a document is told what is served otherwise, made up or let pass", async () => {
  const { rewrites } = await serveOne({
    ...documentOf({
      "/a": {
        get: {
          callbacks: {},
          parameters: [{ name: "q", in: "query", schema: { type: "array" } }],
          security: [{ tls: [] }],
          requestBody: { content: { "application/xml": { schema: {} } } },
          responses: { 200: { description: "", content: { "application/json": { schema: {} } } } },
        },
      },
    }),
    components: { securitySchemes: { tls: { type: "mutualTLS" } } },
  });
  expect(rewrites.map(({ rule, pointer }) => [rule, pointer])).toEqual([
    ["dialect", "#/openapi"],
    ["callbacks", "#/paths/~1a/get/callbacks"],
    ["parameter-style", "#/paths/~1a/get/parameters/0"],
    ["unchecked-security", "#/components/securitySchemes/tls"],
    ["unchecked-body", "#/paths/~1a/get/requestBody/content/application~1xml"],
    ["sampled-answer", "#/paths/~1a/get/responses/200/content/application~1json"],
  ]);
});

describe("answers that are made up", () => {
  const schema = {
    type: "object",
    required: ["id"],
    properties: {
      id: { type: "integer" },
      note: { type: "string" },
      secret: { type: "string", writeOnly: true },
    },
  };
  const headers = {
    "X-Must": { required: true, schema: { type: "integer", minimum: 7 } },
    "X-May": { schema: { type: "array", items: { type: "boolean" }, minItems: 2 } },
  };
  const document = documentOf({
    "/a": {
      get: { responses: { 200: { description: "", headers, content: { "application/json": { schema } } } } },
    },
    "/b": {
      get: {
        responses: {
          200: { description: "", content: { "application/json": { schema, example: { id: 77 } } } },
        },
      },
    },
  });
  const ask = async (target: string, prefer: string) => {
    const served = await serveOne(document);
    return served.answer(request(target, { headers: { prefer } }));
  };

  test("nothing but what must be there, where that is asked for", async () => {
    const response = await ask("/a", "minimal=true");
    expect(Object.keys(JSON.parse(response.body ?? ""))).toEqual(["id"]);
    expect(response.headers).toHaveProperty("X-Must");
    expect(response.headers).not.toHaveProperty("X-May");
  });

  test("headers are as their schemas say", async () => {
    const response = await ask("/a", "");
    expect(Number(response.headers["X-Must"])).toBeGreaterThanOrEqual(7);
    expect(response.headers["X-May"]).toMatch(/^(true|false),(true|false)/);
    expect(findFaults(response)).toEqual([]);
  });

  test("an example goes before what is made up, unless a preference asks otherwise", async () => {
    expect((await ask("/b", "")).body).toBe('{"id":77}');
    expect((await ask("/b", "dynamic=true, seed=3")).body).not.toBe('{"id":77}');
    expect((await ask("/b", "dynamic=true, example=example")).body).toBe('{"id":77}');
  });

  test("the same seed makes the same answer in another process", async () => {
    for (const seed of ["5", "a text", "-1", "99999999999999999999"]) {
      const [first, second] = [
        await ask("/a", `dynamic=true, seed="${seed}"`),
        await ask("/a", `dynamic=true, seed="${seed}"`),
      ];
      expect(first.body).toBe(second.body);
    }
  });

  test("answers without a seed follow each other in the same order", async () => {
    const sequence = async () => {
      const served = await serveOne(document);
      const bodies: (string | undefined)[] = [];
      for (let turn = 0; turn < 8; turn++) {
        bodies.push((await served.answer(request("/a", { headers: { prefer: "dynamic=true" } }))).body);
      }
      return bodies;
    };
    const [first, second] = [await sequence(), await sequence()];
    expect(first).toEqual(second);
    expect(new Set(first).size).toBeGreaterThan(1);
  });

  test("HEAD has the headers and no body", async () => {
    const served = await serveOne(document);
    const get = await served.answer(request("/b"));
    const head = await served.answer(request("/b", { method: "HEAD" }));
    expect(head).toEqual({
      status: 200,
      headers: { ...get.headers, "content-length": String('{"id":77}'.length) },
      body: undefined,
    });
  });

  test("of what has no value Prism makes up what it can, and that it is wrong is told", async () => {
    const impossible = documentOf({
      "/a": {
        get: {
          responses: { 200: { description: "", content: { "application/json": { schema: { not: {} } } } } },
        },
      },
    });
    const response = await (await serveOne(impossible)).answer(request("/a"));
    expect(findFaults(response)).toEqual(["response.body not"]);
  });
});

describe("the load budget of 5 seconds", () => {
  const chain = (next: (at: number) => readonly number[]): JsonObject => {
    const schemas = Array.from({ length: 200 }, (_schema, at): [string, JsonObject] => [
      `S${at}`,
      {
        type: "object",
        required: ["id"],
        properties: {
          id: { type: "integer" },
          ...Object.fromEntries(next(at).map((to) => [`to${to}`, { $ref: `#/components/schemas/S${to}` }])),
        },
      },
    ]);
    return bodyOf(
      { $ref: "#/components/schemas/S0" },
      { components: { schemas: Object.fromEntries(schemas) } },
    );
  };

  test.each([
    { name: "in a chain", given: chain((at) => (at < 199 ? [at + 1] : [])) },
    {
      name: "in a circle, each of which leads to four",
      given: chain((at) => [1, 7, 31, 97].map((step) => (at + step) % 200)),
    },
  ])(
    "is enough for 200 schemas $name, and they are validated by",
    async ({ given }) => {
      const start = performance.now();
      const { answer: ask } = await serveOne(given);
      expect(performance.now() - start).toBeLessThan(5000);
      const send = (body: string) => ask(request("/a", { method: "POST", headers: json, body }));
      expect((await send('{"id":1,"to1":{"id":2}}')).status).toBe(200);
      expect(findFaults(await send('{"id":1,"to1":{"id":2,"to2":{"id":"x"}}}'))).toEqual([
        "request.body.to1.to2.id type",
      ]);
    },
    20_000,
  );
});
