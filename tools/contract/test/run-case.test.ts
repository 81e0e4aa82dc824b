import type { JsonObject } from "@specmill/spec";
import { expect, test } from "vitest";
import type { ContractCase } from "../src/case/contract-case.ts";
import { changeRequests } from "../src/client/load-client.ts";
import { runCase } from "../src/run/run-case.ts";
import type { ContractRule } from "../src/run/verdict.ts";
import type { Target, WireRequest, WireResponse } from "../src/wire/exchange.ts";
import { contextOf, operationPointer, smallDocument } from "./small-api.ts";

const call: ContractCase = {
  id: "savePet/try",
  operation: "savePet",
  kind: "happy",
  title: "savePet takes a pet",
  pointer: operationPointer,
  given: {
    kind: "call",
    arguments: {
      path: { id: 7 },
      query: { dry: true },
      body: { name: "Tom", age: 3 },
      contentType: "application/json",
    },
    credentials: [{ scheme: "key", value: "specmill-key" }],
  },
  expect: { kind: "answered" },
};

const bad: ContractCase = {
  ...call,
  kind: "negative",
  given: {
    kind: "raw",
    request: {
      method: "POST",
      target: "/pets/7",
      headers: { "content-type": "application/json", "x-key": "k" },
      body: '{"name":"T"}',
    },
  },
  expect: { kind: "refused", reason: "body" },
};

const good: WireResponse = {
  status: 200,
  headers: { "content-type": "application/json", "x-count": "3" },
  body: '{"name":"Tom"}',
};

const answer = (response: Partial<WireResponse>) => (): Target => ({
  kind: "mock",
  send: () => Promise.resolve({ ...good, ...response }),
});

interface Row {
  readonly name: string;
  readonly rule: ContractRule;
  readonly blame: string;
  readonly one?: ContractCase;
  readonly document?: JsonObject;
  readonly target?: (target: Target) => Target;
  readonly change?: (request: WireRequest) => WireRequest;
}

const problem = (status: number, type: string): Partial<WireResponse> => ({
  status,
  headers: { "content-type": "application/problem+json" },
  body: JSON.stringify({ type: `urn:specmill:mock:${type}`, status }),
});

const wrongExample = structuredClone(smallDocument) as { [key: string]: unknown } & JsonObject;
const withExample = (value: JsonObject): JsonObject =>
  JSON.parse(JSON.stringify(wrongExample).replaceAll('{"name":"Tom","kind":"cat"}', JSON.stringify(value)));

