import { buildModel, type JsonObject } from "@specmill/spec";
import { expect, test } from "vitest";
import { listObligations } from "../src/obligation/list-obligations.ts";
import type { ObligationClass } from "../src/obligation/obligation.ts";
import { documentOf } from "./coverage-document.ts";

/** Ids of some classes, with the pointers of the one operation and of components cut short. */
function list(document: JsonObject, ...classes: readonly ObligationClass[]): readonly string[] {
  return listObligations(document, buildModel(document))
    .filter(({ class: own }) => classes.includes(own))
    .map(({ class: own, pointer, want }) => {
      const place = pointer
        .replace(/^#\/paths\/~1things[^/]*(\/post)?/, "")
        .replace("#/components/schemas/", "")
        .replace("/requestBody/content/application~1json/schema", "body")
        .replace("/responses/200/content/application~1json/schema", "answer");
      return `${classes.length > 1 ? `${own} ` : ""}${place} ${want}`.trim();
    });
}

const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: "object",
  properties,
  ...more,
});

interface Row {
  readonly name: string;
  readonly given: JsonObject;
  readonly want: readonly string[];
}

const operations: readonly (Row & { readonly class: ObligationClass })[] = [
  {
    name: "an operation is to be called",
    class: "operation",
    given: documentOf(),
    want: ["called"],
  },
  {
    name: "each status, range and default is to come, but no 1xx, which is no answer",
    class: "status",
    given: documentOf({
      operation: {
        responses: {
          "100": { description: "Go on" },
          "201": { description: "Made" },
          "4XX": { description: "Wrong" },
          default: { description: "Else" },
        },
      },
    }),
    want: ["/responses/201 201", "/responses/4XX 4XX", "/responses/default default"],
  },
  {
    name: "two statuses that share a response are two",
    class: "status",
    given: {
      ...documentOf({
        operation: {
          responses: {
            "400": { $ref: "#/components/responses/E" },
            "404": { $ref: "#/components/responses/E" },
          },
        },
      }),
      components: { responses: { E: { description: "Wrong" } } },
    },
    want: ["#/components/responses/E 400", "#/components/responses/E 404"],
  },
  {
    name: "each media type of a request and of each status is to travel, but none that a 204 has",
    class: "media-type",
    given: documentOf({
      operation: {
        requestBody: { content: { "application/json": {}, "text/plain": {} } },
        responses: {
          "200": { description: "Done", content: { "application/json": {}, "image/png": {} } },
          "204": { description: "Nothing", content: { "application/json": {} } },
        },
      },
    }),
    want: [
      "/requestBody/content/application~1json request application/json",
      "/requestBody/content/text~1plain request text/plain",
      "/responses/200/content/application~1json 200 application/json",
      "/responses/200/content/image~1png 200 image/png",
    ],
  },
  {
    name: "a parameter is to be there, and to be left out where it is optional",
    class: "parameter",
    given: documentOf({
      operation: {
        parameters: [
          { name: "a", in: "query", schema: { type: "string" } },
          { name: "b", in: "header", required: true, schema: { type: "string" } },
        ],
      },
    }),
    want: ["/parameters/0 present", "/parameters/0 absent", "/parameters/1 present"],
  },
  {
    name: "each declared header is to come, and need not be left out",
    class: "response-header",
    given: documentOf({
      operation: {
        responses: {
          "200": {
            description: "Done",
            headers: { ETag: { schema: { type: "string" } }, "X-Left": { required: true, schema: {} } },
          },
        },
      },
    }),
    want: ["/responses/200/headers/ETag 200 ETag", "/responses/200/headers/X-Left 200 X-Left"],
  },
  {
    name: "each example is to be served or accepted, also a single one without a name",
    class: "example",
    given: documentOf({
      operation: {
        requestBody: { content: { "application/json": { example: { a: 1 } } } },
        responses: {
          "200": {
            description: "Done",
            content: { "application/json": { examples: { one: { value: 1 }, two: { value: 2 } } } },
          },
        },
      },
    }),
    want: [
      "/requestBody/content/application~1json/example accepted",
      "/responses/200/content/application~1json/examples/one 200 served",
      "/responses/200/content/application~1json/examples/two 200 served",
    ],
  },
];

