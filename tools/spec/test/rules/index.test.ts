import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { lintDefaults } from "../../src/lint-defaults.ts";
import { houseRules } from "../../src/rules/index.ts";
import { inRepository } from "../support/in-repository.ts";

const ids = houseRules.map(({ id }) => id);

test("every rule has the file, the function and the test of its name", async () => {
  const sources = await readdir(inRepository("tools/spec/src/rules"));
  const tests = await readdir(inRepository("tools/spec/test/rules"));
  const files = (names: readonly string[], ending: string) =>
    names
      .filter((name) => name.endsWith(ending) && !name.startsWith("index."))
      .map((name) => name.replace(ending, ""));
  expect(files(sources, ".ts").sort()).toEqual(ids);
  expect(files(tests, ".test.ts").sort()).toEqual(ids);
  expect(houseRules.map(({ create }) => create.name)).toEqual(
    ids.map((id) => id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())),
  );
});

test("redocly.yaml turns every rule on", async () => {
  const { rules } = parse(await readFile(inRepository("redocly.yaml"), "utf8"));
  const severities = Object.fromEntries(houseRules.map(({ id, severity }) => [`specmill/${id}`, severity]));
  expect(rules).toMatchObject(severities);
});

test("redocly.yaml says what is linted where there is none", async () => {
  const { telemetry, plugins, ...settings } = parse(await readFile(inRepository("redocly.yaml"), "utf8"));
  expect(settings).toEqual(lintDefaults);
  expect({ telemetry, plugins }).toEqual({
    telemetry: "off",
    plugins: ["./tools/spec/dist/redocly-plugin.js"],
  });
});

test.each(ids)("specs/README.md tells of specmill/%s in a line", async (id) => {
  const lines = (await readFile(inRepository("specs/README.md"), "utf8")).split("\n");
  expect(lines.filter((line) => line.includes(`specmill/${id}\``))).not.toEqual([]);
});
