import { marked } from "marked";
import { describe, expect, test } from "vitest";
import type { Excuse, Finding } from "../../src/finding.ts";
import { commentMarker, writeComment } from "../../src/report/write-comment.ts";
import { writeSummary } from "../../src/report/write-summary.ts";
import type { Review } from "../../src/review.ts";
import {
  makeApi,
  makeFinding,
  makeLargeReview,
  makeProblem,
  makeReview,
  makeUnchanged,
  textOfFake,
} from "./make-review.ts";

const textOf = textOfFake;
const write = (review: Review, limit?: number) =>
  writeComment(review, limit === undefined ? { textOf } : { textOf, limit });
const writeFindings = (...findings: readonly Finding[]) =>
  write(makeReview({ apis: [makeApi({ findings })] }));

const approved: Excuse = {
  kind: "approved",
  reason: "No consumer reads it",
  owner: "@api-guild",
  until: "2027-01-31",
  note: "See `the log`.",
};

describe("the verdict", () => {
  const compatible = makeFinding({ impact: "compatible", status: "derived" });
  const cases: readonly {
    readonly name: string;
    readonly review: Review;
    readonly want: readonly string[];
  }[] = [
    {
      name: "says what has to be approved",
      review: makeReview({ apis: [makeApi({ findings: [makeFinding(), makeFinding(), compatible] })] }),
      want: [
        "**2 breaking changes must be approved or undone. They break HTTP callers.** Version bump: **major** (wire: major, client source: none).",
      ],
    },
    {
      name: "counts a change once that both axes feel, and says for whom it breaks",
      review: makeReview({
        apis: [
          makeApi({
            findings: [
              makeFinding(),
              makeFinding({ axis: "source" }),
              makeFinding({ fingerprint: "ba9876543210" }),
            ],
          }),
        ],
      }),
      want: [
        "**2 breaking changes must be approved or undone. They break HTTP callers (2) and users of the package (1).**",
      ],
    },
    {
      name: "takes the largest bump of each axis",
      review: makeReview({
        apis: [
          makeApi({ api: "a", bump: "minor", wire: "none", source: "minor", findings: [compatible] }),
          makeApi({ api: "b", bump: "patch", wire: "patch", source: "none", findings: [] }),
        ],
      }),
      want: ["**Nothing breaks.** Version bump: **minor** (wire: patch, client source: minor)."],
    },
    {
      name: "says that what breaks is excused",
      review: makeReview({ apis: [makeApi({ findings: [makeFinding({ excuse: approved })] })] }),
      want: ["**Nothing breaks but 1 change that is excused.**"],
    },
    {
      name: "says nothing good of what could not be read",
      review: makeReview({ apis: [makeUnchanged({ kind: "unreadable" })], problems: [makeProblem()] }),
      want: [
        "**1 API cannot be read, and could not be compared. 1 problem must be mended.** Version bump: **not compared**.",
        "1 API not compared: `profile`",
      ],
    },
    {
      name: "speaks of the rest where one of two could not be read",
      review: makeReview({
        apis: [makeUnchanged({ api: "a", kind: "unreadable" }), makeUnchanged({ api: "b" })],
        problems: [makeProblem()],
      }),
      want: ["1 problem must be mended. No other API changes.**", "1 API unchanged: `b`"],
    },
    {
      name: "is careful with the bump where one of two could not be read",
      review: makeReview({
        apis: [makeApi({ api: "a" }), makeUnchanged({ api: "b", kind: "unreadable" })],
        problems: [makeProblem()],
      }),
      want: ["Version bump: **major** at least (wire: major, client source: none)."],
    },
    {
      name: "is that nothing changed",
      review: makeReview({ apis: [makeUnchanged()] }),
      want: [
        "**No API changes.** Compared `main (586e4f6)` with `HEAD (4d69168)`.",
        "1 API unchanged: `profile`",
      ],
    },
    { name: "is the same without any API", review: makeReview({ apis: [] }), want: ["**No API changes.**"] },
    {
      name: "does not say so where an approval has expired",
      review: makeReview({ apis: [makeUnchanged()], problems: [makeProblem({ rule: "approval-expired" })] }),
      want: ["**1 problem must be mended. No API changes.**"],
    },
  ];
  test.each(cases)("$name", ({ review, want }) => {
    const comment = write(review);
    expect(comment.split("\n").slice(0, 3).join("\n")).toContain(`${commentMarker}\n\n**`);
    for (const words of want) expect(comment).toContain(words);
  });
});

