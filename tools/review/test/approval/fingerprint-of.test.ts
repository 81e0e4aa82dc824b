import type { JsonObject } from "@specmill/spec";
import { describe, expect, test } from "vitest";
import { fingerprintOf } from "../../src/approval/fingerprint-of.ts";
import { stableLocation } from "../../src/approval/stable-location.ts";
import type { Finding } from "../../src/finding.ts";
import { makeFinding } from "./make-finding.ts";

const limit = { name: "limit", in: "query", schema: { type: "integer", maximum: 10 } };
const page = { name: "page", in: "query", schema: { type: "integer" } };

function makeDocument(parameters: readonly JsonObject[], oneOf: readonly JsonObject[] = []): JsonObject {
  return {
    paths: { "/items/{id}": { get: { operationId: "listItems", parameters } } },
    components: {
      parameters: { Limit: limit },
      schemas: { Pet: { oneOf }, Cat: { type: "object" }, Dog: { type: "object" } },
    },
  };
}

const at = (index: number) => `#/paths/~1items~1{id}/get/parameters/${index}/schema/maximum`;
const bound: Partial<Finding> = { rule: "request-maximum", side: "head", before: 20, after: 10 };
const print = (members: Partial<Finding>, head: JsonObject) =>
  fingerprintOf(makeFinding({ ...bound, ...members }), { base: {}, head });
const first = print({ pointer: at(0) }, makeDocument([limit]));

describe("a fingerprint", () => {
  test("has twelve hexadecimal digits, and is what it was in an earlier release", () => {
    expect(first).toMatch(/^[0-9a-f]{12}$/);
    expect(first).toMatchInlineSnapshot(`"62ecacf7aedf"`);
  });

  const same: readonly [string, string][] = [
    ["another parameter comes before it", print({ pointer: at(1) }, makeDocument([page, limit]))],
    [
      "the text, the line, the file and the proof are others",
      print(
        { pointer: at(0), message: "x", place: { file: "y", line: 9, column: 9 }, status: "proved" },
        makeDocument([limit]),
      ),
    ],
    [
      "the parameter of the path has another name",
      print(
        { pointer: "#/paths/~1items~1{item}/get/parameters/0/schema/maximum" },
        { paths: { "/items/{item}": { get: { parameters: [limit] } } } },
      ),
    ],
    ["it is felt along the other axis", print({ pointer: at(0), axis: "source" }, makeDocument([limit]))],
    [
      "it reaches one operation more",
      print({ pointer: at(0), operations: ["a", "b"] }, makeDocument([limit])),
    ],
    [
      "the API gained a schema",
      print({ pointer: at(0) }, { ...makeDocument([limit]), components: { schemas: { New: {} } } }),
    ],
  ];
  test.each(same)("stays when %s", (_, given) => {
    expect(given).toBe(first);
  });

  const other: readonly [string, string][] = [
    ["the rule", print({ pointer: at(0), rule: "request-minimum" }, makeDocument([limit]))],
    ["the direction", print({ pointer: at(0), direction: "response" }, makeDocument([limit]))],
    ["the old value", print({ pointer: at(0), before: 30 }, makeDocument([limit]))],
    ["the new value", print({ pointer: at(0), after: 5 }, makeDocument([limit]))],
    ["the parameter", print({ pointer: at(0) }, makeDocument([page]))],
  ];
  test.each(other)("is another one with %s", (_, given) => {
    expect(given).not.toBe(first);
  });

  test("does not tell the order of a list of values, but tells null from nothing", () => {
    const of = (members: Partial<Finding>) => fingerprintOf(makeFinding(members), {});
    expect(of({ before: ["a", "b"] })).toBe(of({ before: ["b", "a"] }));
    expect(of({ before: { a: 1, b: [2] } })).toBe(of({ before: { b: [2], a: 1 } }));
    expect(of({ before: ["a"] })).not.toBe(of({ before: ["a", "b"] }));
    expect(of({ before: null })).not.toBe(of({}));
    expect(of({ before: [[1, 2]] })).toBe(of({ before: [[2, 1]] }));
  });

  test("is another one with what stands at the place, but for words, where no value says it", () => {
    const of = (not: JsonObject) =>
      fingerprintOf(
        makeFinding({ rule: "request-not", pointer: "#/components/schemas/A/not", side: "head" }),
        {
          base: {},
          head: { components: { schemas: { A: { not } } } },
        },
      );
    expect(of({ const: "x" })).not.toBe(of({ type: "string" }));
    expect(of({ const: "x", description: "One." })).toBe(of({ const: "x", description: "Another." }));
  });

  test("is another one with what the compiler says, where there is nothing else", () => {
    const of = (message: string) =>
      fingerprintOf(makeFinding({ rule: "source-request", pointer: "#", operations: ["a"], message }), {});
    expect(of("`id` was a string.")).not.toBe(of("`name` was a string."));
  });

  test("goes by the operations where there is no pointer", () => {
    const of = (operations: readonly string[]) =>
      fingerprintOf(makeFinding({ rule: "source-consumer", pointer: "", operations }), {});
    expect(of(["a", "b"])).toBe(of(["b", "a"]));
    expect(of(["a"])).not.toBe(of(["b"]));
  });
});

describe("a stable location", () => {
  const kinds = [
    { properties: { kind: { const: "a" } } },
    { properties: { kind: { const: "b" } } },
    { $ref: "#/components/schemas/Cat" },
    { title: "Old dog", type: "object" },
    { type: "string" },
    { type: "string" },
  ];
  const document: JsonObject = {
    ...makeDocument([page, { $ref: "#/components/parameters/Limit" }], kinds),
    security: [{}, { b: [], a: [] }],
    servers: [{ url: "https://a.test/v1" }],
  };
  const table: readonly { readonly given: string; readonly want: string }[] = [
    { given: "#/components/schemas/Pet/oneOf/1/type", want: '#/components/schemas/Pet/oneOf/kind="b"/type' },
    { given: "#/components/schemas/Pet/oneOf/2", want: "#/components/schemas/Pet/oneOf/Cat" },
    { given: "#/components/schemas/Pet/oneOf/2/type", want: "#/components/schemas/Cat/type" },
    { given: "#/components/schemas/Pet/oneOf/3", want: "#/components/schemas/Pet/oneOf/Old dog" },
    { given: "#/components/schemas/Pet/oneOf/4", want: '#/components/schemas/Pet/oneOf/"string"' },
    { given: "#/components/schemas/Pet/oneOf/5", want: '#/components/schemas/Pet/oneOf/"string" 2' },
    {
      given: "#/paths/~1items~1{id}/get/parameters/0",
      want: "#/paths/~1items~1{}/get/parameters/query page",
    },
    {
      given: "#/paths/~1items~1{id}/get/parameters/1",
      want: "#/paths/~1items~1{}/get/parameters/query limit",
    },
    {
      given: "#/paths/~1items~1{id}/get/parameters/1/schema",
      want: "#/components/parameters/Limit/schema",
    },
    { given: "#/security/1", want: "#/security/a and b" },
    { given: "#/servers/0/url", want: "#/servers/https:~1~1a.test~1v1/url" },
    { given: "#/components/schemas/Gone/properties/x", want: "#/components/schemas/Gone/properties/x" },
  ];
  test.each(table)("of $given is $want", ({ given, want }) => {
    expect(stableLocation(document, given)).toBe(want);
  });

  test("ends where references go round in a circle", () => {
    const round = { a: { $ref: "#/b" }, b: { $ref: "#/a" } };
    expect(stableLocation(round, "#/a/type")).toMatch(/type$/);
  });
});
