import { execFile } from "node:child_process";

export type GitResult =
  | { readonly kind: "done"; readonly output: Buffer }
  /** Git is there, and refused. */
  | { readonly kind: "refused"; readonly code: number; readonly message: string }
  /** There is no git on this machine. */
  | { readonly kind: "missing" };

/** Which repository is meant is told by the folder alone, also where a hook of another one runs this. */
const ofAnotherRepository = [
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_COMMON_DIR",
  "GIT_PREFIX",
  "GIT_NAMESPACE",
];

/**
 * Runs one command of git that only reads. No shell sees the arguments, and no lock is taken: the index stays as it is.
 *
 * @param folder - absolute path of a folder of the repository
 */
export function runGit(folder: string, args: readonly string[], input = ""): Promise<GitResult> {
  return new Promise((done) => {
    const options = { cwd: folder, env: environment(), encoding: "buffer", maxBuffer: 2 ** 30 } as const;
    const child = execFile("git", [...args], options, (error, stdout, stderr) => {
      if (error === null) done({ kind: "done", output: stdout });
      else if (error.code === "ENOENT") done({ kind: "missing" });
      else
        done({
          kind: "refused",
          code: Number(error.code ?? -1),
          message: firstLine(stderr.toString("utf8")),
        });
    });
    // Git may end before it has read all: then its exit code tells why.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}

function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !ofAnotherRepository.includes(name));
  return {
    ...Object.fromEntries(inherited),
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    LC_ALL: "C",
  };
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0]?.replace(/^fatal: /, "") ?? "";
}
