import { expect, test } from "vitest";
import { buildBody } from "../src/build-body.ts";
import type { Arguments, MemberEncoding } from "../src/operation.ts";
import { describeOperation } from "./support/operation.ts";

interface Sent {
  readonly contentType: string | null;
  readonly text: string;
}

function build(types: readonly string[] | undefined, given: Arguments) {
  return buildBody(describeOperation(), given.body, given.contentType ?? types?.[0] ?? "");
}

/** What the platform would send, read back from a request. */
async function send(types: readonly string[] | undefined, given: Arguments): Promise<Sent> {
  const { content, mediaType } = build(types, given);
  const request = new Request("http://localhost", {
    method: "POST",
    body: content ?? null,
    ...(mediaType && { headers: { "content-type": mediaType } }),
  });
  return { contentType: request.headers.get("content-type"), text: await request.text() };
}

const json = "application/json";
const form = "application/x-www-form-urlencoded";

const cases: readonly {
  name: string;
  types: readonly string[];
  given: Arguments;
  want: Sent;
}[] = [
  {
    name: "a body is JSON where the document says so",
    types: [json],
    given: { body: { a: [1, null], b: undefined, c: new Date(0) } },
    want: { contentType: json, text: '{"a":[1,null],"c":"1970-01-01T00:00:00.000Z"}' },
  },
  {
    name: "a merge patch is told as such, and its nulls stay",
    types: ["application/merge-patch+json"],
    given: { body: { nickname: null } },
    want: { contentType: "application/merge-patch+json", text: '{"nickname":null}' },
  },
  {
    name: "a type of its own that ends in +json is JSON, its parameters kept",
    types: ["application/vnd.x+json; version=2"],
    given: { body: [] },
    want: { contentType: "application/vnd.x+json; version=2", text: "[]" },
  },
  {
    name: "null is JSON's null",
    types: [json],
    given: { body: null },
    want: { contentType: json, text: "null" },
  },
  {
    name: "false is JSON's false",
    types: [json],
    given: { body: false },
    want: { contentType: json, text: "false" },
  },
  {
    name: "a string is JSON's string",
    types: [json],
    given: { body: "a" },
    want: { contentType: json, text: '"a"' },
  },
  {
    name: "an empty string is one too",
    types: [json],
    given: { body: "" },
    want: { contentType: json, text: '""' },
  },
  {
    name: "the first documented type is sent",
    types: ["text/plain", json],
    given: { body: "a" },
    want: { contentType: "text/plain", text: "a" },
  },
  {
    name: "another documented type is sent where the caller names it",
    types: ["text/plain", json],
    given: { body: "a", contentType: json },
    want: { contentType: json, text: '"a"' },
  },
  {
    name: "text is sent as it is",
    types: ["text/plain; charset=utf-8"],
    given: { body: "größer" },
    want: { contentType: "text/plain; charset=utf-8", text: "größer" },
  },
  {
    name: "empty text is a body",
    types: ["text/csv"],
    given: { body: "" },
    want: { contentType: "text/csv", text: "" },
  },
  {
    name: "bytes are sent as they are",
    types: ["application/octet-stream"],
    given: { body: new TextEncoder().encode("bytes") },
    want: { contentType: "application/octet-stream", text: "bytes" },
  },
  {
    name: "a buffer is sent as it is",
    types: ["application/octet-stream"],
    given: { body: new TextEncoder().encode("bytes").buffer },
    want: { contentType: "application/octet-stream", text: "bytes" },
  },
  {
    name: "a blob is sent as it is, in the type of the document",
    types: ["image/png"],
    given: { body: new Blob(["png"], { type: "image/jpeg" }) },
    want: { contentType: "image/png", text: "png" },
  },
  {
    name: "a range names no type, so the blob's own is sent",
    types: ["image/*"],
    given: { body: new Blob(["jpeg"], { type: "image/jpeg" }) },
    want: { contentType: "image/jpeg", text: "jpeg" },
  },
  {
    name: "a form has names and values escaped, and a list repeats its name",
    types: [form],
    given: { body: { "a&b": "c=d e", list: [1, true, "x"], empty: "" } },
    want: { contentType: form, text: "a%26b=c%3Dd+e&list=1&list=true&list=x&empty=" },
  },
  {
    name: "a form leaves out what is undefined or null, in lists too",
    types: [form],
    given: { body: { a: undefined, b: null, c: [undefined, 1, null], d: [] } },
    want: { contentType: form, text: "c=1" },
  },
  {
    name: "a form holds objects as JSON and dates in ISO 8601",
    types: [form],
    given: { body: { a: { b: 1 }, at: new Date(0), lists: [[1, 2]] } },
    want: {
      contentType: form,
      text: "a=%7B%22b%22%3A1%7D&at=1970-01-01T00%3A00%3A00.000Z&lists=%5B1%2C2%5D",
    },
  },
  {
    name: "a form whose type has a parameter is a form",
    types: [`${form}; charset=utf-8`],
    given: { body: { a: 1 } },
    want: { contentType: `${form}; charset=utf-8`, text: "a=1" },
  },
  {
    name: "a form that the caller has made is sent as it is",
    types: [form],
    given: { body: new URLSearchParams([["a", "b"]]) },
    want: { contentType: form, text: "a=b" },
  },
  {
    name: "a form that the caller has written is sent as it is",
    types: [form],
    given: { body: "a=b" },
    want: { contentType: form, text: "a=b" },
  },
];