const rows: readonly Row[] = [
  {
    name: "a client that leaves a query parameter out",
    rule: "wire-mismatch",
    blame: "client",
    change: (request) => ({ ...request, target: "/pets/7" }),
  },
  {
    name: "a client that writes a number as text",
    rule: "wire-mismatch",
    blame: "client",
    change: (request) => ({ ...request, body: '{"name":"Tom","age":"3"}' }),
  },
  {
    name: "a client that sends its key elsewhere",
    rule: "wire-mismatch",
    blame: "client",
    change: (request) => ({
      ...request,
      headers: { ...request.headers, "x-key": "", "x-other": "specmill-key" },
    }),
  },
  {
    name: "a client that uses another method",
    rule: "wire-mismatch",
    blame: "client",
    change: (request) => ({ ...request, method: "PUT" }),
  },
  {
    name: "a mock that refuses what is right",
    rule: "valid-request-refused",
    blame: "mock",
    target: answer(problem(422, "x")),
  },
  {
    name: "a mock that fails",
    rule: "server-failure",
    blame: "mock",
    target: answer(problem(500, "mock-fault")),
  },
  {
    name: "a server that closes the connection",
    rule: "server-failure",
    blame: "upstream",
    target: () => ({ kind: "upstream", send: () => Promise.reject(new Error("it closed the connection")) }),
  },
  {
    name: "a status that is not documented",
    rule: "undocumented-status",
    blame: "mock",
    target: answer({ status: 204, body: "" }),
  },
  {
    name: "a media type that is not documented",
    rule: "undocumented-media-type",
    blame: "mock",
    target: answer({ headers: { ...good.headers, "content-type": "text/plain" } }),
  },
  {
    name: "an answer that its schema does not allow",
    rule: "response-schema",
    blame: "mock",
    target: answer({ body: '{"name":"T"}' }),
  },
  {
    name: "an answer that is no JSON",
    rule: "response-schema",
    blame: "mock",
    target: answer({ body: "{" }),
  },
  {
    name: "a header that is missing",
    rule: "response-header",
    blame: "mock",
    target: answer({ headers: { "content-type": "application/json" } }),
  },
  {
    name: "a header of another type",
    rule: "response-header",
    blame: "mock",
    target: answer({ headers: { ...good.headers, "x-count": "many" } }),
  },
  {
    name: "an error where a success is due",
    rule: "other-response",
    blame: "upstream",
    target: () => ({
      kind: "upstream",
      send: () =>
        Promise.resolve({
          status: 404,
          headers: { "content-type": "application/json" },
          body: '{"why":"no"}',
        }),
    }),
  },
  {
    name: "another body than the example",
    rule: "other-response",
    blame: "mock",
    one: { ...call, expect: { kind: "answered", response: "200", body: { name: "Tim" } } },
    target: answer({}),
  },
  {
    name: "a wrong request that is taken",
    rule: "invalid-request-accepted",
    blame: "mock",
    one: bad,
    target: answer({}),
  },
  {
    name: "a wrong request that is refused for something else",
    rule: "refused-otherwise",
    blame: "mock",
    one: bad,
    target: answer(problem(404, "unknown-path")),
  },
  {
    name: "a wrong request that makes the server fail",
    rule: "server-failure",
    blame: "mock",
    one: bad,
    target: answer({ status: 500 }),
  },
  {
    name: "an example that breaks its own schema",
    rule: "invalid-example",
    blame: "spec",
    document: withExample({ name: "Tom", kind: "cow" }),
    one: {
      ...call,
      kind: "example",
      given: {
        kind: "call",
        arguments: { path: { id: 7 }, body: { name: "Tom", kind: "cow" }, contentType: "application/json" },
        credentials: [{ scheme: "key", value: "specmill-key" }],
      },
    },
  },
  {
    name: "an example that is served and breaks its own schema",
    rule: "invalid-example",
    blame: "spec",
    one: { ...call, expect: { kind: "answered", response: "200" } },
    document: withExample({ name: "Tom", kind: "cow" }),
  },
];

test.each(rows)(
  "$name is the fault of the $blame: $rule",
  async ({ rule, blame, one = call, document = smallDocument, target, change }) => {
    const context = await contextOf(document, target);
    const { client } = context;
    const faulty =
      change === undefined || client === undefined
        ? context
        : { ...context, client: changeRequests(client, change) };
    const { result } = await runCase(faulty, one);
    expect(result.outcome).toBe("failed");
    expect(result.failures.map((failure) => `${failure.rule} ${failure.blame}`)).toContain(
      `${rule} ${blame}`,
    );
    expect(JSON.stringify(result.failures)).not.toContain("specmill-key");
  },
);

test("a client that takes an answer for something else is at fault", async () => {
  const context = await contextOf(smallDocument, answer({}));
  const { client } = context;
  if (client === undefined) throw new Error("no client");
  const liar = {
    call: async (...given: Parameters<typeof client.call>) =>
      ({ ...(await client.call(...given)), status: "undocumented" }) as never,
  };
  const { result } = await runCase({ ...context, client: liar }, call);
  expect(result.failures.map(({ rule, blame }) => [rule, blame])).toEqual([["client-outcome", "client"]]);
});

test.each([call, bad])("where nothing is wrong, $title passes", async (one) => {
  const { result } = await runCase(await contextOf(smallDocument), one);
  expect(result.failures).toEqual([]);
  expect(result.outcome).toBe("passed");
});

interface Situation {
  readonly one?: ContractCase;
  readonly document?: JsonObject;
  readonly target?: (target: Target) => Target;
  readonly change?: (request: WireRequest) => WireRequest;
}