test.each(operations)("$name", ({ class: own, given, want }) => {
  expect(list(given, own)).toEqual(want);
});

const schemes = {
  securitySchemes: {
    key: { type: "apiKey", in: "header", name: "X-Key" },
    token: { type: "http", scheme: "bearer" },
    tls: { type: "mutualTLS" },
  },
};

const securities: readonly {
  readonly name: string;
  readonly given: JsonObject[];
  readonly want: string[];
}[] = [
  {
    name: "each alternative is to be enough, and nothing is to be refused",
    given: [{ key: [] }, { key: [], token: [] }],
    want: ["satisfied by key", "satisfied by key and token", "violated"],
  },
  {
    name: "where an alternative asks for nothing, nothing is enough and not refused",
    given: [{ key: [] }, {}],
    want: ["satisfied by key", "satisfied without credentials"],
  },
  {
    name: "a scheme that needs more than a credential cannot be shown, nor the lack of it",
    given: [{ tls: [] }, { key: [] }],
    want: ["satisfied by key"],
  },
  { name: "an operation that asks for nothing promises nothing", given: [], want: [] },
];

test.each(securities)("$name", ({ given, want }) => {
  const document = documentOf({ operation: { security: given }, components: schemes });
  expect(list(document, "security")).toEqual(want.map((one) => `/security ${one}`));
});

const properties: readonly Row[] = [
  {
    name: "a property is to be there, and to be left out where it is optional",
    given: documentOf({ body: object({ a: {}, b: {} }, { required: ["a"] }) }),
    want: [
      "request-property body/properties/a present",
      "request-property body/properties/b present",
      "request-property body/properties/b absent",
    ],
  },
  {
    name: "what is read only is left out of requests, and what is write only of responses",
    given: documentOf({
      body: { $ref: "#/components/schemas/T" },
      answer: { $ref: "#/components/schemas/T" },
      components: {
        schemas: {
          T: object(
            { id: object({ x: {} }, { readOnly: true }), secret: { writeOnly: true } },
            { required: ["id", "secret"] },
          ),
        },
      },
    }),
    want: [
      "request-property T/properties/secret present",
      "response-property T/properties/id present",
      "response-property T/properties/id/properties/x present",
      "response-property T/properties/id/properties/x absent",
    ],
  },
  {
    name: "a schema is walked once for each operation, also where it contains itself",
    given: documentOf({
      body: { type: "array", items: { $ref: "#/components/schemas/T" } },
      components: { schemas: { T: object({ child: { $ref: "#/components/schemas/T" } }) } },
    }),
    want: ["request-property T/properties/child present", "request-property T/properties/child absent"],
  },
  {
    name: "what a composition requires cannot be left out, wherever it is declared",
    given: documentOf({
      body: { allOf: [{ $ref: "#/components/schemas/T" }, { required: ["a"] }] },
      components: { schemas: { T: object({ a: {} }) } },
    }),
    want: ["request-property T/properties/a present"],
  },
  {
    name: "what one branch requires can be left out by the other",
    given: documentOf({ body: object({ a: {} }, { anyOf: [{ required: ["a"] }, { required: ["b"] }] }) }),
    want: ["request-property body/properties/a present", "request-property body/properties/a absent"],
  },
  {
    name: "branches, items, tuples, maps and conditions are walked, what must not be is not",
    given: documentOf({
      body: {
        oneOf: [object({ a: {} }, { required: ["a"] })],
        items: object({ b: {} }, { required: ["b"] }),
        prefixItems: [object({ c: {} }, { required: ["c"] })],
        additionalProperties: object({ d: {} }, { required: ["d"] }),
        patternProperties: { "^x": object({ e: {} }, { required: ["e"] }) },
        dependentSchemas: { k: object({ f: {} }, { required: ["f"] }) },
        if: object({ g: {} }),
        ...JSON.parse('{ "then": { "properties": { "h": {} }, "required": ["h"] } }'),
        not: object({ i: {} }, { required: ["i"] }),
      },
    }),
    want: ["oneOf/0/properties/a", "then/properties/h", "dependentSchemas/k/properties/f"]
      .concat(["patternProperties/^x/properties/e", "prefixItems/0/properties/c"])
      .concat(["additionalProperties/properties/d", "items/properties/b"])
      .map((place) => `request-property body/${place} present`),
  },
];

