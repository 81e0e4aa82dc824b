import type { JsonValue } from "@specmill/spec";
import { expect, test } from "vitest";
import type { Direction } from "../src/oracle.ts";
import { type SampleOptions, sampleValue } from "../src/sample-value.ts";
import { kindPointer, oracleOf, type SchemaKind, schemaKinds } from "./schema-kinds.ts";

const directions: readonly Direction[] = ["request", "response"];
const seeds = (count: number) => Array.from({ length: count }, (_, seed) => seed);

function draw(kind: Omit<SchemaKind, "name">, options?: SampleOptions, direction: Direction = "response") {
  const sample = sampleValue(oracleOf(kind), kindPointer, direction, options);
  return sample.kind === "sampled" ? sample.value : sample.reason;
}

function drawAll(kind: Omit<SchemaKind, "name">, count: number, direction: Direction = "response") {
  const oracle = oracleOf(kind);
  return seeds(count).map((seed) => {
    const sample = sampleValue(oracle, kindPointer, direction, { seed });
    if (sample.kind === "none") throw new Error(sample.reason);
    return sample.value;
  });
}

test.each(schemaKinds)("samples an allowed value of $name", (kind) => {
  const oracle = oracleOf(kind);
  const options: readonly SampleOptions[] = [
    {},
    { minimal: true },
    ...seeds(12).map((seed) => ({ seed })),
    { seed: 3, minimal: true },
  ];
  for (const direction of directions) {
    for (const option of options) {
      const sample = sampleValue(oracle, kindPointer, direction, option);
      expect(sample).toMatchObject({ kind: "sampled" });
      if (sample.kind === "sampled") expect(oracle.judge(kindPointer, direction, sample.value)).toEqual([]);
    }
  }
});

const typical: readonly (Omit<SchemaKind, "name"> & { readonly name: string; readonly want: JsonValue })[] = [
  {
    name: "the first example",
    schema: { type: "string", examples: ["Ada", "Bob"], default: "x" },
    want: "Ada",
  },
  { name: "a constant before an example", schema: { const: 1, example: 2 }, want: 1 },
  {
    name: "the default where no example is right",
    schema: { type: "string", example: 5, default: "x" },
    want: "x",
  },
  { name: "the first of an enumeration", schema: { enum: ["b", "a"] }, want: "b" },
  {
    name: "the example of an object, whole",
    schema: { ...anObject(), examples: [{ a: "1" }] },
    want: { a: "1" },
  },
  { name: "every optional property", schema: anObject(), want: { a: "text", b: 1, c: ["text"] } },
  {
    name: "one item",
    schema: { type: "array", items: { type: "integer", example: 7 } },
    want: [7],
  },
  {
    name: "as many items as there have to be",
    schema: { type: "array", items: { type: "boolean" }, minItems: 3 },
    want: [true, true, true],
  },
  { name: "what is not null", schema: { type: ["null", "string"] }, want: "text" },
  { name: "the first branch", schema: { oneOf: [{ type: "integer" }, { type: "string" }] }, want: 1 },
  {
    name: "a list that links to itself, once",
    schema: { type: "object", properties: { next: { $ref: kindPointer }, a: { type: "integer" } } },
    want: { a: 1 },
  },
  {
    name: "a tree without children",
    schema: { type: "object", properties: { children: { type: "array", items: { $ref: kindPointer } } } },
    want: { children: [] },
  },
  {
    name: "the branch that a discriminator leads to",
    schema: { oneOf: [{ $ref: "#/components/schemas/Cat" }], discriminator: { propertyName: "pet" } },
    components: { Cat: { type: "object", properties: { pet: { type: "string" } }, required: ["pet"] } },
    want: { pet: "Cat" },
  },
  {
    name: "a map of one member",
    schema: { additionalProperties: { type: "integer" } },
    want: { property1: 1 },
  },
];

function anObject() {
  return {
    type: "object",
    properties: {
      a: { type: "string" },
      b: { type: "integer" },
      c: { type: "array", items: { type: "string" } },
    },
    required: ["a"],
  };
}

test.each(typical)("the typical value is $name", ({ want, ...kind }) => {
  expect(draw(kind)).toEqual(want);
});

test("the minimal value has what is required, and empty arrays", () => {
  const schema = { ...anObject(), required: ["a", "c"], examples: [{ a: "", b: 5, c: [] }] };
  expect(draw({ schema }, { minimal: true })).toEqual({ a: "text", c: [] });
});

test("what travels in the other direction only is left out, also of examples", () => {
  const schema = {
    type: "object",
    properties: { id: { type: "integer", readOnly: true }, key: { type: "string", writeOnly: true } },
    required: ["id", "key"],
  };
  const kinds = [{ schema }, { schema: { ...schema, example: { id: 1, key: "text" } } }];
  for (const kind of kinds) {
    expect(draw(kind, {}, "request")).toEqual({ key: "text" });
    expect(draw(kind, {}, "response")).toEqual({ id: 1 });
  }
});

