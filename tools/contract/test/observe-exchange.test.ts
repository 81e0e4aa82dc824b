import { createOracle } from "@specmill/oracle";
import { buildModel, type JsonObject, type JsonValue } from "@specmill/spec";
import { expect, test } from "vitest";
import { createObserver, observeExchange } from "../src/obligation/observe-exchange.ts";
import type { Exchange } from "../src/wire/exchange.ts";
import { readRequest } from "../src/wire/read-request.ts";
import { documentOf } from "./coverage-document.ts";

const json = { "content-type": "application/json" };

interface Sent {
  readonly body?: JsonValue;
  /** The body as it travels, where that is no JSON. */
  readonly text?: string;
  readonly target?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
  readonly answer?: JsonValue;
  readonly answerHeaders?: Readonly<Record<string, string>>;
}

/** What a `POST /things` with these parts meets, pointers cut short. */
function observe(document: JsonObject, sent: Sent): readonly string[] {
  const observer = createObserver(document, buildModel(document), createOracle(document), readRequest);
  const text = sent.text ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
  const hasAnswer = sent.answer !== undefined;
  const exchange: Exchange = {
    request: {
      method: "POST",
      target: sent.target ?? "/things",
      headers: { ...(text === undefined ? {} : json), ...sent.headers },
      ...(text === undefined ? {} : { body: text }),
    },
    response: {
      status: sent.status ?? 200,
      headers: { ...(hasAnswer ? json : {}), ...sent.answerHeaders },
      body: hasAnswer ? JSON.stringify(sent.answer) : "",
    },
  };
  return observeExchange(observer, exchange).map((id) =>
    id
      .replace("save ", "")
      .replace("#/components/schemas/", "")
      .replace(/#\/paths\/~1things(\/post)?/, "")
      .replace("/requestBody/content/application~1json/schema", "body")
      .replace("/responses/200/content/application~1json/schema", "answer"),
  );
}

/** As text, for an object with such a member looks like a promise to the linter. */
const conditional: JsonObject = JSON.parse(
  '{ "if": { "type": "string" }, "then": { "maxLength": 1 }, "else": { "minimum": 5 } }',
);

/** What an exchange meets in any case. */
const always = [
  "operation  called",
  "status /responses/200 200",
  "media-type /requestBody/content/application~1json request application/json",
  "media-type /responses/200/content/application~1json 200 application/json",
];

function besides(met: readonly string[]): readonly string[] {
  return met.filter((id) => !always.includes(id)).toSorted();
}

const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: "object",
  properties,
  ...more,
});

const thing = documentOf({
  body: object(
    { a: { type: "string", maxLength: 2 }, b: { type: ["integer", "null"] } },
    { required: ["a"] },
  ),
  answer: object({ id: { type: "integer" } }, { required: ["id"] }),
});

test("an exchange as the document has it meets what is in its request and in its answer", () => {
  expect(observe(thing, { body: { a: "xy" }, answer: { id: 1 } }).toSorted()).toEqual(
    [
      ...always,
      "constraint body/properties/a/maxLength inside",
      "request-property body/properties/a present",
      "request-property body/properties/b absent",
      "response-property answer/properties/id present",
    ].toSorted(),
  );
});

