import { expect, test } from "vitest";
import { matchStatus } from "../src/match-status.ts";
import { describeOperation } from "./support/operation.ts";

const cases: readonly { name: string; given: readonly string[]; status: number; want: string | undefined }[] =
  [
    { name: "a documented status is itself", given: ["200", "404"], status: 404, want: "404" },
    { name: "a status wins over its range", given: ["4XX", "404"], status: 404, want: "404" },
    { name: "a range covers the rest of its hundred", given: ["4XX", "404"], status: 499, want: "4XX" },
    { name: "a range starts at its hundred", given: ["4XX"], status: 400, want: "4XX" },
    { name: "a range covers no other hundred", given: ["4XX"], status: 500, want: undefined },
    { name: "a range wins over default", given: ["default", "5XX"], status: 503, want: "5XX" },
    { name: "a range of successes is one", given: ["2XX"], status: 206, want: "2XX" },
    { name: "default covers an error", given: ["200", "default"], status: 500, want: "default" },
    { name: "default covers a redirect", given: ["200", "default"], status: 302, want: "default" },
    {
      name: "default covers a success where the document names none",
      given: ["default", "404"],
      status: 200,
      want: "default",
    },
    {
      name: "default covers no success where the document names another",
      given: ["200", "default"],
      status: 201,
      want: undefined,
    },
    {
      name: "default covers no success where the document names a range of them",
      given: ["2XX", "default"],
      status: 204,
      want: "2XX",
    },
    {
      name: "a status that nothing describes is unknown",
      given: ["200", "404"],
      status: 500,
      want: undefined,
    },
    { name: "a document without answers knows none", given: [], status: 200, want: undefined },
  ];

test.each(cases)("$name", ({ given, status, want }) => {
  const responses = Object.fromEntries(given.map((key) => [key, []]));
  expect(matchStatus(describeOperation({ responses }), status)).toBe(want);
});

test("an inherited answer is none", () => {
  const responses = Object.create({ 200: [], default: [] });
  expect(matchStatus(describeOperation({ responses }), 200)).toBeUndefined();
});

test("a redirect that a browser hides is none of the document's, not even by default", () => {
  expect(matchStatus(describeOperation({ responses: { default: [] } }), 0)).toBeUndefined();
});
