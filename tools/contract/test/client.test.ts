import { readFile } from "node:fs/promises";
import { compileClient, emitClientSource } from "@specmill/generator";
import {
  type Api,
  buildModel,
  type JsonObject,
  type JsonValue,
  loadDocument,
  type Operation,
} from "@specmill/spec";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CallArguments, Credential } from "../src/case/contract-case.ts";
import { applyClientFault } from "../src/client/apply-client-fault.ts";
import { callClient } from "../src/client/call-client.ts";
import { checkOutcome } from "../src/client/check-outcome.ts";
import { listClientFaults } from "../src/client/list-client-faults.ts";
import { type ClientCall, type ContractClient, loadClient } from "../src/client/load-client.ts";
import { checkCredentials } from "../src/wire/check-credentials.ts";
import { checkWire } from "../src/wire/check-wire.ts";
import type { Target, WireResponse } from "../src/wire/exchange.ts";
import { documentOf, fileOf, loadedOf, specs } from "./wire-documents.ts";

interface Subject {
  readonly api: Api;
  readonly javascript: string;
  readonly client: ContractClient;
}

function subjectOf(document: JsonObject): Subject {
  const emitted = emitClientSource(loadedOf(document), "test");
  if (emitted.kind === "failed") throw new Error(JSON.stringify(emitted.problems));
  const api = buildModel(document);
  const javascript = compileClient(emitted.source);
  return { api, javascript, client: loadClient(javascript, api) };
}

async function subjectOfSpec(name: string): Promise<Subject> {
  const result = await loadDocument(fileOf(`specs/${name}/openapi.yaml`));
  if (result.kind === "failed") throw new Error(JSON.stringify(result.problems));
  const api = buildModel(result.loaded.document);
  const javascript = compileClient(await readFile(fileOf(`packages/${name}/src/client.ts`), "utf8"));
  return { api, javascript, client: loadClient(javascript, api) };
}

function answering(response: WireResponse): Target {
  return { kind: "mock", send: async () => response };
}

/** An answer of each documented status and media type. */
function answersOf({ responses }: Operation): readonly WireResponse[] {
  return responses.flatMap(({ status, content }) => {
    const code = status === "default" ? 500 : Number(status.replace("XX", "18"));
    const types = content.length === 0 ? [undefined] : content.map(({ type }) => type);
    return types.map((type) => ({
      status: code,
      headers: type === undefined ? {} : { "content-type": type },
      body: type === undefined ? "" : '{"a":[1,null]}',
    }));
  });
}

async function findFailures(
  { api }: Subject,
  client: ContractClient,
  call: ClientCall,
  answer: WireResponse,
) {
  const operation = api.operations.find(({ id }) => id === call.operation);
  if (operation === undefined) throw new Error(`There is no operation ${call.operation}.`);
  const { outcome, exchange } = await callClient(client, answering(answer), call);
  if (exchange === undefined) return [`${outcome.status}`];
  return [
    ...checkWire(api, operation, call.arguments, exchange.request, () => true),
    ...checkCredentials(api, operation, call.credentials, exchange.request),
    ...checkOutcome(operation, outcome, exchange.response),
  ].map(({ message }) => message);
}

/** Every call of a subject with every answer that its operation documents. */
function runsOf({ api }: Subject, given: (operation: Operation) => readonly CallArguments[]) {
  return api.operations.flatMap((operation) => {
    const alternatives = operation.security.filter((names) => names.length > 0);
    const wallets = alternatives.length === 0 ? [[]] : alternatives.map((names) => credentialsOf(api, names));
    const calls = given(operation).flatMap((one) =>
      wallets.map((credentials) => ({ operation: operation.id, arguments: one, credentials })),
    );
    return calls.flatMap((call) => answersOf(operation).map((answer) => ({ call, answer })));
  });
}

function credentialsOf(api: Api, names: readonly string[]): readonly Credential[] {
  return names.map((scheme) => {
    const isBasic = api.securitySchemes.some(({ name, kind }) => name === scheme && kind === "basic");
    return {
      scheme,
      value: isBasic ? { username: "user", password: "made-up-password" } : `made-up-${scheme}`,
    };
  });
}

async function listUnnoticed(subject: Subject, runs: ReturnType<typeof runsOf>): Promise<readonly string[]> {
  const unnoticed: string[] = [];
  for (const fault of listClientFaults(subject.javascript, subject.api)) {
    const faulty = applyClientFault(fault, subject.api, subject.client);
    let isNoticed = false;
    for (const { call, answer } of runs) {
      if (isNoticed || call.operation !== fault.operation) continue;
      isNoticed = (await findFailures(subject, faulty, call, answer)).length > 0;
    }
    if (!isNoticed) unnoticed.push(fault.id);
  }
  return unnoticed;
}

