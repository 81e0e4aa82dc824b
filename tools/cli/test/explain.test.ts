import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { reviewRules } from "@specmill/review";
import { describe, expect, test } from "vitest";
import { listRules } from "../src/explain/list-rules.ts";
import { nearestRules } from "../src/explain/nearest-rules.ts";
import { wrapText } from "../src/explain/wrap-text.ts";
import { run } from "./house.ts";

const house = fileURLToPath(new URL("../../../", import.meta.url));
const rules = listRules().flatMap((group) => group.rules);
const names = rules.map(({ name }) => name);

/** The sources of all tools but for the texts themselves. */
const sources = readdirSync(join(house, "tools"), { withFileTypes: true })
  .filter((tool) => tool.isDirectory())
  .flatMap((tool) => listSources(join(house, "tools", tool.name, "src")))
  .map((file) => readFileSync(file, "utf8"));

function listSources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(
      (entry) => entry.isFile() && entry.name.endsWith(".ts") && !/-texts(-[a-z-]+)?\.ts$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name));
}

describe("every rule has a text, and every text a rule", () => {
  test("whatever a source reports as the rule of a problem is explained", () => {
    const literal = /\brule(?::| =) "([^"]+)"|\breadYaml\([^()]*"([^"]+)"\)/g;
    const reported = sources.flatMap((source) =>
      [...source.matchAll(literal)].map(([, rule, ofFile]) => rule ?? ofFile ?? ""),
    );
    expect(reported).toContain("unsupported-document");
    expect(reported).toContain("approval-file");
    expect(reported).toContain("review-settings");
    expect([...new Set(reported)].filter((name) => !names.includes(name))).toEqual([]);
  });

  test("a text is of a name that some source reports", () => {
    const engine = listRules().filter(({ title }) => /Redocly|house/.test(title));
    const others = names.filter(
      (name) =>
        !engine.some((group) => group.rules.some((rule) => rule.name === name)) &&
        !reviewRules.some((rule) => rule === name),
    );
    expect(others.length).toBeGreaterThan(50);
    const isReported = (name: string) => {
      // Of these a source writes the first word, and the verdict behind it.
      const written = name.startsWith("contract ") ? "rule: `contract $" : `"${name}"`;
      return sources.some((source) => source.includes(written));
    };
    expect(others.filter((name) => !isReported(name))).toEqual([]);
  });

  test("every rule of the review is explained", () => {
    expect(names).toEqual(expect.arrayContaining([...reviewRules]));
  });

  test("no tool has a name twice", () => {
    const keys = rules.map(({ tool, name }) => `${tool} ${name}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test.each(rules.map(({ name, text }) => [name, text] as const))(
    "the text of %s is short enough for a cell of a table and is made of whole sentences",
    (_, { what, why, instead }) => {
      expect(what.length).toBeLessThanOrEqual(420);
      expect(why.length).toBeLessThanOrEqual(200);
      expect(instead.length).toBeLessThanOrEqual(200);
      for (const said of [what, why, instead]) {
        expect(said).toMatch(/^[A-Z`].*\.$|`$/);
        expect(said).not.toMatch(/[|\n]| {2}/);
        // A backtick that is never closed would swallow what follows, and `<` outside of one would be HTML.
        expect(said.split("`").length % 2).toBe(1);
        expect(said.replace(/`[^`]*`/g, "")).not.toMatch(/[<>_*[\]]/);
      }
    },
  );
});

describe("specmill explain", () => {
  test("prints a rule in 80 columns", async () => {
    const ran = await run("explain", "request-max-length");
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: "" });
    expect(ran.stdout).toBe(`request-max-length (specmill review)

What
  \`maxLength\` is the greatest number of characters of a text. A request breaks
  where it falls, as from 100 to 40. No type tells of it; with the package's
  \`./schemas\` the call ends in \`invalid-request\` before it is sent.

Why
  A caller who sends 60 characters, which were allowed, is refused.

Instead
  Go on taking the old length and shorten on the server; or add a property with
  the tighter limit and deprecate this one.
`);
  });

  test.each([
    "specmill/named-examples",
    "contract not verified",
    "no-server-example.com",
    "surviving-mutant",
  ])("knows %s", async (name) => {
    const ran = await run("explain", ...name.split(" "));
    expect(ran.code).toBe(0);
    expect(ran.stdout.startsWith(`${name} (specmill `)).toBe(true);
  });

  test.each(["request-enum (wire)", "invalid-example (spec at fault)"])(
    "takes %s as a report writes it",
    async (name) => {
      const ran = await run("explain", name);
      expect(ran.code).toBe(0);
      expect(ran.stdout.startsWith(`${name.split(" ")[0]} (specmill `)).toBe(true);
    },
  );

  test.each([
    {
      given: ["maxLength"],
      stderr: /no rule "maxLength"\. Did you mean request-max-length, response-max-length\?/,
    },
    { given: ["maxlen"], stderr: /Did you mean request-max-length, response-max-length\?/ },
    { given: ["yaml-sintax"], stderr: /Did you mean yaml-syntax\?/ },
    { given: ["zzzzzzzzzzzzzz"], stderr: /no rule "z+"\. `specmill explain` lists all\./ },
    { given: ["--all", "struct"], stderr: /name a rule or give --all, not both/ },
    { given: ["--every"], stderr: /Unknown option '--every'/ },
  ])("refuses $given with exit code 2 and a way on", async ({ given, stderr }) => {
    const ran = await run("explain", ...given);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(stderr);
  });

  test("prints both rules of a name that two tools have", async () => {
    const ran = await run("explain", "response-schema");
    expect(ran.stdout).toMatch(
      /^response-schema \(specmill contract\)\n.*\n\nresponse-schema \(specmill review\)\n/s,
    );
  });

  test("lists every rule by its tool where none is named, in 80 columns", async () => {
    const ran = await run("explain");
    expect(ran.code).toBe(0);
    const lines = ran.stdout.split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    const told = lines.filter((line) => line.startsWith("  ")).flatMap((line) => line.trim().split(/ {2,}/));
    expect(told.sort()).toEqual([...names].sort());
  });

  test("writes the page that is committed as docs/rules.md", async () => {
    const ran = await run("explain", "--all");
    const page = readFileSync(join(house, "docs", "rules.md"), "utf8");
    // To renew it: npx specmill explain --all > docs/rules.md
    expect(page).toBe(ran.stdout);
    expect([...page.matchAll(/^#### `(.*)`$/gm)].map(([, name]) => name)).toEqual(names);
  });
});

test.each([
  { given: "max_length", want: ["request-max-length", "response-max-length"] },
  { given: "RequestEnum", want: ["request-enum"] },
  { given: "operation-removd", want: ["operation-removed"] },
  { given: "nothing like any of them", want: [] },
  { given: "", want: [] },
])("finds what was meant by $given", ({ given, want }) => {
  const known = ["operation-removed", "request-enum", "request-max-length", "response-max-length", "struct"];
  expect(nearestRules(given, known)).toEqual(want);
});

test.each([
  { given: "a bb ccc", width: 4, want: ["a bb", "ccc"] },
  { given: "abcdef gh", width: 3, want: ["abcdef", "gh"] },
])("breaks $given at $width characters", ({ given, width, want }) => {
  expect(wrapText(given, width)).toEqual(want);
});
