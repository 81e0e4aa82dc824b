import { expect, test } from "vitest";
import { readHeaders } from "../src/read-headers.ts";
import { describeOperation } from "./support/operation.ts";

const operation = describeOperation({
  headers: {
    200: { "X-Left": "number", ETag: "string", "X-Last": "boolean", "X-Tags": "list" },
    "4XX": { "Retry-After": "string" },
  },
});

const cases: readonly { name: string; status?: string; given: Record<string, string>; want: object }[] = [
  { name: "nothing that came is nothing", given: {}, want: {} },
  {
    name: "each documented header is read as what it is",
    given: { "x-left": "7", etag: '"abc"', "x-last": "true", "x-tags": "a, b ,c" },
    want: { "X-Left": 7, ETag: '"abc"', "X-Last": true, "X-Tags": ["a", "b", "c"] },
  },
  { name: "a header that nobody documented is left out", given: { "x-other": "1" }, want: {} },
  { name: "false is a boolean", given: { "x-last": "false" }, want: { "X-Last": false } },
  { name: "a word that is no boolean is left out", given: { "x-last": "yes" }, want: {} },
  { name: "a word that is no number is left out", given: { "x-left": "many" }, want: {} },
  { name: "an empty header is no number", given: { "x-left": "" }, want: {} },
  {
    name: "numbers may have a sign, a fraction and an exponent",
    given: { "x-left": "-1.5e3" },
    want: { "X-Left": -1500 },
  },
  { name: "a list of one is a list", given: { "x-tags": "a" }, want: { "X-Tags": ["a"] } },
  {
    name: "a range has headers of its own",
    status: "4XX",
    given: { "retry-after": "5", "x-left": "7" },
    want: { "Retry-After": "5" },
  },
  { name: "a status without documented headers has none", status: "500", given: { "x-left": "7" }, want: {} },
];

test.each(cases)("$name", ({ status = "200", given, want }) => {
  expect(readHeaders(operation, status, new Headers(given))).toEqual(want);
});

test("an operation that documents no header has none", () => {
  expect(readHeaders(describeOperation(), "200", new Headers({ etag: "1" }))).toEqual({});
});
