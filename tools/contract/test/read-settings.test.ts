import { expect, test } from "vitest";
import { mapClasses } from "../src/obligation/obligation-classes.ts";
import { defaultSettings, readSettings } from "../src/obligation/read-settings.ts";

const file = "specs/things/contract.yaml";

test("settings are read, and what is left out has its default", () => {
  const text = [
    "exclusions:",
    "  - obligation: save value *",
    "    reason: No server can.",
    "    expires: 2027-06-30",
    "gates:",
    "  value: 90",
    "fuzz:",
    "  runs: 10",
  ].join("\n");
  expect(readSettings(file, text)).toEqual({
    kind: "read",
    settings: {
      exclusions: [
        {
          obligation: "save value *",
          reason: "No server can.",
          expires: "2027-06-30",
          place: { file, line: 2, column: 5 },
        },
      ],
      gates: { ...mapClasses(() => 100), value: 90 },
      fuzz: { runs: 10 },
    },
  });
});

test.each(["", "# nothing yet\n", "{}", "exclusions: []\n"])("%j asks for the defaults", (text) => {
  expect(readSettings(file, text)).toEqual({ kind: "read", settings: defaultSettings });
});

const rows = [
  {
    name: "a key that is not known",
    given: "exclusion: []",
    want: ["1:1 The settings have no `exclusion`. Did you mean `exclusions`?"],
  },
  {
    name: "a class that is not known",
    given: "gates:\n  respose-property: 90",
    want: ["2:3 `gates` has no `respose-property`. Did you mean `response-property`?"],
  },
  {
    name: "a key that is like none",
    given: "fuzz:\n  everything: 1",
    want: ["2:3 `fuzz` has no `everything`. Known are runs."],
  },
  {
    name: "a gate past all",
    given: "gates:\n  value: 101",
    want: ["2:3 `value` must be a percentage from 0 to 100."],
  },
  { name: "half a run", given: "fuzz: { runs: 0.5 }", want: ["1:9 `runs` must be a count of runs."] },
  {
    name: "an exclusion without a reason",
    given: "exclusions:\n  - obligation: a\n    expires: 2027-06-30",
    want: ["2:5 The exclusion has no text in `reason`. Say why it cannot be tested now."],
  },
  {
    name: "an exclusion whose reason is empty",
    given: "exclusions:\n  - { obligation: a, reason: '', expires: 2027-06-30 }",
    want: ["2:22 The exclusion has no text in `reason`. Say why it cannot be tested now."],
  },
  {
    name: "a day that the calendar does not have",
    given: "exclusions:\n  - { obligation: a, reason: b, expires: 2027-02-30 }",
    want: ["2:33 `2027-02-30` is no day. Write it as year, month and day: 2027-06-30."],
  },
  {
    name: "exclusions that are no list",
    given: "exclusions: all",
    want: ["1:1 `exclusions` must be a list."],
  },
  {
    name: "an exclusion that is no map",
    given: "exclusions:\n  - all",
    want: ["2:5 An exclusion must be a map. It may hold obligation, reason, expires."],
  },
  {
    name: "settings that are no map",
    given: "all",
    want: ["1:1 The settings must be a map. It may hold exclusions, gates, fuzz."],
  },
];

test.each(rows)("$name is a problem at its place", ({ given, want }) => {
  const result = readSettings(file, given);
  const problems = result.kind === "failed" ? result.problems : [];
  expect(
    problems.map(
      ({ line, column, message, hint }) => `${line}:${column} ${[message, hint].filter(Boolean).join(" ")}`,
    ),
  ).toEqual(want);
  expect(problems.every((problem) => problem.file === file)).toBe(true);
});

test("broken YAML and a key that is written twice are problems, not exceptions", () => {
  const broken = readSettings(file, "gates: [");
  const twice = readSettings(file, "fuzz: { runs: 1 }\nfuzz: { runs: 2 }");
  expect([broken.kind, twice.kind]).toEqual(["failed", "failed"]);
});
