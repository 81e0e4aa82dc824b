import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Change, FileTexts } from "./compare-output.ts";

/** What a package's folder holds that no one writes by hand and no plan writes either. */
const leftovers = new Set(["dist", "node_modules", ".turbo", ".contract", "coverage"]);

/**
 * The text files of a package's folder, without what builds and package managers leave there.
 *
 * @returns none where there is no such folder
 * @throws OutputError when the folder is a file, or may not be read
 */
export async function readOutput(folder: string): Promise<FileTexts> {
  const texts = new Map<string, string>();
  await collect(folder, "", texts);
  return texts;
}

/**
 * Makes the changes. Every file is first written beside its place and only then moved there, so that none is ever
 * half-written, and none is touched unless all could be written.
 *
 * @throws OutputError when a file cannot be written or removed
 */
export async function applyChanges(folder: string, changes: readonly Change[]): Promise<void> {
  const moves = changes.flatMap((change) => {
    const file = join(folder, change.path);
    return change.kind === "removed"
      ? []
      : [{ file, beside: `${file}.${process.pid}.new`, text: change.after }];
  });
  try {
    for (const { file, beside, text } of moves) {
      await attempt(file, () => mkdir(dirname(file), { recursive: true }));
      await attempt(file, () => writeFile(beside, text));
    }
    for (const { file, beside } of moves) await attempt(file, () => rename(beside, file));
    for (const { kind, path } of changes) {
      if (kind === "removed")
        await attempt(join(folder, path), () => rm(join(folder, path), { force: true }));
    }
  } finally {
    await Promise.all(moves.map(({ beside }) => rm(beside, { force: true }).catch(() => {})));
  }
}

/** The machine does not let a file be read or written: the user's to mend, so whoever catches it tells of a problem. */
export class OutputError extends Error {
  override readonly name = "OutputError";
  /** Absolute path of the file. */
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super(cause instanceof Error && "code" in cause ? String(cause.code) : String(cause), { cause });
    this.file = file;
  }
}

async function attempt<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new OutputError(file, error);
  }
}

async function collect(folder: string, below: string, texts: Map<string, string>): Promise<void> {
  const place = join(folder, below);
  const entries = await attempt(place, () =>
    readdir(place, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" && below === "") return [];
      throw error;
    }),
  );
  for (const entry of entries) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (leftovers.has(entry.name) || /\.(tsbuildinfo|tgz)$/.test(entry.name)) continue;
    if (entry.isDirectory()) await collect(folder, path, texts);
    else if (entry.isFile()) texts.set(path, await readFile(join(folder, path), "utf8"));
  }
}