test("problems come before any API, in words, at their place, errors first", () => {
  const comment = write(
    makeReview({
      problems: [
        makeProblem({ severity: "warning", message: "Odd." }),
        makeProblem({ line: 9, message: "The `paths` are no map", hint: "Indent it" }),
      ],
    }),
  );
  expect(comment).toContain(
    "- **error** `specs/profile/openapi.yaml:9:1` The `paths` are no map. Indent it. (`yaml`)\n- **warning**",
  );
  expect(comment.indexOf("### Problems")).toBeLessThan(comment.indexOf("### `profile`"));
});

describe("a breaking change", () => {
  test("is a row with values, axes, operations, fingerprint, proof, why and what instead", () => {
    const [line] = writeFindings(makeFinding())
      .split("\n")
      .filter((text) => text.includes("0123456789ab"));
    expect(line?.split(" | ")).toEqual([
      "| `name` may be at most 20 characters long; it was 40.<br>`40` → `20`<br>**wire**: request of `updateProfile`<br><sub>request-max-length, specs/profile/openapi.yaml:12</sub><br>`0123456789ab`",
      '`updateProfile` with <code>{"name"&#58;<wbr>"aaaaaaaaaaaaaaaaaaaaa"}</code> was allowed; now: `name` must not have more than 20 characters.',
      "For example: why request-max-length breaks a `caller`.<br>**Instead:** What to do instead of request-max-length. |",
    ]);
  });

  test("that both axes feel is one row with both proofs", () => {
    const compiler: Finding["proof"] = { kind: "compiler", message: "The type is gone.", places: [] };
    const rows = writeFindings(makeFinding({ axis: "source", proof: compiler }), makeFinding())
      .split("\n")
      .filter((text) => text.startsWith("| `name`"));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain("<br>**wire + client source**: request of `updateProfile`<br>");
    expect(rows[0]).toMatch(/was allowed; now: .*<br>The compiler: The type is gone\. \|/);
  });

  test("comes with the entry that approves it", () => {
    const findings = [makeFinding(), makeFinding({ axis: "source" })];
    const comment = writeFindings(...findings);
    expect(comment).toContain("To approve it, put its entry into <code>specs/.review/profile.yaml</code>");
    expect(comment.match(/- fingerprint: "0123456789ab"\n {4}rule: request-max-length\n/g)).toHaveLength(1);
  });

  test("of many is approved by its fingerprint", () => {
    const findings = Array.from({ length: 11 }, (_, index) =>
      makeFinding({ fingerprint: `0000000000${10 + index}` }),
    );
    expect(writeFindings(...findings)).toContain(
      "To approve one of them, name its fingerprint in `specs/.review/profile.yaml`",
    );
  });

  test("names the request by method and path where a document tells them", () => {
    const document = { paths: { "/profiles/{userId}": { patch: { operationId: "updateProfile" } } } };
    const head = { file: "/a.yaml", version: "3.1", document, files: [], text: "" } as const;
    expect(write(makeReview({ apis: [makeApi({ documents: { head } })] }))).toContain(
      "`PATCH /profiles/{userId}` with <code>{",
    );
  });

  test("has every operation that it reaches, the third and later ones folded", () => {
    const names = Array.from({ length: 23 }, (_, index) => `operation${index}`);
    const comment = writeFindings(makeFinding({ operations: names }));
    expect(comment).toContain(
      "`operation0`, `operation1` <details><summary>and 21 more</summary><code>operation10</code>, ",
    );
    for (const name of names) expect(comment).toContain(name);
  });

  test("names three operations rather than to fold one of them", () => {
    expect(writeFindings(makeFinding({ operations: ["a", "b", "c"] }))).toContain(
      "request of `a`, `b` and `c`<br>",
    );
  });

  test("without a proof follows by rule", () => {
    const { proof: _, ...derived } = makeFinding({ status: "derived" });
    expect(writeFindings(derived)).toContain("| Follows by rule. |");
  });
});

