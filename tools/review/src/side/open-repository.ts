import { createBlobReader } from "./read-blobs.ts";
import { runGit } from "./run-git.ts";

/** The git repository around a house. */
export interface GitRepository {
  /** Absolute path of the house. */
  readonly root: string;
  /** Path of the house in the repository: empty, or ends with a slash. */
  readonly prefix: string;
  /** Whether the clone holds only the end of the history. */
  readonly isShallow: boolean;
  readonly readBlob: (id: string) => Promise<string>;
}

export type OpenResult =
  | { readonly kind: "open"; readonly repository: GitRepository }
  /** `reason` completes "it cannot be looked up in git: …". */
  | { readonly kind: "closed"; readonly reason: string; readonly hint: string };

/**
 * Finds the git repository that a house lies in.
 *
 * @param root - absolute path of the house
 */
export async function openRepository(root: string): Promise<OpenResult> {
  const result = await runGit(root, ["rev-parse", "--show-prefix", "--is-shallow-repository"]);
  if (result.kind === "missing") {
    return {
      kind: "closed",
      reason: "git is not installed",
      hint: "Install git, or name two folders or files.",
    };
  }
  if (result.kind === "done") {
    const [prefix = "", isShallow] = result.output.toString("utf8").split("\n");
    const repository = { root, prefix, isShallow: isShallow === "true", readBlob: createBlobReader(root) };
    return { kind: "open", repository };
  }
  if (result.message.startsWith("not a git repository")) {
    const reason = "this folder is in no git repository";
    return { kind: "closed", reason, hint: "Run it in a clone, or name two folders or files." };
  }
  // Such as a repository that belongs to another user, whose configuration git will not trust.
  const hint = "See what `git status` says in this folder.";
  return { kind: "closed", reason: result.message.replace(/ at '.*'$/, ""), hint };
}
