import { plainPalette } from "@specmill/spec";
import { describe, expect, test } from "vitest";
import { writeTerminal } from "../../src/report/write-terminal.ts";
import type { Review } from "../../src/review.ts";
import {
  makeApi,
  makeFinding,
  makeLargeReview,
  makeProblem,
  makeReview,
  makeUnchanged,
} from "./make-review.ts";

const write = (review: Review) => writeTerminal(review, plainPalette);

test("tells what breaks with its proof, then the API, then the verdict", () => {
  expect(write(makeReview())).toBe(`BREAKING  request-max-length  wire, proved
  what        \`name\` may be at most 20 characters long; it was 40.
  values      \`40\` → \`20\`
  proof       \`updateProfile\` with \`{"name":"aaaaaaaaaaaaaaaaaaaaa"}\` was allowed; now: \`name\` must
              not have more than 20 characters.
  reaches     request of updateProfile
  at          specs/profile/openapi.yaml:12:7
  fingerprint 0123456789ab

profile  major (wire: major, client source: none)
  findings    1 breaking, 0 compatible

1 breaking change must be approved or undone. It breaks HTTP callers.
version bump: major (wire: major, client source: none)
main (586e4f6) against HEAD (4d69168)
`);
});

const cases: readonly { readonly name: string; readonly review: Review; readonly want: readonly string[] }[] =
  [
    {
      name: "a problem with its place and what to do",
      review: makeReview({
        apis: [makeUnchanged({ kind: "unreadable" })],
        problems: [makeProblem({ hint: "Mend it." })],
      }),
      want: [
        "ERROR  specs/profile/openapi.yaml:3:1\n",
        "  to do       Mend it.",
        "profile  unreadable",
        "1 API cannot be read",
        "version bump: not compared",
      ],
    },
    {
      name: "what does not break by number",
      review: makeReview({
        apis: [
          makeApi({
            findings: [
              makeFinding({ excuse: { kind: "configured" } }),
              makeFinding({ status: "suspected" }),
              makeFinding({ impact: "note" }),
              makeFinding({ impact: "note", rule: "documentation-changed" }),
              makeFinding({ impact: "compatible" }),
            ],
          }),
        ],
      }),
      want: [
        "0 breaking, 1 excused, 1 suspected (looks like an equivalent refactor), 1 compatible,\n",
        "  1 note, 1 of documentation",
      ],
    },
    {
      name: "once what both axes feel, and how sure it is of each",
      review: makeReview({
        apis: [
          makeApi({
            findings: [
              makeFinding(),
              makeFinding({
                axis: "source",
                status: "derived",
                proof: { kind: "compiler", message: "No.", places: [] },
              }),
            ],
          }),
        ],
      }),
      want: [
        "BREAKING  request-max-length  wire + client source, proved (wire), derived (client source)\n",
        "20 characters.\n              The compiler: No.\n",
        "  findings    1 breaking,",
        "It breaks HTTP callers and users of the package.",
      ],
    },
    {
      name: "lint and consumers",
      review: makeReview({
        apis: [
          makeApi({
            lint: { kind: "compared", added: [makeProblem()], fixed: [], kept: 1 },
            consumers: { compiled: 2, broken: ["a.ts"], unusable: ["old.ts"] },
          }),
        ],
      }),
      want: [
        "lint        1 new problem, 0 fixed",
        "consumers   1 of 2 no longer compile: a.ts",
        "            1 did not compile before either: old.ts",
      ],
    },
    {
      name: "that nothing changed",
      review: makeReview({ apis: [makeUnchanged()] }),
      want: ["No API changes.\nmain"],
    },
  ];
test.each(cases)("tells $name", ({ review, want }) => {
  for (const words of want) expect(write(review)).toContain(words);
});

describe("of very much", () => {
  const text = write(makeLargeReview(500));
  test("shows twenty, and says how many more there are", () => {
    expect(text.match(/^BREAKING /gm)).toHaveLength(20);
    expect(text).toContain("… and 480 more breaking changes.");
  });
  test("keeps lines within a hundred columns", () => {
    expect(text.split("\n").filter((line) => [...line].length > 100)).toEqual([]);
  });
});

test("nothing of a document moves the cursor", () => {
  const name = "\u001b[2Ja\rb\u0007\u202e";
  const text = write(
    makeReview({
      base: name,
      apis: [
        makeApi({ api: name, findings: [makeFinding({ message: name, operations: [name], before: name })] }),
      ],
      problems: [makeProblem({ message: name, file: name, rule: name, hint: name })],
    }),
  );
  for (const sign of ["\u001b", "\r", "\u0007", "\u202e"]) expect(text).not.toContain(sign);
});
