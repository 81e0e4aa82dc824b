import { createOracle } from "@specmill/oracle";
import type { JsonObject, JsonValue } from "@specmill/spec";
import { describe, expect, test } from "vitest";
import { askMock, askPrism, type Call } from "./raw-prism.ts";

/** What each row tells of Prism 5.14.2, and what the mock does instead; an upgrade of Prism is judged by them. */
const components = {
  schemas: {
    Cat: {
      type: "object",
      required: ["pt"],
      properties: { pt: { type: "string" }, claws: { type: "integer" } },
    },
    Dog: {
      type: "object",
      required: ["pt", "bark"],
      properties: { pt: { type: "string" }, bark: { type: "string" } },
    },
    Tree: {
      type: "object",
      required: ["name"],
      properties: {
        name: { type: "string" },
        kids: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
      },
    },
    Secret: {
      type: "object",
      required: ["id", "name"],
      properties: { id: { type: "integer", readOnly: true }, name: { type: "string" } },
    },
  },
};

const good = { description: "Good.", content: { "application/json": { example: { ok: true } } } };

function bodyDocument(schema: JsonValue, openapi = "3.1.0", dialect?: string): JsonObject {
  return {
    openapi,
    ...(dialect === undefined ? {} : { jsonSchemaDialect: dialect }),
    info: { title: "Facts", version: "1" },
    paths: {
      "/a": {
        post: {
          requestBody: { required: true, content: { "application/json": { schema } } },
          responses: { 200: good },
        },
      },
    },
    components,
  };
}

const pets = {
  oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
  discriminator: { propertyName: "pt" },
};
const exact = "https://json-schema.org/draft/2020-12/schema";
const ofOpenApi = "https://spec.openapis.org/oas/3.1/dialect/base";

interface SchemaFact {
  readonly fact: string;
  readonly schema: JsonValue;
  readonly value: JsonValue;
  /** Whether Prism accepts the value, and whether the mock does, which is what the oracle says. */
  readonly prism: boolean;
  readonly mock: boolean;
  readonly openapi?: string;
  readonly dialect?: string;
}

const [yes, no] = [true, false];

