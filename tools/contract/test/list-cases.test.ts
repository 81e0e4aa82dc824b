import { createOracle } from "@specmill/oracle";
import { buildModel, type JsonObject } from "@specmill/spec";
import { expect, test } from "vitest";
import { inventCredentials } from "../src/case/choose-credentials.ts";
import type { ContractCase } from "../src/case/contract-case.ts";
import { listCases } from "../src/case/list-cases.ts";

const everything: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Everything", version: "1" },
  security: [{ key: [], token: [] }, { basic: [] }],
  paths: {
    "/things/{id}": {
      put: {
        operationId: "save",
        parameters: [
          { name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } },
          { name: "limit", in: "query", required: true, schema: { type: "integer", maximum: 10 } },
          { name: "tags", in: "query", schema: { type: "array", items: { type: "string" } } },
          { name: "X-Mode", in: "header", schema: { type: "string", enum: ["fast"] } },
          { name: "session", in: "cookie", schema: { type: "string" } },
        ],
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: {
                type: "object",
                required: ["name"],
                additionalProperties: false,
                dependentRequired: { street: ["city"] },
                properties: {
                  name: { type: "string", pattern: "^[a-z]+$" },
                  size: { type: ["number", "null"], exclusiveMinimum: 0 },
                  street: { type: "string" },
                  city: { type: "string" },
                  choice: {
                    oneOf: [
                      { type: "boolean" },
                      { type: "object", required: ["a"], properties: { a: { const: 1 } } },
                    ],
                  },
                  list: { type: "array", maxItems: 2, uniqueItems: true, items: { type: "string" } },
                  parts: {
                    type: "array",
                    items: {
                      type: "object",
                      required: ["count"],
                      properties: { count: { type: "integer", maximum: 3 } },
                    },
                  },
                },
              },
              examples: { small: { value: { name: "a" } } },
            },
            "text/plain": { schema: { type: "string" } },
          },
        },
        responses: {
          200: {
            description: "Yes.",
            content: { "application/json": { schema: { type: "object" } }, "text/csv": {} },
          },
          "4XX": { description: "No." },
          default: { description: "Else." },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      key: { type: "apiKey", in: "query", name: "key" },
      token: { type: "http", scheme: "bearer" },
      basic: { type: "http", scheme: "basic" },
    },
  },
};

function list(document: JsonObject): readonly ContractCase[] {
  const api = buildModel(document);
  return listCases(api, createOracle(document), { fuzzRuns: 5, wallet: inventCredentials(api) }).cases;
}

const cases = list(everything);
const ids = cases.map(({ id }) => id);

test("gives each case an id of its own, and the same cases each time", () => {
  expect(new Set(ids).size).toBe(ids.length);
  expect(list(structuredClone(everything))).toEqual(cases);
});

/** The last part of each id, by what comes before it. */
const wantedIds: Readonly<Record<string, string>> = {
  "": "canary happy happy-minimal",
  "200/application/json": "minimal response",
  "200/text/csv": "response",
  "4XX": "response",
  body: "broken-additionalProperties broken-dependentRequired-street-city broken-required-name broken-type broken-type-null malformed media-type minimal missing",
  "body/choice": "absent broken-oneOf broken-type-null present",
  "body/choice~1": "broken-type broken-type-null false true",
  "body/choice~2": "broken-required-a broken-type broken-type-null extra minimal",
  "body/choice~2/a": "1 broken-const",
  "body/city": "broken-type broken-type-null empty present unicode",
  "body/example": "small",
  "body/list":
    "absent broken-maxItems broken-type broken-type-null broken-uniqueItems empty maxItems present",
  "body/list/0": "broken-type broken-type-null empty unicode",
  "body/name": "broken-pattern broken-type broken-type-null",
  "body/parts": "absent broken-type broken-type-null empty present two",
  "body/parts/0": "broken-required-count broken-type broken-type-null extra minimal",
  "body/parts/0/count":
    "broken-maximum broken-type broken-type-fraction broken-type-null maximum negative zero",
  "body/size": "absent broken-exclusiveMinimum broken-type exclusiveMinimum null present type-number",
  "body/street": "absent broken-type broken-type-null empty present unicode",
  "cookie.session": "absent empty present unicode",
  default: "response",
  fuzz: "allowed refused",
  "header.X-Mode": '"fast" absent broken-enum broken-enum-case broken-type present',
  "media-type/text": "plain",
  "path.id": "broken-format broken-type",
  query: "unknown",
  "query.limit": "broken-maximum broken-type broken-type-fraction maximum missing negative zero",
  "query.tags": "absent present two",
  "query.tags/0": "empty unicode",
  security: "basic key+token other-key other-token violated",
  "security/key+token": "without-key without-token",
  "200/application/json/dynamic": "0 1 10 11 2 3 4 5 6 7 8 9",
};

test("makes exactly these cases", () => {
  const wanted = Object.entries(wantedIds).flatMap(([start, ends]) =>
    ends.split(" ").map((end) => `save/${start === "" ? "" : `${start}/`}${end}`),
  );
  expect(ids.toSorted()).toEqual(wanted.sort());
});