/** Every example of an operation's body, with path parameters that stand apart. */
function callsByExample({ parameters, requestBody }: Operation): readonly CallArguments[] {
  const path = Object.fromEntries(
    parameters.filter((one) => one.in === "path").map(({ name }, index) => [name, `value ${index}/%`]),
  );
  const content = requestBody?.content ?? [];
  const bodies = content.flatMap(({ type, examples }) =>
    examples.map(({ value }) => ({ contentType: type, body: value })),
  );
  return bodies.map((body) => ({ path, ...body }));
}

describe.each(specs)("%s", (name) => {
  test("The client that is written alone is the package's", async () => {
    const result = await loadDocument(fileOf(`specs/${name}/openapi.yaml`));
    if (result.kind === "failed") throw new Error(name);
    const emitted = emitClientSource(result.loaded, name);
    const { javascript } = await subjectOfSpec(name);
    expect(emitted.kind === "emitted" && compileClient(emitted.source)).toBe(javascript);
  });

  test("Every call by an example travels as the document says", async () => {
    const subject = await subjectOfSpec(name);
    const runs = runsOf(subject, callsByExample);
    expect(runs.length).toBeGreaterThan(0);
    for (const { call, answer } of runs) {
      expect(await findFailures(subject, subject.client, call, answer)).toEqual([]);
    }
  });
});

test("Every fault in the five clients is noticed by the examples of their documents alone", async () => {
  const unnoticed: string[] = [];
  for (const name of specs) {
    const subject = await subjectOfSpec(name);
    unnoticed.push(...(await listUnnoticed(subject, runsOf(subject, callsByExample))));
  }
  expect(unnoticed).toEqual([]);
});

const thing: JsonObject = {
  type: "object",
  properties: {
    someName: { type: "string" },
    other_name: { type: ["string", "null"] },
    count: { type: "integer" },
    on: { type: "string", format: "date" },
    tags: { type: "array", items: { type: "string" } },
  },
};

/** One operation for each way of travelling; what a client may have wrong is in each of them. */
const everything = documentOf(
  {
    "/v1/{a}/things/{b}": {
      post: {
        operationId: "createThing",
        parameters: [
          { name: "a", in: "path", required: true, schema: { type: "string" } },
          { name: "b", in: "path", required: true, schema: { type: "integer" } },
          { name: "form", in: "query", schema: { type: "array", items: { type: "string" } } },
          {
            name: "joined",
            in: "query",
            explode: false,
            schema: { type: "array", items: { type: "string" } },
          },
          {
            name: "piped",
            in: "query",
            style: "pipeDelimited",
            schema: { type: "array", items: { type: "string" } },
          },
          {
            name: "spaced",
            in: "query",
            style: "spaceDelimited",
            schema: { type: "array", items: { type: "string" } },
          },
          { name: "deep", in: "query", style: "deepObject", schema: { type: "object" } },
          { name: "q", in: "query", schema: { type: "string" } },
          { name: "json", in: "query", content: { "application/json": { schema: { type: "object" } } } },
          { name: "X-List", in: "header", schema: { type: "array", items: { type: "integer" } } },
          { name: "X-Object", in: "header", explode: true, schema: { type: "object" } },
          { name: "seen", in: "cookie", schema: { type: "string" } },
        ],
        requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } } },
        security: [{ token: [] }, { key: [], session: [] }, { inQuery: [] }, { basic: [] }],
        responses: {
          "200": { description: "", content: { "application/json": {}, "text/plain": {} } },
          "204": { description: "" },
          "4XX": { description: "", content: { "application/problem+json": {} } },
          default: { description: "", content: { "application/json": {} } },
        },
      },
      get: {
        operationId: "getThing",
        parameters: [
          { name: "a", in: "path", required: true, style: "label", explode: true, schema: { type: "array" } },
          { name: "b", in: "path", required: true, style: "matrix", schema: { type: "array" } },
        ],
        responses: { "200": { description: "", content: { "image/png": {} } } },
      },
      put: {
        operationId: "sendForm",
        parameters: ["a", "b"].map((name) => ({
          name,
          in: "path",
          required: true,
          schema: { type: "string" },
        })),
        requestBody: {
          required: true,
          content: {
            "application/x-www-form-urlencoded": {
              schema: { type: "object" },
              encoding: { list: { style: "pipeDelimited", explode: false } },
            },
            "multipart/form-data": { schema: { type: "object" } },
            "text/plain": { schema: { type: "string" } },
            "application/octet-stream": {},
            "image/*": {},
          },
        },
        responses: { "200": { description: "" } },
      },
    },
  },
  {
    schemas: { Thing: thing },
    securitySchemes: {
      token: { type: "http", scheme: "bearer" },
      key: { type: "apiKey", in: "header", name: "X-Key" },
      session: { type: "apiKey", in: "cookie", name: "sid" },
      inQuery: { type: "apiKey", in: "query", name: "api_key" },
      basic: { type: "http", scheme: "basic" },
    },
  },
);