const schemaFacts: readonly SchemaFact[] = [
  {
    fact: "null where the type allows it",
    schema: { type: ["object", "null"] },
    value: {},
    prism: yes,
    mock: yes,
  },
  {
    fact: "a uuid that is none",
    schema: { type: "string", format: "uuid" },
    value: "x",
    prism: no,
    mock: no,
  },
  {
    fact: "an email that is none",
    schema: { type: "string", format: "email" },
    value: "x",
    prism: no,
    mock: no,
  },
  {
    fact: "a date that is none",
    schema: { type: "string", format: "date" },
    value: "2020-13-01",
    prism: no,
    mock: no,
  },
  {
    fact: "a duration that is none",
    schema: { type: "string", format: "duration" },
    value: "x",
    prism: no,
    mock: no,
  },
  { fact: "an unknown format", schema: { type: "string", format: "zzz" }, value: "x", prism: yes, mock: yes },
  {
    fact: "an int32 out of range",
    schema: { type: "integer", format: "int32" },
    value: 3e9,
    prism: no,
    mock: no,
  },
  { fact: "a value that is not in the enum", schema: { enum: [1, 2] }, value: 3, prism: no, mock: no },
  { fact: "a value that is not the const", schema: { const: "a" }, value: "b", prism: no, mock: no },
  {
    fact: "a value of two branches of oneOf",
    schema: { oneOf: [{ type: "integer" }, { type: "number" }] },
    value: 1,
    prism: no,
    mock: no,
  },
  { fact: "a value that not forbids", schema: { not: { type: "string" } }, value: "a", prism: no, mock: no },
  {
    fact: "a value that breaks else",
    schema: { if: { type: "integer" }, else: { minLength: 2 } },
    value: "a",
    prism: no,
    mock: no,
  },
  {
    fact: "a property that a pattern describes",
    schema: { patternProperties: { "^x": { type: "integer" } } },
    value: { xa: "a" },
    prism: no,
    mock: no,
  },
  {
    fact: "a name that propertyNames forbids",
    schema: { propertyNames: { maxLength: 1 } },
    value: { ab: 1 },
    prism: no,
    mock: no,
  },
  {
    fact: "a property that additionalProperties forbids",
    schema: { type: "object", additionalProperties: false },
    value: { a: 1 },
    prism: no,
    mock: no,
  },
  {
    fact: "a property without the one that it depends on",
    schema: { dependentRequired: { a: ["b"] } },
    value: { a: 1 },
    prism: yes,
    mock: no,
  },
  {
    fact: "the same, with the dialect named",
    schema: { dependentRequired: { a: ["b"] } },
    value: { a: 1 },
    dialect: exact,
    prism: no,
    mock: no,
  },
  {
    fact: "the same, with OpenAPI's dialect named",
    schema: { dependentRequired: { a: ["b"] } },
    value: { a: 1 },
    dialect: ofOpenApi,
    prism: yes,
    mock: no,
  },
  {
    fact: "a wrong type, with OpenAPI's dialect named",
    schema: { type: "object" },
    value: [1],
    dialect: ofOpenApi,
    prism: yes,
    mock: no,
  },
  {
    fact: "a property that unevaluatedProperties forbids",
    schema: { allOf: [{ properties: { a: {} } }], unevaluatedProperties: false },
    value: { b: 1 },
    prism: yes,
    mock: no,
  },
  {
    fact: "a tuple by prefixItems and no more",
    schema: { type: "array", prefixItems: [{ type: "integer" }], items: false },
    value: [1],
    prism: no,
    mock: yes,
  },
  {
    fact: "fewer than minContains",
    schema: { contains: { type: "integer" }, minContains: 2 },
    value: [1, "a"],
    prism: yes,
    mock: no,
  },
  {
    fact: "a body of the branch that its discriminator names",
    schema: pets,
    value: { pt: "Dog", bark: "w" },
    prism: no,
    mock: yes,
  },
  {
    fact: "a body of another branch than its discriminator names",
    schema: pets,
    value: { pt: "Dog", claws: 4 },
    prism: yes,
    mock: no,
  },
  { fact: "a discriminator that names no branch", schema: pets, value: { pt: "Cow" }, prism: yes, mock: no },
  {
    fact: "a mapped name of a discriminator",
    schema: { ...pets, discriminator: { propertyName: "pt", mapping: { meow: "#/components/schemas/Cat" } } },
    value: { pt: "meow" },
    prism: yes,
    mock: yes,
  },
  {
    fact: "a body without what is readOnly",
    schema: { $ref: "#/components/schemas/Secret" },
    value: { name: "a" },
    prism: yes,
    mock: yes,
  },
  {
    fact: "a branch without what is readOnly",
    schema: { oneOf: [{ $ref: "#/components/schemas/Secret" }] },
    value: { name: "a" },
    prism: no,
    mock: yes,
  },
  {
    fact: "a branch without what must be there",
    schema: { oneOf: [{ $ref: "#/components/schemas/Secret" }] },
    value: {},
    prism: no,
    mock: no,
  },
  {
    fact: "a readOnly property of the wrong type",
    schema: { $ref: "#/components/schemas/Secret" },
    value: { name: "a", id: "x" },
    prism: yes,
    mock: no,
  },
  {
    fact: "a readOnly property of the right type",
    schema: { $ref: "#/components/schemas/Secret" },
    value: { name: "a", id: 1 },
    prism: yes,
    mock: yes,
  },
  {
    fact: "one character of two code units for maxLength 1",
    schema: { maxLength: 1 },
    value: "😀",
    prism: yes,
    mock: yes,
  },
  { fact: "a pattern of Unicode classes", schema: { pattern: "^\\p{L}+$" }, value: "1", prism: no, mock: no },
  {
    fact: "a pattern with a needless escape",
    schema: { pattern: "^[a\\_]+$" },
    value: "b",
    prism: yes,
    mock: no,
  },
  {
    fact: "a value that two closed schemas of allOf rule out together",
    schema: {
      allOf: [
        { properties: { a: {} }, additionalProperties: false },
        { properties: { b: {} }, additionalProperties: false },
      ],
    },
    value: { a: 1, b: 1 },
    prism: yes,
    mock: no,
  },
  {
    fact: "a nullable value of 3.0",
    schema: { type: "object", properties: { a: { type: "string", nullable: true } } },
    value: { a: null },
    openapi: "3.0.3",
    prism: yes,
    mock: yes,
  },
  {
    fact: "a nullable enum of 3.0",
    schema: { properties: { a: { type: "string", enum: ["b"], nullable: true } } },
    value: { a: null },
    openapi: "3.0.3",
    prism: yes,
    mock: yes,
  },
  {
    fact: "null that 3.0 does not allow",
    schema: { properties: { a: { type: "string" } } },
    value: { a: null },
    openapi: "3.0.3",
    prism: no,
    mock: no,
  },
  {
    fact: "an exclusive bound of 3.0",
    schema: { properties: { a: { type: "number", minimum: 1, exclusiveMinimum: true } } },
    value: { a: 1 },
    openapi: "3.0.3",
    prism: no,
    mock: no,
  },
  {
    fact: "nullable in 3.1, which has no such word",
    schema: { properties: { a: { type: "string", nullable: true } } },
    value: { a: null },
    prism: yes,
    mock: no,
  },
  {
    fact: "a fault deep in a schema that contains itself",
    schema: { $ref: "#/components/schemas/Tree" },
    value: { name: "a", kids: [{ name: "b", kids: [{}] }] },
    prism: no,
    mock: no,
  },
];

