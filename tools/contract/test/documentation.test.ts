import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildModel, loadDocument, plainPalette } from "@specmill/spec";
import { expect, onTestFinished, test } from "vitest";
import { listMutants } from "../src/mutant/list-mutants.ts";
import { locateIn } from "../src/report/locate-in.ts";
import { writeTerminalSummary } from "../src/report/write-terminal-summary.ts";
import { readSubject } from "../src/run/read-subject.ts";
import { verifyApi } from "../src/verify-api.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const page = await readFile(join(root, "docs/contract.md"), "utf8");

interface Demonstration {
  readonly title: string;
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly api: string;
  /** Lines that are printed, in this order. */
  readonly printed: readonly string[];
}

const demonstrations = [
  ...page.matchAll(
    /^### \d+\. (.+)\n\n`(.+)`\n\n```diff\n([\s\S]+?)```\n\n```text\n\$ npx specmill contract (.+)\n([\s\S]+?)```/gm,
  ),
].map(([, title = "", file = "", diff = "", api = "", text = ""]): Demonstration => {
  const side = (mark: string) =>
    diff
      .split("\n")
      .filter((line) => line.startsWith(mark))
      .map((line) => `${line.slice(1)}\n`)
      .join("");
  const printed = text.split("\n").filter((line) => line.trim() !== "");
  return { title, file, before: side("-"), after: side("+"), api, printed };
});

test("the page breaks a document in five ways", () => {
  expect(demonstrations).toHaveLength(5);
});

/** How many cases there are, and how long they took, is none of the page's business. */
function settle(line: string): string {
  return line
    .replace(/cases \d+\/\d+.*/, "cases")
    .replace(/the same in \d+ more cases?/, "the same in more cases")
    .trimEnd();
}

test.each(demonstrations)(
  "$title is told as the page says",
  async ({ file, before, after, api, printed }) => {
    const folder = await mkdtemp(join(tmpdir(), "specmill-demonstration-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    await cp(join(root, "specs"), join(folder, "specs"), {
      recursive: true,
      filter: (path) => !path.includes("node_modules"),
    });
    const text = await readFile(join(folder, file), "utf8");
    expect(text).toContain(before);
    await writeFile(join(folder, file), text.replace(before, after));
    const place = {
      api,
      file: join(folder, "specs", api, "openapi.yaml"),
      package: join(root, "packages", api),
    };
    const read = await readSubject(place, "2026-01-01");
    if (read.kind === "failed") throw new Error(JSON.stringify(read.problems));
    const { report } = await verifyApi(read.subject, { onProgress: () => {} });
    expect(report.verdict).not.toBe("passed");
    const output = writeTerminalSummary([report], plainPalette, locateIn(read.subject.loaded))
      .split("\n")
      .map((line) => settle(line.replace(/\S*specmill-demonstration-\w+\//, "")));
    let from = 0;
    for (const line of printed.map(settle)) {
      const at = output.indexOf(line, from);
      expect(at, `is not printed after line ${from}: ${line}`).not.toBe(-1);
      from = at + 1;
    }
  },
);

test("the page counts the mutants of each API, and names the operators", async () => {
  for (const [, api = "", breaking, compatible, equivalent] of page.matchAll(
    /^\| `([a-z-]+)` \| (\d+) \| (\d+) \| (\d+) \|$/gm,
  )) {
    const result = await loadDocument(join(root, "specs", api, "openapi.yaml"));
    if (result.kind === "failed") throw new Error(JSON.stringify(result.problems));
    const { document } = result.loaded;
    const mutants = listMutants(document, buildModel(document));
    const count = (wanted: string) => String(mutants.filter(({ effect }) => effect === wanted).length);
    expect([api, breaking, compatible, equivalent]).toEqual([
      api,
      count("breaking"),
      count("compatible"),
      count("equivalent"),
    ]);
    for (const { operator, effect } of mutants)
      if (effect === "breaking") expect(page).toContain(`\`${operator}\``);
  }
  expect(page.match(/^\| `[a-z-]+` \| \d+ \| \d+ \| \d+ \|$/gm)).toHaveLength(5);
});