const odd = "ä b&c=d+e%f/#?";
const path = { a: odd, b: `${odd}2` };

const calls: Readonly<Record<string, readonly CallArguments[]>> = {
  createThing: [
    {
      path: { a: odd, b: 5 },
      query: {
        form: [odd, "b,c"],
        joined: [odd, "b,c"],
        piped: ["a", "b"],
        spaced: ["a", "b"],
        deep: { a: 1, "b c": odd },
        q: odd,
        json: { a: [null, odd] },
      },
      headers: { "X-List": [1, 2], "X-Object": { a: 1 } },
      cookies: { seen: odd },
      body: { someName: "a", other_name: null, count: 1, on: "2026-01-31", tags: ["a", "b"] },
      contentType: "application/json",
    },
    { path: { a: "a", b: 5 }, query: { form: [], q: "" } },
  ],
  getThing: [{ path: { a: ["a", odd.replace(".", "")], b: [odd, "b,c"] } }],
  sendForm: [
    {
      path,
      body: { a: odd, list: ["a", "b"], many: [1, 2], o: { a: 1 }, none: null },
      contentType: "application/x-www-form-urlencoded",
    },
    { path, body: { a: odd, many: [1, 2], o: { a: [1] } }, contentType: "multipart/form-data" },
    { path, body: odd, contentType: "text/plain" },
    { path, body: odd, contentType: "application/octet-stream" },
    { path, body: odd, contentType: "image/*" },
  ],
};

describe("A document with everything", () => {
  const subject = subjectOf(everything);
  const runs = runsOf(subject, ({ id }) => calls[id] ?? []);

  test("No call of a faultless client is a false alarm", async () => {
    for (const { call, answer } of runs) {
      expect(
        await findFailures(subject, subject.client, call, answer),
        JSON.stringify([call, answer]),
      ).toEqual([]);
    }
  });

  test("Every fault is noticed", async () => {
    expect(await listUnnoticed(subject, runs)).toEqual([]);
  });

  test("Faults are of every kind, have an id of their own, and come in the same order again", () => {
    const faults = listClientFaults(subject.javascript, subject.api);
    const ids = faults.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([...ids].sort());
    expect(listClientFaults(subject.javascript, subject.api).map(({ id }) => id)).toEqual(ids);
    expect([...new Set(faults.map(({ fault }) => fault))].sort()).toEqual([
      "body",
      "content-type",
      "credential",
      "header",
      "method",
      "parameter",
      "path",
      "response",
      "serialisation",
    ]);
  });

  test("A fault in the text is one change to the text", () => {
    const [fault] = listClientFaults(subject.javascript, subject.api).filter(
      ({ id }) => id === "createThing method PUT",
    );
    expect(fault).toMatchObject({ kind: "source", change: "POST → PUT", operation: "createThing" });
    const source = fault?.kind === "source" ? fault.source : "";
    expect(source).not.toBe(subject.javascript);
    expect(source.match(/"method":"PUT"/g)).toHaveLength(1);
  });
});

test("A list is not spoilt where there is none, nor a credential", () => {
  const { javascript, api } = subjectOf(
    documentOf({ "/a": { get: { operationId: "a", responses: { "200": { description: "" } } } } }),
  );
  expect(listClientFaults(javascript, api).map(({ id }) => id)).toEqual([
    "a method DELETE",
    "a path-misspelt",
    "a response-dropped 200",
  ]);
});

test("A client that refuses to send has no exchange, and one whose target fails tells why", async () => {
  const { client } = subjectOf(everything);
  const call = { operation: "getThing", arguments: {}, credentials: [] };
  const refused = await callClient(client, answering({ status: 200, headers: {}, body: "" }), call);
  expect(refused.outcome.status).toBe("invalid-request");
  expect(refused.exchange).toBeUndefined();
  const target: Target = { kind: "mock", send: () => Promise.reject(new Error("crashed")) };
  const failed = await callClient(client, target, { ...call, arguments: { path: { a: [1], b: [1] } } });
  expect(failed.outcome.status).toBe("network");
  expect(failed).toMatchObject({ reason: "crashed", request: { target: "/v1/.1/things/;b=1" } });
});

