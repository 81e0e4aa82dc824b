import type { Side } from "../side/side.ts";
import type { Consumer } from "../types/find-programs.ts";

/**
 * The code of a house that uses the package of an API, as base has it: its contract tests, the examples, and what its
 * Markdown shows. Code that a change brings along says nothing of the code that is out there.
 */
export async function listConsumers(api: string, base: Side): Promise<readonly Consumer[]> {
  const own = await base.listFiles(`specs/${api}`);
  const examples = await base.listFiles("examples");
  const paths = [
    ...own.filter(isCode).map((file) => `specs/${api}/${file}`),
    `packages/${api}/README.md`,
    ...examples.filter(isCode).map((file) => `examples/${file}`),
    "README.md",
  ];
  const read = await Promise.all(paths.map(async (path) => toConsumers(path, await base.readText(path))));
  return read.flat();
}

function isCode(file: string): boolean {
  return /\.([cm]?ts|md)$/.test(file) && !/\.d\.[cm]?ts$/.test(file);
}

function toConsumers(path: string, text: string | undefined): readonly Consumer[] {
  if (text === undefined) return [];
  return [{ name: path, path, text, language: path.endsWith(".md") ? "md" : "ts" }];
}