describe("a request body with", () => {
  test.each(schemaFacts)("$fact: Prism $prism, the mock $mock", async (row) => {
    const document = bodyDocument(row.schema, row.openapi, row.dialect);
    const call: Call = { method: "POST", body: row.value };
    expect((await askPrism(document, call)).status).toBe(row.prism ? 200 : 422);
    expect((await askMock(document, call)).status).toBe(row.mock ? 200 : 422);
    const pointer = "#/paths/~1a/post/requestBody/content/application~1json/schema";
    expect(createOracle(document).allows(pointer, "request", row.value)).toBe(row.mock);
  });
});

function parameterDocument(parameter: JsonObject, rest: JsonObject = {}): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title: "Facts", version: "1" },
    paths: { "/a": { get: { parameters: [parameter], responses: { 200: good }, ...rest } } },
    components,
  };
}

const integers = { type: "array", items: { type: "integer" }, maxItems: 2 };
const filter = { type: "object", properties: { a: { type: "integer" } }, additionalProperties: false };
const inQuery = (schema: JsonValue, more: JsonObject = {}): JsonObject => ({
  name: "q",
  in: "query",
  schema,
  ...more,
});

interface CallFact extends Call {
  readonly fact: string;
  readonly document: JsonObject;
  /** The status; "throws" where Prism fails over it, "kills" where that would end the process. */
  readonly prism: number | "throws" | "kills";
  readonly mock: number;
}

