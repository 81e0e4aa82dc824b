import { expect, test } from "vitest";
import { buildModel } from "../src/build-model.ts";
import type { JsonObject } from "../src/json.ts";

const build = (document: JsonObject) => buildModel({ openapi: "3.1.0", ...document });

function buildOperation(operation: JsonObject, rest: JsonObject = {}, item: JsonObject = {}) {
  const [built] = build({ paths: { "/a/{id}": { ...item, get: operation } }, ...rest }).operations;
  if (built === undefined) throw new Error("no operation");
  return built;
}

test("spells out what an empty document leaves unsaid", () => {
  expect(build({})).toEqual({
    title: "Untitled API",
    version: "0",
    servers: [{ url: "/", variables: [] }],
    securitySchemes: [],
    operations: [],
    schemas: [],
    inferences: [],
  });
});

test.each([
  { given: { operationId: "getA" }, want: "getA" },
  { given: {}, want: "get-a-id" },
  { given: { operationId: 7 }, want: "get-a-id" },
])("names an operation of $given $want", ({ given, want }) => {
  expect(buildOperation(given).id).toBe(want);
});

test.each([
  { given: { name: "id", in: "path" }, want: { required: true, style: "simple", explode: false } },
  { given: { name: "q", in: "query" }, want: { required: false, style: "form", explode: true } },
  { given: { name: "q", in: "query", explode: false }, want: { style: "form", explode: false } },
  {
    given: { name: "q", in: "query", style: "deepObject", explode: true },
    want: { style: "deepObject", explode: true },
  },
  {
    given: { name: "q", in: "query", style: "pipeDelimited" },
    want: { style: "pipeDelimited", explode: false },
  },
  { given: { name: "c", in: "cookie" }, want: { style: "form", explode: true } },
  { given: { name: "H", in: "header" }, want: { style: "simple", explode: false } },
  {
    given: { name: "q", in: "query", content: { "application/json": {} } },
    want: { mediaType: "application/json" },
  },
  { given: { name: "q", in: "query", example: 1, schema: { default: 2 } }, want: { example: 1 } },
  { given: { name: "q", in: "query", examples: { a: { value: 3 } } }, want: { example: 3 } },
  { given: { name: "q", in: "query", schema: { $ref: "#/components/schemas/Q" } }, want: { example: 4 } },
  { given: { name: "q", in: "query", schema: { enum: [5, 6] } }, want: { example: 5 } },
])("spells out the parameter $given", ({ given, want }) => {
  const { parameters } = buildOperation(
    { parameters: [given] },
    { components: { schemas: { Q: { examples: [4] } } } },
  );
  expect(parameters).toMatchObject([want]);
});

test("takes no parameter that OpenAPI describes elsewhere, has no name, or lies nowhere", () => {
  const parameters = ["Accept", "content-type", "Authorization"].map((name) => ({ name, in: "header" }));
  expect(
    buildOperation({ parameters: [...parameters, { in: "query" }, { name: "b", in: "body" }, 7] }).parameters,
  ).toEqual([]);
});

test("lets an operation's parameter stand for its path's of the same name and place", () => {
  const { parameters } = buildOperation(
    { parameters: [{ name: "id", in: "path", description: "own" }] },
    {},
    {
      parameters: [
        { name: "id", in: "path", description: "shared" },
        { name: "id", in: "query" },
      ],
    },
  );
  expect(parameters.map(({ in: location, description }) => [location, description])).toEqual([
    ["path", "own"],
    ["query", undefined],
  ]);
});

test.each([
  { name: "the document's where the operation names none", own: {}, want: [["key"], []] },
  { name: "none where the operation's list is empty", own: { security: [] }, want: [] },
  { name: "the operation's own", own: { security: [{ key: [], token: [] }] }, want: [["key", "token"]] },
])("asks for the security of $name", ({ own, want }) => {
  expect(buildOperation(own, { security: [{ key: [] }, {}] }).security).toEqual(want);
});

test.each([
  {
    given: { type: "apiKey", in: "cookie", name: "sid" },
    want: { kind: "apiKey", in: "cookie", parameter: "sid" },
  },
  { given: { type: "http", scheme: "BEARER" }, want: { kind: "bearer" } },
  { given: { type: "http", scheme: "Basic" }, want: { kind: "basic" } },
  { given: { type: "http", scheme: "digest" }, want: { kind: "unsupported", type: "http digest" } },
  { given: { type: "oauth2" }, want: { kind: "bearer" } },
  { given: { type: "openIdConnect" }, want: { kind: "bearer" } },
  { given: { type: "mutualTLS" }, want: { kind: "unsupported", type: "mutualTLS" } },
  { given: {}, want: { kind: "unsupported", type: "unknown" } },
])("knows how the scheme $given travels", ({ given, want }) => {
  expect(build({ components: { securitySchemes: { a: given } } }).securitySchemes).toEqual([
    { name: "a", ...want },
  ]);
});

