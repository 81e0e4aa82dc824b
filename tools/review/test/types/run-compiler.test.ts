import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseDiagnostics } from "../../src/types/parse-diagnostics.ts";
import { plainCanary, readRun, runCompiler } from "../../src/types/run-compiler.ts";
import { withFolder } from "../../src/types/with-folder.ts";

const config = {
  path: "tsconfig.json",
  content: '{"compilerOptions":{"strict":true,"noEmit":true,"types":[]}}',
};
const canary = { path: plainCanary.file, content: plainCanary.content };

test("what the compiler complains of is told without the canary", async () => {
  const wrong = { path: "deep (er)/wrong.ts", content: "export const one: string = 1;\n" };
  const found = await withFolder([config, canary, wrong], (folder) => runCompiler(folder, plainCanary));
  expect(found).toEqual([
    {
      file: wrong.path,
      line: 1,
      column: 14,
      code: 2322,
      message: "Type 'number' is not assignable to type 'string'.",
      reasons: [],
    },
  ]);
});

test("a compiler that passes over the canary is an error, whatever keeps it from seeing", async () => {
  const lies = { path: canary.path, content: "export const canary = 1;\n" };
  const syntax = { path: "syntax.ts", content: "no program at all\n" };
  for (const files of [
    [config, lies],
    [config, canary, syntax],
  ]) {
    const run = withFolder(files, (folder) => runCompiler(folder, plainCanary));
    await expect(run).rejects.toThrow("did not see what it was to judge");
  }
});

test("a project that is none is an error", async () => {
  const run = withFolder([canary], (folder) => runCompiler(folder, plainCanary));
  await expect(run).rejects.toThrow("refuses the project");
});

const ends = [
  { name: "is killed", run: { stdout: "", stderr: "", end: "SIGKILL" }, want: "ended with SIGKILL" },
  { name: "crashes", run: { stdout: "", stderr: "panic: out of memory", end: "134" }, want: "out of memory" },
  { name: "prints something else", run: { stdout: "Version 7\n", stderr: "", end: "0" }, want: "Version 7" },
  { name: "prints a stack", run: { stdout: "  at main\n", stderr: "", end: "2" }, want: "no diagnostic" },
];

test.each(ends)("a compiler that $name is an error", ({ run, want }) => {
  expect(() => readRun(run)).toThrow(want);
});

test("the reasons of a complaint are told with it", () => {
  const output =
    "a.ts(1,2): error TS2322: Outer.\r\n  Inner.\r\n    Innermost.\nb.ts(3,4): error TS1: Other.\n";
  expect(parseDiagnostics(output)).toEqual([
    { file: "a.ts", line: 1, column: 2, code: 2322, message: "Outer.", reasons: ["Inner.", "Innermost."] },
    { file: "b.ts", line: 3, column: 4, code: 1, message: "Other.", reasons: [] },
  ]);
});

test("the folder goes also when what was done in it fails", async () => {
  let folder = "";
  const run = withFolder([], (made) => {
    folder = made;
    throw new Error("on purpose");
  });
  await expect(run).rejects.toThrow("on purpose");
  await expect(writeFile(join(folder, "late"), "")).rejects.toThrow("ENOENT");
});