test.each(properties)("$name", ({ given, want }) => {
  expect(list(given, "request-property", "response-property")).toEqual(want);
});

const values: readonly Row[] = [
  {
    name: "each value of an enum that the type allows is to be seen, in each direction",
    given: documentOf({ body: { type: "string", enum: ["a", null] }, answer: { enum: ["a", null] } }),
    want: ['body/enum request "a"', 'answer/enum response "a"', "answer/enum response null"],
  },
  {
    name: "a constant, each branch and each type of several are to be seen, and null",
    given: documentOf({
      body: object({
        a: { const: 1 },
        b: { oneOf: [{ type: "string" }, { type: "null" }] },
        c: { type: ["string", "integer", "null"] },
        d: { type: ["boolean", "null"] },
        e: { type: "boolean" },
      }),
    }),
    want: [
      "body/properties/a/const request 1",
      "body/properties/b/oneOf/0 request taken",
      "body/properties/b/oneOf/1 request taken",
      "body/properties/c/type request string",
      "body/properties/c/type request integer",
      "body/properties/c/type request null",
      "body/properties/d/type request null",
    ],
  },
  {
    name: "what 3.0 calls nullable is to be null, and what stands beside a reference there does not count",
    given: documentOf({
      version: "3.0.3",
      answer: { $ref: "#/components/schemas/T", enum: ["no"] },
      components: { schemas: { T: { type: "string", nullable: true } } },
    }),
    want: ["T/nullable response null"],
  },
  {
    name: "in 3.1 what stands beside a reference counts",
    given: documentOf({
      answer: { $ref: "#/components/schemas/T", enum: ["yes"] },
      components: { schemas: { T: { type: "string" } } },
    }),
    want: ['answer/enum response "yes"'],
  },
  {
    name: "a text has no null and does not tell its type",
    given: documentOf({
      operation: {
        parameters: [
          { name: "q", in: "query", schema: { type: ["string", "integer", "null"] } },
          { name: "r", in: "query", schema: { enum: ["a", null] } },
          { name: "s", in: "query", schema: { anyOf: [{ type: "string" }, { type: "null" }] } },
          {
            name: "t",
            in: "query",
            content: { "application/json": { schema: { type: ["string", "null"] } } },
          },
        ],
      },
    }),
    want: [
      '/parameters/1/schema/enum request "a"',
      "/parameters/2/schema/anyOf/0 request taken",
      "/parameters/3/content/application~1json/schema/type request null",
    ],
  },
];

test.each(values)("$name", ({ given, want }) => {
  expect(list(given, "value")).toEqual(want);
});