const parameterFacts: readonly CallFact[] = [
  {
    fact: "a list with a wrong value before a right one",
    document: parameterDocument(inQuery(integers)),
    target: "/a?q=x&q=2",
    prism: 200,
    mock: 422,
  },
  {
    fact: "a list of too many values",
    document: parameterDocument(inQuery(integers)),
    target: "/a?q=1&q=2&q=3",
    prism: 200,
    mock: 422,
  },
  {
    fact: "a list of good values",
    document: parameterDocument(inQuery(integers)),
    target: "/a?q=1&q=2",
    prism: 200,
    mock: 200,
  },
  {
    fact: "a list of one value that may be null",
    document: parameterDocument(inQuery({ type: ["array", "null"], items: { type: "integer" } })),
    target: "/a?q=1",
    prism: 422,
    mock: 200,
  },
  {
    fact: "a list or null by two branches",
    document: parameterDocument(inQuery({ anyOf: [integers, { type: "null" }] })),
    target: "/a?q=1",
    prism: 422,
    mock: 200,
  },
  {
    fact: "a list divided by pipes",
    document: parameterDocument(inQuery(integers, { style: "pipeDelimited" })),
    target: "/a?q=1|2",
    prism: 200,
    mock: 200,
  },
  {
    fact: "a list divided by spaces",
    document: parameterDocument(inQuery(integers, { style: "spaceDelimited" })),
    target: "/a?q=1%202",
    prism: 422,
    mock: 200,
  },
  {
    fact: "a list divided by spaces with a wrong value",
    document: parameterDocument(inQuery(integers, { style: "spaceDelimited" })),
    target: "/a?q=1%20x",
    prism: 422,
    mock: 422,
  },
  {
    fact: "a list divided by commas",
    document: parameterDocument(inQuery(integers, { explode: false })),
    target: "/a?q=1,x",
    prism: 422,
    mock: 422,
  },
  {
    fact: "a text with an encoded comma in a list of texts",
    document: parameterDocument(inQuery({ type: "array", maxItems: 1 }, { explode: false })),
    target: "/a?q=a%2Cb",
    prism: 422,
    mock: 200,
  },
  {
    fact: "an unknown query parameter",
    document: parameterDocument(inQuery({ type: "string" })),
    target: "/a?other=1",
    prism: 200,
    mock: 400,
  },
  {
    fact: "a query parameter in other letters",
    document: parameterDocument(inQuery({ type: "string" }, { required: true })),
    target: "/a?Q=1",
    prism: 200,
    mock: 422,
  },
  {
    fact: "a member of an object in the query",
    document: parameterDocument(inQuery(filter)),
    target: "/a?a=1",
    prism: 200,
    mock: 200,
  },
  {
    fact: "a wrong member of an object in the query",
    document: parameterDocument(inQuery(filter)),
    target: "/a?a=x",
    prism: 200,
    mock: 422,
  },
  {
    fact: "an object in brackets where none is meant",
    document: parameterDocument(inQuery(filter)),
    target: "/a?q[a]=1",
    prism: 200,
    mock: 400,
  },
  {
    fact: "an object in brackets",
    document: parameterDocument(inQuery(filter, { style: "deepObject" })),
    target: "/a?q[a]=1",
    prism: 200,
    mock: 200,
  },
  {
    fact: "a wrong object in brackets",
    document: parameterDocument(inQuery(filter, { style: "deepObject" })),
    target: "/a?q[a]=x",
    prism: 422,
    mock: 422,
  },
  {
    fact: "an empty number",
    document: parameterDocument(inQuery({ type: "integer" })),
    target: "/a?q=",
    prism: 200,
    mock: 422,
  },
  {
    fact: "a number in hexadecimal digits",
    document: parameterDocument(inQuery({ type: "integer" })),
    target: "/a?q=0x10",
    prism: 200,
    mock: 422,
  },
  {
    fact: "an empty text that is required",
    document: parameterDocument(inQuery({ type: "string" }, { required: true })),
    target: "/a?q=",
    prism: 422,
    mock: 200,
  },
  {
    fact: "a single value that is given twice",
    document: parameterDocument(inQuery({ type: "integer" })),
    target: "/a?q=1&q=2",
    prism: 422,
    mock: 400,
  },
  {
    fact: "JSON in the query that breaks its schema",
    document: parameterDocument({
      name: "q",
      in: "query",
      content: { "application/json": { schema: filter } },
    }),
    target: "/a?q=%7B%22a%22%3A%22x%22%7D",
    prism: 200,
    mock: 422,
  },
  {
    fact: "JSON in the query that is none",
    document: parameterDocument({
      name: "q",
      in: "query",
      content: { "application/json": { schema: filter } },
    }),
    target: "/a?q=%7B",
    prism: 200,
    mock: 422,
  },
  {
    fact: "a cookie that is missing",
    document: parameterDocument({ name: "sid", in: "cookie", required: true, schema: { type: "integer" } }),
    prism: 200,
    mock: 422,
  },
  {
    fact: "a cookie that breaks its schema",
    document: parameterDocument({ name: "sid", in: "cookie", schema: { type: "integer" } }),
    headers: { cookie: "sid=x" },
    prism: 200,
    mock: 422,
  },
  {
    fact: "a cookie that is good, among others",
    document: parameterDocument({ name: "sid", in: "cookie", required: true, schema: { type: "integer" } }),
    headers: { cookie: "a=b; sid=1" },
    prism: 200,
    mock: 200,
  },
  {
    fact: "a header that is missing",
    document: parameterDocument({ name: "X-A", in: "header", required: true, schema: { type: "integer" } }),
    prism: 422,
    mock: 422,
  },
  {
    fact: "a list in a header that is not sent",
    document: parameterDocument({ name: "X-A", in: "header", schema: integers }),
    prism: "throws",
    mock: 200,
  },
  {
    fact: "an object divided by pipes",
    document: parameterDocument(inQuery({ type: "string" }, { style: "pipeDelimited" })),
    target: "/a?q=1",
    prism: "throws",
    mock: 200,
  },
  {
    fact: "an Accept that is none",
    document: parameterDocument(inQuery({})),
    headers: { accept: "bogus" },
    prism: "kills",
    mock: 400,
  },
];

