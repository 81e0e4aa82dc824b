import { createOracle } from "@specmill/oracle";
import type { JsonObject, JsonValue, ParameterStyle } from "@specmill/spec";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkWire } from "../src/wire/check-wire.ts";
import { readRequest } from "../src/wire/read-request.ts";
import { writeRequest } from "../src/wire/write-request.ts";
import { documentOf, modelOf, operationOf } from "./wire-documents.ts";

const groups = { path: "path", query: "query", header: "headers", cookie: "cookies" } as const;

/** Any text, whole characters alone: half of a surrogate pair is no text in UTF-8. */
const anyText = fc.string({ unit: "grapheme", minLength: 1 });
const without = (pattern: RegExp) => anyText.map((text) => text.replaceAll(pattern, "_"));
/** A header carries what Latin-1 has, and no blanks at its ends. */
const headerText = fc.stringMatching(/^[!-+\--<>-~]([ -+\--<>-~]{0,8}[!-+\--<>-~])?$/);

const items: Readonly<Record<string, fc.Arbitrary<JsonValue>>> = {
  integer: fc.integer(),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
  boolean: fc.boolean(),
};

interface Combination {
  readonly in: keyof typeof groups;
  readonly style: ParameterStyle;
  readonly explodes: readonly boolean[];
  readonly shapes: readonly ("single" | "array" | "object")[];
  /** Texts that the style can carry. */
  readonly texts: fc.Arbitrary<string>;
  /** Names of members that it can carry. */
  readonly names?: fc.Arbitrary<string>;
}

const all = ["single", "array", "object"] as const;
const isNoDotSegment = (text: string) => text !== "." && text !== "..";

/** What OpenAPI defines; the delimiters of a style are left out of texts where percent-encoding does not save them. */
const combinations: readonly Combination[] = [
  {
    in: "path",
    style: "simple",
    explodes: [false, true],
    shapes: all,
    texts: anyText.filter(isNoDotSegment),
  },
  { in: "path", style: "label", explodes: [false], shapes: all, texts: anyText },
  {
    in: "path",
    style: "label",
    explodes: [true],
    shapes: all,
    texts: without(/[.=]/g),
    names: without(/[.=]/g),
  },
  { in: "path", style: "matrix", explodes: [false, true], shapes: all, texts: anyText },
  { in: "query", style: "form", explodes: [false, true], shapes: all, texts: anyText },
  {
    in: "query",
    style: "spaceDelimited",
    explodes: [false],
    shapes: ["array", "object"],
    texts: without(/\s/g),
    names: without(/\s/g),
  },
  {
    in: "query",
    style: "pipeDelimited",
    explodes: [false],
    shapes: ["array", "object"],
    texts: without(/\|/g),
    names: without(/\|/g),
  },
  {
    in: "query",
    style: "deepObject",
    explodes: [true],
    shapes: ["object"],
    texts: anyText,
    names: without(/[[\]]/g),
  },
  {
    in: "header",
    style: "simple",
    explodes: [false, true],
    shapes: all,
    texts: headerText,
    names: headerText,
  },
  { in: "cookie", style: "form", explodes: [false], shapes: all, texts: anyText },
  { in: "cookie", style: "form", explodes: [true], shapes: ["single", "array", "object"], texts: anyText },
];

const cases = combinations.flatMap((one) =>
  one.explodes.flatMap((explode) =>
    one.shapes.flatMap((shape) =>
      ["string", "integer", ...(one.style === "label" && explode ? [] : ["number"]), "boolean"].map(
        (type) => ({ ...one, explode, shape, type }),
      ),
    ),
  ),
);

test.each(cases)("What is written is read: $in $style, explode $explode, $shape of $type", (one) => {
  const item = { type: one.type };
  const schema: JsonObject =
    one.shape === "array"
      ? { type: "array", items: item }
      : one.shape === "object"
        ? { type: "object", additionalProperties: item }
        : item;
  const leaf = items[one.type] ?? one.texts;
  const members = (one.names ?? anyText).filter((name) => name !== "p" && name !== "__proto__");
  const value =
    one.shape === "array"
      ? fc.array(leaf, { minLength: 1, maxLength: 4 })
      : one.shape === "object"
        ? fc.dictionary(members, leaf, { minKeys: 1, maxKeys: 4, noNullPrototype: true })
        : leaf;
  const path = one.in === "path" ? "/a/{p}" : "/a";
  const parameter = { name: "p", in: one.in, style: one.style, explode: one.explode, schema, required: true };
  const { api, operation, document } = operationOf(path, "get", { parameters: [parameter] });
  const oracle = createOracle(document);
  const isAllowed = (pointer: string, read: JsonValue) => oracle.allows(pointer, "request", read);
  fc.assert(
    fc.property(value as fc.Arbitrary<JsonValue>, (given) => {
      const call = { [groups[one.in]]: { p: given } };
      const sent = writeRequest(api, operation, call, []);
      const read = readRequest(api, operation, sent, isAllowed);
      expect({ ...read[groups[one.in]] }).toEqual({ p: given });
      expect(read.unknownQuery).toEqual([]);
      expect(read.faults).toEqual([]);
      expect(checkWire(api, operation, call, sent, isAllowed)).toEqual([]);
    }),
    { seed: 4, numRuns: 60 },
  );
});

