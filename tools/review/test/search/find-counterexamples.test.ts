import type { Direction, Oracle } from "@specmill/oracle";
import type { JsonValue } from "@specmill/spec";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  findCounterexamples,
  type SearchResult,
  type SearchSide,
} from "../../src/search/find-counterexamples.ts";
import { type Narrowing, narrowings, newNarrowings, oldNarrowings } from "./narrowings.ts";
import { rewrites } from "./rewrites.ts";
import { type Pair, searchPair, sideOf, sidesOf, subject, type Version } from "./search-pair.ts";
import { wrappers } from "./wrappers.ts";

const inVersion = (version: Version) => (one: Narrowing) => ({
  ...one,
  version,
  versions: [version, version] as const,
});
const all = [
  ...[...narrowings, ...newNarrowings].map(inVersion("3.1.1")),
  ...[...narrowings, ...oldNarrowings].map(inVersion("3.0.4")),
];

/** Holds the search to its word: the sides themselves are asked about what it found. */
function expectFound(pair: Pair, { examples }: SearchResult, direction: Direction): void {
  const [allowing, refusing] = sidesOf(pair);
  expect(examples.length).toBeGreaterThan(0);
  for (const { value, faults } of examples) {
    expect(allowing.oracle.judge(allowing.pointer, direction, value)).toEqual([]);
    expect(refusing.oracle.allows(refusing.pointer, direction, value)).toBe(false);
    expect(faults.length).toBeGreaterThan(0);
  }
}

test.each(all)("in $version, $name is found", ({ keyword, want, ...pair }) => {
  const result = searchPair(pair);
  expectFound(pair, result, "request");
  expect(result.examples.flatMap(({ faults }) => faults.map((fault) => fault.keyword))).toContain(keyword);
  if (want !== undefined) expect(result.examples.map(({ value }) => value)).toContainEqual(want);
});

test.each(rewrites)(
  "$name: nothing is found",
  ({ most = 50, isNew = false, versions = ["3.1.1", "3.1.1"], ...pair }) => {
    const { allowing, refusing, components = {}, others = components } = pair;
    const back: Pair = { allowing: refusing, refusing: allowing, components: others, others: components };
    const [first, second] = versions;
    for (const direction of ["request", "response"] as const) {
      const result = searchPair({ ...pair, versions }, direction);
      expect(result.examples).toEqual([]);
      expect(result.tried).toBeGreaterThanOrEqual(most);
      if (isNew) continue;
      expect(searchPair({ ...back, versions: [second, first] }, direction).examples).toEqual([]);
    }
  },
);

test.each(all)(
  "in $version, $name is nothing new where it was so before",
  ({ allowing, refusing, ...pair }) => {
    const { components = {}, others = components } = pair;
    expect(searchPair({ ...pair, allowing, refusing: allowing, others: components }).examples).toEqual([]);
    const later = { ...pair, allowing: refusing, refusing, components: others, others };
    expect(searchPair(later).examples).toEqual([]);
  },
);

test("whatever a narrower schema is within, it is found there", () => {
  const pairs = fc.record({
    row: fc.constantFrom(...narrowings, ...newNarrowings),
    around: fc.array(fc.constantFrom(...wrappers), { minLength: 1, maxLength: 3 }),
    direction: fc.constantFrom<Direction>("request", "response"),
  });
  const property = fc.property(pairs, ({ row, around, direction }) => {
    const wrap = (schema: JsonValue) => around.reduce((inner, wrapper) => wrapper.wrap(inner), schema);
    const pair = { ...row, allowing: wrap(row.allowing), refusing: wrap(row.refusing) };
    expectFound(pair, searchPair(pair, direction), direction);
  });
  fc.assert(property, { seed: 5, numRuns: 80 });
});

test("the same search finds the same", () => {
  for (const row of all.filter((_, index) => index % 9 === 0))
    expect(searchPair(row)).toEqual(searchPair(row));
});

