import type { GitRepository } from "./open-repository.ts";
import { runGit } from "./run-git.ts";

/**
 * The full id of the commit that a revision names: a branch, a tag, an id, `HEAD~2` and so on (gitrevisions).
 *
 * @returns undefined where it names none that this clone holds
 */
export async function findCommit({ root }: GitRepository, revision: string): Promise<string | undefined> {
  // What begins with a dash would be an option to git.
  if (revision === "" || revision.startsWith("-")) return undefined;
  const result = await runGit(root, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]);
  const id = result.kind === "done" ? result.output.toString("utf8").trim() : "";
  // `^main` is a revision too, of all commits but some.
  return /^[0-9a-f]{40,}$/.test(id) ? id : undefined;
}

/** The last commit that two have in common; undefined where there is none, or this clone does not reach back to it. */
export async function findMergeBase(
  { root }: GitRepository,
  one: string,
  other: string,
): Promise<string | undefined> {
  const result = await runGit(root, ["merge-base", one, other]);
  return result.kind === "done" ? result.output.toString("utf8").trim() : undefined;
}
