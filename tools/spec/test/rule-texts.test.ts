import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadLintConfig } from "../src/lint-config.ts";
import { lintTexts } from "../src/rule-texts.ts";
import { houseRules } from "../src/rules/index.ts";

const house = fileURLToPath(new URL("../../../", import.meta.url));
const nowhere = fileURLToPath(new URL("./support", import.meta.url));

/** The rules that a configuration knows for the versions of OpenAPI that are linted, and whether one is on for any. */
async function resolveRules(root: string): Promise<ReadonlyMap<string, boolean>> {
  const configuration = await loadLintConfig(root);
  if (configuration.kind === "failed") throw new Error(JSON.stringify(configuration.problems));
  const { rules } = configuration.config;
  const known = new Map<string, boolean>();
  for (const version of ["oas3_0", "oas3_1"] as const) {
    for (const [name, setting] of Object.entries(rules[version])) {
      const severity = typeof setting === "object" ? setting.severity : setting;
      known.set(name, known.get(name) === true || severity !== "off");
    }
  }
  return known;
}

const texts = { ...lintTexts.house, ...lintTexts.engine };

test.each([
  { name: "redocly.yaml of this repository", root: house },
  { name: "the defaults", root: nowhere },
])("there is a text for every rule that $name turns on, and none for another", async ({ root }) => {
  const rules = await resolveRules(root);
  const on = [...rules].filter(([, isOn]) => isOn).map(([name]) => name);
  // Whether a reference leads anywhere is asked even where no rule is on.
  const expected = on.filter((name) => name !== "no-unresolved-refs");
  expect(expected.length).toBeGreaterThan(50);
  expect(Object.keys(texts).sort()).toEqual(expected.sort());
});

test("there is a text for every rule of the engine that is off, and none for what it does not know", async () => {
  const rules = await resolveRules(nowhere);
  const off = [...rules].filter(([, isOn]) => !isOn).map(([name]) => name);
  // Rules that a configuration makes up are reported under names of their own.
  expect(Object.keys(lintTexts.spare).sort()).toEqual(off.filter((name) => name !== "assertions").sort());
});

test("the house's rules are those that have a text", () => {
  expect(Object.keys(lintTexts.house).sort()).toEqual(houseRules.map(({ id }) => `specmill/${id}`).sort());
});
