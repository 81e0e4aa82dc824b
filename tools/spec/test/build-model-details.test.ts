import { expect, test } from "vitest";
import { buildModel } from "../src/build-model.ts";
import type { JsonObject } from "../src/json.ts";

const build = (document: JsonObject) => buildModel({ openapi: "3.1.0", ...document });

function buildOperation(operation: JsonObject, rest: JsonObject = {}, item: JsonObject = {}) {
  const [built] = build({ paths: { "/a/{id}": { ...item, get: operation } }, ...rest }).operations;
  if (built === undefined) throw new Error("no operation");
  return built;
}

test("reads webhooks and callbacks as operations, whom the security of the document does not concern", () => {
  const { operations, webhooks } = build({
    security: [{ key: [] }],
    paths: {
      "/a": {
        post: {
          callbacks: {
            done: { "{$request.body#/url}": { post: { security: [{ token: ["sign"] }] } }, "x-since": 2 },
            failed: { $ref: "#/components/callbacks/Failed" },
          },
        },
      },
    },
    webhooks: { lost: { put: { parameters: [{ name: "q", in: "query" }] } } },
    components: { callbacks: { Failed: { "{$url}": { get: {} } } } },
  });
  expect(operations[0]?.callbacks).toMatchObject([
    {
      name: "done",
      expression: "{$request.body#/url}",
      pointer: "#/paths/~1a/post/callbacks/done/{$request.body#~1url}",
      operations: [
        {
          method: "post",
          path: "{$request.body#/url}",
          security: [["token"]],
          scopes: [{ token: ["sign"] }],
        },
      ],
    },
    {
      name: "failed",
      pointer: "#/components/callbacks/Failed/{$url}",
      operations: [{ method: "get", pointer: "#/components/callbacks/Failed/{$url}/get", security: [] }],
    },
  ]);
  expect(webhooks).toMatchObject([
    {
      path: "lost",
      method: "put",
      pointer: "#/webhooks/lost/put",
      security: [],
      parameters: [{ name: "q" }],
    },
  ]);
});

test("ends at a callback that leads back to the path item that it is of", () => {
  const { operations } = build({
    paths: { "/a": { $ref: "#/components/pathItems/A" } },
    components: {
      pathItems: { A: { get: { callbacks: { again: { "{$url}": { $ref: "#/components/pathItems/A" } } } } } },
    },
  });
  expect(operations[0]?.callbacks).toMatchObject([{ name: "again", operations: [] }]);
});

test.each([
  { name: "the operation's own", own: { security: [{ key: [] }] }, want: "#/paths/~1a~1{id}/get/security" },
  { name: "the document's", own: {}, want: "#/security" },
])("tells where $name security stands", ({ own, want }) => {
  const operation = buildOperation(own, { security: [] });
  expect([operation.securityPointer, operation.scopes]).toEqual([want, undefined]);
});

test.each([
  { name: "the operation", own: { servers: [{ url: "/own" }] }, want: "#/paths/~1a~1{id}/get/servers" },
  { name: "its path", own: {}, want: "#/paths/~1a~1{id}/servers" },
])("tells where the servers of $name stand", ({ own, want }) => {
  expect(buildOperation(own, {}, { servers: [{ url: "/" }] }).serversPointer).toBe(want);
});

test.each([
  { name: "the operation", own: { "x-sunset": "2030-01-01", "x-stability-level": "beta" }, item: {} },
  { name: "its path", own: {}, item: { "x-sunset": "2030-01-01", "x-stability-level": "beta" } },
  {
    name: "the operation before its path",
    own: { "x-sunset": "2030-01-01", "x-stability-level": "beta" },
    item: { "x-sunset": "2040-01-01", "x-stability-level": "draft" },
  },
])("takes sunset and stability of $name", ({ own, item }) => {
  expect(buildOperation(own, {}, item)).toMatchObject({ sunset: "2030-01-01", stability: "beta" });
});

test("knows no stability but the four levels, and no tags but names", () => {
  const { stability, tags } = buildOperation({ "x-stability-level": "someday", tags: ["a", 7, "b"] });
  expect([stability, tags]).toEqual([undefined, ["a", "b"]]);
});

test("lists the tags that have a name", () => {
  expect(build({ tags: [{ description: "nameless" }, { name: "a", description: "A." }] }).tags).toEqual([
    { name: "a", pointer: "#/tags/1", prose: { description: "A." } },
  ]);
});

