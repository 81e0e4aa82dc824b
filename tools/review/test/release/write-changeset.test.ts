import parsePackage from "@changesets/parse";
import { describe, expect, test } from "vitest";
import type { Bump, Finding } from "../../src/finding.ts";
import { describeForConsumer } from "../../src/release/describe-for-consumer.ts";
import { bumpForVersion, changesetPath, writeChangeset } from "../../src/release/write-changeset.ts";
import { writeReleaseNotes } from "../../src/release/write-release-notes.ts";
import { makeFinding } from "../approval/make-finding.ts";

type Parse = (text: string) => { readonly releases: readonly unknown[]; readonly summary: string };

// As CommonJS is seen from here, its default export may lie one step deeper than its types say.
const parse: Parse = unwrap(parsePackage);

function unwrap(found: Parse | { readonly default: Parse }): Parse {
  return typeof found === "function" ? found : found.default;
}

const input = {
  packageName: "@specmill/profile",
  packageVersion: "1.2.0",
  bump: "major",
  findings: [makeFinding()],
} as const;

describe("a changeset", () => {
  test("says what breaks, what is new and what else changed", () => {
    const findings = [
      makeFinding(),
      makeFinding({ axis: "source" }),
      makeFinding({
        rule: "response-property-added",
        direction: "response",
        impact: "compatible",
        pointer: "#/components/schemas/Profile/properties/address/properties/city",
      }),
      makeFinding({ rule: "operation-added", impact: "compatible", operations: ["getAvatar"] }),
      makeFinding({
        rule: "request-max-length",
        impact: "compatible",
        message: "`name` may be at most 40 characters long; it was 20.",
      }),
      makeFinding({
        rule: "documentation-changed",
        impact: "note",
        message: "The description is another one.",
      }),
      makeFinding({ rule: "response-type", status: "suspected", message: "Never told." }),
      makeFinding({ rule: "source-request", axis: "source" }),
      makeFinding({ rule: "source-consumer", axis: "source", operations: [] }),
    ];
    expect(writeChangeset({ ...input, findings })).toEqual({
      path: ".changeset/specmill-profile-api.md",
      text: `---
"@specmill/profile": major
---

The API changed: 1 breaking change, 2 additions and 2 other changes.

**Breaking**

- \`updateProfile\` no longer takes \`nickname\`. Leave it out.

**New**

- \`updateProfile\` now returns \`address.city\`.
- \`getAvatar\` is new.

**Changed**

- Requests of \`updateProfile\`: \`name\` may be at most 40 characters long; it was 20.
- Documentation is revised.
`,
    });
  });

  test.each(["1.2.0", "0.1.0"])("of version %s is read back by changesets", (packageVersion) => {
    const { text } = writeChangeset({ ...input, packageVersion }) ?? { text: "" };
    expect(parse(text)).toEqual({
      releases: [{ name: "@specmill/profile", type: packageVersion === "1.2.0" ? "major" : "minor" }],
      summary: expect.stringMatching(/^The API changed: 1 breaking change\.\n/),
    });
  });

  test("is read back as well with names and texts that mean harm", () => {
    const findings = [
      makeFinding({
        operations: ["a`b\n---\nc"],
        pointer: "#/x/properties/`<img>`\n\n---",
        rule: "response-property-removed",
      }),
      makeFinding({ rule: "operation-deprecated", message: "x\n---\n<script>alert(1)</script> [a](b)" }),
    ];
    const { text } = writeChangeset({ ...input, findings }) ?? { text: "" };
    const { releases, summary } = parse(text);
    expect(releases).toHaveLength(1);
    expect(summary.split("\n").filter((line) => line.startsWith("-"))).toHaveLength(2);
    expect(summary).toContain("\\<script>");
    expect(summary).toContain("`a'b --- c`");
  });

  test("lies at one place, however often it is written", () => {
    const paths = [input, { ...input, bump: "patch", findings: [] } as const].map(
      (one) => writeChangeset(one)?.path,
    );
    expect(new Set(paths)).toEqual(new Set([changesetPath("@specmill/profile")]));
    expect(changesetPath("../x")).toBe(".changeset/x-api.md");
  });

  test("is not written where nothing is to be released", () => {
    expect(writeChangeset({ ...input, bump: "none", findings: [] })).toBeUndefined();
  });

  test("tells of another name first", () => {
    const { text } = writeChangeset({ ...input, rename: { from: "@specmill/me" } }) ?? { text: "" };
    expect(parse(text).summary).toMatch(/^`@specmill\/profile` was called `@specmill\/me`: install it/);
  });

  const bumps: readonly (readonly [Bump, string, Bump])[] = [
    ["major", "1.0.0", "major"],
    ["minor", "1.0.0", "minor"],
    ["major", "0.9.0", "minor"],
    ["minor", "0.9.0", "patch"],
    ["patch", "0.9.0", "patch"],
    ["none", "0.9.0", "none"],
    ["major", "10.0.0", "major"],
  ];
  test.each(bumps)("raises %s at %s as %s", (bump, version, want) => {
    expect(bumpForVersion(bump, version)).toBe(want);
  });
});

