import type { JsonValue } from "@specmill/spec";
import { expect, test } from "vitest";
import { writeRequest } from "../src/wire/write-request.ts";
import { operationOf } from "./wire-documents.ts";

const array = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

/** OpenAPI 3.1.1, section 4.8.12.5, "Style Examples". */
const styles = [
  { style: "matrix", explode: false, in: "path", value: "", want: "/;color" },
  { style: "matrix", explode: false, in: "path", value: "blue", want: "/;color=blue" },
  { style: "matrix", explode: false, in: "path", value: array, want: "/;color=blue,black,brown" },
  { style: "matrix", explode: false, in: "path", value: object, want: "/;color=R,100,G,200,B,150" },
  { style: "matrix", explode: true, in: "path", value: "blue", want: "/;color=blue" },
  { style: "matrix", explode: true, in: "path", value: array, want: "/;color=blue;color=black;color=brown" },
  { style: "matrix", explode: true, in: "path", value: object, want: "/;R=100;G=200;B=150" },
  { style: "label", explode: false, in: "path", value: "", want: "/." },
  { style: "label", explode: false, in: "path", value: "blue", want: "/.blue" },
  { style: "label", explode: false, in: "path", value: array, want: "/.blue,black,brown" },
  { style: "label", explode: false, in: "path", value: object, want: "/.R,100,G,200,B,150" },
  { style: "label", explode: true, in: "path", value: array, want: "/.blue.black.brown" },
  { style: "label", explode: true, in: "path", value: object, want: "/.R=100.G=200.B=150" },
  { style: "simple", explode: false, in: "path", value: "blue", want: "/blue" },
  { style: "simple", explode: false, in: "path", value: array, want: "/blue,black,brown" },
  { style: "simple", explode: false, in: "path", value: object, want: "/R,100,G,200,B,150" },
  { style: "simple", explode: true, in: "path", value: array, want: "/blue,black,brown" },
  { style: "simple", explode: true, in: "path", value: object, want: "/R=100,G=200,B=150" },
  { style: "form", explode: false, in: "query", value: "", want: "/?color=" },
  { style: "form", explode: false, in: "query", value: "blue", want: "/?color=blue" },
  { style: "form", explode: false, in: "query", value: array, want: "/?color=blue,black,brown" },
  { style: "form", explode: false, in: "query", value: object, want: "/?color=R,100,G,200,B,150" },
  { style: "form", explode: true, in: "query", value: "blue", want: "/?color=blue" },
  { style: "form", explode: true, in: "query", value: array, want: "/?color=blue&color=black&color=brown" },
  { style: "form", explode: true, in: "query", value: object, want: "/?R=100&G=200&B=150" },
  {
    style: "spaceDelimited",
    explode: false,
    in: "query",
    value: array,
    want: "/?color=blue%20black%20brown",
  },
  {
    style: "spaceDelimited",
    explode: false,
    in: "query",
    value: object,
    want: "/?color=R%20100%20G%20200%20B%20150",
  },
  { style: "pipeDelimited", explode: false, in: "query", value: array, want: "/?color=blue%7Cblack%7Cbrown" },
  {
    style: "pipeDelimited",
    explode: false,
    in: "query",
    value: object,
    want: "/?color=R%7C100%7CG%7C200%7CB%7C150",
  },
  {
    style: "deepObject",
    explode: true,
    in: "query",
    value: object,
    want: "/?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
  },
  { style: "form", explode: true, in: "query", value: null, want: "/" },
  { style: "form", explode: true, in: "query", value: [], want: "/" },
  { style: "form", explode: true, in: "query", value: [null, "a b&c"], want: "/?color=a%20b%26c" },
] as const;

test.each(styles)(
  "$style, explode $explode, writes $value as $want",
  ({ style, explode, value, want, ...given }) => {
    const place = given.in;
    const path = place === "path" ? "/{color}" : "/";
    const parameter = {
      name: "color",
      in: place,
      style,
      explode,
      schema: {},
      ...(place === "path" && { required: true }),
    };
    const { api, operation } = operationOf(path, "get", { parameters: [parameter] });
    const { target } = writeRequest(api, operation, { [place]: { color: value as JsonValue } }, []);
    expect(target).toBe(want);
  },
);

test("Reserved characters stay where they are allowed, but for those that end a query or change it", () => {
  const { api, operation } = operationOf("/", "get", {
    parameters: [{ name: "q", in: "query", allowReserved: true, schema: { type: "string" } }],
  });
  const { target } = writeRequest(api, operation, { query: { q: "a/b?c=d,e&f+g#h[i] j" } }, []);
  expect(target).toBe("/?q=a/b?c=d,e%26f%2Bg%23h%5Bi%5D%20j");
});

