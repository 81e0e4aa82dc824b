import { fileURLToPath } from "node:url";
import { createOracle } from "@specmill/oracle";
import { buildModel, findApis, type JsonObject, loadDocument } from "@specmill/spec";
import { assert, beforeAll, expect, test } from "vitest";
import { assertedFormats } from "../src/obligation/list-constraints.ts";
import { listObligations } from "../src/obligation/list-obligations.ts";
import { mapClasses } from "../src/obligation/obligation-classes.ts";

const documents = new Map<string, JsonObject>();

beforeAll(async () => {
  for (const { name, file } of await findApis(fileURLToPath(new URL("../../..", import.meta.url)))) {
    const result = await loadDocument(file);
    assert(result.kind === "loaded", name);
    documents.set(name, result.loaded.document);
  }
});

function listOf(api: string) {
  const document = documents.get(api);
  assert(document !== undefined, api);
  return listObligations(document, buildModel(document));
}

const none = mapClasses(() => 0);

const rows = [
  {
    api: "clockify-custom-field-value",
    want: {
      operation: 1,
      status: 1,
      "media-type": 2,
      parameter: 3,
      "request-property": 2,
      "response-property": 10,
      value: 18,
      constraint: 2,
      security: 3,
      example: 16,
    },
  },
  {
    api: "clockify-member-profile",
    want: {
      operation: 1,
      status: 1,
      "media-type": 2,
      parameter: 2,
      "request-property": 17,
      "response-property": 66,
      value: 43,
      constraint: 20,
      security: 3,
      example: 10,
    },
  },
  {
    api: "upsun-profile",
    want: {
      operation: 1,
      status: 1,
      "media-type": 2,
      parameter: 1,
      "request-property": 26,
      "response-property": 46,
      value: 7,
      constraint: 17,
      security: 2,
      example: 6,
    },
  },
  {
    api: "user-profile-picture",
    want: {
      operation: 1,
      status: 1,
      "media-type": 2,
      parameter: 1,
      "request-property": 1,
      "response-property": 12,
      value: 3,
      constraint: 8,
      security: 2,
      example: 5,
    },
  },
  {
    api: "workspace-account-profile",
    want: {
      operation: 1,
      status: 4,
      "media-type": 5,
      "request-property": 8,
      "response-property": 42,
      value: 30,
      constraint: 6,
      security: 3,
      example: 11,
    },
  },
];

test.each(rows)("$api makes as many promises of each class as are counted here", ({ api, want }) => {
  const obligations = listOf(api);
  expect(mapClasses((name) => obligations.filter(({ class: own }) => own === name).length)).toEqual({
    ...none,
    ...want,
  });
  expect(new Set(obligations.map(({ id }) => id)).size).toBe(obligations.length);
});

test("each of the five APIs is counted", () => {
  expect(rows.map(({ api }) => api)).toEqual([...documents.keys()]);
});

test("each format that counts as asserted refuses something, and others refuse nothing", () => {
  const unlike = { int32: 2 ** 40 };
  const refuses = (format: string) => {
    const oracle = createOracle({ openapi: "3.1.0", components: { schemas: { T: { format } } } });
    const values = Object.entries(unlike).flatMap(([name, value]) => (name === format ? [value] : []));
    return [...values, "\u0000 [", "{ a/~2"].some(
      (value) => !oracle.allows("#/components/schemas/T", "request", value),
    );
  };
  expect([...assertedFormats].filter((format) => !refuses(format))).toEqual([]);
  expect(["password", "binary", "float", "double", "zzz"].filter(refuses)).toEqual([]);
});