const choices: readonly {
  readonly name: string;
  readonly schema: JsonValue;
  readonly version?: "3.0.4";
  readonly within: number;
  readonly want: readonly JsonValue[];
}[] = [
  {
    name: "every member of an enumeration",
    schema: { enum: [1, 2, 3, 4, 5] },
    within: 5,
    want: [1, 2, 3, 4, 5],
  },
  { name: "every type", schema: { type: ["boolean", "null"] }, within: 6, want: [true, false, null] },
  { name: "both ends", schema: { type: "integer", minimum: 2, maximum: 9 }, within: 12, want: [2, 9] },
  {
    name: "plain numbers",
    schema: { type: "integer" },
    within: 6,
    want: [0, 1, -1, Number.MAX_SAFE_INTEGER],
  },
  {
    name: "null",
    schema: { type: "boolean", nullable: true },
    version: "3.0.4",
    within: 6,
    want: [true, false, null],
  },
  { name: "the empty string", schema: { type: "string" }, within: 3, want: ["", "text", "text".repeat(75)] },
  {
    name: "both lengths",
    schema: { type: "string", minLength: 1, maxLength: 6 },
    within: 3,
    want: ["t", "texttext".slice(0, 6)],
  },
  {
    name: "every branch, and every choice within it",
    schema: { oneOf: [{ enum: [1, 2] }, { enum: ["a", "b", "c"] }] },
    within: 6,
    want: [1, 2, "a", "b", "c"],
  },
  {
    name: "each property there and not there, and each of its values",
    schema: { type: "object", properties: { a: { enum: [1, 2] } }, additionalProperties: false },
    within: 6,
    want: [{}, { a: 1 }, { a: 2 }],
  },
  {
    name: "the lengths of an array, and each value of its items",
    schema: { type: "array", items: { enum: [1] }, minItems: 1, maxItems: 3 },
    within: 2,
    want: [[1], [1, 1, 1]],
  },
];

test.each(choices)("seeds bring up $name", ({ schema, version, within, want }) => {
  const values = drawAll({ schema, ...(version !== undefined && { version }) }, within);
  for (const one of want) expect(values).toContainEqual(one);
});

test("a choice in the depth is not missed because another goes in step with it", () => {
  const leaf = {
    type: "object",
    properties: { e: { enum: ["a", "b", "c", "d"] }, n: { type: ["integer", "null"] } },
  };
  const schema = {
    type: "object",
    properties: { list: { type: "array", items: { oneOf: [leaf, { type: "null" }] } } },
  };
  const all = JSON.stringify(drawAll({ schema }, 36));
  for (const text of ['"e":"a"', '"e":"b"', '"e":"c"', '"e":"d"', '"n":null', '"n":0', "[]", "[null", "{}"])
    expect(all).toContain(text);
});

test("seeds that follow one another bring up both directions of a recursion", () => {
  const schema = { type: "object", properties: { next: { $ref: kindPointer } }, additionalProperties: false };
  expect(drawAll({ schema }, 6)).toEqual(expect.arrayContaining([{}, { next: {} }]));
});

test("the same seed gives the same value", () => {
  for (const kind of schemaKinds) expect(drawAll(kind, 3)).toEqual(drawAll(kind, 3));
});

const impossible: readonly (Omit<SchemaKind, "name"> & { readonly name: string; readonly want: string })[] = [
  { name: "false", schema: false, want: "allows nothing" },
  {
    name: "types that exclude each other",
    schema: { allOf: [{ type: "string" }, { type: "integer" }] },
    want: "no type fits",
  },
  { name: "an empty enumeration", schema: { allOf: [{ const: 1 }, { const: 2 }] }, want: "enumerations" },
  {
    name: "an endless recursion",
    schema: { type: "object", properties: { a: { $ref: kindPointer } }, required: ["a"] },
    want: "another one of it",
  },
  {
    name: "bounds that exclude each other",
    schema: { type: "integer", minimum: 5, maximum: 4 },
    want: "no value was found",
  },
  { name: "a pattern that is none", schema: { type: "string", pattern: "^[a-z" }, want: "" },
  { name: "a reference to itself", schema: { $ref: kindPointer }, want: "" },
  { name: "the contrary of everything", schema: { not: {} }, want: "" },
];

test.each(impossible)("says why there is no value of $name", ({ want, ...kind }) => {
  const sample = sampleValue(oracleOf(kind), kindPointer, "request");
  expect(sample).toMatchObject({ kind: "none", reason: expect.stringContaining(want) });
});

test("a place without a schema has no value", () => {
  expect(sampleValue(oracleOf({ schema: true }), "#/nowhere", "request")).toMatchObject({ kind: "none" });
});

test("a large graph of schemas gives a value of bounded size", () => {
  const count = 200;
  const names = seeds(count).map((index) => `N${index}`);
  const ref = (index: number) => ({ $ref: `#/components/schemas/N${index % count}` });
  const components = Object.fromEntries(
    names.map((name, index) => [
      name,
      {
        type: "object",
        properties: { a: ref(index + 1), b: ref(index + 7), c: ref(index + 50), d: { type: "string" } },
      },
    ]),
  );
  const size = JSON.stringify(
    draw({ schema: { type: "array", items: ref(0) }, components }, { seed: 2 }),
  ).length;
  expect(size).toBeLessThan(100_000);
});
