import type { RuleText } from "@specmill/spec";
import { describe, expect, test } from "vitest";
import { type ReviewRule, reviewRules, schemaSubjects } from "../../src/review-rule.ts";
import { reviewTexts } from "../../src/rules/problem-texts.ts";
import { textOf } from "../../src/rules/text-of.ts";

const all: readonly (readonly [string, RuleText])[] = [
  ...reviewRules.map((rule) => [rule, textOf(rule)] as const),
  ...Object.entries(reviewTexts),
];

describe("textOf", () => {
  test.each(all)("tells of %s in sentences that fit a cell of a table", (_, text) => {
    expect(text.what.length).toBeLessThanOrEqual(420);
    expect(text.why.length).toBeLessThanOrEqual(200);
    expect(text.instead.length).toBeLessThanOrEqual(200);
    for (const said of Object.values(text)) {
      expect(said).toMatch(/^[A-Z`“].*[.]$/s);
      // A backtick that is never closed would swallow the rest of a comment.
      expect(said.split("`").length % 2).toBe(1);
      expect(said).not.toMatch(/[|\n]| {2}/);
    }
  });

  test("never gives two rules the same reason and the same advice", () => {
    const seen = new Map<string, string>();
    for (const [rule, { why, instead }] of all) {
      expect([rule, seen.get(`${why} ${instead}`)]).toEqual([rule, undefined]);
      seen.set(`${why} ${instead}`, rule);
    }
  });

  test.each(schemaSubjects)(
    "tells both directions of %s apart, after the same words on the keyword",
    (subject) => {
      const [request, response] = [textOf(`request-${subject}`), textOf(`response-${subject}`)];
      expect(request.what).not.toBe(response.what);
      expect(request.what.slice(0, 12)).toBe(response.what.slice(0, 12));
      expect(request.what).toMatch(/[Rr]equest|server/);
      expect(response.what).toMatch(/[Rr]esponse|server/);
    },
  );

  test.each<{ given: ReviewRule; what: RegExp; why: RegExp; instead: RegExp }>([
    { given: "request-max-length", what: /falls, as from 100 to 40/, why: /refused/, instead: /old length/ },
    { given: "response-max-length", what: /rises or goes/, why: /cut off/, instead: /new property/ },
    { given: "response-enum", what: /`switch`/, why: /falls through/, instead: /`x-extensible-enum`/ },
    { given: "request-property-added", what: /do not compile/, why: /refused/, instead: /optional/ },
    { given: "operation-removed", what: /loses the method/, why: /404/, instead: /`x-sunset`/ },
    { given: "redocly-diff", what: /never stops a merge/, why: /refactor/, instead: /both sides/ },
  ])("explains $given by what breaks and by the compatible way", ({ given, what, why, instead }) => {
    const text = textOf(given);
    expect(text.what).toMatch(what);
    expect(text.why).toMatch(why);
    expect(text.instead).toMatch(instead);
  });
});