const cases: readonly {
  readonly name: string;
  readonly finding: Partial<Finding>;
  readonly want: readonly string[];
}[] = [
  {
    name: "what is approved, with reason, owner and expiry",
    finding: { excuse: approved },
    want: [
      "1 excused breaking change</summary>",
      "`0123456789ab` is approved by <code>&#64;&#8203;api-guild</code> until 2027-01-31: No consumer reads it. See `the log`.",
    ],
  },
  {
    name: "what was to go",
    finding: { excuse: { kind: "sunset", date: "2026-01-01" } },
    want: ["was deprecated, and to go on 2026-01-01."],
  },
  {
    name: "what is not stable",
    finding: { excuse: { kind: "unstable", level: "beta" } },
    want: ["of stability `beta`, of which nothing is promised yet"],
  },
  {
    name: "what is configured to be a note",
    finding: { excuse: { kind: "configured" } },
    want: ["the configuration of the review makes a note"],
  },
  {
    name: "what is suspected, as no reason to stop",
    finding: { status: "suspected" },
    want: [
      "**Nothing breaks.**",
      "1 suspected change, which looks like an equivalent refactor: one check alone calls it breaking</summary>",
    ],
  },
  {
    name: "what is compatible, by operation",
    finding: { impact: "compatible", message: "The property `email` is new." },
    want: ["1 compatible change", "- `updateProfile`\n  - The property `email` is new (request)."],
  },
  {
    name: "a new operation, by name even where it is folded away",
    finding: { impact: "compatible", rule: "operation-added", operations: ["getAvatar"] },
    want: ["1 compatible change, with the new operation <code>getAvatar</code></summary>"],
  },
  {
    name: "a note",
    finding: { impact: "note", rule: "tag-changed" },
    want: ["1 note of no consequence for a caller"],
  },
  {
    name: "a change of documentation, by number",
    finding: { impact: "note", rule: "documentation-changed" },
    want: ["1 change of documentation only"],
  },
];
test.each(cases)("the comment tells $name", ({ finding, want }) => {
  const comment = writeFindings(makeFinding(finding));
  for (const words of want) expect(comment).toContain(words);
  expect(comment).not.toContain("| What changed");
});

describe("what does not break", () => {
  const added = makeFinding({
    impact: "compatible",
    rule: "request-property-added",
    message: "The property `email` is new.",
  });
  const response = { ...added, rule: "response-property-added", direction: "response" } as const;

  test("is unfolded where nothing breaks, and there is little of it", () => {
    expect(writeFindings(added)).toContain("<details open><summary>1 compatible change</summary>");
    expect(writeFindings(added, makeFinding())).toContain("<details><summary>1 compatible change</summary>");
    const many = Array.from({ length: 11 }, (_, index) => ({ ...added, message: `Thing ${index} is new.` }));
    expect(writeFindings(...many)).toContain("<details><summary>11 compatible changes</summary>");
  });

  test("is said once of request and response", () => {
    expect(writeFindings(added, { ...response, fingerprint: "ba9876543210" })).toContain(
      "1 compatible change</summary>\n\n- `updateProfile`\n  - The property `email` is new (request and response).",
    );
  });

  test("names neither request nor response of what the server calls", () => {
    expect(writeFindings({ ...response, operations: ["webhook changed post"] })).toContain(
      "  - The property `email` is new.\n",
    );
  });

  test("has its place where it reaches no operation", () => {
    expect(
      writeFindings(makeFinding({ operations: [], rule: "redocly-diff", status: "suspected" })),
    ).toContain("it was 40. (`specs/profile/openapi.yaml:12`; wire)");
  });
});

test("the comment tells what lint newly finds, what was fixed, and which consumers break", () => {
  const comment = write(
    makeReview({
      apis: [
        makeUnchanged({
          lint: {
            kind: "compared",
            added: [makeProblem({ message: "Worse." })],
            fixed: [makeProblem({ message: "Better." })],
            kept: 4,
          },
          consumers: { compiled: 12, broken: ["README.md#2", "README.md#10", "a.ts"], unusable: ["old.ts"] },
        }),
      ],
    }),
  );
  expect(comment).toContain("Lint: 1 new problem, 1 fixed, 4 as before");
  expect(comment).toContain("- New: `specs/profile/openapi.yaml:3:1` Worse.");
  expect(comment).toContain("- Fixed: `specs/profile/openapi.yaml:3:1` Better.");
  expect(comment).toContain("3 of 12 consumers no longer compile");
  expect(comment).toContain("- `README.md`, programs 2 and 10\n- `a.ts`\n");
  expect(comment).toContain(
    "1 consumer did not compile before either, and cannot tell</summary>\n\n- `old.ts`",
  );
});