test.each(cases)("$name", async ({ types, given, want }) => {
  expect(await send(types, given)).toEqual(want);
});

test("undefined means that there is no body, and no type of one", () => {
  expect(build([json], { body: undefined })).toEqual({});
});

test("a content type without a body sends neither", () => {
  expect(build([json, "text/plain"], { contentType: "text/plain" })).toEqual({});
});

test("a multipart body leaves its type to the platform, which knows the boundary", async () => {
  const body = { name: "a", file: new File(["png"], "a.png", { type: "image/png" }) };
  const { contentType, text } = await send(["multipart/form-data"], { body });
  expect(contentType).toMatch(/^multipart\/form-data; boundary=/);
  expect(text).toContain(contentType?.split("boundary=")[1]);
});

test("a multipart body has a part for each property and each member of a list", () => {
  const file = new File(["png"], "a.png", { type: "image/png" });
  const body = {
    name: "a",
    tags: ["x", "y"],
    meta: { b: 1 },
    at: new Date(0),
    file,
    files: [file, new Blob(["b"])],
    none: undefined,
    nothing: null,
  };
  const { content, mediaType } = build(["Multipart/Form-Data"], { body });
  expect(mediaType).toBeUndefined();
  expect(content).toBeInstanceOf(FormData);
  const parts = [...(content as FormData)];
  expect(
    parts.map(([name, part]) => [name, part instanceof File ? `${part.name} ${part.type}` : part]),
  ).toEqual([
    ["name", "a"],
    ["tags", "x"],
    ["tags", "y"],
    ["meta", '{"b":1}'],
    ["at", "1970-01-01T00:00:00.000Z"],
    ["file", "a.png image/png"],
    ["files", "a.png image/png"],
    ["files", "blob "],
  ]);
});

test("a multipart body that the caller has made is sent as it is", () => {
  const body = new FormData();
  expect(build(["multipart/form-data"], { body })).toEqual({ content: body });
});

test.each(["text/plain", "application/xml", "application/octet-stream", "image/*"])(
  "an object as %s is refused, for nobody says how to write it",
  (type) => {
    expect(() => build([type], { body: { a: 1 } })).toThrow(new TypeError(`an object is no body of ${type}`));
  },
);

test("a circle is refused where JSON is asked for", () => {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  expect(() => build([json], { body: circle })).toThrow(TypeError);
});

const multipart = "multipart/form-data";

/** The parts of a form whose one member `a` travels as the document says. */
async function sendMember(contentType: string, encoding: MemberEncoding, value: unknown): Promise<unknown> {
  const operation = describeOperation({ encoding: { [contentType]: { a: encoding } } });
  const { content } = buildBody(operation, { a: value }, contentType);
  if (!(content instanceof FormData)) return String(content);
  const parts = content.getAll("a");
  return Promise.all(
    parts.map(async (part) => (typeof part === "string" ? part : `${part.type}: ${await part.text()}`)),
  );
}

const encodings: readonly {
  name: string;
  contentType: string;
  encoding: MemberEncoding;
  value: unknown;
  want: unknown;
}[] = [
  {
    name: "an object whose part is JSON says so",
    contentType: multipart,
    encoding: { contentType: "application/json" },
    value: { b: 1 },
    want: ['application/json: {"b":1}'],
  },
  {
    name: "a file without a type gets the first that the document names",
    contentType: multipart,
    encoding: { contentType: "image/png, image/jpeg" },
    value: new Blob(["x"]),
    want: ["image/png: x"],
  },
  {
    name: "a file keeps its own type",
    contentType: multipart,
    encoding: { contentType: "image/png, image/jpeg" },
    value: new Blob(["x"], { type: "image/jpeg" }),
    want: ["image/jpeg: x"],
  },
  {
    name: "text stays a field, for a part with a type of its own would be a file",
    contentType: multipart,
    encoding: { contentType: "text/plain" },
    value: "x",
    want: ["x"],
  },
  {
    name: "a list in a form is joined where the document says so",
    contentType: form,
    encoding: { style: "form", explode: false },
    value: ["b", "c"],
    want: "a=b%2Cc",
  },
  {
    name: "an object in a form has its members in brackets where the document says so",
    contentType: form,
    encoding: { style: "deepObject" },
    value: { b: 1 },
    want: "a%5Bb%5D=1",
  },
];

test.each(encodings)("$name", async ({ contentType, encoding, value, want }) => {
  expect(await sendMember(contentType, encoding, value)).toEqual(want);
});

test("a file in a form of text is refused", () => {
  expect(() => buildBody(describeOperation(), { a: new Blob(["x"]) }, form)).toThrow(TypeError);
});