function pathDocument(path: string, parameter: JsonObject): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title: "Facts", version: "1" },
    paths: {
      [path]: {
        parameters: [{ in: "path", required: true, ...parameter }],
        get: { responses: { 200: good } },
      },
    },
  };
}

const text = { name: "p", schema: { type: "string" } };
const two = { name: "p", schema: integers };

const routingFacts: readonly CallFact[] = [
  {
    fact: "a comma in a list in the path",
    document: pathDocument("/p/{p}", two),
    target: "/p/1,2",
    prism: "kills",
    mock: 200,
  },
  {
    fact: "a wrong value in a list in the path",
    document: pathDocument("/p/{p}", two),
    target: "/p/1,x",
    prism: "kills",
    mock: 422,
  },
  {
    fact: "a bare % in the path",
    document: pathDocument("/p/{p}", text),
    target: "/p/%",
    prism: "kills",
    mock: 400,
  },
  {
    fact: "a comma in a text in the path",
    document: pathDocument("/p/{p}", text),
    target: "/p/a,b",
    prism: 422,
    mock: 200,
  },
  {
    fact: "an encoded comma in a text in the path",
    document: pathDocument("/p/{p}", text),
    target: "/p/a%2Cb",
    prism: 200,
    mock: 200,
  },
  {
    fact: "an empty parameter in the path",
    document: pathDocument("/p/{p}", text),
    target: "/p/",
    prism: 422,
    mock: 404,
  },
  {
    fact: "a slash at the end",
    document: pathDocument("/p/{p}", text),
    target: "/p/a/",
    prism: 404,
    mock: 404,
  },
  {
    fact: "an unknown path",
    document: pathDocument("/p/{p}", text),
    target: "/nowhere",
    prism: 404,
    mock: 404,
  },
  {
    fact: "an unknown method",
    document: pathDocument("/p/{p}", text),
    method: "DELETE",
    target: "/p/a",
    prism: 405,
    mock: 405,
  },
  {
    fact: "HEAD where there is GET",
    document: pathDocument("/p/{p}", text),
    method: "HEAD",
    target: "/p/a",
    prism: 405,
    mock: 200,
  },
];

function secured(scheme: JsonObject, requirement: JsonValue = [{ s: [] }]): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title: "Facts", version: "1" },
    paths: { "/a": { get: { security: requirement, responses: { 200: good } } } },
    components: { securitySchemes: { s: scheme, key: { type: "apiKey", in: "header", name: "x-key" } } },
  };
}

const basicOf = (pair: string) => ({ authorization: `Basic ${Buffer.from(pair).toString("base64")}` });
const bearer = { type: "http", scheme: "bearer" };
const basic = { type: "http", scheme: "basic" };
const cookie = { type: "apiKey", in: "cookie", name: "sid" };

