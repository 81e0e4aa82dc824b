import { expect, test } from "vitest";
import { buildPath, buildQuery } from "../src/build-url.ts";
import type { Operation } from "../src/operation.ts";
import { describeOperation } from "./support/operation.ts";

const paths: readonly { name: string; path: string; given?: object; want: string }[] = [
  { name: "a path without variables is itself", path: "/things/all", want: "/things/all" },
  { name: "a variable is filled", path: "/things/{id}", given: { id: "7" }, want: "/things/7" },
  { name: "zero is a value", path: "/things/{id}", given: { id: 0 }, want: "/things/0" },
  { name: "false is a value", path: "/things/{id}", given: { id: false }, want: "/things/false" },
  { name: "a list joins with commas", path: "/things/{id}", given: { id: [1, 2] }, want: "/things/1,2" },
  {
    name: "two variables of one segment are filled each",
    path: "/ranges/{from}-{to}",
    given: { from: "1", to: "9" },
    want: "/ranges/1-9",
  },
  {
    name: "variables that touch are filled each",
    path: "/{a}{b}/c",
    given: { a: "x", b: "." },
    want: "/x./c",
  },
  {
    name: "a variable that occurs twice is filled twice",
    path: "/{a}/copies/{a}",
    given: { a: "x" },
    want: "/x/copies/x",
  },
  {
    name: "what stands around a variable stays",
    path: "/files/{a}.json",
    given: { a: "b" },
    want: "/files/b.json",
  },
  {
    name: "dots within a segment lead nowhere",
    path: "/files/{a}.json",
    given: { a: ".." },
    want: "/files/...json",
  },
  { name: "three dots are a name", path: "/files/{a}", given: { a: "..." }, want: "/files/..." },
  {
    name: "a slash does not leave the segment",
    path: "/files/{a}/meta",
    given: { a: "a/b" },
    want: "/files/a%2Fb/meta",
  },
  {
    name: "a backslash does not leave the segment",
    path: "/files/{a}",
    given: { a: "..\\x" },
    want: "/files/..%5Cx",
  },
  {
    name: "a climb in one value stays a name",
    path: "/files/{a}",
    given: { a: "../admin" },
    want: "/files/..%2Fadmin",
  },
  {
    name: "dots that are escaped already are escaped again",
    path: "/files/{a}",
    given: { a: "%2e%2e" },
    want: "/files/%252e%252e",
  },
  {
    name: "a query or a fragment in a value stays in the path",
    path: "/files/{a}",
    given: { a: "b?c#d;e" },
    want: "/files/b%3Fc%23d%3Be",
  },
  {
    name: "text beyond ASCII is escaped as UTF-8",
    path: "/städte/{name}",
    given: { name: "Zürich 🙂" },
    want: "/städte/Z%C3%BCrich%20%F0%9F%99%82",
  },
  {
    name: "a value with braces is no variable",
    path: "/{a}/{b}",
    given: { a: "{b}", b: "c" },
    want: "/%7Bb%7D/c",
  },
  {
    name: "a value with a replacement pattern is taken as it is",
    path: "/x-{a}",
    given: { a: "$&$1" },
    want: "/x-%24%26%241",
  },
  {
    name: "a variable may be named like an inherited member",
    path: "/{constructor}/{__proto__}",
    given: JSON.parse('{"constructor":"a","__proto__":"b"}'),
    want: "/a/b",
  },
  { name: "a trailing slash stays", path: "/things/{id}/", given: { id: "7" }, want: "/things/7/" },
  { name: "a dot of the document's own stays", path: "/./{id}", given: { id: "7" }, want: "/./7" },
];

test.each(paths)("$name", ({ path, given, want }) => {
  expect(buildPath(describeOperation({ path }), given)).toBe(want);
});

test("the style of a path parameter is kept", () => {
  const operation = describeOperation({
    path: "/map{at}/{layers}",
    parameters: [
      { name: "layers", in: "query", style: "pipeDelimited" },
      { name: "at", in: "path", style: "matrix", explode: true },
      { name: "layers", in: "path", style: "label" },
    ],
  });
  expect(buildPath(operation, { at: { x: 1, y: 2 }, layers: ["a", "b"] })).toBe("/map;x=1;y=2/.a,b");
});

const missing: readonly { name: string; given: object | undefined; path?: string }[] = [
  { name: "no values at all are refused", given: undefined },
  { name: "a missing value is refused", given: {} },
  { name: "an undefined value is refused", given: { id: undefined } },
  { name: "a null value is refused", given: { id: null } },
  { name: "an empty value is refused", given: { id: "" } },
  { name: "an empty list is refused", given: { id: [] } },
  { name: "an object without members is refused", given: { id: {} } },
  { name: "an empty value with text around it is refused", given: { id: "" }, path: "/things/{id}.json" },
  { name: "an empty list with text around it is refused", given: { id: [] }, path: "/things/{id}.json" },
];

test.each(missing)("$name", ({ given, path = "/things/{id}" }) => {
  expect(() => buildPath(describeOperation({ path }), given)).toThrow(
    new TypeError("path parameter id is missing or empty"),
  );
});