test("A text that is no client is refused", () => {
  expect(() => loadClient("const a = 1;", buildModel(everything))).toThrow("exports no function");
});

const combinations = (
  [
    ["path", ["simple", "label", "matrix"]],
    ["query", ["form", "pipeDelimited", "spaceDelimited", "deepObject"]],
    ["header", ["simple"]],
    ["cookie", ["form"]],
  ] as const
).flatMap(([place, styles]) =>
  styles.flatMap((style) => [true, false].map((explode) => ({ place, style, explode }))),
);

test.each(combinations)(
  "The runtime and this checker agree: $place in $style, explode $explode",
  async ({ place, style, explode }) => {
    const parameter = {
      name: place === "header" ? "p" : "p q",
      in: place,
      style,
      explode,
      ...(place === "path" && { required: true }),
      schema: {},
    };
    const document = documentOf({
      [place === "path" ? "/a/{p q}" : "/a"]: {
        get: { operationId: "a", parameters: [parameter], responses: { "204": { description: "" } } },
      },
    });
    const subject = subjectOf(document);
    const text =
      place === "header" ? fc.stringMatching(/^[!-~]{1,8}$/) : fc.string({ unit: "grapheme", minLength: 1 });
    const leaf = fc.oneof(
      text,
      fc.integer(),
      fc.boolean(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    const member = place === "header" ? fc.stringMatching(/^[a-z]{1,8}$/) : text;
    const value = fc.oneof(
      leaf,
      fc.array(leaf, { minLength: 1, maxLength: 4 }),
      fc.dictionary(member, leaf, { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
    );
    const group = { path: "path", query: "query", header: "headers", cookie: "cookies" }[place];
    const answer = { status: 204, headers: {}, body: "" };
    await fc.assert(
      fc.asyncProperty(value, async (given) => {
        const call = { operation: "a", arguments: { [group]: { [parameter.name]: given } }, credentials: [] };
        const { outcome } = await callClient(subject.client, answering(answer), call);
        fc.pre(outcome.status !== "invalid-request");
        expect(await findFailures(subject, subject.client, call, answer)).toEqual([]);
      }),
      { seed: 4, numRuns: 150 },
    );
  },
);

describe("What a client makes of an answer", () => {
  const subject = subjectOf(everything);
  const [operation] = subject.api.operations;
  const call = { operation: "createThing", arguments: { path: { a: "a", b: 1 } }, credentials: [] };
  const judge = async (answered: WireResponse, shown: WireResponse = answered) => {
    const { outcome } = await callClient(subject.client, answering(answered), call);
    return operation ? checkOutcome(operation, outcome, shown).map(({ message }) => message) : [];
  };
  const json = (status: number, body: JsonValue, type = "application/json"): WireResponse => ({
    status,
    headers: { "content-type": type },
    body: JSON.stringify(body),
  });

  test.each([
    ["a documented one", json(200, { a: null })],
    ["a text", { status: 200, headers: { "content-type": "text/plain; charset=utf-8" }, body: "ä" }],
    ["no JSON", { status: 200, headers: { "content-type": "application/json" }, body: "{" }],
    ["one of another type", { status: 200, headers: { "content-type": "text/html" }, body: "<p>" }],
    ["one without a type", { status: 200, headers: {}, body: "" }],
    ["one of a range", json(418, { a: 1 }, "application/problem+json")],
    ["one by default", json(500, [])],
    ["a success that only default could mean", json(201, [])],
    ["one without a body", { status: 204, headers: {}, body: "" }],
  ])("is right for %s", async (_, answer) => {
    expect(await judge(answer)).toEqual([]);
  });

  test.each([
    ["another status", json(204, null), "an answer of 204 is 204, and the client made 200 of it"],
    ["another body", json(200, { a: 2 }), "the client made other data of the body"],
    [
      "another media type",
      { ...json(200, "a"), headers: { "content-type": "text/plain" } },
      "the body is of text/plain, and the client says another",
    ],
    [
      "no JSON",
      { ...json(200, 1), body: "{" },
      "an answer of 200 is invalid-response, and the client made 200 of it",
    ],
  ])("is wrong where it was %s", async (_, shown, want) => {
    expect((await judge(json(200, { a: 1 }), shown)).join()).toContain(want);
  });
});