const securityFacts: readonly CallFact[] = [
  { fact: "no credential", document: secured(bearer), prism: 401, mock: 401 },
  {
    fact: "a bearer token",
    document: secured(bearer),
    headers: { authorization: "Bearer t" },
    prism: 200,
    mock: 200,
  },
  {
    fact: "a bearer token in small letters",
    document: secured(bearer),
    headers: { authorization: "bearer t" },
    prism: 401,
    mock: 200,
  },
  {
    fact: "a bearer scheme without a token",
    document: secured(bearer),
    headers: { authorization: "Bearer " },
    prism: 401,
    mock: 401,
  },
  { fact: "a user and a password", document: secured(basic), headers: basicOf("a:b"), prism: 200, mock: 200 },
  {
    fact: "a password with a colon",
    document: secured(basic),
    headers: basicOf("a:b:c"),
    prism: 401,
    mock: 200,
  },
  {
    fact: "a user without a password",
    document: secured(basic),
    headers: basicOf("a"),
    prism: 401,
    mock: 401,
  },
  {
    fact: "a cookie of the right name",
    document: secured(cookie),
    headers: { cookie: "sid=1" },
    prism: 200,
    mock: 200,
  },
  {
    fact: "a cookie whose name ends in the right one",
    document: secured(cookie),
    headers: { cookie: "xsid=1" },
    prism: 200,
    mock: 401,
  },
  {
    fact: "a key in the query",
    document: secured({ type: "apiKey", in: "query", name: "k" }),
    target: "/a?k=1",
    prism: 200,
    mock: 200,
  },
  {
    fact: "an OAuth token",
    document: secured({ type: "oauth2", flows: {} }),
    headers: { authorization: "Bearer t" },
    prism: 200,
    mock: 200,
  },
  {
    fact: "one of two schemes that must come together",
    document: secured(bearer, [{ s: [], key: [] }]),
    headers: { authorization: "Bearer t" },
    prism: 401,
    mock: 401,
  },
  {
    fact: "both of two schemes that must come together",
    document: secured(bearer, [{ s: [], key: [] }]),
    headers: { authorization: "Bearer t", "x-key": "k" },
    prism: 200,
    mock: 200,
  },
  {
    fact: "the second of two alternatives",
    document: secured(bearer, [{ s: [] }, { key: [] }]),
    headers: { "x-key": "k" },
    prism: 200,
    mock: 200,
  },
  {
    fact: "no credential where none need be",
    document: secured(bearer, [{ s: [] }, {}]),
    prism: 200,
    mock: 200,
  },
  {
    fact: "a credential of another scheme where none need be",
    document: secured(bearer, [{ s: [] }, {}]),
    headers: basicOf("a:b"),
    prism: 401,
    mock: 401,
  },
  {
    fact: "mutual TLS, which nobody can see",
    document: secured({ type: "mutualTLS" }),
    prism: 200,
    mock: 200,
  },
];

function mediaDocument(content: JsonObject, responses: JsonObject = { 200: good }): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title: "Facts", version: "1" },
    paths: { "/a": { get: { responses }, post: { requestBody: { content }, responses } } },
  };
}

const anyJson = { "application/json": { schema: { type: "object" } } };
const declared = {
  200: good,
  400: { description: "Bad.", content: { "application/json": { example: { bad: true } } } },
};

const mediaFacts: readonly CallFact[] = [
  {
    fact: "a body of another media type",
    document: mediaDocument(anyJson),
    method: "POST",
    headers: { "content-type": "text/plain" },
    body: "a",
    prism: 415,
    mock: 415,
  },
  {
    fact: "a body of another media type where 400 is declared",
    document: mediaDocument(anyJson, declared),
    method: "POST",
    headers: { "content-type": "text/plain" },
    body: "a",
    prism: 400,
    mock: 400,
  },
  {
    fact: "a body of a JSON type of its own",
    document: mediaDocument(anyJson),
    method: "POST",
    headers: { "content-type": "application/vnd.x+json" },
    body: {},
    prism: 200,
    mock: 415,
  },
  {
    fact: "a body of a media type in a range",
    document: mediaDocument({ "text/*": { schema: { type: "string" } } }),
    method: "POST",
    headers: { "content-type": "text/csv" },
    body: "a",
    prism: 200,
    mock: 200,
  },
  { fact: "a body on GET", document: mediaDocument(anyJson), body: {}, prism: 415, mock: 415 },
  {
    fact: "an invalid body where 400 is declared",
    document: mediaDocument(anyJson, declared),
    method: "POST",
    body: [],
    prism: 400,
    mock: 400,
  },
  {
    fact: "an invalid body where 4XX is declared",
    document: mediaDocument(anyJson, { 200: good, "4XX": good }),
    method: "POST",
    body: [],
    prism: 422,
    mock: 422,
  },
  {
    fact: "an invalid body where the default is declared",
    document: mediaDocument(anyJson, { 200: good, default: good }),
    method: "POST",
    body: [],
    prism: 422,
    mock: 422,
  },
  {
    fact: "a status that is forced",
    document: mediaDocument(anyJson, declared),
    headers: { prefer: "code=400" },
    prism: 400,
    mock: 400,
  },
  {
    fact: "a forced status of a range",
    document: mediaDocument(anyJson, { 200: good, "5XX": good }),
    headers: { prefer: "code=503" },
    prism: 503,
    mock: 503,
  },
  {
    fact: "a forced status that is not declared",
    document: mediaDocument(anyJson),
    headers: { prefer: "code=404" },
    prism: 404,
    mock: 400,
  },
  {
    fact: "an example that is not there",
    document: mediaDocument(anyJson),
    headers: { prefer: "example=x" },
    prism: 404,
    mock: 400,
  },
  { fact: "no response at all", document: mediaDocument(anyJson, {}), prism: 500, mock: 500 },
  { fact: "an error alone", document: mediaDocument(anyJson, { 404: good }), prism: 404, mock: 404 },
];

