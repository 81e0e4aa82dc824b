import { expect, test } from "vitest";
import { judgeRedocly } from "../../src/judge/judge-redocly.ts";
import type { RedoclyChange } from "../../src/redocly/redocly-change.ts";
import { listChanges, makeDocument } from "./support/documents.ts";

const place = "#/paths/~1pets/post/responses/200/content/application~1json/schema";

function theirs(pointer: string, members: Partial<RedoclyChange> = {}): RedoclyChange {
  return {
    kind: "modified",
    impact: "major",
    path: pointer,
    rules: ["schema-constraint-changed"],
    messages: [`It says so of ${pointer.slice(place.length)}.`],
    base: pointer,
    head: pointer,
    ...members,
  };
}

const array = makeDocument({ response: { type: "array", items: { type: "string" }, maxItems: 3 } });
const object = makeDocument({ response: { type: "object" } });

test("what it alone calls major is suspected, and in its own words", () => {
  const judged = judgeRedocly([theirs(`${place}/items`)], [], { base: array, head: array });
  expect(judged).toMatchObject([
    {
      axis: "wire",
      impact: "breaking",
      status: "suspected",
      change: {
        rule: "redocly-diff",
        head: `${place}/items`,
        message: "`redocly diff` alone calls this major (`schema-constraint-changed`): It says so of /items.",
      },
    },
  ]);
});

test("what it calls less is not told, and one place is told once", () => {
  const again = theirs(`${place}/items`, { rules: ["other"], messages: ["And so."] });
  const minor = theirs(`${place}/maxItems`, { impact: "minor" });
  const judged = judgeRedocly([theirs(`${place}/items`), again, minor], [], { base: array, head: array });
  expect(judged.map(({ change }) => change.message)).toEqual([
    "`redocly diff` alone calls this major (`other`, `schema-constraint-changed`): It says so of /items. And so.",
  ]);
});

test("another type explains all that is said of what was within", () => {
  const documents = { base: array, head: object };
  const said = [
    theirs(`${place}/items`, { kind: "removed" }),
    theirs(`${place}/maxItems`, { kind: "removed" }),
  ];
  expect(judgeRedocly(said, listChanges(array, object), documents)).toEqual([]);
  expect(judgeRedocly(said, [], documents)).not.toEqual([]);
});
