import { expect, test } from "vitest";
import type { Parameter } from "../src/operation.ts";
import { serializeParameter } from "../src/serialize-parameter.ts";

const cases: readonly { name: string; given: Parameter; value: unknown; want: string | undefined }[] = [
  {
    name: "a path parameter is simple unless it says otherwise",
    given: { name: "color", in: "path" },
    value: ["blue", "black"],
    want: "blue,black",
  },
  {
    name: "a header is simple unless it says otherwise",
    given: { name: "color", in: "header" },
    value: { R: 100, G: 200 },
    want: "R,100,G,200",
  },
  {
    name: "a query parameter is an exploded form unless it says otherwise",
    given: { name: "color", in: "query" },
    value: ["blue", "black"],
    want: "color=blue&color=black",
  },
  {
    name: "a style other than form is not exploded unless it says so",
    given: { name: "color", in: "query", style: "pipeDelimited" },
    value: ["blue", "black"],
    want: "color=blue%7Cblack",
  },
  {
    name: "a deep object needs no explode to be one",
    given: { name: "color", in: "query", style: "deepObject" },
    value: { R: 100 },
    want: "color%5BR%5D=100",
  },
  {
    name: "exploded members of a cookie are cookies of their own",
    given: { name: "color", in: "cookie" },
    value: ["blue", "black"],
    want: "color=blue; color=black",
  },
  {
    name: "an object that a cookie explodes is a cookie for each member",
    given: { name: "color", in: "cookie" },
    value: { R: 100, G: 200 },
    want: "R=100; G=200",
  },
  {
    name: "a cookie that stays together is one",
    given: { name: "color", in: "cookie", explode: false },
    value: ["blue", "black"],
    want: "color=blue,black",
  },
  {
    name: "numbers and booleans are written as JavaScript writes them",
    given: { name: "flags", in: "query", explode: false },
    value: [0, -1.5, true, false, 10n],
    want: "flags=0,-1.5,true,false,10",
  },
  {
    name: "a date is written in ISO 8601",
    given: { name: "since", in: "query" },
    value: new Date(Date.UTC(2026, 1, 3, 4, 5, 6)),
    want: "since=2026-02-03T04%3A05%3A06.000Z",
  },
  {
    name: "a date in a list is written in ISO 8601",
    given: { name: "days", in: "header" },
    value: [new Date(0), new Date(1)],
    want: "1970-01-01T00:00:00.000Z,1970-01-01T00:00:00.001Z",
  },
  {
    name: "a date in an object is written in ISO 8601",
    given: { name: "range", in: "path", explode: true },
    value: { from: new Date(0) },
    want: "from=1970-01-01T00%3A00%3A00.000Z",
  },
  {
    name: "names are escaped as values are",
    given: { name: "a&b=c d", in: "query" },
    value: "e&f=g h",
    want: "a%26b%3Dc%20d=e%26f%3Dg%20h",
  },
  {
    name: "names of members are escaped",
    given: { name: "filter", in: "query" },
    value: { "a&b=c": "d" },
    want: "a%26b%3Dc=d",
  },
  {
    name: "names of members of a deep object are escaped",
    given: { name: "fil&ter", in: "query", style: "deepObject" },
    value: { "a]=b": "d" },
    want: "fil%26ter%5Ba%5D%3Db%5D=d",
  },
  {
    name: "a separator within a value is escaped, so that it separates nothing",
    given: { name: "list", in: "query", explode: false },
    value: ["a,b", "c"],
    want: "list=a%2Cb,c",
  },
  {
    name: "a header is not escaped",
    given: { name: "X-List", in: "header" },
    value: ["a b", "c/d"],
    want: "a b,c/d",
  },
  {
    name: "a cookie is escaped, so that its value ends nothing",
    given: { name: "session", in: "cookie" },
    value: "a; admin=1",
    want: "session=a%3B%20admin%3D1",
  },
  {
    name: "text beyond ASCII is escaped as UTF-8",
    given: { name: "größe", in: "query" },
    value: "日本 🙂",
    want: "gr%C3%B6%C3%9Fe=%E6%97%A5%E6%9C%AC%20%F0%9F%99%82",
  },
  {
    name: "an empty value in a path has no equals sign",
    given: { name: "list", in: "path", style: "matrix", explode: true },
    value: ["", "a"],
    want: ";list;list=a",
  },
  {
    name: "an empty member of an object in a path has no equals sign",
    given: { name: "keys", in: "path", style: "matrix", explode: true },
    value: { a: "", b: "c" },
    want: ";a;b=c",
  },
  {
    name: "an empty member of a form has one",
    given: { name: "keys", in: "query" },
    value: { a: "", b: "c" },
    want: "a=&b=c",
  },
  {
    name: "undefined is left out",
    given: { name: "color", in: "query" },
    value: undefined,
    want: undefined,
  },
  {
    name: "null is left out, as RFC 6570 leaves out what is undefined",
    given: { name: "color", in: "query" },
    value: null,
    want: undefined,
  },
  {
    name: "false and zero are values",
    given: { name: "flags", in: "query" },
    value: [false, 0],
    want: "flags=false&flags=0",
  },
  {
    name: "an empty list is left out",
    given: { name: "color", in: "query", explode: false },
    value: [],
    want: undefined,
  },
  {
    name: "an empty list in a path leaves no label",
    given: { name: "color", in: "path", style: "label" },
    value: [],
    want: undefined,
  },
  {
    name: "an object without members is left out",
    given: { name: "color", in: "query", style: "deepObject" },
    value: {},
    want: undefined,
  },
  {
    name: "undefined and null members of an object are left out",
    given: { name: "color", in: "query" },
    value: { R: undefined, G: null, B: 150 },
    want: "B=150",
  },
  {
    name: "undefined and null members of a list are left out",
    given: { name: "color", in: "query" },
    value: [undefined, "blue", null],
    want: "color=blue",
  },
  {
    name: "an object of nothing but undefined members is left out",
    given: { name: "color", in: "query" },
    value: { R: undefined },
    want: undefined,
  },
  {
    name: "an inherited member is not sent",
    given: { name: "color", in: "query" },
    value: Object.create({ R: 100 }),
    want: undefined,
  },
  {
    name: "a member that is named like an inherited one is sent",
    given: { name: "color", in: "query" },
    value: JSON.parse('{"__proto__":"a","constructor":"b"}'),
    want: "__proto__=a&constructor=b",
  },
  {
    name: "a parameter that travels as JSON is one text, whatever it holds",
    given: { name: "at", in: "query", mediaType: "application/json" },
    value: { lat: 1.5, tags: ["a&b", null] },
    want: "at=%7B%22lat%22%3A1.5%2C%22tags%22%3A%5B%22a%26b%22%2Cnull%5D%7D",
  },
  {
    name: "a string that travels as JSON is quoted",
    given: { name: "at", in: "header", mediaType: "application/vnd.x+json; charset=utf-8" },
    value: "here",
    want: '"here"',
  },
  {
    name: "null that travels as JSON is JSON's null",
    given: { name: "at", in: "cookie", mediaType: "application/json" },
    value: null,
    want: "at=null",
  },
  {
    name: "undefined that would travel as JSON is left out",
    given: { name: "at", in: "query", mediaType: "application/json" },
    value: undefined,
    want: undefined,
  },
  {
    name: "a parameter that travels as plain text is not quoted",
    given: { name: "note", in: "header", mediaType: "text/plain" },
    value: "a; b=c",
    want: "a; b=c",
  },
  {
    name: "reserved characters of a value may stay where the document allows it",
    given: { name: "path", in: "query", allowReserved: true },
    value: ":/?[]@$,;=!'()*",
    want: "path=:/?[]@$,;=!'()*",
  },
  {
    name: "what would end a value is escaped even so, and a percent sign stays what it was",
    given: { name: "path", in: "query", allowReserved: true },
    value: "a&b#c+d e%2F",
    want: "path=a%26b%23c%2Bd%20e%252F",
  },
  {
    name: "reserved characters of a name stay escaped even so",
    given: { name: "a=b", in: "query", allowReserved: true },
    value: { "c=d": "e=f" },
    want: "c%3Dd=e=f",
  },
  {
    name: "reserved characters are allowed nowhere but in a query",
    given: { name: "path", in: "path", allowReserved: true },
    value: "a/b?c",
    want: "a%2Fb%3Fc",
  },
];

test.each(cases)("$name", ({ given, value, want }) => {
  expect(serializeParameter(given, value)).toBe(want);
});

const refusals: readonly { name: string; given: Parameter; value: unknown }[] = [
  { name: "a list in a list is refused", given: { name: "a", in: "query" }, value: [["b"]] },
  { name: "an object in a list is refused", given: { name: "a", in: "path" }, value: [{ b: 1 }] },
  { name: "an object in an object is refused", given: { name: "a", in: "header" }, value: { b: { c: 1 } } },
  {
    name: "a list in a deep object is refused, for no specification says how to write it",
    given: { name: "a", in: "query", style: "deepObject" },
    value: { b: [1] },
  },
];

test.each(refusals)("$name", ({ given, value }) => {
  expect(() => serializeParameter(given, value)).toThrow(new TypeError("a value nests too deep"));
});

test("half of a surrogate pair is refused", () => {
  expect(() => serializeParameter({ name: "a", in: "query" }, "\ud800")).toThrow(URIError);
});

test("a date that is none is refused", () => {
  expect(() => serializeParameter({ name: "a", in: "query" }, new Date(Number.NaN))).toThrow(RangeError);
});