const constraints: readonly {
  readonly name: string;
  readonly given: JsonObject;
  readonly want: readonly string[];
}[] = [
  {
    name: "lengths and patterns have two sides, and a type has one",
    given: { type: "string", minLength: 1, maxLength: 3, pattern: "^a" },
    want: ["type outside"].concat(
      ["minLength", "maxLength", "pattern"].flatMap((key) => [`${key} inside`, `${key} outside`]),
    ),
  },
  { name: "no text is shorter than none", given: { minLength: 0 }, want: ["minLength inside"] },
  { name: "no test has to send a million characters", given: { maxLength: 1e6 }, want: [] },
  { name: "no text breaks a pattern that takes all", given: { pattern: ".*" }, want: [] },
  {
    name: "a format that is asserted has two sides",
    given: { format: "email" },
    want: ["format inside", "format outside"],
  },
  { name: "a format that is not asserted has none", given: { format: "password" }, want: [] },
  {
    name: "a format of fixed length leaves lengths no room",
    given: { format: "uuid", maxLength: 36 },
    want: ["format inside", "format outside"],
  },
  {
    name: "numbers have bounds of both kinds, and steps",
    given: { type: "number", minimum: 0, exclusiveMaximum: 10, multipleOf: 0.5 },
    want: ["type outside"].concat(
      ["minimum", "exclusiveMaximum", "multipleOf"].flatMap((key) => [`${key} inside`, `${key} outside`]),
    ),
  },
  {
    name: "a whole number is a multiple of 1, and one past int32 is past a bound as well",
    given: { type: "integer", multipleOf: 1, format: "int32", minimum: 1, maximum: 5 },
    want: ["type outside", "minimum inside", "minimum outside", "maximum inside", "maximum outside"].concat(
      "format inside",
    ),
  },
  {
    name: "lists have bounds, and items that differ or are contained",
    given: { type: "array", minItems: 0, maxItems: 2, uniqueItems: true, contains: { const: 1 } },
    want: ["type outside", "minItems inside", "maxItems inside", "maxItems outside"].concat(
      "uniqueItems inside",
      "uniqueItems outside",
      "contains outside",
    ),
  },
  {
    name: "an object lacks one required member at a time, but none that is read only",
    given: object({ a: {}, b: { readOnly: true } }, { required: ["a", "b"], additionalProperties: false }),
    want: ["type outside", 'required outside "a"', "additionalProperties outside"],
  },
  {
    name: "fewer members than are required are first of all a lack of those",
    given: { minProperties: 1, maxProperties: 2, required: ["a"] },
    want: ['required outside "a"', "minProperties inside", "maxProperties inside", "maxProperties outside"],
  },
  {
    name: "a closed object has no room for more members than it names",
    given: { properties: { a: true }, additionalProperties: false, maxProperties: 1 },
    want: ["maxProperties inside", "additionalProperties outside"],
  },
  {
    name: "members that ask for others have two sides",
    given: { dependentRequired: { a: ["b"] } },
    want: ["dependentRequired inside", "dependentRequired outside"],
  },
  {
    name: "a list of values says more than all beside it",
    given: { type: "string", enum: ["a"], maxLength: 1 },
    want: ["enum outside"],
  },
  { name: "no boolean is outside both", given: { type: "boolean", enum: [true, false] }, want: [] },
  { name: "a constant has an outside", given: { const: 1 }, want: ["const outside"] },
  {
    name: "what must not be has an outside",
    given: { type: "string", not: { const: "a" } },
    want: ["not outside", "type outside"],
  },
  {
    name: "every type is allowed",
    given: { type: ["string", "number", "boolean", "null", "array", "object"] },
    want: [],
  },
  {
    name: "branches of other types refuse by themselves",
    given: { anyOf: [{ type: "string", maxLength: 2 }, { type: "null" }] },
    want: ["anyOf outside", "anyOf/0/type outside", "anyOf/0/maxLength inside"].concat(
      "anyOf/0/maxLength outside",
      "anyOf/1/type outside",
    ),
  },
  {
    name: "what one branch refuses another of its type may take",
    given: {
      anyOf: [
        { type: "string", maxLength: 2 },
        { type: "string", pattern: "^a" },
      ],
    },
    want: ["anyOf outside", "anyOf/0/maxLength inside", "anyOf/1/pattern inside"],
  },
  {
    name: "no value is outside where a branch takes each type",
    given: { type: ["string", "null"], anyOf: [{ type: "string" }, { type: "null" }] },
    want: ["type outside"],
  },
  {
    name: "a type that the whole has refused already is not for its parts to refuse",
    given: { allOf: [{ type: "object" }, { oneOf: [{ type: "object", required: ["a"] }] }] },
    want: ["allOf/0/type outside", "allOf/1/oneOf outside", 'allOf/1/oneOf/0/required outside "a"'],
  },
  {
    name: "a choice behind a reference refuses types as it would in place",
    given: { allOf: [{ oneOf: [{ type: "string" }, { type: "array" }] }] },
    want: ["allOf/0/oneOf outside", "allOf/0/oneOf/0/type outside", "allOf/0/oneOf/1/type outside"],
  },
  {
    name: "branches that a member tells apart refuse by themselves",
    given: {
      oneOf: [
        object({ kind: { const: "a" }, x: { type: "string" } }, { required: ["kind"] }),
        object({ kind: { const: "b" } }, { required: ["kind"] }),
      ],
    },
    want: ["oneOf outside", "oneOf/0/type outside", 'oneOf/0/required outside "kind"']
      .concat(["oneOf/0/properties/kind/const outside", "oneOf/0/properties/x/type outside"])
      .concat(["oneOf/1/type outside", 'oneOf/1/required outside "kind"'])
      .concat("oneOf/1/properties/kind/const outside"),
  },
];

