import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";

const run = promisify(execFile);

/** Files by path; undefined removes one. */
export type Files = Readonly<Record<string, string | undefined>>;

export interface ScratchRepository {
  readonly folder: string;
  readonly git: (...args: readonly string[]) => Promise<string>;
  readonly write: (files: Files) => Promise<void>;
  /** Writes files and commits all there is; gives the id of the commit. */
  readonly commit: (files: Files) => Promise<string>;
  /** All that must not change when somebody only reads. */
  readonly snapshot: () => Promise<unknown>;
}

/** Makes an empty folder that is gone after the running test. */
export async function makeFolder(files: Files = {}): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "specmill-side-")));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeAll(folder, files);
  return folder;
}

/** Makes a git repository in a folder that is gone after the running test. */
export async function makeRepository(files: Files): Promise<ScratchRepository> {
  const repository = openScratch(await makeFolder());
  await repository.git("init", "--quiet", "--initial-branch=main");
  await repository.commit(files);
  return repository;
}

/** A repository that is there already, such as a clone. */
export function openScratch(folder: string): ScratchRepository {
  const git = async (...args: readonly string[]) => {
    // Nothing of the machine's own configuration, and of a hook that may run this, has a say.
    const env = { PATH: process.env["PATH"], HOME: folder, GIT_CONFIG_NOSYSTEM: "1" };
    const who = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
    const { stdout } = await run("git", [...who, "-c", "protocol.file.allow=always", ...args], {
      cwd: folder,
      env,
    });
    return stdout.trim();
  };
  return {
    folder,
    git,
    write: (files) => writeAll(folder, files),
    commit: async (files) => {
      await writeAll(folder, files);
      await git("add", "--all");
      await git("commit", "--quiet", "--allow-empty", "--message=A change");
      return git("rev-parse", "HEAD");
    },
    snapshot: async () => {
      const index = join(folder, ".git/index");
      // The index first: asking for the status may write it.
      const before = [(await stat(index, { bigint: true })).mtimeNs, await readFile(index, "hex")];
      const status = await git("--no-optional-locks", "status", "--porcelain=v2", "--branch", "--ignored");
      return [
        ...before,
        status,
        await readFile(join(folder, ".git/HEAD"), "utf8"),
        await git("stash", "list"),
      ];
    },
  };
}

async function writeAll(folder: string, files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    if (text === undefined) await rm(file);
    else await writeFile(file, text);
  }
}
