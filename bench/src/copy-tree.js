import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { timeCommand } from "./time-command.js";

/** @import { Processes } from "./create-processes.js" */

/**
 * Clones a repository as its working tree is now: what is committed, what is changed and what is new, but nothing
 * that Git ignores.
 *
 * @param {Processes} processes
 * @param {string} root
 * @param {string} folder - which is not there yet
 * @returns {Promise<readonly string[]>} the paths of the files
 */
export async function copyTree(processes, root, folder) {
  const git = (/** @type {readonly string[]} */ words, /** @type {string} */ cwd) =>
    timeCommand(processes, { words: ["git", ...words], cwd });
  await git(["clone", "--quiet", "--shared", "--no-checkout", root, folder], root);
  const [listed, deleted] = await Promise.all([
    git(["ls-files", "-z", "--cached", "--others", "--exclude-standard"], root),
    git(["ls-files", "-z", "--deleted"], root),
  ]);
  const gone = new Set(deleted.stdout.split("\0"));
  const files = [...new Set(listed.stdout.split("\0"))].filter((file) => !gone.has(file));
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await copyFile(join(root, file), join(folder, file));
  }
  await git(["reset", "--quiet"], folder);
  return files;
}
