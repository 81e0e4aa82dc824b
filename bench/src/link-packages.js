import { mkdir, readdir, readlink, symlink } from "node:fs/promises";
import { join } from "node:path";

/**
 * Fills a copy's `node_modules` with links to what is installed, but for the workspaces, which are the copy's own.
 *
 * @param {string} from - a `node_modules`
 * @param {string} to - the one of the copy
 * @returns {Promise<void>}
 */
export async function linkPackages(from, to) {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    // A link leads to a workspace, or from `.bin` to a neighbour.
    if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else if (entry.name === ".bin" || entry.name.startsWith("@")) await linkPackages(source, target);
    else if (!entry.name.startsWith(".")) await symlink(source, target);
  }
}
