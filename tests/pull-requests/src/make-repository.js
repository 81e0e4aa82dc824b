import { appendFile, cp, symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { runToSuccess } from "../../runtimes/src/run-command.js";

/** @import { Processes } from "../../../bench/src/create-processes.js" */

/** What a review reads of a house. */
const kept = ["package.json", "redocly.yaml", "tsconfig.base.json", "vitest.shared.ts", "specs", "packages"];
/** What is there as it is in the house, and under no version control. */
const linked = ["node_modules", "tools"];
const ignored = new Set(["node_modules", "dist", ".turbo", ".contract"]);

/**
 * Makes a repository whose branch `main` holds the specs and packages of the house as they are now.
 *
 * @param {Processes} processes
 * @param {string} root - of the house
 * @param {string} folder - which is not there yet
 */
export async function makeRepository(processes, root, folder) {
  await runToSuccess(processes, {
    words: ["git", "init", "--quiet", "--initial-branch=main", folder],
    cwd: root,
  });
  for (const name of kept) {
    const filter = (/** @type {string} */ path) => !ignored.has(basename(path));
    await cp(join(root, name), join(folder, name), { recursive: true, filter });
  }
  for (const name of linked) {
    await symlink(join(root, name), join(folder, name), "junction");
    await appendFile(join(folder, ".git/info/exclude"), `/${name}\n`);
  }
  await commitAll(processes, folder, "Write the specs");
}

/**
 * Commits the working tree as it is.
 *
 * @param {Processes} processes
 * @param {string} folder
 * @param {string} message
 */
export async function commitAll(processes, folder, message) {
  for (const words of [
    ["add", "--all"],
    ["commit", "--quiet", "--message", message],
  ]) {
    await runToSuccess(processes, { words: ["git", ...words], cwd: folder });
  }
}