test("follows references to parameters, bodies, responses, examples and path items", () => {
  const api = build({
    paths: { "/a": { $ref: "#/components/pathItems/A" } },
    components: {
      pathItems: {
        A: {
          post: {
            parameters: [{ $ref: "#/components/parameters/Q" }],
            requestBody: { $ref: "#/components/requestBodies/B" },
            responses: {
              200: { $ref: "#/components/responses/R", description: "beside" },
              teapot: {},
              "4XX": {},
            },
          },
        },
      },
      parameters: { Q: { name: "q", in: "query" } },
      requestBodies: {
        B: {
          required: true,
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/a~1b" },
              examples: { one: { $ref: "#/components/examples/E" }, two: { externalValue: "x" } },
            },
          },
        },
      },
      responses: { R: { description: "below", content: { "text/plain": { example: "hi" } } } },
      examples: { E: { summary: "An example", value: null } },
    },
  });
  expect(api.operations).toMatchObject([
    {
      method: "post",
      parameters: [{ name: "q" }],
      requestBody: {
        required: true,
        content: [{ type: "application/json", schema: "a/b", examples: [{ name: "one", value: null }] }],
      },
      responses: [
        { status: "200", description: "beside", content: [{ examples: [{ name: "example", value: "hi" }] }] },
        { status: "4XX", description: "", content: [] },
      ],
    },
  ]);
});

test("does not follow references that go round in a circle", () => {
  const loop = { a: { $ref: "#/components/parameters/b" }, b: { $ref: "#/components/parameters/a" } };
  expect(buildOperation({ parameters: [loop.a] }, { components: { parameters: loop } }).parameters).toEqual(
    [],
  );
});

test("lists every inference with a pointer to it", () => {
  const { inferences } = build({
    info: { "x-inferred": "no source" },
    paths: { "/a/b": { get: { parameters: [{ "x-inferred": "a guess" }] } } },
  });
  expect(inferences).toEqual([
    { pointer: "#/info", reason: "no source" },
    { pointer: "#/paths/~1a~1b/get/parameters/0", reason: "a guess" },
  ]);
});

test("reads servers of the operation, then of its path, each with its variables", () => {
  const server = { url: "https://{r}.a.test", variables: { r: { enum: ["eu", "us"], default: "us" } } };
  expect(buildOperation({}, {}, { servers: [server] }).servers).toEqual([
    { url: "https://{r}.a.test", variables: [{ name: "r", default: "us", values: ["eu", "us"] }] },
  ]);
  expect(buildOperation({ servers: [{ url: "/own" }] }, {}, { servers: [server] }).servers).toEqual([
    { url: "/own", variables: [] },
  ]);
});

test.each([
  { name: "its own mark", given: { "x-sensitive": true }, want: true },
  { name: "its schema's mark", given: { schema: { "x-sensitive": true } }, want: true },
  {
    name: "a schema behind a reference",
    given: { schema: { $ref: "#/components/schemas/Pin" } },
    want: true,
  },
  { name: "nothing", given: { schema: { type: "string" } }, want: false },
])("takes a parameter for sensitive by $name", ({ given, want }) => {
  const components = { schemas: { Pin: { type: "string", format: "password" } } };
  const parameter = { name: "q", in: "query", ...given };
  expect(buildOperation({ parameters: [parameter] }, { components }).parameters).toMatchObject([
    { sensitive: want },
  ]);
});

test("keeps the schema of a parameter as it is, be it beside a style or in a media type", () => {
  const { parameters } = buildOperation({
    parameters: [
      { name: "a", in: "query", schema: { $ref: "#/components/schemas/A" } },
      { name: "b", in: "query", content: { "application/json": { schema: { type: "object" } } } },
      { name: "c", in: "query" },
    ],
  });
  expect(parameters.map(({ schema }) => schema)).toEqual([
    { $ref: "#/components/schemas/A" },
    { type: "object" },
    undefined,
  ]);
});

