import { describe, expect, test } from "vitest";
import { readApprovals } from "../../src/approval/read-approvals.ts";
import { suggestApproval } from "../../src/approval/suggest-approval.ts";

const file = "specs/.review/profile.yaml";
const sound = [
  '  - fingerprint: "0123456789ab"',
  "    rule: request-property-removed",
  "    reason: no-consumers",
  "    owner: '@team/profile'",
  "    until: 2027-03-01",
];
const write = (...lines: readonly string[]) => ["approvals:", ...lines, ""].join("\n");
const swap = (index: number, line: string) => write(...sound.with(index, line));
const read = (text: string) => readApprovals("profile", text, file);

describe("approvals are read", () => {
  test("with the place of each", () => {
    const { approvals, problems } = read(`# Ours\n${write(...sound, "    note: Nobody calls it.")}`);
    expect(problems).toEqual([]);
    expect(approvals).toEqual([
      {
        fingerprint: "0123456789ab",
        rule: "request-property-removed",
        reason: "no-consumers",
        owner: "@team/profile",
        until: "2027-03-01",
        note: "Nobody calls it.",
        place: { file, line: 3, column: 5 },
      },
    ]);
  });

  test.each(["", "# nothing yet\n", "approvals: []\n"])("from %j as none", (text) => {
    expect(read(text)).toEqual({ approvals: [], problems: [] });
  });

  test.each(["123456789012", "12345e678901", "000000000000"])(
    "also where YAML takes the fingerprint %s for a number",
    (fingerprint) => {
      const { approvals, problems } = read(swap(0, `  - fingerprint: ${fingerprint}`));
      expect(problems).toEqual([]);
      expect(approvals[0]?.fingerprint).toBe(fingerprint);
    },
  );
});

describe("an approval is refused", () => {
  const table: readonly [string, string, string, string, string][] = [
    ["that is no YAML", "approvals: [", "1:13", "It is no sound YAML", ""],
    ["in a file that is a list", "- a\n", "1:1", "must be a map", "approvals"],
    ["in a file without the list", "other: 1\n", "1:1", "no member `other`", "Known are approvals."],
    ["in a list that is none", "approvals: x\n", "1:12", "must be a list", "dash"],
    ["that is text", write("  - x"), "2:5", "An approval must be a map", "fingerprint"],
    [
      "with a member that does not exist",
      write(...sound, "    untill: x"),
      "7:5",
      "no member `untill`",
      "`until`",
    ],
    [
      "with no fingerprint",
      write("  - rule: api-removed", ...sound.slice(2)),
      "2:5",
      "nothing in `fingerprint`",
      "",
    ],
    [
      "with a wrong fingerprint",
      swap(0, "  - fingerprint: 0123"),
      "2:18",
      "`0123` is no fingerprint",
      "twelve",
    ],
    ["with a capital fingerprint", swap(0, "  - fingerprint: 0123456789AB"), "2:18", "no fingerprint", ""],
    [
      "with another rule",
      swap(1, "    rule: request-property-remove"),
      "3:11",
      "no rule",
      "`request-property-removed`",
    ],
    ["with another reason", swap(2, "    reason: bug-fix"), "4:13", "none of the reasons", "`bugfix`"],
    ["with no owner", swap(3, "    owner:"), "5:11", "nothing in `owner`", "answers"],
    [
      "with a day that does not exist",
      swap(4, "    until: 2027-02-30"),
      "6:12",
      "`2027-02-30` is no day",
      "2027-06-30",
    ],
    ["with a time", swap(4, "    until: 2027-03-01T00:00:00Z"), "6:12", "is no day", ""],
    ["with an empty note", write(...sound, "    note: ''"), "7:11", "nothing in `note`", ""],
    ["with a member told twice", write(...sound, "    owner: b"), "7:5", "unique", ""],
    ["that is a reference", `approvals:\n  - &a {}\n  - *a\n`, "3:5", "must be a map", ""],
  ];
  test.each(table)("%s", (_, text, place, message, hint) => {
    const { problems, approvals } = read(text);
    expect(approvals).toEqual([]);
    const told = problems.map((problem) => ({ ...problem, place: `${problem.line}:${problem.column}` }));
    expect(told).toContainEqual(
      expect.objectContaining({
        rule: "approval-file",
        severity: "error",
        file,
        place,
        message: expect.stringContaining(message),
      }),
    );
    const [problem] = told.filter((one) => one.message.includes(message));
    expect(problem?.hint ?? "").toContain(hint);
  });

  test("when it comes a second time, and the first one stays", () => {
    const { approvals, problems } = read(write(...sound, ...sound));
    expect(approvals).toHaveLength(1);
    expect(problems).toMatchObject([{ line: 7, column: 5, message: "`0123456789ab` is approved twice." }]);
  });
});

describe("a suggested approval", () => {
  const text = write(suggestApproval({ fingerprint: "123456789012", rule: "api-removed" }));

  test("is refused until people have filled in what only they know", () => {
    const { approvals, problems } = read(text);
    expect(approvals).toEqual([]);
    expect(problems.map(({ message }) => /`(\w+)`/.exec(message)?.[1])).toEqual(["reason", "owner", "until"]);
  });

  test("is sound when they have", () => {
    const filled = text
      .replace("reason:", "reason: bugfix")
      .replace("owner:", "owner: me")
      .replace("until:", "until: 2027-01-01");
    expect(read(filled)).toMatchObject({
      problems: [],
      approvals: [{ fingerprint: "123456789012", rule: "api-removed", reason: "bugfix", owner: "me" }],
    });
  });
});