const nothings: readonly { readonly name: string; readonly document: JsonObject; readonly given: Sent }[] = [
  {
    name: "an answer that breaks its schema meets nothing",
    document: thing,
    given: { body: { a: "x" }, answer: { id: "1" } },
  },
  {
    name: "an answer without the body that is documented meets nothing",
    document: thing,
    given: { body: { a: "x" } },
  },
  {
    name: "an answer of another media type meets nothing",
    document: thing,
    given: { body: { a: "x" }, answer: { id: 1 }, answerHeaders: { "content-type": "text/plain" } },
  },
  {
    name: "a status that is not documented meets nothing",
    document: thing,
    given: { body: { a: "x" }, status: 201, answer: { id: 1 } },
  },
  {
    name: "an invalid request that is taken meets nothing",
    document: thing,
    given: { body: { a: "xyz" }, answer: { id: 1 } },
  },
  {
    name: "a refused request with two faults meets nothing",
    document: thing,
    given: { body: { a: "xyz", b: "no" }, status: 422 },
  },
  {
    name: "a refused request without a fault meets nothing",
    document: thing,
    given: { body: { a: "x" }, status: 422 },
  },
  {
    name: "a request that is answered by a failure meets nothing",
    document: thing,
    given: { body: { a: "xyz" }, status: 500 },
  },
  ...[401, 403, 404, 405, 408, 429].map((status) => ({
    name: `a ${status} does not tell that the one fault of a request is why`,
    document: thing,
    given: { body: { a: "xyz" }, status },
  })),
  { name: "a body that is no JSON meets nothing", document: thing, given: { text: "{", status: 400 } },
  {
    name: "a refused request of another media type meets nothing",
    document: thing,
    given: { body: { a: "xyz" }, headers: { "content-type": "text/plain" }, status: 422 },
  },
  {
    name: "a refused request with a query that nobody knows meets nothing",
    document: thing,
    given: { body: { a: "xyz" }, target: "/things?who=me", status: 422 },
  },
  {
    name: "a request for nothing that is documented meets nothing",
    document: thing,
    given: { body: { a: "x" }, target: "/other", answer: { id: 1 } },
  },
  {
    name: "an answer without a header that is required meets nothing",
    document: documentOf({
      operation: { responses: { "200": { description: "Done", headers: { "X-A": { required: true } } } } },
    }),
    given: {},
  },
  {
    name: "an answer with a header that breaks its schema meets nothing",
    document: documentOf({
      operation: {
        responses: { "200": { description: "Done", headers: { "X-A": { schema: { type: "integer" } } } } },
      },
    }),
    given: { answerHeaders: { "x-a": "many" } },
  },
];

test.each(nothings)("$name", ({ document, given }) => {
  expect(observe(document, given)).toEqual([]);
});

const shown: readonly {
  readonly name: string;
  readonly schema: JsonValue;
  readonly given: JsonValue;
  readonly want: readonly string[];
}[] = [
  {
    name: "members that are there and that are not, at any depth and behind references",
    schema: object({ a: { type: "array", items: { $ref: "#/components/schemas/T" } } }),
    given: { a: [{ x: 1 }, {}] },
    want: ["request-property T/properties/x absent", "request-property T/properties/x present"].concat(
      "request-property body/properties/a present",
    ),
  },
  {
    name: "a value of an enum",
    schema: { enum: ["a", "b"] },
    given: "b",
    want: ['value body/enum request "b"'],
  },
  { name: "a constant", schema: { const: 1 }, given: 1, want: ["value body/const request 1"] },
  {
    name: "null as one of the types",
    schema: { type: ["string", "null"] },
    given: null,
    want: ["value body/type request null"],
  },
  {
    name: "a whole number as both of the types that it is of",
    schema: { type: ["integer", "number", "string"] },
    given: 1,
    want: ["value body/type request integer", "value body/type request number"],
  },
  {
    name: "the branch that allows the value, and what is in it",
    schema: { oneOf: [{ type: "string" }, { type: "integer", minimum: 1 }] },
    given: 1,
    want: ["constraint body/oneOf/1/minimum inside", "value body/oneOf/1 request taken"],
  },
  {
    name: "every branch that allows the value, where several may",
    schema: { anyOf: [{ type: "string" }, { maxLength: 9 }, { type: "null" }] },
    given: "a",
    want: ["value body/anyOf/0 request taken", "value body/anyOf/1 request taken"],
  },
  {
    name: "the branch that a discriminator names, also where another allows the value",
    schema: {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
      discriminator: { propertyName: "kind" },
    },
    given: { kind: "Dog" },
    want: ["value body/oneOf/1 request taken"],
  },
  {
    name: "what holds where a condition does",
    schema: conditional,
    given: 5,
    want: ["constraint body/else/minimum inside"],
  },
  {
    name: "what holds for members that are not named",
    schema: { properties: { a: true }, additionalProperties: { type: ["integer", "null"] } },
    given: { a: null, b: null },
    want: ["request-property body/properties/a present", "value body/additionalProperties/type request null"],
  },
  {
    name: "what holds for members that nothing evaluates",
    schema: { allOf: [{ properties: { a: true } }], unevaluatedProperties: { enum: [1, 2] } },
    given: { a: 1, b: 2 },
    want: [
      "request-property body/allOf/0/properties/a present",
      "value body/unevaluatedProperties/enum request 2",
    ],
  },
  {
    name: "what holds for names, patterns of names and items of a tuple",
    schema: {
      propertyNames: { maxLength: 2 },
      patternProperties: { "^x": { prefixItems: [{ enum: [1] }], items: { enum: [2] } } },
    },
    given: { x: [1, 2] },
    want: [
      "value body/patternProperties/^x/items/enum request 2",
      "value body/patternProperties/^x/prefixItems/0/enum request 1",
    ],
  },
  {
    name: "no bound that the value is not on",
    schema: { minLength: 1, maxLength: 9 },
    given: "ab",
    want: [],
  },
];

