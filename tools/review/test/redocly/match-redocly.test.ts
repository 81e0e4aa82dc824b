import type { JsonObject } from "@specmill/spec";
import { describe, expect, test } from "vitest";
import type { Change } from "../../src/change.ts";
import { matchRedocly } from "../../src/redocly/match-redocly.ts";
import type { RedoclyChange } from "../../src/redocly/redocly-change.ts";

const limit = { name: "limit", in: "query", schema: { type: "integer" } };
const page = { name: "page", in: "query", schema: { type: "integer" } };

const answer = { content: { "application/json": { schema: { $ref: "#/components/schemas/Item" } } } };

function makeDocument(get: JsonObject, path: JsonObject = {}): JsonObject {
  return {
    paths: { "/items": { ...path, get: { operationId: "listItems", responses: { 200: answer }, ...get } } },
    components: {
      schemas: {
        Item: { properties: { price: { $ref: "#/components/schemas/Money" }, kind: { const: "a" } } },
        Money: { properties: { amount: { type: "number" } } },
      },
    },
  };
}

const documents = {
  base: makeDocument({ parameters: [page, limit] }),
  head: makeDocument({ parameters: [limit] }, { parameters: [page] }),
};

const item = "#/components/schemas/Item";
const money = "#/components/schemas/Money";
const get = "#/paths/~1items/get";
const way = `${get}/responses/200/content/application~1json/schema`;

function makeMajor(members: Partial<RedoclyChange>): RedoclyChange {
  return {
    kind: "modified",
    impact: "major",
    path: members.head ?? members.base ?? "#/nowhere",
    rules: ["schema-type-changed"],
    messages: ["It changed."],
    ...members,
  };
}

function makeChange(members: Partial<Change>): Change {
  return {
    rule: "response-type",
    comparison: "wider",
    wire: "breaking",
    source: "breaking",
    message: "It changed.",
    evidence: "rule",
    operations: ["listItems"],
    ...members,
  };
}

const explained: readonly [string, Partial<RedoclyChange>, Partial<Change>][] = [
  ["the same place of head", { head: `${item}/type` }, { head: `${item}/type` }],
  ["the same place of base", { kind: "removed", base: `${item}/type` }, { base: `${item}/type` }],
  [
    "a property that is new and required",
    { head: `${item}/required`, rules: ["required-properties-added"] },
    { head: `${item}/properties/price`, rule: "request-property-added" },
  ],
  ["the other direction", { head: `${item}/type` }, { head: `${item}/type`, rule: "request-type" }],
  [
    "the same place, where we found it harmless",
    { head: `${item}/type` },
    { head: `${item}/type`, wire: "compatible", source: "note" },
  ],
  ["a place around it", { head: `${item}/properties/kind/type` }, { head: `${item}/properties/kind` }],
  [
    "a place within it",
    { kind: "removed", base: `${item}/properties` },
    { base: `${item}/properties/kind/enum`, rule: "response-enum" },
  ],
  [
    "the place that a reference leads to",
    { head: `${item}/properties/price` },
    { head: `${money}/properties/amount/type` },
  ],
  [
    "a way through references",
    { path: `${way}/properties/price/properties/amount/type` },
    { head: `${money}/properties/amount/type` },
  ],
  [
    "const for enum",
    { head: `${item}/properties/kind/enum` },
    { base: `${item}/properties/kind/const`, rule: "response-enum" },
  ],
  [
    "an exclusive bound for a bound",
    { head: `${item}/minimum` },
    { base: `${item}/exclusiveMinimum`, rule: "response-minimum" },
  ],
  ["nullable for the type null", { head: `${item}/type` }, { base: `${item}/nullable` }],
  [
    "a parameter by its name, not its index",
    { head: `${get}/parameters/0/schema/type` },
    { base: `${get}/parameters/1/schema/type` },
  ],
  [
    "a parameter of the path for one of the operation",
    { kind: "added", head: "#/paths/~1items/parameters", rules: ["parameter-became-required"] },
    { base: `${get}/parameters/0`, rule: "parameter-removed" },
  ],
  [
    "security of the whole for that of an operation",
    { head: "#/security/0/key", rules: ["security-requirement-changed"] },
    { head: `${get}/security`, rule: "security-requirement" },
  ],
  [
    "another operationId",
    { head: `${get}/operationId`, rules: ["operation-id-changed"] },
    { head: get, rule: "operation-renamed" },
  ],
];

const unexplained: readonly [string, Partial<RedoclyChange>, Partial<Change>][] = [
  ["another place", { head: `${item}/type` }, { head: `${money}/type` }],
  ["a name that begins alike", { head: `${item}/properties/kind` }, { head: `${item}/properties/kin` }],
  ["a keyword beside it", { head: `${item}/minLength` }, { head: `${item}/maxLength` }],
  ["a parameter beside it", { head: `${get}/parameters/0/schema` }, { base: `${get}/parameters/0/schema` }],
  [
    "a note around it",
    { head: `${item}/properties/kind/type` },
    { head: item, wire: "note", source: "note", rule: "documentation-changed" },
  ],
  ["another name of the operation", { head: `${get}/requestBody` }, { head: get, rule: "operation-renamed" }],
  [
    "what is harmless within it",
    { kind: "added", head: `${item}/properties` },
    { head: `${item}/properties/kind`, wire: "compatible", source: "compatible" },
  ],
  [
    "security of another operation",
    { head: `${get}/security/0`, rules: ["security-requirement-changed"] },
    { head: "#/paths/~1others/get/security", rule: "security-requirement" },
  ],
];

describe("a major of Redocly", () => {
  test.each(explained)("is explained by %s", (_, theirs, ours) => {
    expect(matchRedocly([makeMajor(theirs)], [makeChange(ours)], documents)).toEqual({
      unmatched: [],
      matched: 1,
    });
  });

  test.each(unexplained)("is not explained by %s", (_, theirs, ours) => {
    const { unmatched, matched } = matchRedocly([makeMajor(theirs)], [makeChange(ours)], documents);
    expect(matched).toBe(0);
    expect(unmatched.map(({ change }) => change)).toEqual([makeMajor(theirs)]);
  });

  test("is left out where it is none", () => {
    const given = (["minor", "patch"] as const).map((impact) => makeMajor({ head: item, impact }));
    expect(matchRedocly(given, [], documents)).toEqual({ unmatched: [], matched: 0 });
  });

  const places: readonly [string, Partial<RedoclyChange>, string, string][] = [
    ["head", { head: `${item}/properties/kind` }, "head", `${item}/properties/kind`],
    [
      "head, by a way through references",
      { path: `${way}/properties/price` },
      "head",
      `${item}/properties/price`,
    ],
    [
      "base, for what is gone",
      { kind: "removed", base: `${get}/parameters/1` },
      "base",
      `${get}/parameters/1`,
    ],
    ["head, around a keyword that is gone", { head: `${item}/type`, base: `${item}/type` }, "head", item],
  ];
  test.each(places)("that is left over has its place in %s", (_, theirs, side, pointer) => {
    expect(matchRedocly([makeMajor(theirs)], [], documents).unmatched).toMatchObject([{ side, pointer }]);
  });
});
