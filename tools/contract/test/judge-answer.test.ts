import { createOracle } from "@specmill/oracle";
import { buildModel, type JsonObject } from "@specmill/spec";
import { expect, test } from "vitest";
import type { Expectation } from "../src/case/contract-case.ts";
import { type Judging, judgeAnswer } from "../src/run/judge-answer.ts";
import type { Target, WireResponse } from "../src/wire/exchange.ts";

const document: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Answers", version: "1" },
  paths: {
    "/a": {
      get: {
        operationId: "read",
        responses: {
          200: {
            description: "Yes.",
            headers: {
              "X-Count": { required: true, schema: { type: "integer", minimum: 1 } },
              "X-Note": { schema: { enum: ["a", "b"] } },
            },
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  required: ["name"],
                  properties: { name: { type: "string", minLength: 2 } },
                },
                examples: { good: { value: { name: "Tom" } }, bad: { value: { name: 7 } } },
              },
              "text/plain": { schema: { type: "string" } },
            },
          },
          204: { description: "Nothing." },
          "4XX": { description: "No.", content: { "application/json": { schema: { type: "object" } } } },
        },
      },
    },
  },
};

const judging = (answerer: Target["kind"]): Judging => {
  const [operation] = buildModel(document).operations;
  if (operation === undefined) throw new Error("no operation");
  return { oracle: createOracle(document), operation, answerer };
};

const good: WireResponse = {
  status: 200,
  headers: { "content-type": "application/json", "x-count": "3" },
  body: '{"name":"Ann"}',
};

const remark = (location: readonly string[], code = "x") =>
  JSON.stringify([{ location, severity: "Error", code, message: "is wrong" }]);

interface Row {
  readonly name: string;
  readonly given?: Partial<WireResponse>;
  /** Headers beside those of a good answer; undefined takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly wanted?: Partial<Extract<Expectation, { kind: "answered" }>>;
  /** `rule`, at what of the document; none where it is as it should be. */
  readonly want: readonly string[];
}

const response = "#/paths/~1a/get/responses/200";
const json = `${response}/content/application~1json`;
const mock = "https://stoplight.io/prism/errors#UNPROCESSABLE_ENTITY";

const rows: readonly Row[] = [
  { name: "an answer as documented", want: [] },
  {
    name: "a status that is not documented",
    given: { status: 302 },
    want: ["undocumented-status #/paths/~1a/get"],
  },
  { name: "a status of no body, without one", given: { status: 204, body: "" }, want: [] },
  {
    name: "a status of no body, with the media type of one",
    given: { status: 204, body: "", headers: { "content-type": "application/json" } },
    want: [],
  },
  {
    name: "an error in the place of a success",
    given: { status: 404, body: "{}" },
    want: ["other-response #/paths/~1a/get/responses/4XX"],
  },
  {
    name: "the error that is wanted",
    given: { status: 404, body: "{}" },
    wanted: { response: "4XX" },
    want: [],
  },
  {
    name: "a success in the place of an error",
    wanted: { response: "4XX" },
    want: [`other-response ${response}`],
  },
  { name: "the success that is wanted", wanted: { response: "200" }, want: [] },
  {
    name: "a media type that is not documented",
    headers: { "content-type": "text/html" },
    want: [`undocumented-media-type ${response}`],
  },
  {
    name: "no media type",
    headers: { "content-type": undefined },
    want: [`undocumented-media-type ${response}`],
  },
  {
    name: "a media type with a parameter",
    headers: { "content-type": "application/json; charset=utf-8" },
    want: [],
  },
  { name: "another documented media type", headers: { "content-type": "text/plain" }, want: [] },
  {
    name: "another media type than the one asked for",
    wanted: { mediaType: "text/plain" },
    want: [`undocumented-media-type ${response}`],
  },
  { name: "the media type asked for", wanted: { mediaType: "application/json" }, want: [] },
  { name: "no JSON", given: { body: '{"name":' }, want: [`response-schema ${json}`] },
  { name: "nothing", given: { body: "" }, want: [`response-schema ${json}`] },
  {
    name: "a text that is too short",
    given: { body: '{"name":"A"}' },
    want: [`response-schema ${json}/schema/properties/name/minLength`],
  },
  { name: "a text of just enough", given: { body: '{"name":"Al"}' }, want: [] },
  { name: "no required property", given: { body: "{}" }, want: [`response-schema ${json}/schema/required`] },
  { name: "a property that is not documented", given: { body: '{"name":"Ann","more":1}' }, want: [] },
  {
    name: "no required header",
    headers: { "x-count": undefined },
    want: [`response-header ${response}/headers/X-Count`],
  },
  {
    name: "a header out of bounds",
    headers: { "x-count": "0" },
    want: [`response-header ${response}/headers/X-Count`],
  },
  {
    name: "a header of another type",
    headers: { "x-count": "a" },
    want: [`response-header ${response}/headers/X-Count`],
  },
  {
    name: "a header that is not listed",
    headers: { "x-note": "c" },
    want: [`response-header ${response}/headers/X-Note`],
  },
  { name: "a header that is listed", headers: { "x-note": "b" }, want: [] },
  {
    name: "another body than the one asked for",
    wanted: { body: { name: "Bob" } },
    want: [`other-response ${json}`],
  },
  { name: "the body asked for", wanted: { body: { name: "Ann" } }, want: [] },
  {
    name: "another text than the one asked for",
    given: { body: "one" },
    headers: { "content-type": "text/plain" },
    wanted: { body: "two" },
    want: [`other-response ${response}/content/text~1plain`],
  },
  {
    name: "the text asked for",
    given: { body: "two" },
    headers: { "content-type": "text/plain" },
    wanted: { body: "two" },
    want: [],
  },
];

