import { expect, test } from "vitest";
import { decodeResponse } from "../src/decode-response.ts";
import type { Operation } from "../src/operation.ts";
import { describeOperation } from "./support/operation.ts";

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body?: BodyInit | null;
}

function answer({ status = 200, type, body = null }: Answer): Response {
  const response = new Response(body, { status });
  // The platform gives a body of text a type of its own.
  response.headers.delete("content-type");
  if (type !== undefined) response.headers.set("content-type", type);
  return response;
}

const json = "application/json";

const cases: readonly {
  name: string;
  responses: Operation["responses"];
  method?: string;
  given: Answer;
  want: { readonly ok: boolean; readonly status: number | string; readonly data: unknown };
}[] = [
  {
    name: "JSON is parsed",
    responses: { 200: [json] },
    given: { type: json, body: '{"a":[1,null]}' },
    want: { ok: true, status: 200, data: { a: [1, null] } },
  },
  {
    name: "JSON in UTF-8 is parsed, its mark at the start included",
    responses: { 200: [json] },
    given: { type: "Application/JSON ; charset=utf-8", body: '\ufeff"größer 🙂"' },
    want: { ok: true, status: 200, data: "größer 🙂" },
  },
  {
    name: "a type that ends in +json is parsed",
    responses: { 403: ["application/problem+json"] },
    given: { status: 403, type: "application/problem+json; charset=utf-8", body: '{"title":"no"}' },
    want: { ok: false, status: 403, data: { title: "no" } },
  },
  {
    name: "JSON's null, false, zero and empty text are data",
    responses: { 200: [json] },
    given: { type: json, body: '[null,false,0,""]' },
    want: { ok: true, status: 200, data: [null, false, 0, ""] },
  },
  {
    name: "null alone is data",
    responses: { 200: [json] },
    given: { type: json, body: "null" },
    want: { ok: true, status: 200, data: null },
  },
  {
    name: "text is text, even where it reads like JSON",
    responses: { 200: ["text/plain"] },
    given: { type: "text/plain; charset=utf-8", body: "123" },
    want: { ok: true, status: 200, data: "123" },
  },
  {
    name: "empty text is text",
    responses: { 200: ["text/plain"] },
    given: { type: "text/plain", body: "" },
    want: { ok: true, status: 200, data: "" },
  },
  {
    name: "a documented parameter of a media type is not compared",
    responses: { 200: ["text/csv; header=present"] },
    given: { type: "text/csv", body: "a,b" },
    want: { ok: true, status: 200, data: "a,b" },
  },
  {
    name: "a range of text covers text",
    responses: { 200: ["text/*"] },
    given: { type: "text/csv", body: "a,b" },
    want: { ok: true, status: 200, data: "a,b" },
  },
  {
    name: "a type wins over the ranges that cover it too",
    responses: { 200: ["*/*", "application/*", json] },
    given: { type: json, body: "{}" },
    want: { ok: true, status: 200, data: {} },
  },
  {
    name: "the narrower range wins",
    responses: { 200: ["*/*", "text/*"] },
    given: { type: "text/csv", body: "a,b" },
    want: { ok: true, status: 200, data: "a,b" },
  },
  {
    name: "no content is nothing",
    responses: { 204: [] },
    given: { status: 204 },
    want: { ok: true, status: 204, data: undefined },
  },
  {
    name: "what comes where the document describes no body is not read",
    responses: { 200: [], 404: [] },
    given: { status: 404, type: "text/html", body: "<h1>no</h1>" },
    want: { ok: false, status: 404, data: undefined },
  },
  {
    name: "an answer to HEAD has no body, whatever the document says",
    responses: { 200: [json] },
    method: "HEAD",
    given: { type: json },
    want: { ok: true, status: 200, data: undefined },
  },
  {
    name: "a range of statuses is told as the document writes it",
    responses: { "4XX": [json] },
    given: { status: 418, type: json, body: "1" },
    want: { ok: false, status: "4XX", data: 1 },
  },
  {
    name: "a success within a range is one",
    responses: { "2XX": [json] },
    given: { status: 202, type: json, body: "1" },
    want: { ok: true, status: "2XX", data: 1 },
  },
  {
    name: "default is told as default",
    responses: { 200: [json], default: [json] },
    given: { status: 500, type: json, body: "1" },
    want: { ok: false, status: "default", data: 1 },
  },
  {
    name: "default is a success where the status is one and the document names no other",
    responses: { default: [json] },
    given: { type: json, body: "1" },
    want: { ok: true, status: "default", data: 1 },
  },
  {
    name: "a status that the document does not know is told with its JSON",
    responses: { 200: [json] },
    given: { status: 500, type: "application/problem+json", body: '{"title":"no"}' },
    want: { ok: false, status: "undocumented", data: { title: "no" } },
  },
  {
    name: "a status that the document does not know is told with its text",
    responses: { 200: [json] },
    given: { status: 502, type: "text/html", body: "<h1>Bad gateway</h1>" },
    want: { ok: false, status: "undocumented", data: "<h1>Bad gateway</h1>" },
  },
  {
    name: "a status that the document does not know is told with its text, even where it reads like JSON",
    responses: { 200: [json] },
    given: { status: 500, type: "text/plain", body: "123" },
    want: { ok: false, status: "undocumented", data: "123" },
  },
  {
    name: "a status that the document does not know is told with its broken JSON as text",
    responses: { 200: [json] },
    given: { status: 500, type: json, body: '{"a":' },
    want: { ok: false, status: "undocumented", data: '{"a":' },
  },
  {
    name: "a status that the document does not know may have no body",
    responses: { 200: [json] },
    given: { status: 500 },
    want: { ok: false, status: "undocumented", data: "" },
  },
  {
    name: "a success that the document does not know is no success to build on",
    responses: { 200: [json], default: [json] },
    given: { status: 201, type: json, body: "{}" },
    want: { ok: false, status: "undocumented", data: {} },
  },
];

