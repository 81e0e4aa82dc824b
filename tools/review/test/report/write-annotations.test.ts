import { describe, expect, test } from "vitest";
import { writeAnnotations } from "../../src/report/write-annotations.ts";
import { makeApi, makeFinding, makeProblem, makeReview } from "./make-review.ts";

const readLines = (text: string) => text.split("\n").filter((line) => line !== "");
const place = { file: "specs/a, b:c/100%.yaml", line: 7, column: 3 };

test("what breaks is an error at its line, with proof, reach and fingerprint", () => {
  expect(writeAnnotations(makeReview())).toBe(
    "::error file=specs/profile/openapi.yaml,line=12,col=7,title=request-max-length (wire)::" +
      "`name` may be at most 20 characters long; it was 40.%0A" +
      '`updateProfile` with `{"name":"aaaaaaaaaaaaaaaaaaaaa"}` was allowed; now: `name` must not have more than 20 characters.%0A' +
      "Where: request of updateProfile (profile).%0A" +
      "What to do instead: specmill explain request-max-length%0A" +
      "To approve it: fingerprint 0123456789ab in specs/.review/profile.yaml\n",
  );
});

test("what both axes feel is one error", () => {
  const findings = [makeFinding(), makeFinding({ axis: "source" })];
  const lines = readLines(writeAnnotations(makeReview({ apis: [makeApi({ findings })] })));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(",title=request-max-length (wire + client source)::");
});

test("what a document says can neither end a command nor begin one", () => {
  const message = "50%\r\n::error::forged\u0007";
  const [line, ...others] = readLines(
    writeAnnotations(makeReview({ apis: [makeApi({ findings: [makeFinding({ message, place })] })] })),
  );
  expect(others).toEqual([]);
  expect(line).toContain("::error file=specs/a%2C b%3Ac/100%25.yaml,line=7,col=3,title=");
  expect(line).toContain("::50%25 ::error::forged\ufffd%0A");
});

const kinds = [
  { name: "what is excused", finding: makeFinding({ excuse: { kind: "configured" } }), want: 0 },
  { name: "what is compatible", finding: makeFinding({ impact: "compatible" }), want: 0 },
  { name: "a note", finding: makeFinding({ impact: "note" }), want: 0 },
  { name: "what is suspected", finding: makeFinding({ status: "suspected" }), want: 1 },
];
test.each(kinds)("$name is annotated $want times, and as no error", ({ finding, want }) => {
  const lines = readLines(writeAnnotations(makeReview({ apis: [makeApi({ findings: [finding] })] })));
  expect(lines.filter((line) => line.startsWith("::warning "))).toHaveLength(want);
  expect(lines).toHaveLength(want);
});

describe("where there is much to say", () => {
  const gating = Array.from({ length: 8 }, (_, index) => makeFinding({ message: `Breaks ${index}.` }));
  const suspected = gating.map((finding) => ({ ...finding, status: "suspected" as const }));
  const review = makeReview({
    apis: [
      makeApi({
        findings: [...suspected, ...gating],
        lint: {
          kind: "compared",
          added: Array.from({ length: 5 }, () => makeProblem({ message: "Lint." })),
          fixed: [],
          kept: 0,
        },
      }),
    ],
    problems: [
      ...Array.from({ length: 5 }, (_, index) =>
        makeProblem({ message: `Bad ${index}.`, line: 100 + index }),
      ),
      makeProblem({ severity: "warning", message: "Odd." }),
    ],
  });
  const lines = readLines(writeAnnotations(review));
  const errors = lines.filter((line) => line.startsWith("::error "));
  const warnings = lines.filter((line) => line.startsWith("::warning "));

  test("there are ten errors and ten warnings, and nothing else", () => {
    expect([errors.length, warnings.length, lines.length]).toEqual([10, 10, 20]);
  });

  test("what breaks comes before problems", () => {
    expect(errors.map((line) => /::(Breaks|Bad)/.exec(line)?.[1])).toEqual([
      ...Array.from({ length: 8 }, () => "Breaks"),
      "Bad",
      "Bad",
    ]);
  });

  test("a warning comes before what is suspected, and lint comes last", () => {
    expect(warnings.map((line) => /::(Odd|Breaks|Lint)/.exec(line)?.[1])).toEqual([
      "Odd",
      ...Array.from({ length: 8 }, () => "Breaks"),
      "Lint",
    ]);
  });

  test("the last one says how many more there are, and where", () => {
    expect(errors.at(-1)).toContain(
      "%0AAnd 3 more errors, the first of them in specs/profile/openapi.yaml:102:1: the summary of this job lists them.",
    );
    expect(warnings.at(-1)).toContain("And 4 more warnings");
    expect(lines.filter((line) => line.includes("%0AAnd "))).toHaveLength(2);
  });
});

test("ten are told without a rest", () => {
  const findings = Array.from({ length: 10 }, () => makeFinding());
  const text = writeAnnotations(makeReview({ apis: [makeApi({ findings })] }));
  expect(readLines(text)).toHaveLength(10);
  expect(text).not.toContain("more error");
});

test("nothing to say is nothing", () => {
  expect(writeAnnotations(makeReview({ apis: [] }))).toBe("");
});