const example: ContractCase = {
  ...call,
  kind: "example",
  given: {
    kind: "call",
    arguments: { path: { id: 7 }, body: { name: "Tom", kind: "cat" }, contentType: "application/json" },
    credentials: [{ scheme: "key", value: "specmill-key" }],
  },
};
const spoiltExample: ContractCase = {
  ...example,
  given: {
    kind: "call",
    arguments: { path: { id: 7 }, body: { name: "Tom", kind: "cow" }, contentType: "application/json" },
    credentials: [{ scheme: "key", value: "specmill-key" }],
  },
};
const awaitsTom: ContractCase = { ...call, expect: { kind: "answered", body: { name: "Tom" } } };
const bodyRemark = { location: ["body", "name"], severity: "Error", code: "minLength", message: "is short" };
const refusing = (validation: readonly object[]) =>
  answer({
    status: 422,
    headers: { "content-type": "application/problem+json" },
    body: JSON.stringify({ type: "https://stoplight.io/prism/errors#UNPROCESSABLE_ENTITY", validation }),
  });
/** The document with one more answer. */
const withServerError: JsonObject = JSON.parse(
  JSON.stringify(smallDocument).replace('"4XX":', '"503":{"description":"Down."},"4XX":'),
);

/** For each rule what makes it appear, and the nearest to it that does not; no rule can be forgotten. */
const pairs: Readonly<Record<ContractRule, { readonly broken: Situation; readonly sound: Situation }>> = {
  "wire-mismatch": {
    broken: { change: (request) => ({ ...request, target: "/pets/7?dry=false" }) },
    sound: { change: (request) => ({ ...request, target: "/pets/7?dry=true" }) },
  },
  // The client itself refuses to put nothing into a path.
  "client-outcome": {
    broken: {
      one: {
        ...call,
        given: {
          kind: "call",
          arguments: { path: {}, body: { name: "Tom" }, contentType: "application/json" },
          credentials: [],
        },
      },
    },
    sound: {},
  },
  "invalid-example": {
    broken: { one: spoiltExample, document: withExample({ name: "Tom", kind: "cow" }) },
    sound: { one: example },
  },
  "valid-request-refused": {
    broken: { target: refusing([bodyRemark]) },
    sound: { target: answer({}) },
  },
  "invalid-request-accepted": {
    broken: { one: bad, target: answer({}) },
    sound: { one: bad, target: refusing([bodyRemark]) },
  },
  "refused-otherwise": {
    broken: { one: bad, target: refusing([{ ...bodyRemark, location: ["query", "dry"] }]) },
    sound: { one: bad, target: refusing([bodyRemark]) },
  },
  "undocumented-status": {
    broken: { target: answer({ status: 503, body: "", headers: {} }) },
    sound: {
      one: { ...call, expect: { kind: "answered", response: "503" } },
      document: withServerError,
      target: answer({ status: 503, body: "", headers: {} }),
    },
  },
  "undocumented-media-type": {
    broken: { target: answer({ headers: { ...good.headers, "content-type": "text/json" } }) },
    sound: {
      target: answer({ headers: { ...good.headers, "content-type": "application/json;charset=utf-8" } }),
    },
  },
  "response-schema": {
    broken: { target: answer({ body: '{"name":"Al","age":-1}' }) },
    sound: { target: answer({ body: '{"name":"Al","age":0}' }) },
  },
  "response-header": {
    broken: { target: answer({ headers: { ...good.headers, "x-count": "1.5" } }) },
    sound: { target: answer({ headers: { ...good.headers, "x-count": "-1" } }) },
  },
  "other-response": {
    broken: { one: awaitsTom, target: answer({ body: '{"name":"Tim"}' }) },
    sound: { one: awaitsTom, target: answer({ body: '{"name":"Tom"}' }) },
  },
  "server-failure": {
    broken: { target: () => ({ kind: "mock", send: () => Promise.reject(new Error("it crashed")) }) },
    sound: { target: () => ({ kind: "mock", send: () => Promise.resolve(good) }) },
  },
};

async function find({ one = call, document = smallDocument, target, change }: Situation) {
  const context = await contextOf(document, target);
  const { client } = context;
  const changed =
    change === undefined || client === undefined
      ? context
      : { ...context, client: changeRequests(client, change) };
  return (await runCase(changed, one)).result.failures.map(({ rule }) => rule);
}

test.each(Object.entries(pairs))(
  "%s is told of what is wrong, and not of what is next to it",
  async (rule, pair) => {
    expect(new Set(await find(pair.broken))).toEqual(new Set([rule]));
    expect(await find(pair.sound)).toEqual([]);
  },
);