test("Headers, cookies, credentials, accept and a parameter that is JSON have their places", () => {
  const { api, operation } = operationOf(
    "/things/{id}.json",
    "post",
    {
      parameters: [
        { name: "id", in: "path", required: true, schema: { type: "string" } },
        { name: "filter", in: "query", content: { "application/json": { schema: {} } } },
        { name: "X-Ids", in: "header", schema: { type: "array" } },
        { name: "seen", in: "cookie", schema: { type: "string" } },
      ],
      security: [{ key: [], token: [], basic: [], query: [] }],
      responses: {
        "200": { description: "Done.", content: { "application/json": {}, "text/plain": {} } },
        "400": { description: "Not done.", content: { "application/json": {} } },
      },
    },
    {
      securitySchemes: {
        key: { type: "apiKey", in: "cookie", name: "session" },
        token: { type: "apiKey", in: "header", name: "X-Token" },
        query: { type: "apiKey", in: "query", name: "api key" },
        basic: { type: "http", scheme: "basic" },
      },
    },
  );
  const given = {
    path: { id: "a/b ü" },
    query: { filter: { a: [1, null] } },
    headers: { "X-Ids": [1, 2] },
    cookies: { seen: "to;day" },
  };
  const credentials = [
    { scheme: "key", value: "s1=" },
    { scheme: "token", value: "t1" },
    { scheme: "query", value: "q&1" },
    { scheme: "basic", value: { username: "ü", password: "p:w" } },
  ];
  expect(writeRequest(api, operation, given, credentials)).toEqual({
    method: "POST",
    target: "/things/a%2Fb%20%C3%BC.json?filter=%7B%22a%22%3A%5B1%2Cnull%5D%7D&api%20key=q%261",
    headers: {
      accept: "application/json, text/plain",
      "x-ids": "1,2",
      cookie: "seen=to%3Bday; session=s1%3D",
      "x-token": "t1",
      authorization: "Basic w7w6cDp3",
    },
  });
});

const bodies = [
  { type: "application/json", body: { a: null }, want: '{"a":null}', header: "application/json" },
  { type: "text/plain", body: "plain", want: "plain", header: "text/plain" },
  { type: "text/plain", body: 5, want: "5", header: "text/plain" },
  {
    type: "application/x-www-form-urlencoded",
    body: { a: "x y", list: [1, 2], object: { b: 1 }, none: null },
    want: "a=x%20y&list=1&list=2&object=%7B%22b%22%3A1%7D",
    header: "application/x-www-form-urlencoded",
  },
  {
    type: "application/x-www-form-urlencoded",
    encoding: { list: { style: "pipeDelimited", explode: false }, object: { style: "deepObject" } },
    body: { list: [1, 2], object: { b: 1 } },
    want: "list=1%7C2&object%5Bb%5D=1",
    header: "application/x-www-form-urlencoded",
  },
  {
    type: "multipart/form-data",
    encoding: { picture: { contentType: "image/png, image/gif" } },
    body: { name: "A", tags: ["x", "y"], meta: { a: 1 }, picture: "bytes" },
    header: "multipart/form-data; boundary=specmill-boundary",
    want: [
      '--specmill-boundary\r\nContent-Disposition: form-data; name="name"\r\n\r\nA\r\n',
      '--specmill-boundary\r\nContent-Disposition: form-data; name="tags"\r\n\r\nx\r\n',
      '--specmill-boundary\r\nContent-Disposition: form-data; name="tags"\r\n\r\ny\r\n',
      '--specmill-boundary\r\nContent-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\n\r\n{"a":1}\r\n',
      '--specmill-boundary\r\nContent-Disposition: form-data; name="picture"\r\nContent-Type: image/png\r\n\r\nbytes\r\n',
      "--specmill-boundary--\r\n",
    ].join(""),
  },
];

test.each(bodies)("A body of $type travels as $want", ({ type, encoding, body, want, header }) => {
  const { api, operation } = operationOf("/", "post", {
    requestBody: { content: { [type]: { schema: {}, ...(encoding && { encoding }) } } },
  });
  const sent = writeRequest(api, operation, { body }, []);
  expect(sent.body).toBe(want);
  expect(sent.headers["content-type"]).toBe(header);
});

test("What the document does not know is written in the plainest way", () => {
  const { api, operation } = operationOf("/", "post", {});
  const given = {
    query: { more: [1, 2] },
    headers: { "X-More": "a" },
    body: { a: 1 },
    contentType: "text/x-odd",
  };
  expect(writeRequest(api, operation, given, [])).toEqual({
    method: "POST",
    target: "/?more=1&more=2",
    headers: { "x-more": "a", "content-type": "text/x-odd" },
    body: '{"a":1}',
  });
});
