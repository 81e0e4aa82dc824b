import { describe, expect, test } from "vitest";
import { applyLevels } from "../../src/settings/apply-levels.ts";
import { defaultSettings, readSettings } from "../../src/settings/read-settings.ts";
import { makeFinding } from "../approval/make-finding.ts";

const file = "specs/review.yaml";

describe("the settings of a house", () => {
  const table: readonly [string, string, unknown][] = [
    ["nothing", "", defaultSettings],
    ["comments alone", "# later\n", defaultSettings],
    ["a level of stability", "stability: alpha\n", { stability: "alpha", levels: {} }],
    [
      "levels of rules",
      "levels:\n  api-removed: note\n  documentation-changed: breaking\n",
      { stability: "beta", levels: { "api-removed": "note", "documentation-changed": "breaking" } },
    ],
  ];
  test.each(table)("may say %s", (_, text, settings) => {
    expect(readSettings(text, file)).toEqual({ settings, problems: [] });
  });

  const faults: readonly [string, string, string, string, string][] = [
    ["no YAML", "a: b: c\n", "1:4", "no sound YAML", ""],
    ["text", "beta\n", "1:1", "must be a map", "stability"],
    ["an unknown member", "stabilty: beta\n", "1:1", "no member `stabilty`", "`stability`"],
    ["an unknown stability", "stability: gamma\n", "1:12", "`stability` is none of", "draft, alpha"],
    ["no stability", "stability:\n", "1:11", "`stability` is none of", ""],
    [
      "an unknown rule",
      "levels:\n  operation-remove: note\n",
      "2:3",
      "`operation-remove`",
      "`operation-removed`",
    ],
    ["a rule like no other", "levels:\n  zzzzzzzz: note\n", "2:3", "`zzzzzzzz`", "Rules are named"],
    ["an unknown level", "levels:\n  api-removed: notes\n", "2:16", "none of breaking, note", "`note`"],
    ["levels that are no map", "levels: note\n", "1:9", "`levels` must be a map", ""],
  ];
  test.each(faults)("may not say %s", (_, text, place, message, hint) => {
    const { problems } = readSettings(text, file);
    expect(problems).toHaveLength(1);
    const [problem] = problems;
    expect(problem).toMatchObject({ rule: "review-settings", severity: "error", file });
    expect(`${problem?.line}:${problem?.column}`).toBe(place);
    expect(problem?.message).toContain(message);
    expect(problem?.hint ?? "").toContain(hint);
  });

  test("keep what is sound beside what is not", () => {
    const { settings, problems } = readSettings(
      "stability: stable\nlevels: {api-removed: x, api-renamed: note}\n",
      file,
    );
    expect(settings).toEqual({ stability: "stable", levels: { "api-renamed": "note" } });
    expect(problems).toHaveLength(1);
  });
});

describe("the level of a rule", () => {
  const removed = makeFinding({ rule: "operation-removed" });
  const note = makeFinding({ rule: "tag-changed", impact: "note" });

  test("makes a note of a break, which then stops no merge", () => {
    const settings = { ...defaultSettings, levels: { "operation-removed": "note" } } as const;
    expect(applyLevels([removed, note], settings)).toEqual([
      { ...removed, excuse: { kind: "configured" } },
      note,
    ]);
  });

  test("makes a break of a note", () => {
    const settings = { ...defaultSettings, levels: { "tag-changed": "breaking" } } as const;
    expect(applyLevels([removed, note], settings)).toEqual([removed, { ...note, impact: "breaking" }]);
  });

  test("keeps an excuse that is there", () => {
    const excused = makeFinding({ excuse: { kind: "sunset", date: "2026-01-01" } });
    const settings = { ...defaultSettings, levels: { [excused.rule]: "note" } } as const;
    expect(applyLevels([excused], settings)).toEqual([excused]);
  });
});
