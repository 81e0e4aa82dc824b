import { runToSuccess } from "../../runtimes/src/run-command.js";
import { applyEdits } from "./apply-edits.js";
import { commitAll } from "./make-repository.js";
import { readDiff } from "./read-diff.js";

/**
 * @import { Processes } from "../../../bench/src/create-processes.js"
 * @import { PullRequest } from "./pull-requests.js"
 * @import { FileDiff } from "./read-diff.js"
 */

/**
 * Makes the branch of a pull request, with one commit, and goes back to `main`.
 *
 * @param {Processes} processes
 * @param {string} repository
 * @param {PullRequest} pullRequest
 * @returns {Promise<readonly FileDiff[]>} what GitHub shows as the changed files
 */
export async function makeBranch(processes, repository, { name, title, edits }) {
  const git = (/** @type {readonly string[]} */ ...words) =>
    runToSuccess(processes, { words: ["git", ...words], cwd: repository });
  await git("switch", "--quiet", "--create", name);
  await applyEdits(repository, edits);
  await commitAll(processes, repository, title);
  await git("switch", "--quiet", "main");
  return readDiff(await git("diff", "--no-color", `main...${name}`));
}