const components = {
  schemas: {
    T: object({ x: {} }),
    Cat: { type: "object" },
    Dog: { type: "object" },
  },
};

test.each(shown)("a request shows $name", ({ schema, given, want }) => {
  const document = documentOf({ body: schema, components });
  expect(besides(observe(document, { body: given }))).toEqual(want);
});

test("an answer shows the same of what it is made of, but no bounds", () => {
  const document = documentOf({ answer: object({ a: { enum: ["x", "y"] }, b: { maxLength: 1 } }) });
  expect(besides(observe(document, { answer: { a: "y", b: "z" } }))).toEqual([
    "response-property answer/properties/a present",
    "response-property answer/properties/b present",
    'value answer/properties/a/enum response "y"',
  ]);
});

const broken: readonly {
  readonly name: string;
  readonly schema: JsonValue;
  readonly given: JsonValue;
  readonly want: readonly string[];
}[] = [
  { name: "a bound", schema: { type: "string", maxLength: 1 }, given: "ab", want: ["maxLength outside"] },
  { name: "a type", schema: { type: "string" }, given: 1, want: ["type outside"] },
  {
    name: "a type that two schemas name",
    schema: { allOf: [{ type: "string" }, { type: "string" }] },
    given: 1,
    want: ["allOf/0/type outside", "allOf/1/type outside"],
  },
  {
    name: "a type, from which follows that no branch and no value of a list fits",
    schema: { type: "string", anyOf: [{ maxLength: 1 }, { const: "abc" }] },
    given: 1,
    want: ["type outside"],
  },
  { name: "an enum", schema: { type: "string", enum: ["a"] }, given: "b", want: ["enum outside"] },
  {
    name: "the member that is missing, out of several",
    schema: { required: ["a", "b"] },
    given: { a: 1 },
    want: ['required outside "b"'],
  },
  { name: "nothing, where two members are missing", schema: { required: ["a", "b"] }, given: {}, want: [] },
  {
    name: "nothing, where one keyword is broken in two places",
    schema: { items: { maxLength: 1 } },
    given: ["ab", "cd"],
    want: [],
  },
  {
    name: "a closed object",
    schema: { properties: { a: true }, additionalProperties: false },
    given: { b: 1 },
    want: ["additionalProperties outside"],
  },
  {
    name: "a choice, and the one keyword that keeps a branch from taking the value",
    schema: {
      oneOf: [
        { type: "array", items: { enum: ["a"] } },
        { type: "string", maxLength: 1 },
      ],
    },
    given: ["b"],
    want: ["oneOf outside", "oneOf/0/items/enum outside", "oneOf/1/type outside"],
  },
  {
    name: "a choice alone, where each branch has two faults to find",
    schema: {
      oneOf: [{ type: "string", maxLength: 1, pattern: "^a" }, { type: "object" }],
    },
    given: "bcd",
    want: ["oneOf outside", "oneOf/1/type outside"],
  },
  {
    name: "a choice, where two branches of one take the value",
    schema: { oneOf: [{ maxLength: 2 }, { pattern: "^a" }] },
    given: "a",
    want: ["oneOf outside"],
  },
  {
    name: "the branch that a discriminator names",
    schema: {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
      discriminator: { propertyName: "kind" },
    },
    given: { kind: "Dog", bark: 1 },
    want: ["oneOf outside", "Dog/properties/bark/type outside"],
  },
  {
    name: "the name itself, where it is of another type than each branch wants",
    schema: {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
      discriminator: { propertyName: "kind" },
    },
    given: { kind: 1 },
    want: ["oneOf outside", "Cat/properties/kind/type outside", "Dog/properties/kind/type outside"],
  },
  {
    name: "what holds where a condition does",
    schema: conditional,
    given: "ab",
    want: ["then/maxLength outside"],
  },
  { name: "what must not be", schema: { not: { const: 1 } }, given: 1, want: ["not outside"] },
];