test("a search that believes everything does not pass for one", () => {
  const [row] = narrowings;
  if (row === undefined) throw new Error("there is no row");
  const [allowing, refusing] = sidesOf(row);
  const lenient = ({ oracle, pointer }: SearchSide): SearchSide => {
    const yes: Oracle = { ...oracle, allows: () => true, judge: () => [] };
    return { oracle: yes, pointer };
  };
  const blind = findCounterexamples(allowing, lenient(refusing), "request");
  expect(blind.examples).toEqual([]);
  expect(() => expectFound(row, blind, "request")).toThrow();
  const gullible = findCounterexamples(lenient(allowing), refusing, "request");
  expect(gullible.examples.length).toBeGreaterThan(0);
  expect(() => expectFound(row, gullible, "request")).toThrow();
});

test("each of several properties that are required now has its own example", () => {
  const text = { type: "string" };
  const properties = { a: text, b: text, c: text };
  const { examples } = searchPair({
    allowing: { type: "object", properties },
    refusing: { type: "object", properties, required: ["a", "b", "c"] },
  });
  expect(examples.map(({ value }) => value)).toEqual(
    expect.arrayContaining([
      { b: "", c: "" },
      { a: "", c: "" },
      { a: "", b: "" },
    ]),
  );
  expect(examples).toHaveLength(3);
});

test("each of several keywords has its own example", () => {
  const { examples } = searchPair({
    allowing: { type: "object", properties: { a: { type: "string" }, b: { type: "integer" } } },
    refusing: {
      type: "object",
      properties: {
        a: { type: "string", maxLength: 3, pattern: "^[a-z]*$" },
        b: { type: "integer", minimum: 1 },
      },
    },
  });
  const keywords = examples.map(({ faults }) => faults.map(({ keyword }) => keyword));
  expect(keywords).toHaveLength(3);
  expect(keywords).toEqual(expect.arrayContaining([["minimum"], ["pattern"], ["maxLength"]]));
});

test("where no branch fits, the fault of the nearest one is told, too", () => {
  const branch = (name: string, maxLength: number) => ({
    type: "object",
    properties: { kind: { const: name }, text: { type: "string", maxLength } },
    required: ["kind"],
  });
  const { examples } = searchPair({
    allowing: { oneOf: [branch("a", 9), branch("b", 9)] },
    refusing: { oneOf: [branch("a", 9), branch("b", 5)] },
  });
  expect(examples).toMatchObject([
    {
      value: { kind: "b", text: "aaaaaa" },
      faults: [
        { keyword: "oneOf", at: "" },
        {
          keyword: "maxLength",
          at: "/text",
          pointer: "#/components/schemas/Subject/oneOf/1/properties/text/maxLength",
        },
      ],
    },
  ]);
});

test("what does not travel in a direction is not part of a value", () => {
  const idOf = (id: JsonValue) => ({ type: "object", properties: { id, name: { type: "string" } } });
  const pair: Pair = {
    allowing: idOf({ type: "string", readOnly: true }),
    refusing: idOf({ type: "integer", readOnly: true }),
  };
  expect(searchPair(pair, "request").examples).toEqual([]);
  expect(searchPair(pair, "response").examples).toMatchObject([{ value: { id: "" } }]);
});

test.each<{ readonly name: string; readonly schema: JsonValue; readonly want: RegExp }>([
  { name: "does not compile", schema: { type: "string", pattern: "(" }, want: /regular expression/i },
  { name: "leads nowhere", schema: { $ref: "#/components/schemas/Missing" }, want: /Missing/ },
  { name: "allows nothing", schema: false, want: /allows nothing/ },
  { name: "is itself and nothing more", schema: { allOf: [{ $ref: subject }] }, want: /without end/ },
])("a schema that $name keeps values from being tried", ({ schema, want }) => {
  const result = findCounterexamples(sideOf(schema), sideOf({ type: "string" }), "request");
  expect(result).toMatchObject({ examples: [], tried: 0 });
  expect(result.obstacle).toMatch(want);
});

test("however much a schema allows, the number of values is bounded", () => {
  const names = Array.from({ length: 60 }, (_, index) => `property${index}`);
  const wide = (maxLength: number) => ({
    type: "object",
    properties: Object.fromEntries(names.map((name) => [name, { type: "string", maxLength }])),
  });
  const { tried, examples } = searchPair({ allowing: wide(30), refusing: wide(20) });
  expect(examples.length).toBeGreaterThan(0);
  expect(tried).toBeLessThanOrEqual(3000);
});
