import { cp } from "node:fs/promises";

/**
 * Copies a folder as it is, links and times included.
 *
 * @param {string} from
 * @param {string} to - which is not there yet
 * @returns {Promise<void>}
 */
export function copyFolder(from, to) {
  return cp(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
}