describe("release notes", () => {
  test("tell every break and count the rest", () => {
    const names = Array.from({ length: 60 }, (_, index) => `call${index}`);
    const removed = names.map((name) => makeFinding({ rule: "operation-removed", operations: [name] }));
    const added = names.map((name) =>
      makeFinding({ rule: "operation-added", impact: "compatible", operations: [`${name}New`] }),
    );
    const notes = writeReleaseNotes([...removed, ...added]);
    expect(notes.match(/is gone\./g)).toHaveLength(60);
    expect(notes.match(/is new\./g)).toHaveLength(40);
    expect(notes).toContain("- And 20 more.");
    expect(notes).toContain("60 breaking changes and 60 additions");
  });

  test("say so where there is nothing to say", () => {
    expect(writeReleaseNotes([makeFinding({ status: "suspected" })])).toBe(
      "The description of the API is worded anew; nothing changes for callers.",
    );
  });

  test("name what only the compiler finds, where no rule has said it", () => {
    const types = makeFinding({ rule: "source-response", axis: "source", direction: "response" });
    expect(writeReleaseNotes([makeFinding({ axis: "source" }), types])).toContain(
      "what `updateProfile` returns",
    );
  });
});

const lines: readonly { readonly want: string; readonly given: Partial<Finding> }[] = [
  { given: {}, want: "`updateProfile` no longer takes `nickname`. Leave it out." },
  { given: { operations: ["a", "b"] }, want: "`a` and `b` no longer take `nickname`. Leave it out." },
  {
    given: { operations: ["a", "b", "c", "d", "e"] },
    want: "`a`, `b`, `c` and 2 other operations no longer take `nickname`. Leave it out.",
  },
  {
    given: { rule: "response-property-removed", direction: "response", operations: ["webhook ping post"] },
    want: "What `webhook ping post` sends: The property `nickname` is gone. Do without it.",
  },
  {
    given: { rule: "operation-renamed", axis: "source", before: "getMe", after: "getProfile" },
    want: "`getMe` is called `getProfile` now. Rename your calls.",
  },
  {
    given: { rule: "operation-removed", excuse: { kind: "sunset", date: "2026-01-01" } },
    want: "`updateProfile` is gone. That was announced for 2026-01-01. Take out your calls before you update.",
  },
  {
    given: { rule: "operation-removed", excuse: { kind: "unstable", level: "alpha" } },
    want: "`updateProfile` is gone. It was marked `alpha`, and may change at any time. Take out your calls before you update.",
  },
  {
    given: { rule: "request-enum", message: "`kind` may not be `c` any more.", after: ["a", "b"] },
    want: 'Requests of `updateProfile`: `kind` may not be `c` any more. Send one of `"a"`, `"b"`.',
  },
  {
    given: { rule: "parameter-required", message: "`limit` is required now.", pointer: "#/paths/~1a/get" },
    want: "`updateProfile`: `limit` is required now. Pass it in every call.",
  },
  {
    given: {
      rule: "server-removed",
      operations: [],
      message: "The server `x` is gone.",
      pointer: "#/servers/0",
    },
    want: "The server `x` is gone. Choose another server, if you named this one.",
  },
];

describe("a line of release notes", () => {
  test.each(lines)("reads $want", ({ given, want }) => {
    expect(describeForConsumer(makeFinding(given))).toBe(want);
  });
});