describe.each([
  { name: "parameters", facts: parameterFacts },
  { name: "paths", facts: routingFacts },
  { name: "security", facts: securityFacts },
  { name: "media types and preferences", facts: mediaFacts },
])("of $name", ({ facts }) => {
  test.each(facts)(
    "$fact: Prism $prism, the mock $mock",
    async ({ fact: _fact, document, prism, mock, ...call }) => {
      if (prism === "throws") await expect(askPrism(document, call)).rejects.toThrow();
      else if (prism !== "kills") expect((await askPrism(document, call)).status).toBe(prism);
      expect((await askMock(document, call)).status).toBe(mock);
    },
  );
});

/** Kinds of schemas, and whether what Prism makes up of each fulfils it: without a seed, and with some. */
const sampleFacts: readonly {
  readonly fact: string;
  readonly schema: JsonObject;
  readonly prism: boolean;
}[] = [
  { fact: "a uuid", schema: { type: "string", format: "uuid" }, prism: yes },
  { fact: "a duration", schema: { type: "string", format: "duration" }, prism: no },
  { fact: "bytes", schema: { type: "string", format: "byte", minLength: 8, pattern: "=$" }, prism: no },
  { fact: "a pattern", schema: { type: "string", pattern: "^[A-Z]{3}-\\d{4}$" }, prism: no },
  { fact: "a multiple", schema: { type: "integer", multipleOf: 7, minimum: 1 }, prism: no },
  {
    fact: "items that are unique",
    schema: { type: "array", items: { type: "integer" }, minItems: 3, uniqueItems: true },
    prism: no,
  },
  {
    fact: "a tuple",
    schema: {
      type: "array",
      prefixItems: [{ type: "integer" }, { type: "string" }],
      minItems: 2,
      items: false,
    },
    prism: no,
  },
  { fact: "a list that contains", schema: { type: "array", contains: { const: 5 } }, prism: yes },
  { fact: "what is not a text", schema: { not: { type: ["null", "string"] } }, prism: no },
  {
    fact: "an object by a pattern",
    schema: {
      type: "object",
      patternProperties: { "^x-": { type: "integer" } },
      additionalProperties: false,
      minProperties: 1,
    },
    prism: no,
  },
  { fact: "a tree", schema: { $ref: "#/components/schemas/Tree" }, prism: no },
];

test.each(sampleFacts)(
  "what is made up of $fact: Prism's is right $prism, the mock's always",
  async (row) => {
    const document: JsonObject = {
      openapi: "3.1.0",
      info: { title: "Facts", version: "1" },
      paths: {
        "/a": {
          get: {
            responses: {
              200: { description: "A.", content: { "application/json": { schema: row.schema } } },
            },
          },
        },
      },
      components,
    };
    const oracle = createOracle(document);
    const pointer = "#/paths/~1a/get/responses/200/content/application~1json/schema";
    const isRight = (body: unknown) =>
      oracle.allows(pointer, "response", JSON.parse(JSON.stringify(body ?? null)));
    expect(isRight((await askPrism(document, {})).body)).toBe(row.prism);
    for (const prefer of [
      "",
      "dynamic=true, seed=1",
      "dynamic=true, seed=text",
      "dynamic=true",
      "minimal=true",
    ]) {
      const { status, body, violations } = await askMock(document, { headers: { prefer } });
      expect({ prefer, status, right: isRight(body), violations }).toEqual({
        prefer,
        status: 200,
        right: true,
        violations: [],
      });
    }
  },
);