test.each(broken)("a refused request shows $name", ({ schema, given, want }) => {
  const document = documentOf({
    body: schema,
    components: {
      schemas: {
        Cat: object({ kind: { type: "string" }, meow: { type: "string" } }, { required: ["kind"] }),
        Dog: object({ kind: { type: "string" }, bark: { type: "string" } }, { required: ["kind"] }),
      },
    },
  });
  const found = observe(document, { body: given, status: 422 });
  expect(found.map((id) => id.replace(/^constraint (body\/)?/, ""))).toEqual(want);
});

const query = documentOf({
  operation: {
    parameters: [
      { name: "n", in: "query", required: true, schema: { type: "integer", maximum: 5 } },
      { name: "s", in: "query", schema: { enum: ["a", "b"] } },
    ],
  },
});

const parameters: readonly {
  readonly name: string;
  readonly given: Sent;
  readonly want: readonly string[];
}[] = [
  {
    name: "parameters are seen, with their values, and those that are not there",
    given: { target: "/things?n=5" },
    want: [
      "constraint /parameters/0/schema/maximum inside",
      "parameter /parameters/0 present",
      "parameter /parameters/1 absent",
    ],
  },
  {
    name: "a value of a parameter is seen",
    given: { target: "/things?n=1&s=b" },
    want: [
      "parameter /parameters/0 present",
      "parameter /parameters/1 present",
      'value /parameters/1/schema/enum request "b"',
    ],
  },
  {
    name: "a parameter past its bound is refused",
    given: { target: "/things?n=6", status: 422 },
    want: ["constraint /parameters/0/schema/maximum outside"],
  },
  {
    name: "a required parameter that is missed is refused",
    given: { target: "/things?s=a", status: 400 },
    want: ["constraint /parameters/0/required outside"],
  },
  {
    name: "two parameters with a fault each show nothing",
    given: { target: "/things?n=6&s=c", status: 422 },
    want: [],
  },
];

test.each(parameters)("$name", ({ given, want }) => {
  expect(besides(observe(query, given))).toEqual(want);
});

test("a required body that is missed is refused", () => {
  expect(observe(thing, { status: 422 })).toEqual(["constraint /requestBody/required outside"]);
});

test("an optional body that is left out is seen", () => {
  const document = documentOf({ operation: { requestBody: { content: { "application/json": {} } } } });
  expect(besides(observe(document, {}))).toEqual(["request-property /requestBody absent"]);
});

const guarded = documentOf({
  body: { type: "string", maxLength: 1 },
  operation: { security: [{ key: [] }, { key: [], token: [] }] },
  components: {
    securitySchemes: {
      key: { type: "apiKey", in: "header", name: "X-Key" },
      token: { type: "http", scheme: "bearer" },
    },
  },
});

const credentials: readonly {
  readonly name: string;
  readonly given: Sent;
  readonly want: readonly string[];
}[] = [
  {
    name: "credentials are seen to be enough",
    given: { headers: { "x-key": "k" } },
    want: ["satisfied by key"],
  },
  {
    name: "of two alternatives only the one that is all that was sent is seen to be enough",
    given: { headers: { "x-key": "k", authorization: "bearer t" } },
    want: ["satisfied by key and token"],
  },
  { name: "a request without credentials is seen to be refused", given: { status: 401 }, want: ["violated"] },
  { name: "a refusal for another reason is none for the credentials", given: { status: 422 }, want: [] },
  {
    name: "some of the credentials are not none",
    given: { status: 401, headers: { authorization: "Bearer t" } },
    want: [],
  },
  { name: "a request without credentials that is taken shows nothing", given: {}, want: [] },
  {
    name: "a request without credentials and with another fault shows nothing",
    given: { status: 401, body: "too long" },
    want: [],
  },
  {
    name: "a fault is not seen where credentials are missing",
    given: { status: 422, body: "too long" },
    want: [],
  },
];