test.each(["mock", "upstream"] as const)(
  "each answer of a %s is held against the document, and is its own fault",
  (answerer) => {
    const given = judging(answerer);
    const found = rows.map(({ name, given: changes, headers, wanted }) => {
      const all = { ...good, ...changes };
      const merged = Object.entries({ ...all.headers, ...headers }).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, value]],
      );
      const answer = { ...all, headers: Object.fromEntries(merged) };
      const failures = judgeAnswer(given, { kind: "answered", ...wanted }, answer);
      expect([name, failures.filter(({ blame }) => blame !== answerer)]).toEqual([name, []]);
      return { name, want: failures.map(({ rule, pointer }) => `${rule} ${pointer}`) };
    });
    expect(found).toEqual(rows.map(({ name, want }) => ({ name, want })));
  },
);

test.each<{
  name: string;
  answer: Partial<WireResponse>;
  wanted?: Partial<Extract<Expectation, { kind: "answered" }>>;
  answerer?: Target["kind"];
  want: readonly string[];
}>([
  {
    name: "an example that breaks its schema is the document's fault, where it is asked for",
    answer: { body: '{"name":7}' },
    wanted: { response: "200" },
    want: ["invalid-example spec"],
  },
  {
    name: "the same is told once, and not wherever the mock happens to serve it",
    answer: { body: '{"name":7}' },
    want: [],
  },
  {
    name: "a server that sends it breaks it for the document",
    answer: { body: '{"name":7}' },
    answerer: "upstream",
    want: ["invalid-example spec"],
  },
  {
    name: "another wrong body beside the examples is the answerer's fault",
    answer: { body: '{"name":8}' },
    wanted: { response: "200" },
    want: ["response-schema mock"],
  },
  {
    name: "a problem of the mock's own is a refusal",
    answer: {
      status: 422,
      headers: { "content-type": "application/problem+json" },
      body: JSON.stringify({ type: mock, status: 422 }),
    },
    want: ["valid-request-refused mock"],
  },
  {
    name: "a problem of the document's own is an answer",
    answer: {
      status: 422,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ type: mock }),
    },
    wanted: { response: "4XX" },
    want: [],
  },
  {
    name: "a problem that says that the mock has failed",
    answer: {
      status: 500,
      headers: { "content-type": "application/problem+json" },
      body: '{"type":"urn:specmill:mock:fault"}',
    },
    want: ["server-failure mock"],
  },
  {
    name: "a remark of the mock on the request is a refusal, though it answered",
    answer: { headers: { ...good.headers, "sl-violations": remark(["request", "body", "name"]) } },
    want: ["valid-request-refused mock"],
  },
  {
    name: "a remark of the mock on its answer counts where nothing else was found",
    answer: { headers: { ...good.headers, "sl-violations": remark(["response", "body", "name"]) } },
    want: ["response-schema mock"],
  },
  {
    name: "a remark of the mock on its answer is not told beside what was found",
    answer: { body: "{}", headers: { ...good.headers, "sl-violations": remark(["response", "body"]) } },
    want: ["response-schema mock"],
  },
])("$name", ({ answer, wanted, answerer = "mock", want }) => {
  const failures = judgeAnswer(judging(answerer), { kind: "answered", ...wanted }, { ...good, ...answer });
  expect(failures.map(({ rule, blame }) => `${rule} ${blame}`)).toEqual(want);
});