test("keeps the schema of a body and how the members of a form travel, without what says nothing", () => {
  const schema = { type: "object", properties: { file: {} } };
  const encoding = {
    file: { contentType: "image/png", headers: {} },
    tags: { style: "form", explode: false },
    odd: { style: "sideways" },
    empty: {},
  };
  const { requestBody } = buildOperation({
    requestBody: { content: { "multipart/form-data": { schema, encoding }, "text/plain": {} } },
  });
  expect(requestBody?.content).toMatchObject([
    {
      type: "multipart/form-data",
      jsonSchema: schema,
      encoding: { file: { contentType: "image/png" }, tags: { style: "form", explode: false } },
      examples: [],
    },
    { type: "text/plain", examples: [] },
  ]);
});

test("reads the headers of a response, behind references too, and leaves out Content-Type", () => {
  const { responses } = buildOperation(
    {
      responses: {
        200: {
          headers: {
            "content-type": { schema: { type: "string" } },
            "X-Left": { $ref: "#/components/headers/Left" },
            "X-Json": { content: { "application/json": { schema: { type: "object" } } } },
            "X-Bare": {},
          },
        },
      },
    },
    {
      components: {
        headers: {
          Left: {
            required: true,
            deprecated: true,
            description: "Calls left.",
            schema: { type: "integer", examples: [7] },
          },
        },
      },
    },
  );
  expect(responses[0]?.headers).toMatchObject([
    {
      name: "X-Left",
      required: true,
      deprecated: true,
      description: "Calls left.",
      schema: { type: "integer", examples: [7] },
      example: 7,
    },
    { name: "X-Json", required: false, deprecated: false, schema: { type: "object" } },
    { name: "X-Bare", required: false, deprecated: false },
  ]);
});

test.each([
  { given: true, want: true },
  { given: false, want: false },
  { given: "yes", want: undefined },
  { given: undefined, want: undefined },
])("takes x-idempotent: $given for $want", ({ given, want }) => {
  expect(buildOperation(given === undefined ? {} : { "x-idempotent": given }).idempotent).toBe(want);
});

test("names what is sensitive in all bodies once, through references, lists, compositions and circles", () => {
  const json = (schema: JsonObject) => ({ content: { "application/json": { schema } } });
  const { sensitive } = buildOperation(
    {
      requestBody: json({ $ref: "#/components/schemas/User" }),
      responses: { 200: json({ type: "array", items: { $ref: "#/components/schemas/User" } }) },
    },
    {
      components: {
        schemas: {
          Secret: { type: "string", format: "password" },
          User: {
            allOf: [{ properties: { pin: { "x-sensitive": true } } }],
            properties: {
              zeal: { type: "string", writeOnly: true },
              password: { $ref: "#/components/schemas/Secret" },
              friend: { $ref: "#/components/schemas/User" },
              name: { type: "string", example: { properties: { innocent: { writeOnly: true } } } },
              properties: { type: "object", properties: { inner: { format: "password" } } },
            },
          },
          Other: { properties: { unused: { writeOnly: true } } },
        },
      },
    },
  );
  expect(sensitive).toEqual(["inner", "password", "pin", "zeal"]);
});

test("keeps a component schema as it is, even one that is a mere true", () => {
  const { schemas } = build({ components: { schemas: { A: { $ref: "#/components/schemas/B" }, B: true } } });
  expect(schemas.map(({ schema }) => schema)).toEqual([{ $ref: "#/components/schemas/B" }, true]);
});

test("tells where each part stands, behind references too", () => {
  const schema = { type: "string" };
  const { parameters, requestBody, responses, pointer } = buildOperation(
    {
      parameters: [{ $ref: "#/components/parameters/limit" }],
      requestBody: { $ref: "#/components/requestBodies/text" },
      responses: { 200: { $ref: "#/components/responses/ok" } },
    },
    {
      components: {
        parameters: { limit: { name: "limit", in: "query", schema } },
        requestBodies: { text: { content: { "text/plain": { schema } } } },
        responses: { ok: { headers: { "X-A": { schema } }, content: { "text/plain": { schema } } } },
      },
    },
  );
  expect(pointer).toBe("#/paths/~1a~1{id}/get");
  expect(parameters.map((one) => [one.pointer, one.schemaPointer])).toContainEqual([
    "#/components/parameters/limit",
    "#/components/parameters/limit/schema",
  ]);
  expect([requestBody?.pointer, ...(requestBody?.content ?? []).map((one) => one.pointer)]).toEqual([
    "#/components/requestBodies/text",
    "#/components/requestBodies/text/content/text~1plain",
  ]);
  const [ok] = responses;
  expect([ok?.pointer, ok?.headers[0]?.schemaPointer, ok?.content[0]?.pointer]).toEqual([
    "#/components/responses/ok",
    "#/components/responses/ok/headers/X-A/schema",
    "#/components/responses/ok/content/text~1plain",
  ]);
});