test.each(constraints)("constraints: $name", ({ given, want }) => {
  const found = list(documentOf({ body: given }), "constraint").filter((id) => id.startsWith("body/"));
  expect(found.map((id) => id.slice("body/".length))).toEqual(want);
});

test("a constraint of a response is no obligation: who is to break it?", () => {
  expect(list(documentOf({ answer: { type: "string", maxLength: 3 } }), "constraint")).toEqual([]);
});

test("a 3.0 bound that is exclusive is the one that a value on it breaks", () => {
  const body = { type: "integer", minimum: 1, exclusiveMinimum: true };
  expect(list(documentOf({ version: "3.0.3", body }), "constraint")).toEqual([
    "/requestBody/required outside",
    "body/type outside",
    "body/exclusiveMinimum inside",
    "body/exclusiveMinimum outside",
  ]);
});

const texts: readonly Row[] = [
  {
    name: "a text is of another type only where its type has to be spelled",
    given: documentOf({
      operation: {
        parameters: [
          { name: "a", in: "query", schema: { type: "string" } },
          { name: "b", in: "query", schema: { type: "integer" } },
          { name: "c", in: "query", schema: { type: "array", items: { type: "boolean" } } },
        ],
      },
    }),
    want: ["/parameters/1/schema/type outside", "/parameters/2/schema/items/type outside"],
  },
  {
    name: "a list or text in a parameter cannot be empty",
    given: documentOf({
      operation: {
        parameters: [
          { name: "a", in: "query", schema: { minLength: 1 } },
          { name: "b", in: "query", schema: { type: "array", minItems: 1 } },
        ],
      },
    }),
    want: ["/parameters/0/schema/minLength inside", "/parameters/1/schema/minItems inside"],
  },
  {
    name: "a required parameter can be missed, but for one of the path",
    given: documentOf({
      path: "/things{id}",
      operation: {
        parameters: [
          { name: "id", in: "path", required: true, schema: true },
          { name: "a", in: "query", required: true, schema: true },
        ],
      },
    }),
    want: ["/parameters/1/required outside"],
  },
];

test.each(texts)("constraints: $name", ({ given, want }) => {
  expect(list(given, "constraint")).toEqual(want);
});

test("an optional body is to be left out", () => {
  const document = documentOf({ operation: { requestBody: { content: { "application/json": {} } } } });
  expect(list(document, "constraint", "request-property")).toEqual(["request-property /requestBody absent"]);
});

test("the same document gives the same list, and stays as it is", () => {
  const document = documentOf({ body: object({ a: { enum: [1, 2] } }) });
  const before = JSON.stringify(document);
  const [one, other] = [
    listObligations(document, buildModel(document)),
    listObligations(document, buildModel(document)),
  ];
  expect(one).toEqual(other);
  expect(JSON.stringify(document)).toBe(before);
});