test.each([
  [
    "the request as a whole",
    [
      "canary",
      "happy",
      "happy-minimal",
      "media-type/text/plain",
      "query/unknown",
      "body/missing",
      "body/media-type",
      "body/malformed",
    ],
  ],
  [
    "each parameter",
    [
      "path.id/broken-format",
      "query.limit/missing",
      "query.limit/maximum",
      "query.limit/broken-maximum",
      "query.limit/broken-type",
      "query.tags/present",
      "query.tags/absent",
      "query.tags/two",
      'header.X-Mode/"fast"',
      "header.X-Mode/broken-enum",
      "cookie.session/present",
      "cookie.session/absent",
    ],
  ],
  [
    "each property",
    ["body/size/present", "body/size/absent", "body/size/null", "body/choice/present", "body/list/absent"],
  ],
  [
    "each branch and constant",
    ["body/choice~1/true", "body/choice~1/false", "body/choice~2/a/1", "body/choice~2/minimal"],
  ],
  [
    "each constraint, broken alone",
    [
      "body/name/broken-pattern",
      "body/size/broken-exclusiveMinimum",
      "body/list/broken-maxItems",
      "body/list/broken-uniqueItems",
      "body/broken-required-name",
      "body/broken-additionalProperties",
      "body/broken-dependentRequired-street-city",
      "body/choice/broken-oneOf",
    ],
  ],
  [
    "each constraint, at its end",
    ["body/size/exclusiveMinimum", "body/list/maxItems", "body/list/empty", "body/minimal"],
  ],
  [
    "the security",
    [
      "security/key+token",
      "security/basic",
      "security/violated",
      "security/key+token/without-key",
      "security/key+token/without-token",
    ],
  ],
  [
    "each answer",
    [
      "200/application/json/response",
      "200/application/json/dynamic/0",
      "200/application/json/minimal",
      "200/text/csv/response",
      "4XX/response",
      "default/response",
    ],
  ],
  ["the examples and the fuzzing", ["body/example/small", "fuzz/allowed", "fuzz/refused"]],
])("tries %s", (_what, wanted) => {
  expect(wanted.filter((id) => !ids.includes(`save/${id}`))).toEqual([]);
});

test("sends as allowed only what the document allows, and as wrong only what it does not", () => {
  const oracle = createOracle(everything);
  const [operation] = buildModel(everything).operations;
  const pointer = `${operation?.requestBody?.content[0]?.pointer}/schema`;
  let wrong = 0;
  for (const { id, given, expect: expected } of cases) {
    if (
      given.kind === "call" &&
      given.arguments.contentType === "application/json" &&
      given.arguments.body !== undefined
    ) {
      expect([id, oracle.judge(pointer, "request", given.arguments.body)]).toEqual([id, []]);
    }
    if (
      given.kind === "raw" &&
      expected.kind === "refused" &&
      expected.reason === "body" &&
      id.includes("/body/")
    ) {
      const faults = oracle.judge(pointer, "request", JSON.parse(given.request.body ?? "null"));
      expect([id, new Set(faults.map(({ at }) => at)).size]).toEqual([id, 1]);
      wrong++;
    }
  }
  expect(wrong).toBeGreaterThan(15);
});

test("gives a parameter nothing that the document does not allow it", () => {
  const oracle = createOracle(everything);
  const parameters = buildModel(everything).operations.flatMap((operation) => operation.parameters);
  let judged = 0;
  for (const { id, given } of cases) {
    if (given.kind !== "call") continue;
    const { path, query, headers, cookies } = given.arguments;
    const sent = { path, query, header: headers, cookie: cookies };
    for (const { name, in: location, schemaPointer } of parameters) {
      const value = sent[location]?.[name];
      if (value === undefined || schemaPointer === undefined) continue;
      expect([id, name, oracle.judge(schemaPointer, "request", value)]).toEqual([id, name, []]);
      judged++;
    }
  }
  expect(judged).toBeGreaterThan(100);
});

test("knows 3.0 by its own words", () => {
  const old: JsonObject = {
    openapi: "3.0.3",
    paths: {
      "/a": {
        post: {
          operationId: "old",
          requestBody: {
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  properties: { a: { type: "number", nullable: true, minimum: 1, exclusiveMinimum: true } },
                },
              },
            },
          },
          responses: { 200: { description: "Yes." } },
        },
      },
    },
  };
  const found = list(old).map(({ id }) => id);
  expect(found).toEqual(
    expect.arrayContaining(["old/body/a/null", "old/body/a/broken-exclusiveMinimum", "old/body/absent"]),
  );
  expect(found).not.toContain("old/body/a/broken-type-null");
});

test("says of an operation that no request can be made for why it is not tried", () => {
  const document: JsonObject = {
    openapi: "3.1.0",
    paths: {
      "/a/{id}": {
        get: {
          parameters: [{ name: "id", in: "path", required: true, schema: false }],
          responses: { 200: { description: "Yes." } },
        },
      },
    },
  };
  const api = buildModel(document);
  const { cases: none, notes } = listCases(api, createOracle(document), {
    fuzzRuns: 5,
    wallet: inventCredentials(api),
  });
  expect(none).toEqual([]);
  expect(notes).toMatchObject([
    { pointer: "#/paths/~1a~1{id}/get/parameters/0", message: expect.stringContaining("id") },
  ]);
});