const primitives: readonly {
  readonly schema: JsonObject;
  readonly text: string;
  readonly want: JsonValue;
}[] = [
  { schema: { type: "integer" }, text: "1", want: 1 },
  { schema: { type: "integer" }, text: "1.0", want: 1 },
  { schema: { type: "integer" }, text: "1.5", want: "1.5" },
  { schema: { type: "integer" }, text: "0x10", want: "0x10" },
  { schema: { type: "string" }, text: "1", want: "1" },
  { schema: { type: "string" }, text: "null", want: "null" },
  { schema: { type: ["string", "null"] }, text: "null", want: "null" },
  { schema: { type: ["integer", "null"] }, text: "null", want: null },
  { schema: { type: ["integer", "null"] }, text: "", want: null },
  { schema: { type: "integer", nullable: true }, text: "null", want: null },
  { schema: { type: ["boolean", "string"] }, text: "true", want: true },
  { schema: { type: ["boolean", "string"] }, text: "True", want: "True" },
  { schema: { anyOf: [{ type: "integer", minimum: 10 }, { type: "string" }] }, text: "5", want: "5" },
  { schema: { anyOf: [{ type: "integer", minimum: 10 }, { type: "string" }] }, text: "15", want: 15 },
  { schema: { type: "integer", minimum: 10 }, text: "5", want: 5 },
  { schema: { $ref: "#/components/schemas/Count" }, text: "5", want: 5 },
  { schema: { allOf: [{ $ref: "#/components/schemas/Count" }] }, text: "5", want: 5 },
  { schema: { enum: [1, "2"] }, text: "2", want: "2" },
  { schema: { type: "boolean" }, text: "1", want: "1" },
];

test.each(primitives)("$text is read as $want by $schema", ({ schema, text, want }) => {
  const { api, operation, document } = operationOf(
    "/",
    "get",
    { parameters: [{ name: "p", in: "query", schema }] },
    { schemas: { Count: { type: "integer" } } },
  );
  const oracle = createOracle(document);
  const sent = { method: "GET", target: `/?p=${encodeURIComponent(text)}`, headers: {} };
  const read = readRequest(api, operation, sent, (pointer, value) =>
    oracle.allows(pointer, "request", value),
  );
  expect(read.query["p"]).toBe(want);
});

describe("A request is read with all that is wrong with it", () => {
  const { api, operation } = modelOf(
    documentOf(
      {
        "/things/{id}": {
          post: {
            security: [{ key: [] }],
            parameters: [
              { name: "id", in: "path", required: true, schema: { type: "integer" } },
              { name: "q", in: "query", schema: { type: "string" } },
              {
                name: "filter",
                in: "query",
                style: "deepObject",
                schema: { type: "object", properties: { n: { type: "integer" } } },
              },
              { name: "json", in: "query", content: { "application/json": { schema: {} } } },
            ],
            requestBody: {
              content: {
                "application/json": { schema: { type: "object" } },
                "application/x-www-form-urlencoded": {
                  schema: {
                    type: "object",
                    properties: {
                      n: { type: "integer" },
                      list: { type: "array", items: { type: "integer" } },
                      o: { type: "object" },
                    },
                  },
                },
              },
            },
            responses: { "204": { description: "Done." } },
          },
        },
      },
      { securitySchemes: { key: { type: "apiKey", in: "query", name: "api_key" } } },
    ),
  );
  const read = (target: string, type = "", body = "") =>
    readRequest(
      api,
      operation,
      { method: "POST", target, headers: type === "" ? {} : { "content-type": type }, ...(body && { body }) },
      () => true,
    );

  test("A query that nobody asked for is named, and a key in the query is none", () => {
    expect(read("/things/1?q=a&api_key=k&filter[n]=1&page=2&page=3").unknownQuery).toEqual(["page"]);
  });

  test("Two values for one are no value", () => {
    expect(read("/things/1?json=1&json=2").faults).toEqual([
      "The query parameter json stands there more than once.",
    ]);
  });

  test("Another path is a fault", () => {
    expect(read("/other/1").faults[0]).toBe("The path is not of /things/{id}.");
  });

  test("A name twice in JSON is a fault, and the same name in two objects is none", () => {
    expect(read("/things/1", "application/json", '{"a":1,"\\u0061":2}').faults).toEqual([
      'The body names "a" twice.',
    ]);
    expect(read("/things/1", "application/json", '{"a":{"a":["}{",1]},"b":{"a":1}}').faults).toEqual([]);
  });

  test("A body that is no JSON, or of another media type, is a fault", () => {
    expect(read("/things/1", "application/json", "{").faults).toEqual(["The body is no JSON."]);
    expect(read("/things/1", "text/plain", "a").faults).toEqual([
      "The media type text/plain is not documented.",
    ]);
  });

  test("A form is read by its schema", () => {
    const form = "n=1&list=1&o=%7B%22a%22%3A1%7D";
    expect(read("/things/1", "application/x-www-form-urlencoded", form).body).toEqual({
      n: 1,
      list: [1],
      o: { a: 1 },
    });
  });
});

test("Parts are read by the boundary of their header", () => {
  const properties = {
    n: { type: "integer" },
    tags: { type: "array", items: { type: "string" } },
    o: { type: "object" },
  };
  const { api, operation } = operationOf("/", "post", {
    requestBody: { content: { "multipart/form-data": { schema: { type: "object", properties } } } },
  });
  const body = { n: 1, tags: ["a\r\n\r\nb", ""], o: { a: [1] } };
  const read = readRequest(api, operation, writeRequest(api, operation, { body }, []), () => true);
  expect(read).toMatchObject({ body, contentType: "multipart/form-data", faults: [] });
});