test("reads the ways to a token", () => {
  const flows = {
    password: { tokenUrl: "/token", refreshUrl: "/more", scopes: { read: "Read.", odd: 7 } },
    implicit: { authorizationUrl: "/login", "x-flow": 1 },
    telepathy: {},
  };
  const { securitySchemes } = build({
    components: {
      securitySchemes: {
        oauth: { type: "oauth2", flows },
        open: { type: "openIdConnect", openIdConnectUrl: "/known" },
      },
    },
  });
  const pointer = "#/components/securitySchemes/oauth/flows";
  expect(securitySchemes).toEqual([
    {
      name: "oauth",
      kind: "bearer",
      flows: [
        {
          kind: "implicit",
          pointer: `${pointer}/implicit`,
          authorizationUrl: "/login",
          scopes: {},
          prose: { "x-flow": 1 },
        },
        {
          kind: "password",
          pointer: `${pointer}/password`,
          tokenUrl: "/token",
          refreshUrl: "/more",
          scopes: { read: "Read.", odd: "" },
        },
      ],
    },
    { name: "open", kind: "bearer", openIdConnectUrl: "/known" },
  ]);
});

test("reads the links of a response behind references", () => {
  const { responses } = buildOperation(
    { responses: { 200: { links: { next: { $ref: "#/components/links/Next" }, bare: {} } } } },
    {
      components: {
        links: {
          Next: {
            operationId: "next",
            parameters: { id: "$response.body#/id" },
            requestBody: 1,
            server: { url: "/b" },
            description: "The next.",
          },
        },
      },
    },
  );
  expect(responses[0]?.links).toEqual([
    {
      name: "next",
      pointer: "#/components/links/Next",
      operationId: "next",
      parameters: { id: "$response.body#/id" },
      requestBody: 1,
      server: { url: "/b", variables: [] },
      prose: { description: "The next." },
    },
    { name: "bare", pointer: "#/paths/~1a~1{id}/get/responses/200/links/bare" },
  ]);
});

test("reads what is rare of parameters, headers and parts of forms", () => {
  const { parameters, responses, requestBody } = buildOperation({
    parameters: [
      { name: "flag", in: "query", allowEmptyValue: true },
      { name: "X-Flag", in: "header", allowEmptyValue: true },
    ],
    requestBody: {
      content: {
        "multipart/form-data": { encoding: { a: { allowReserved: true, headers: { "X-B": {} } } } },
      },
    },
    responses: {
      200: {
        headers: {
          "X-A": { explode: true, schema: { type: "object" } },
          "X-J": { content: { "text/csv": { schema: true } } },
        },
      },
    },
  });
  expect(parameters.map(({ allowEmptyValue }) => allowEmptyValue)).toEqual([true, undefined]);
  expect(responses[0]?.headers.map(({ explode, mediaType }) => [explode, mediaType])).toEqual([
    [true, undefined],
    [undefined, "text/csv"],
  ]);
  expect(requestBody?.content[0]?.encoding).toMatchObject({
    a: { allowReserved: true, headers: [{ name: "X-B" }] },
  });
});

test("keeps what objects tell people, with their examples followed, and nothing else", () => {
  const api = build({
    info: { title: "A", "x-team": "cats", odd: 1 },
    externalDocs: { url: "/docs" },
    paths: { "/a": { summary: "All.", get: { summary: "One.", operationId: "one", deprecated: true } } },
    components: {
      examples: { E: { value: 1 } },
      securitySchemes: { k: { type: "http", bearerFormat: "JWT" } },
    },
    servers: [{ url: "/", description: "Here." }],
  });
  const [operation] = api.operations;
  expect([
    api.info?.prose,
    api.prose,
    operation?.prose,
    operation?.shared?.prose,
    api.servers[0]?.prose,
  ]).toEqual([
    { title: "A", "x-team": "cats" },
    { externalDocs: { url: "/docs" } },
    { summary: "One.", deprecated: true },
    { summary: "All." },
    { description: "Here." },
  ]);
  const { parameters } = buildOperation(
    { parameters: [{ name: "q", in: "query", examples: { e: { $ref: "#/components/examples/E" } } }] },
    { components: { examples: { E: { value: 1 } } } },
  );
  expect(parameters[0]?.prose).toEqual({ examples: { e: { value: 1 } } });
});
