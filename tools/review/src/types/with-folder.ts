import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A file to write: its path below the folder, with `/` between, and its whole text. */
export interface ProjectFile {
  readonly path: string;
  readonly content: string;
}

/** Does something in a new folder with some files, and removes the folder, whatever happens. */
export async function withFolder<Result>(
  files: readonly ProjectFile[],
  act: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "specmill-review-")));
  try {
    await writeFiles(folder, files);
    return await act(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function writeFiles(folder: string, files: readonly ProjectFile[]): Promise<void> {
  for (const { path, content } of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
