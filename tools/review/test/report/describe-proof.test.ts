import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/finding.ts";
import { describeProofs } from "../../src/report/describe-proof.ts";
import { joinAxes } from "../../src/report/join-axes.ts";
import { nameRequests } from "../../src/report/name-requests.ts";
import { readSentence, writePlain } from "../../src/report/report-piece.ts";
import { shortenMiddle, wrapText } from "../../src/report/report-text.ts";
import { makeApi, makeFinding } from "./make-review.ts";

const value = {
  kind: "value",
  value: 5,
  of: "query parameter limit of listItems",
  refusedBy: "head",
  reason: "too much",
} as const;
const listItems = { operations: ["Items", "listItems"] };

const tell = (findings: readonly Finding[], requests: ReadonlyMap<string, string>) =>
  joinAxes(findings).flatMap((joined) => describeProofs(joined, requests, 200).map(writePlain));

const cases: readonly { readonly name: string; readonly finding: Partial<Finding>; readonly want: string }[] =
  [
    {
      name: "a request that is refused now",
      finding: { ...listItems, proof: value },
      want: "`GET /items` with query parameter limit `5` was allowed; now: too much.",
    },
    {
      name: "a request that was refused before",
      finding: { ...listItems, proof: { ...value, refusedBy: "base" } },
      want: "`GET /items` with query parameter limit `5` is allowed now; before: too much.",
    },
    {
      name: "an answer that may come now",
      finding: {
        ...listItems,
        direction: "response",
        proof: { ...value, of: "200 body of listItems", refusedBy: "base" },
      },
      want: "`GET /items` with 200 body `5` may come now; before: too much.",
    },
    {
      name: "an answer that comes no more",
      finding: { ...listItems, direction: "response", proof: { ...value, of: "body of listItems" } },
      want: "`GET /items` with `5` could come; now: too much.",
    },
    {
      name: "an operation of which no document tells",
      finding: { operations: ["other"], proof: { ...value, of: "body of other" } },
      want: "`other` with `5` was allowed; now: too much.",
    },
    {
      name: "a place that names no operation",
      finding: { operations: [], proof: { ...value, of: "the value" } },
      want: "the value: `5` was allowed; now: too much.",
    },
    {
      name: "the compiler, with the first places in the code",
      finding: {
        proof: {
          kind: "compiler",
          message: "Type 'a' is not 'b'.",
          places: ["a:1:1", "b:1:1", "c:1:1", "d:1:1"],
        },
      },
      want: "The compiler: Type 'a' is not 'b'. (a:1:1, b:1:1, c:1:1 and 1 more).",
    },
    {
      name: "the compiler of generated types, which have no place",
      finding: { proof: { kind: "compiler", message: "No.", places: [] } },
      want: "The compiler: No.",
    },
  ];
test.each(cases)("tells of $name", ({ finding, want }) => {
  const requests = new Map([["listItems", "GET /items"]]);
  expect(tell([makeFinding(finding)], requests)).toEqual([want]);
});

describe("a change that both axes feel is shown", () => {
  const compiler: Finding["proof"] = { kind: "compiler", message: "The type was `40`.", places: [] };
  const payload = makeFinding({ ...listItems, proof: value });
  const { proof: _, ...derived } = payload;
  const compiled = makeFinding({ axis: "source", proof: compiler });
  test("by the payload first, and then by the compiler", () => {
    expect(tell([compiled, payload], new Map())).toEqual([
      "`listItems` with query parameter limit `5` was allowed; now: too much.",
      "The compiler: The type was `40`.",
    ]);
  });
  test("by rule where one of them has nothing to show", () => {
    expect(tell([compiled, derived], new Map())).toEqual([
      "The compiler: The type was `40`.",
      "On the wire it follows by rule.",
    ]);
  });
  test("by nothing where both follow by rule", () => {
    expect(tell([derived, { ...derived, axis: "source" }], new Map())).toEqual([]);
  });
  test("without saying again what changed", () => {
    const same = makeFinding({ axis: "source", proof: { ...compiler, message: compiled.message } });
    expect(tell([same], new Map())).toEqual(["The compiler says the same of the types."]);
  });
});

test("the middle of a long payload is left out and counted", () => {
  const long = { ...value, value: `${"a".repeat(200)}${"z".repeat(198)}` };
  const [text] = tell([makeFinding({ ...listItems, proof: long })], new Map());
  expect(text).toContain(`"${"a".repeat(133)}… (200 characters left out) …${"z".repeat(65)}"`);
});

describe("requests are named", () => {
  const document = (path: string) => ({
    file: "/a.yaml",
    text: "",
    version: "3.1" as const,
    document: { paths: { [path]: { parameters: [], get: { operationId: "a" }, put: {} } } },
    files: [],
  });
  test("by the head where both sides have them", () => {
    const api = makeApi({ documents: { base: document("/old"), head: document("/new") } });
    expect([...nameRequests(api)]).toEqual([
      ["a", "GET /new"],
      ["put-old", "PUT /old"],
      ["put-new", "PUT /new"],
    ]);
  });
  test("not at all without documents", () => {
    expect([...nameRequests(makeApi())]).toEqual([]);
  });
});

test.each([
  { given: "The `a` of `b`.", want: ["The ", "a!", " of ", "b!", "."] },
  { given: "A lone ` sign", want: ["A lone ", "` sign"] },
  { given: "`a` and `b", want: ["a!", " and ", "`b"] },
  { given: "", want: [] },
])("the sentence $given is read", ({ given, want }) => {
  expect(readSentence(given).map(({ kind, text }) => (kind === "code" ? `${text}!` : text))).toEqual(want);
});

test.each([
  { given: "short", length: 5, want: "short" },
  { given: "abcdefghij", length: 6, want: "abcd… (4 characters left out) …ij" },
  { given: "🙂🙂🙂🙂", length: 3, want: "🙂🙂… (1 character left out) …🙂" },
])("$given is shortened to $length", ({ given, length, want }) => {
  expect(shortenMiddle(given, length)).toBe(want);
});

test.each([
  { given: "a bc def", width: 4, want: ["a bc", "def"] },
  { given: "abcdefghi j", width: 4, want: ["abcd", "efgh", "i j"] },
  { given: "", width: 4, want: [""] },
])("$given is wrapped at $width", ({ given, width, want }) => {
  expect(wrapText(given, width)).toEqual(want);
});