test.each(cases)("$name", async ({ responses, method = "GET", given, want }) => {
  const response = answer(given);
  expect(await decodeResponse(describeOperation({ responses, method }), response)).toMatchObject(want);
});

test.each([
  { name: "bytes are a blob", documented: "image/png", type: "image/png" },
  { name: "a range of bytes covers bytes", documented: "image/*", type: "image/png" },
  { name: "any type covers bytes", documented: "*/*", type: "application/zip" },
  { name: "any type covers what has none", documented: "*/*", type: undefined },
  {
    name: "any type is a blob even where JSON comes, as its type in the client says",
    documented: "*/*",
    type: json,
  },
  { name: "any type is a blob even where text comes", documented: "*/*", type: "text/csv" },
])("$name", async ({ documented, type }) => {
  const operation = describeOperation({ responses: { 200: [documented] } });
  const outcome = await decodeResponse(operation, answer({ body: "[1]", ...(type && { type }) }));
  expect(outcome).toMatchObject({ ok: true, status: 200 });
  const data = "data" in outcome ? outcome.data : undefined;
  expect(data).toBeInstanceOf(Blob);
  expect(await (data as Blob).text()).toBe("[1]");
});

const invalid: readonly {
  name: string;
  responses: Operation["responses"];
  given: Answer;
  want: string;
}[] = [
  {
    name: "HTML with status 200, as a proxy sends it, is not what was documented",
    responses: { 200: [json] },
    given: { type: "text/html; charset=utf-8", body: "<h1>Log in</h1>" },
    want: "came as text/html; charset=utf-8; documented is application/json",
  },
  {
    name: "a type that only starts like the documented one is another",
    responses: { 200: ["text/*", json] },
    given: { type: "application/json-seq", body: "{}" },
    want: "came as application/json-seq; documented is text/*, application/json",
  },
  {
    name: "a type that is like a range but not of it is another",
    responses: { 200: ["text/*"] },
    given: { type: "textual/plain", body: "a" },
    want: "came as textual/plain; documented is text/*",
  },
  {
    name: "a body without a type is not what was documented",
    responses: { 200: [json] },
    given: { body: "{}" },
    want: "came as ?; documented is application/json",
  },
  {
    name: "no body is not the JSON that was documented",
    responses: { 200: [json] },
    given: { type: json, body: "" },
    want: "is no JSON",
  },
  {
    name: "JSON that breaks off is none",
    responses: { 200: [json] },
    given: { type: json, body: '{"a":' },
    want: "is no JSON",
  },
  {
    name: "an error whose body is not what was documented is told apart too",
    responses: { 400: [json] },
    given: { status: 400, type: "text/plain", body: "no" },
    want: "came as text/plain; documented is application/json",
  },
];

test.each(invalid)("$name", async ({ responses, given, want }) => {
  const response = answer(given);
  expect(await decodeResponse(describeOperation({ responses }), response)).toEqual({ fault: want });
});

test.each([
  { name: "a body that the document does not describe is let go", responses: { 200: [] } },
  { name: "a body of another type is let go", responses: { 200: ["text/plain"] } },
])("$name", async ({ responses }) => {
  let cancelled = false;
  const body = new ReadableStream({
    cancel() {
      cancelled = true;
    },
  });
  await decodeResponse(describeOperation({ responses }), answer({ type: json, body }));
  expect(cancelled).toBe(true);
});

test("a body that breaks off throws what the platform throws", async () => {
  const fault = new Error("reset");
  const body = new ReadableStream({ pull: (controller) => controller.error(fault) });
  const operation = describeOperation({ responses: { 200: [json] } });
  await expect(decodeResponse(operation, answer({ type: json, body }))).rejects.toBe(fault);
});

test.each([
  {
    name: "the documented type is told, not the one with parameters that came",
    documented: json,
    type: `${json}; charset=utf-8`,
  },
  { name: "a documented range is told as such", documented: "application/*", type: json },
])("$name", async ({ documented, type }) => {
  const operation = describeOperation({ responses: { 200: [documented] } });
  expect(await decodeResponse(operation, answer({ type, body: "1" }))).toMatchObject({
    mediaType: documented,
  });
});

test("an answer without a body has no media type", async () => {
  const operation = describeOperation({ responses: { 204: [] } });
  expect(await decodeResponse(operation, answer({ status: 204 }))).toEqual({
    ok: true,
    status: 204,
    data: undefined,
    headers: {},
    mediaType: undefined,
  });
});

test("an integer past 2^53 comes whole where the caller reads JSON", async () => {
  const operation = describeOperation({ responses: { 200: [json] } });
  const parseJson = (text: string) => (text.length > 15 ? BigInt(text) : JSON.parse(text));
  const read = await decodeResponse(operation, answer({ type: json, body: "9007199254740993" }), parseJson);
  expect(read).toMatchObject({ data: 9007199254740993n });
});
