import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** @import { Edit } from "./pull-requests.js" */

/**
 * Changes passages of files.
 *
 * @param {string} folder
 * @param {readonly Edit[]} edits
 * @throws {Error} where a passage is not there, or more than once: then the edit is no longer what it was
 */
export async function applyEdits(folder, edits) {
  for (const { file, find, put } of edits) {
    const path = join(folder, file);
    const text = await readFile(path, "utf8");
    const times = text.split(find).length - 1;
    if (times !== 1) throw new Error(`${file} holds this ${times} times, and not once:\n${find}`);
    await writeFile(
      path,
      text.replace(find, () => put),
    );
  }
}
