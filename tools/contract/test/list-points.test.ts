import { createOracle } from "@specmill/oracle";
import type { JsonObject, JsonValue } from "@specmill/spec";
import { expect, test } from "vitest";
import { valueAt } from "../src/case/edit-value.ts";
import { listPoints } from "../src/case/list-points.ts";

interface Row {
  readonly name: string;
  readonly schema: JsonObject;
  readonly base: JsonValue;
  /** Labels in their order; the whole has none. */
  readonly want: readonly string[];
  /** Where no value could be found, below the schema. */
  readonly unreached?: readonly string[];
  readonly schemas?: JsonObject;
}

const rows: readonly Row[] = [
  { name: "a text is one place", schema: { type: "string" }, base: "a", want: [""] },
  {
    name: "each property is a place",
    schema: {
      type: "object",
      properties: { a: { type: "string" }, b: { type: "object", properties: { c: {} } } },
    },
    base: { a: "x", b: { c: 1 } },
    want: ["", "a", "b", "b/c"],
  },
  {
    name: "a property that the value lacks is put in",
    schema: { type: "object", properties: { a: { type: "string" } } },
    base: {},
    want: ["", "a"],
  },
  {
    name: "what only an answer has is no place of a request",
    schema: {
      type: "object",
      properties: { a: { type: "string", readOnly: true }, b: { type: "string" }, c: false },
    },
    base: { b: "x" },
    want: ["", "b"],
  },
  {
    name: "a property that nothing may be is not reached",
    schema: { type: "object", properties: { a: { type: "string", minLength: 2, maxLength: 1 } } },
    base: {},
    want: [""],
    unreached: ["/properties/a"],
  },
  {
    name: "the items of a list are one place, its first",
    schema: { type: "array", items: { type: "object", properties: { n: { type: "integer" } } } },
    base: [{ n: 1 }, { n: 2 }],
    want: ["", "0", "0/n"],
  },
  {
    name: "an empty list gets an item",
    schema: { type: "array", items: { type: "integer" } },
    base: [],
    want: ["", "0"],
  },
  {
    name: "each place of a tuple is one, and what follows another",
    schema: {
      type: "array",
      prefixItems: [{ type: "string" }, { type: "boolean" }],
      items: { type: "null" },
    },
    base: ["a", true],
    want: ["", "0", "1", "2"],
  },
  {
    name: "each branch of a choice is a place, with a value of its own",
    schema: {
      oneOf: [
        { type: "string" },
        { type: "object", required: ["a"], properties: { a: { type: "integer" } } },
      ],
    },
    base: "x",
    want: ["", "~1", "~2", "~2/a"],
  },
  {
    name: "a branch that nothing is allowed in is not reached",
    schema: { type: "string", anyOf: [{ type: "string" }, { type: "integer" }] },
    base: "x",
    want: ["", "~1"],
    unreached: ["/anyOf/1"],
  },
  {
    name: "parts that hold together are places of the same value",
    schema: { allOf: [{ type: "object", properties: { a: { type: "string" } } }, { required: ["a"] }] },
    base: { a: "x" },
    want: ["", "", "a", ""],
  },
  {
    name: "members of any name are a place, by a name that no document has",
    schema: { type: "object", additionalProperties: { type: "integer" } },
    base: {},
    want: ["", "*"],
  },
  {
    name: "members of a pattern are a place where the value has one",
    schema: { type: "object", patternProperties: { "^x-": { type: "integer" } } },
    base: { "x-a": 1 },
    want: ["", "^x-"],
  },
  {
    name: "a schema that leads to itself ends",
    schema: { $ref: "#/components/schemas/Tree" },
    schemas: {
      Tree: {
        type: "object",
        properties: { name: { type: "string" }, child: { $ref: "#/components/schemas/Tree" } },
      },
    },
    base: { name: "a", child: { name: "b" } },
    want: ["", "name"],
  },
  {
    name: "a schema of two properties is a place once",
    schema: {
      type: "object",
      properties: { a: { $ref: "#/components/schemas/Name" }, b: { $ref: "#/components/schemas/Name" } },
    },
    schemas: { Name: { type: "string" } },
    base: { a: "x", b: "y" },
    want: ["", "a"],
  },
  {
    name: "what narrows a reference is a place of its own",
    schema: {
      type: "object",
      properties: {
        a: { $ref: "#/components/schemas/Name" },
        b: { $ref: "#/components/schemas/Name", maxLength: 3, description: "Short." },
        c: { $ref: "#/components/schemas/Name", description: "Any." },
      },
    },
    schemas: { Name: { type: "string" } },
    base: { a: "x", b: "y", c: "z" },
    want: ["", "a", "b"],
  },
];

test.each(rows)("$name", ({ schema, base, want, unreached = [], schemas = {} }) => {
  const pointer = "#/components/schemas/Whole";
  const oracle = createOracle({
    openapi: "3.1.0",
    info: { title: "Points", version: "1" },
    paths: {},
    components: { schemas: { ...schemas, Whole: schema } },
  });
  const found = listPoints(oracle, pointer, base);
  expect(found.points.map(({ label }) => label)).toEqual(want);
  expect(found.unreached.map((one) => one.pointer)).toEqual(unreached.map((rest) => `${pointer}${rest}`));
  for (const point of found.points) {
    expect([point.label, oracle.judge(pointer, "request", point.whole)]).toEqual([point.label, []]);
    const part = valueAt(point.whole, point.path);
    expect([point.label, part !== undefined && oracle.allows(point.pointer, "request", part)]).toEqual([
      point.label,
      true,
    ]);
  }
});

test("knows of a member whether its object must have it", () => {
  const oracle = createOracle({
    openapi: "3.1.0",
    paths: {},
    components: {
      schemas: {
        Whole: { type: "object", required: ["a"], properties: { a: {}, b: { type: "array", items: {} } } },
      },
    },
  });
  const { points } = listPoints(oracle, "#/components/schemas/Whole", { a: 1, b: [1] });
  expect(points.map(({ label, member }) => [label, member])).toEqual([
    ["", undefined],
    ["a", { name: "a", required: true }],
    ["b", { name: "b", required: false }],
    ["b/0", undefined],
  ]);
});

test("lists no more than there is time for", () => {
  const properties = Object.fromEntries(
    Array.from({ length: 600 }, (_, index) => [`p${index}`, { type: "string" }]),
  );
  const oracle = createOracle({
    openapi: "3.1.0",
    paths: {},
    components: { schemas: { Whole: { type: "object", properties } } },
  });
  expect(listPoints(oracle, "#/components/schemas/Whole", {}).points).toHaveLength(400);
});