test.each(["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"])(
  "an inherited %s fills no variable",
  (name) => {
    expect(() => buildPath(describeOperation({ path: `/things/{${name}}` }), {})).toThrow(
      new TypeError(`path parameter ${name} is missing or empty`),
    );
  },
);

test("an empty value is refused even where its style would write a label", () => {
  const operation = describeOperation({
    path: "/things/x{id}",
    parameters: [{ name: "id", in: "path", style: "label" }],
  });
  expect(() => buildPath(operation, { id: "" })).toThrow("path parameter id is missing or empty");
});

test("null is refused even where it would travel as JSON", () => {
  const operation = describeOperation({
    path: "/things/{id}",
    parameters: [{ name: "id", in: "path", mediaType: "application/json" }],
  });
  expect(() => buildPath(operation, { id: null })).toThrow("path parameter id is missing or empty");
});

const climbs: readonly { name: string; path: string; given: object; want: string }[] = [
  { name: "a dot alone is refused", path: "/a/{b}", given: { b: "." }, want: '{b} would be "."' },
  { name: "two dots alone are refused", path: "/a/{b}", given: { b: ".." }, want: '{b} would be ".."' },
  {
    name: "two dots in the middle are refused",
    path: "/a/{b}/c",
    given: { b: ".." },
    want: '{b} would be ".."',
  },
  {
    name: "two dots out of two values are refused",
    path: "/a/{b}{c}",
    given: { b: ".", c: "." },
    want: '{b}{c} would be ".."',
  },
  {
    name: "two dots out of a value and the document's dot are refused",
    path: "/a/.{b}",
    given: { b: "." },
    want: '.{b} would be ".."',
  },
  {
    name: "two dots out of a value and the document's escaped dot are refused",
    path: "/a/%2E{b}",
    given: { b: "." },
    want: '%2E{b} would be "%2E."',
  },
  {
    name: "a list of one that is two dots is refused",
    path: "/a/{b}",
    given: { b: [".."] },
    want: '{b} would be ".."',
  },
];

test.each(climbs)("$name", ({ path, given, want }) => {
  expect(() => buildPath(describeOperation({ path }), given)).toThrow(
    new TypeError(`path segment ${want} and lead elsewhere`),
  );
});

test("a label that is all dots is refused", () => {
  const operation = describeOperation({
    path: "/a/{b}",
    parameters: [{ name: "b", in: "path", style: "label" }],
  });
  expect(() => buildPath(operation, { b: "." })).toThrow('path segment {b} would be ".." and lead elsewhere');
});

const queries: readonly {
  name: string;
  parameters: NonNullable<Operation["parameters"]>;
  given?: object;
  want: string;
}[] = [
  { name: "no parameters make no query", parameters: [], given: { a: 1 }, want: "" },
  { name: "no values make no query", parameters: [{ name: "a", in: "query" }], want: "" },
  {
    name: "parameters come in the order of the document",
    parameters: [
      { name: "z", in: "query" },
      { name: "a", in: "query" },
      { name: "m", in: "query" },
    ],
    given: { a: 1, m: 2, z: 3 },
    want: "z=3&a=1&m=2",
  },
  {
    name: "names and values that hold & and = cannot add a parameter",
    parameters: [{ name: "a&b=c", in: "query" }],
    given: { "a&b=c": "d&e=f" },
    want: "a%26b%3Dc=d%26e%3Df",
  },
  {
    name: "a name that starts with a question mark keeps it",
    parameters: [{ name: "?a", in: "query" }],
    given: { "?a": 1 },
    want: "%3Fa=1",
  },
  {
    name: "what has nothing to write leaves no separator",
    parameters: [
      { name: "a", in: "query" },
      { name: "b", in: "query" },
      { name: "c", in: "query" },
      { name: "d", in: "query" },
    ],
    given: { a: [], b: 1, c: null, d: undefined },
    want: "b=1",
  },
  {
    name: "an empty string is sent as one",
    parameters: [{ name: "a", in: "query" }],
    given: { a: "" },
    want: "a=",
  },
  {
    name: "inherited names are not given",
    parameters: [
      { name: "constructor", in: "query" },
      { name: "toString", in: "query" },
      { name: "__proto__", in: "query" },
    ],
    given: {},
    want: "",
  },
  {
    name: "parameters of other places stay out",
    parameters: [
      { name: "a", in: "path" },
      { name: "b", in: "header" },
      { name: "c", in: "cookie" },
    ],
    given: { a: 1, b: 2, c: 3 },
    want: "",
  },
  {
    name: "each parameter keeps its own style",
    parameters: [
      { name: "a", in: "query", explode: false },
      { name: "b", in: "query" },
      { name: "c", in: "query", style: "deepObject" },
      { name: "d", in: "query", allowReserved: true },
    ],
    given: { a: [1, 2], b: [3, 4], c: { e: 5 }, d: "/x" },
    want: "a=1,2&b=3&b=4&c%5Be%5D=5&d=/x",
  },
];

test.each(queries)("$name", ({ parameters, given, want }) => {
  expect(buildQuery(describeOperation({ parameters }), given)).toBe(want);
});