/** Everything that keeps Markdown from being cut or broken. */
function checkShape(markdown: string): void {
  expect(markdown.match(/<details( open)?>/g)?.length ?? 0).toBe(markdown.match(/<\/details>/g)?.length ?? 0);
  expect(markdown.match(/<summary>/g)?.length ?? 0).toBe(markdown.match(/<\/summary>/g)?.length ?? 0);
  for (const block of markdown.split("\n\n").filter((text) => text.startsWith("|"))) {
    const widths = block
      .trim()
      .split("\n")
      .map((line) => line.split("|").length);
    expect(new Set(widths).size).toBe(1);
    expect(widths.length).toBeGreaterThan(2);
  }
}

describe("the budget", () => {
  test.each([
    { breaking: 1, limit: undefined },
    { breaking: 50, limit: undefined },
    { breaking: 500, limit: undefined },
    { breaking: 5000, limit: undefined },
    { breaking: 500, limit: 20_000 },
    { breaking: 50, limit: 3000 },
    { breaking: 5000, limit: 1000 },
  ])("holds for $breaking breaking changes and a limit of $limit", ({ breaking, limit }) => {
    const comment = write(makeLargeReview(breaking), limit);
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(limit ?? 60_000);
    expect(comment.startsWith(commentMarker)).toBe(true);
    expect(comment).toContain(`**${breaking} breaking change${breaking === 1 ? "" : "s"} must be approved`);
    checkShape(comment);
  });

  test.each([1, 50, 500])("lists each of %i breaking changes by its fingerprint", (breaking) => {
    const review = makeLargeReview(breaking);
    const comment = write(review);
    const gating = review.apis.flatMap(({ findings }) => findings).slice(0, breaking);
    expect(gating.filter(({ fingerprint }) => !comment.includes(fingerprint))).toEqual([]);
  });

  test("is used: fewer characters are never spent on what would fit in more detail", () => {
    const lengths = Array.from(
      { length: 60 },
      (_, index) => write(makeLargeReview(40), 2000 + index * 2000).length,
    );
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
  });

  test("groups thousands by rule and operation, and says where all of them are", () => {
    const comment = writeComment(makeLargeReview(5000), { textOf, whole: "The artifact `review` has all." });
    expect(comment).toMatch(/- `request-max-length`: \d+ changes: `operation\d+` \d+/);
    expect(comment).toContain("Shortened to fit: breaking changes are counted by rule");
    expect(comment).toContain("The artifact `review` has all.");
  });

  test("drops proofs, folds, reasons and operations in this order", () => {
    const value = { name: "b".repeat(1000) };
    const proof = {
      kind: "value",
      value,
      of: "body of updateProfile",
      refusedBy: "head",
      reason: "no",
    } as const;
    const operations = Array.from({ length: 9 }, (_, index) => `operation${index}`);
    const findings = Array.from({ length: 30 }, () => makeFinding({ proof, operations }));
    const added = makeFinding({ impact: "compatible", message: "A new thing." });
    const review = makeReview({ apis: [makeApi({ findings: [...findings, added] })] });
    const steps = Array.from({ length: 70 }, (_, index) => write(review, 36_000 - index * 500)).map(
      (comment) =>
        [
          comment.includes("b".repeat(100)),
          comment.includes("A new thing"),
          comment.includes("| For example: why request"),
          comment.includes("operation1"),
          comment.includes("| What changed"),
        ].filter(Boolean).length,
    );
    expect([...new Set(steps)]).toEqual([5, 4, 3, 2, 1, 0]);
  });

  test("of a summary is larger", () => {
    const summary = writeSummary(makeLargeReview(2000), { textOf });
    expect(Buffer.byteLength(summary)).toBeGreaterThan(60_000);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(900_000);
    expect(summary).not.toContain(commentMarker);
    checkShape(summary);
  });

  test("counts the bytes of letters that take several", () => {
    const findings = Array.from({ length: 200 }, () => makeFinding({ message: "Größe 🙂 ".repeat(40) }));
    const comment = writeFindings(...findings);
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(60_000);
  });
});

