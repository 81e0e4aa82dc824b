import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Change, FileTexts } from "./compare-output.ts";

/** What a package's folder holds that no one writes by hand and no plan writes either. */
const leftovers = new Set(["dist", "node_modules", ".turbo", "coverage"]);

/**
 * The text files of a package's folder, without what builds and package managers leave there.
 *
 * @returns none where there is no such folder
 * @throws Error when the folder is a file, or may not be read
 */
export async function readOutput(folder: string): Promise<FileTexts> {
  const texts = new Map<string, string>();
  await collect(folder, "", texts);
  return texts;
}

/** Makes the changes: each file is written beside its place and then moved there, so none is ever half-written. */
export async function applyChanges(folder: string, changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    const file = join(folder, change.path);
    if (change.kind === "removed") {
      await rm(file, { force: true });
      continue;
    }
    await mkdir(dirname(file), { recursive: true });
    const beside = `${file}.${process.pid}.new`;
    try {
      await writeFile(beside, change.after);
      await rename(beside, file);
    } finally {
      await rm(beside, { force: true });
    }
  }
}

async function collect(folder: string, below: string, texts: Map<string, string>): Promise<void> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" && below === "") return [];
      throw error;
    },
  );
  for (const entry of entries) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (leftovers.has(entry.name) || /\.(tsbuildinfo|tgz)$/.test(entry.name)) continue;
    if (entry.isDirectory()) await collect(folder, path, texts);
    else if (entry.isFile()) texts.set(path, await readFile(join(folder, path), "utf8"));
  }
}
