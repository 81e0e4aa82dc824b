import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { findApis, type JsonObject, type JsonValue, loadDocument, resolvePointer } from "@specmill/spec";
import { beforeAll, describe, expect, test } from "vitest";
import type { TypeVerdict } from "../../src/types/compare-pairs.ts";
import { compareTypes } from "../../src/types/compare-types.ts";
import { loadedOf } from "./support.ts";

interface Row {
  readonly name: string;
  readonly base: JsonValue;
  readonly head: JsonValue;
  readonly direction: "request" | "response";
  readonly want: TypeVerdict;
}

const string = { type: "string" };
const number = { type: "number" };
const assignable = { kind: "assignable" } as const;
const unknown = { kind: "unknown" } as const;

function broken(message: string): TypeVerdict {
  return { kind: "broken", message };
}

/** An object of which all properties are required but those of `optional`. */
function object(properties: JsonObject, optional: JsonObject = {}): JsonObject {
  const required = Object.keys(properties);
  return {
    type: "object",
    properties: { ...properties, ...optional },
    ...(required.length > 0 && { required }),
  };
}

function reference(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

function list(items: JsonValue): JsonObject {
  return { type: "array", items };
}

function variants(count: number, start = 0): JsonObject {
  const numbers = Array.from({ length: count }, (_, index) => (index + start) % count);
  return { oneOf: numbers.map((index) => object({ kind: { const: `v${index}` }, [`p${index}`]: string })) };
}

const seen: readonly Row[] = [
  {
    name: "a type that changes in a request",
    base: object({ a: object({ b: string }) }),
    head: object({ a: object({ b: number }) }),
    direction: "request",
    want: broken("The type of `a.b` was `string` and is `number`."),
  },
  {
    name: "a type that changes in a response",
    base: list(object({ a: string })),
    head: list(object({ a: number })),
    direction: "response",
    want: broken("The type of `a` was `string` and is `number`."),
  },
  {
    name: "a type that becomes wider in a request",
    base: object({ a: string }),
    head: object({ a: { type: ["string", "null"] } }),
    direction: "request",
    want: assignable,
  },
  {
    name: "a type that becomes wider in a response",
    base: object({ a: string }),
    head: object({ a: { type: ["string", "null"] } }),
    direction: "response",
    want: broken("The type of `a` was `string` and is `null`."),
  },
  {
    name: "a new required property in a request",
    base: object({ a: string }),
    head: object({ a: string, b: string }),
    direction: "request",
    want: broken("The property `b` is required now."),
  },
  {
    name: "two new required properties in a request",
    base: object({ a: string }),
    head: object({ a: string, b: string, c: string }),
    direction: "request",
    want: broken("The properties `b`, `c` are required now."),
  },
  {
    name: "a new optional property in a request",
    base: object({ a: string }),
    head: object({ a: string }, { b: string }),
    direction: "request",
    want: assignable,
  },
  {
    name: "a property that becomes required in a request",
    base: object({ a: string }, { b: string }),
    head: object({ a: string, b: string }),
    direction: "request",
    want: broken("The property `b` is required now."),
  },
  {
    name: "a property that becomes optional in a request",
    base: object({ a: string, b: string }),
    head: object({ a: string }, { b: string }),
    direction: "request",
    want: assignable,
  },
  {
    name: "a property that is gone from a request, which only an object literal shows",
    base: object({ a: string }, { b: string }),
    head: object({ a: string }),
    direction: "request",
    want: broken("The property `b` is gone."),
  },
  {
    name: "a property that is gone from an object within a list within a request",
    base: object({ a: list(object({ b: string, c: string })) }),
    head: object({ a: list(object({ b: string })) }),
    direction: "request",
    want: broken("The property `a.c` is gone."),
  },
  {
    name: "a property that is gone from a request that is open by its type",
    base: object({ a: string, b: string }),
    head: { ...object({ a: string }), additionalProperties: true },
    direction: "request",
    want: unknown,
  },
  {
    name: "a property that moves to another variant that a request may have",
    base: { oneOf: [object({ a: string }), object({ b: string })] },
    head: { oneOf: [object({ a: string }), object({ b: string }), object({ c: string })] },
    direction: "request",
    want: assignable,
  },
  {
    name: "a variant of which all is optional that is gone from a request",
    base: { oneOf: [object({}, { a: string }), object({}, { b: string })] },
    head: { oneOf: [object({}, { a: string })] },
    direction: "request",
    want: broken("The property `b` is gone."),
  },
  {
    name: "an optional property that is gone from a response",
    base: object({ a: string }, { b: string }),
    head: object({ a: string }),
    direction: "response",
    want: broken("The property `b` is gone."),
  },
  {
    name: "a property that becomes optional in a response",
    base: object({ a: object({ b: string }) }),
    head: object({ a: object({}, { b: string }) }),
    direction: "response",
    want: broken("The property `a.b` may be left out now."),
  },
  {
    name: "a property that becomes required in a response",
    base: object({}, { b: string }),
    head: object({ b: string }),
    direction: "response",
    want: assignable,
  },
  {
    name: "a new property in a response",
    base: object({ a: string }),
    head: object({ a: string, b: string }, { c: string }),
    direction: "response",
    want: assignable,
  },
  {
    name: "an object of any properties that gets one in a response",
    base: { type: "object" },
    head: object({ a: string }),
    direction: "response",
    want: unknown,
  },
  {
    name: "an enum value that is new in a response",
    base: { enum: ["a", "b"] },
    head: { enum: ["a", "b", "c"] },
    direction: "response",
    want: broken('The type was `"a" | "b"` and is `"c"`.'),
  },
  {
    name: "an enum value that is gone from a response",
    base: { enum: ["a", "b"] },
    head: { enum: ["a"] },
    direction: "response",
    want: assignable,
  },
  {
    name: "an enum value that is gone from a request",
    base: { enum: ["a", "b"] },
    head: { enum: ["a"] },
    direction: "request",
    want: broken('The type was `"b"` and is `"a"`.'),
  },
  {
    name: "an enum in another order, and a const for an enum of one",
    base: object({ a: { enum: ["x", "y"] }, b: { enum: ["z"] } }),
    head: object({ b: { const: "z" }, a: { enum: ["y", "x"] } }),
    direction: "response",
    want: assignable,
  },
  {
    name: "the value type of a map",
    base: { type: "object", additionalProperties: string },
    head: { type: "object", additionalProperties: number },
    direction: "response",
    want: broken("The type of `*` was `string` and is `number`."),
  },
  {
    name: "one variant more among thirty in a response",
    base: variants(30),
    head: variants(31),
    direction: "response",
    want: broken('`{ kind: "v30"; p30: string; }` may come now.'),
  },
  {
    name: "a variant that is gone from a property of a request",
    base: object({ a: { oneOf: [object({ b: string }), object({ c: string }), object({ d: string })] } }),
    head: object({ a: { oneOf: [object({ b: string }), object({ c: number })] } }),
    direction: "request",
    want: broken("`{ c: string; }` is no longer taken as `a`."),
  },
  {
    name: "thirty variants in another order",
    base: variants(30),
    head: variants(30, 7),
    direction: "response",
    want: assignable,
  },
  {
    name: "flat against allOf",
    base: object({ a: string, b: string }, { c: number }),
    head: { allOf: [object({ b: string }, { c: number }), object({ a: string })] },
    direction: "response",
    want: assignable,
  },
  {
    name: "flat against allOf in a request",
    base: object({ a: string, b: string }, { c: number }),
    head: { allOf: [object({ b: string }, { c: number }), object({ a: string })] },
    direction: "request",
    want: assignable,
  },
  {
    name: "inline against a reference",
    base: object({ a: object({ b: string }) }),
    head: object({ a: reference("Small") }),
    direction: "response",
    want: assignable,
  },
  {
    name: "a property that becomes writeOnly",
    base: object({ a: string, b: string }),
    head: object({ a: string, b: { ...string, writeOnly: true } }),
    direction: "response",
    want: broken("The property `b` is gone."),
  },
  {
    name: "a property that becomes readOnly",
    base: object({ a: string, b: string }),
    head: object({ a: string, b: { ...string, readOnly: true } }),
    direction: "request",
    want: broken("The property `b` is gone."),
  },
  {
    name: "a change of a property that does not travel that way",
    base: object({ a: string, b: { ...string, readOnly: true } }),
    head: object({ a: string, b: { ...number, readOnly: true } }),
    direction: "request",
    want: assignable,
  },
  {
    name: "a default, which makes nothing required",
    base: object({ a: string }, { b: string }),
    head: object({ a: string }, { b: { ...string, default: "x" } }),
    direction: "request",
    want: assignable,
  },
  {
    name: "a schema made of itself that stays the same",
    base: reference("Tree"),
    head: reference("Tree"),
    direction: "request",
    want: assignable,
  },
  {
    name: "a schema made of itself that changes",
    base: reference("Growing"),
    head: reference("Growing"),
    direction: "response",
    want: broken("The property `leaf` is gone."),
  },
  {
    name: "a schema made of itself that changes in a request",
    base: reference("Growing"),
    head: reference("Growing"),
    direction: "request",
    want: broken("The property `children.leaf` is gone."),
  },
  {
    name: "bytes that become text",
    base: object({ a: { type: "string", format: "binary" } }),
    head: object({ a: string }),
    direction: "response",
    want: broken("The type of `a` was `Blob` and is `string`."),
  },
  {
    name: "a discriminator's value, which is baked into the type though no rule of the schema asks for it",
    base: reference("Cat"),
    head: reference("Cat"),
    direction: "response",
    want: broken('The type of `kind` was `"cat"` and is `"tiger"`.'),
  },
  {
    name: "a tuple that gets shorter",
    base: { type: "array", prefixItems: [string, number], items: false },
    head: { type: "array", prefixItems: [string], items: false },
    direction: "response",
    want: broken("The list has 1 members; it had 2."),
  },
];

/** What no type says: the compiler finds nothing wrong, and other judges have to. */
const unseen: readonly Row[] = [
  ...[
    { name: "minLength", schema: { ...string, minLength: 1 } },
    { name: "maxLength", schema: { ...string, maxLength: 1 } },
    { name: "pattern", schema: { ...string, pattern: "^a" } },
    { name: "format", schema: { ...string, format: "uuid" } },
    { name: "contentEncoding", schema: { ...string, contentEncoding: "base64" } },
    { name: "not", schema: { ...string, not: { const: "a" } } },
    {
      name: "if and then",
      schema: JSON.parse('{"type":"string","if":{"minLength":1},"then":{"maxLength":2}}'),
    },
    { name: "x-extensible-enum", schema: { ...string, "x-extensible-enum": ["a"] } },
  ].map(
    ({ name, schema }) =>
      ({ name, base: string, head: schema, direction: "request", want: assignable }) as const,
  ),
  ...[
    { name: "minimum", schema: { ...number, minimum: 1 } },
    { name: "maximum", schema: { ...number, maximum: 1 } },
    { name: "multipleOf", schema: { ...number, multipleOf: 2 } },
    { name: "integer", schema: { type: "integer" } },
  ].map(
    ({ name, schema }) =>
      ({ name, base: number, head: schema, direction: "request", want: assignable }) as const,
  ),
  ...[
    { name: "minItems", schema: { ...list(string), minItems: 1 } },
    { name: "maxItems", schema: { ...list(string), maxItems: 1 } },
    { name: "uniqueItems", schema: { ...list(string), uniqueItems: true } },
    { name: "contains", schema: { ...list(string), contains: { const: "a" } } },
    { name: "unevaluatedItems", schema: { ...list(string), unevaluatedItems: false } },
  ].map(
    ({ name, schema }) =>
      ({ name, base: list(string), head: schema, direction: "request", want: assignable }) as const,
  ),
  ...[
    { name: "dependentRequired", keywords: { dependentRequired: { b: ["a"] } } },
    { name: "dependentSchemas", keywords: { dependentSchemas: { b: object({ a: number }) } } },
    { name: "propertyNames", keywords: { propertyNames: { maxLength: 1 } } },
    { name: "additionalProperties: false", keywords: { additionalProperties: false } },
    { name: "unevaluatedProperties", keywords: { unevaluatedProperties: false } },
    { name: "minProperties", keywords: { minProperties: 1 } },
  ].map(
    ({ name, keywords }) =>
      ({
        name,
        base: object({ a: string }, { b: string }),
        head: { ...object({ a: string }, { b: string }), ...keywords },
        direction: "request",
        want: assignable,
      }) as const,
  ),
  {
    name: "the type of what stands beside named properties",
    base: { ...object({ a: string }), additionalProperties: string },
    head: { ...object({ a: string }), additionalProperties: number },
    direction: "response",
    want: assignable,
  },
  {
    name: "oneOf, whose variants shut each other out",
    base: { oneOf: [object({ a: string })] },
    head: { oneOf: [object({ a: string }), object({ a: string }, { b: string })] },
    direction: "request",
    want: assignable,
  },
  {
    name: "a property that a variant has and the one with the same tag no more",
    base: { oneOf: [object({ t: { const: "a" } }, { x: string }), object({ t: { const: "b" } })] },
    head: { oneOf: [object({ t: { const: "a" } }), object({ t: { const: "b" } }, { x: string })] },
    direction: "request",
    want: assignable,
  },
];

/** Where a type says nothing, neither does the compiler. */
const mute: readonly Row[] = [
  {
    name: "a request that takes everything now",
    base: string,
    head: {},
    direction: "request",
    want: unknown,
  },
  {
    name: "a response of which nothing was known",
    base: {},
    head: string,
    direction: "response",
    want: unknown,
  },
  { name: "what was unknown and is", base: {}, head: { not: string }, direction: "response", want: unknown },
  {
    name: "a member of which nothing was known",
    base: object({ a: string, b: {} }),
    head: object({ a: string, b: string }),
    direction: "response",
    want: unknown,
  },
  {
    name: "a member of which nothing was known, beside one that changes",
    base: object({ a: string, b: {} }),
    head: object({ a: number, b: string }),
    direction: "response",
    want: broken("The type of `a` was `string` and is `number`."),
  },
  {
    name: "a member of which nothing is known on both sides, which has no part in it",
    base: object({ a: string, b: {} }),
    head: object({ a: string, b: {} }, { c: string }),
    direction: "response",
    want: assignable,
  },
  {
    name: "a response of which nothing is known now",
    base: string,
    head: {},
    direction: "response",
    want: broken("The type was `string` and is `unknown`."),
  },
];

const hostile = "*/ }; export const pwned = `$\u007b1}` // \u2028 \"'`\\ é";
const hostileRows: readonly Row[] = [
  {
    name: "a property whose name is made to escape",
    base: object({ [hostile]: { ...string, description: hostile } }),
    head: object({ [hostile]: { ...number, description: hostile } }),
    direction: "response",
    want: broken(`The type of \`${hostile}\` was \`string\` and is \`number\`.`),
  },
  {
    name: "an enum value that is made to escape",
    base: { enum: [hostile] },
    head: { enum: [hostile] },
    direction: "request",
    want: assignable,
  },
  {
    name: "a component whose name is made to escape",
    base: reference(hostile.replaceAll("/", "~1")),
    head: reference(hostile.replaceAll("/", "~1")),
    direction: "response",
    want: broken("The type of `a` was `string` and is `number`."),
  },
  {
    name: "a property called __proto__",
    base: object(JSON.parse('{"__proto__": {"type": "string"}}')),
    head: object(JSON.parse('{"__proto__": {"type": "number"}}')),
    direction: "response",
    want: broken("The type of `__proto__` was `string` and is `number`."),
  },
];

const groups = { seen, unseen, mute, hostile: hostileRows };

describe.each(Object.entries(groups))("%s", (_group, rows) => {
  let verdicts: readonly TypeVerdict[] = [];

  beforeAll(async () => {
    const write = (side: "base" | "head") =>
      loadedOf({
        Rows: { $defs: Object.fromEntries(rows.map((row, index) => [`Row${index}`, row[side]])) },
        Small: object({ b: string }),
        Tree: object({ name: string }, { children: list(reference("Tree")) }),
        Growing: object(
          { name: string, children: list(reference("Growing")) },
          side === "base" ? { leaf: string } : {},
        ),
        Animal: {
          ...object({ kind: string }),
          discriminator: {
            propertyName: "kind",
            mapping: { [side === "base" ? "cat" : "tiger"]: "#/components/schemas/Cat" },
          },
        },
        Cat: { allOf: [reference("Animal"), object({ purrs: { type: "boolean" } })] },
        [hostile]: object({ a: side === "base" ? string : number }),
      });
    const pairs = rows.map(({ direction }, index) => {
      const pointer = `#/components/schemas/Rows/$defs/Row${index}`;
      return { base: pointer, head: pointer, direction };
    });
    verdicts = await compareTypes(write("base"), write("head"), pairs);
  });

  test.each(rows.map((row, index) => ({ ...row, index })))("$name in a $direction", ({ index, want }) => {
    expect(verdicts[index]).toEqual(want);
  });
});

test("schemas that stand anywhere in the documents are compared", async () => {
  const write = (type: string) =>
    loadedOf(
      { Deep: object({ list: list(object({ a: { type } })) }) },
      {
        paths: {
          "/a/{b}": {
            get: {
              parameters: [{ name: "b", in: "path", required: true, schema: { type } }],
              responses: { 200: { description: "", content: { "a/b": { schema: { type } } } } },
            },
          },
          "/c": { $ref: "#/paths/~1a~1{b}" },
        },
        webhooks: {
          w: {
            post: {
              requestBody: {
                content: { "a/b": { schema: { $ref: "#/paths/~1a~1{b}/get/parameters/0/schema" } } },
              },
            },
          },
        },
      },
    );
  const places = [
    "#/paths/~1a~1{b}/get/parameters/0/schema",
    "#/paths/~1a~1%7Bb%7D/get/responses/200/content/a~1b/schema",
    "#/components/schemas/Deep/properties/list/items/properties/a",
    "#/webhooks/w/post/requestBody/content/a~1b/schema",
  ];
  const pairs = places.map((place) => ({ base: place, head: place, direction: "response" as const }));
  const verdict = broken("The type was `string` and is `number`.");
  expect(await compareTypes(write("string"), write("number"), pairs)).toEqual(places.map(() => verdict));
});

test("no pairs ask for no compiler, and a pointer to nothing is an error", async () => {
  const loaded = loadedOf({});
  expect(await compareTypes(loaded, loaded, [])).toEqual([]);
  const nowhere = {
    base: "#/components/schemas/No",
    head: "#/components/schemas/No",
    direction: "request",
  } as const;
  await expect(compareTypes(loaded, loaded, [nowhere])).rejects.toThrow("#/components/schemas/No");
  expect((await readdir(tmpdir())).filter((name) => name.startsWith("specmill-review-"))).toEqual([]);
});

test("a document of the house compared with itself is never broken", async () => {
  const apis = await findApis(fileURLToPath(new URL("../../../../", import.meta.url)));
  for (const { file } of apis) {
    const result = await loadDocument(file);
    if (result.kind !== "loaded") throw new Error(`${file} does not load.`);
    const { loaded } = result;
    const schemas = resolvePointer(loaded.document, "#/components/schemas") ?? {};
    const pairs = Object.keys(schemas).flatMap((name) =>
      (["request", "response"] as const).map((direction) => {
        const pointer = `#/components/schemas/${name}`;
        return { base: pointer, head: pointer, direction };
      }),
    );
    const verdicts = await compareTypes(loaded, loaded, pairs);
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.filter(({ kind }) => kind === "broken")).toEqual([]);
  }
});