test("the same review gives the same bytes", () => {
  expect(write(makeLargeReview(300))).toBe(write(makeLargeReview(300)));
});

const hostile = [
  "a|b||c",
  "`tick` ``two``",
  "<script>alert(1)</script>",
  "</details></summary></table>",
  "<!-- specmill-review -->",
  "-->",
  "@octocat and @org/team",
  "fixes #123, org/repo#4 and GH-5",
  "line\nbreak\r\n\n# heading",
  "![i](https://evil.test/i.png) [l](javascript:alert(1)) https://evil.test www.evil.test",
  "&#64;octocat &commat;octocat",
  "**bold** __bold__ ~~gone~~ $x$",
  "back\\slash\\|",
  "\u202eturned\u0007",
  "- item",
  "| --- |",
  "",
  "x".repeat(5000),
];

describe("a hostile name", () => {
  test.each(hostile)("%j is only text", (name) => {
    const problem = makeProblem({ message: name, rule: name, file: name, hint: name });
    const values = {
      operations: [name, "b", "c", "d"],
      message: `\`${name}\` and ${name}`,
      before: name,
      after: { [name]: [name] },
    };
    const proofs: readonly Finding["proof"][] = [
      { kind: "value", value: { [name]: name }, of: `body of ${name}`, refusedBy: "head", reason: name },
      { kind: "compiler", message: name, places: [name] },
    ];
    const findings = proofs.flatMap((proof): readonly Finding[] => {
      const finding = makeFinding({ ...values, ...(proof === undefined ? {} : { proof }) });
      return [
        finding,
        { ...finding, status: "suspected" },
        { ...finding, impact: "compatible", rule: "operation-added" },
        { ...finding, impact: "note" },
        { ...finding, excuse: { kind: "approved", reason: name, owner: name, until: name, note: name } },
        { ...finding, excuse: { kind: "unstable", level: name } },
        { ...finding, excuse: { kind: "sunset", date: name } },
      ];
    });
    const api = makeApi({
      api: name,
      file: name,
      kind: "renamed",
      formerName: name,
      findings,
      lint: { kind: "compared", added: [problem], fixed: [problem], kept: 0 },
      consumers: { compiled: 2, broken: [name], unusable: [name] },
    });
    const review = makeReview({
      base: name,
      head: name,
      apis: [api, makeUnchanged({ api: name })],
      problems: [problem],
    });
    for (const limit of [60_000, 12_000, 6000, 4000, 3000, 1500]) {
      const comment = write(review, limit);
      checkShape(comment);
      checkHarmless(comment);
    }
  });
});

/** As GitHub renders it: no link, no picture, no element but ours, and no mention in what is not code. */
function checkHarmless(markdown: string): void {
  const html = marked.parse(markdown, { async: false, gfm: true });
  const elements = new Set(
    [...html.replace(commentMarker, "").matchAll(/<(!--|\/?[a-z]\w*)/gi)].map(([, name]) =>
      name?.replace("/", ""),
    ),
  );
  const ours = [
    "h3",
    "h4",
    "p",
    "strong",
    "code",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "br",
    "sub",
    "ul",
    "li",
    "details",
    "summary",
    "pre",
    "wbr",
  ];
  expect([...elements].filter((name) => !ours.includes(name ?? ""))).toEqual([]);
  expect(markdown.split("<!--")).toHaveLength(2);
  const shown = html.replace(/<code>.*?<\/code>/gs, "").replace(/<[^>]*>/g, "");
  const decoded = shown.replace(/&#(\d+);/g, (_, digits: string) => String.fromCharCode(Number(digits)));
  expect(decoded).not.toMatch(/@\w|#\d|\bGH-\d/);
  expect(markdown).not.toMatch(/(?<!\w)@\w/);
  for (const sign of ["\u202e", "\u0007"]) expect(markdown).not.toContain(sign);
}