test.each(credentials)("$name", ({ given, want }) => {
  const met = observe(guarded, { body: "", ...given });
  expect(met.filter((id) => id.startsWith("security") || id.endsWith("outside"))).toEqual(
    want.map((one) => `security /security ${one}`),
  );
});

const statuses = documentOf({
  body: { enum: ["a"] },
  operation: {
    responses: {
      "200": { description: "Done", headers: { "X-Left": { schema: { type: "integer" } } } },
      "404": { description: "None", content: { "application/json": { schema: object({ why: {} }) } } },
      "4XX": { description: "Wrong" },
      default: { description: "Else" },
    },
  },
});

const answers: readonly { readonly name: string; readonly given: Sent; readonly want: readonly string[] }[] =
  [
    {
      name: "a header of the answer is seen",
      given: { answerHeaders: { "x-left": "3" } },
      want: [
        "operation called",
        "response-header /responses/200/headers/X-Left 200 X-Left",
        "status /responses/200 200",
      ],
    },
    {
      name: "an error that was asked for shows itself, and not that the request was taken",
      given: { status: 404, headers: { prefer: "code=404" }, answer: { why: 1 } },
      want: [
        "media-type /responses/404/content/application~1json 404 application/json",
        "operation called",
        "response-property /responses/404/content/application~1json/schema/properties/why present",
        "status /responses/404 404",
      ],
    },
    {
      name: "an error that was not asked for shows nothing",
      given: { status: 404, answer: { why: 1 } },
      want: [],
    },
    {
      name: "an error other than the one that was asked for shows nothing",
      given: { status: 409, headers: { prefer: "code=404" } },
      want: [],
    },
    {
      name: "a range is seen by a status that the document does not name",
      given: { status: 409, headers: { prefer: "code=409, example=one" } },
      want: ["operation called", "status /responses/4XX 4XX"],
    },
    {
      name: "the default is seen by a status that is in no range",
      given: { status: 503, headers: { prefer: "code=503" } },
      want: ["operation called", "status /responses/default default"],
    },
  ];

test.each(answers)("$name", ({ given, want }) => {
  const met = observe(statuses, { body: "a", ...given }).map((id) => id.replace("operation  ", "operation "));
  expect(met.filter((id) => !/body|requestBody/.test(id)).toSorted()).toEqual(want);
});

const errors = documentOf({
  operation: {
    parameters: [{ name: "n", in: "query", schema: { type: "integer" } }],
    responses: { "400": { description: "Wrong" } },
  },
});

test("where a document has nothing but errors, one of them takes a good request", () => {
  const taken = observe(errors, { target: "/things?n=1", status: 400 });
  expect(taken).toContain("parameter /parameters/0 present");
  expect(taken).toContain("status /responses/400 400");
  const remarks = [{ location: ["request", "query"], severity: "Error", code: "required", message: "" }];
  const refused = { "sl-violations": JSON.stringify(remarks) };
  expect(observe(errors, { target: "/things?n=1", status: 400, answerHeaders: refused })).toEqual([]);
});

test("an example is seen where just that was sent or came", () => {
  const examples = { one: { value: { a: 1, b: 2 } }, two: { value: { a: 2 } } };
  const document = documentOf({
    operation: {
      requestBody: { content: { "application/json": { examples } } },
      responses: { "200": { description: "Done", content: { "application/json": { examples } } } },
    },
  });
  const met = observe(document, { body: { b: 2, a: 1 }, answer: { a: 2 } });
  expect(besides(met)).toEqual([
    "example /requestBody/content/application~1json/examples/one accepted",
    "example /responses/200/content/application~1json/examples/two 200 served",
  ]);
});
