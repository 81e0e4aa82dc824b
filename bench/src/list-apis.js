import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/**
 * The APIs of a house, sorted.
 *
 * @param {string} house
 * @returns {Promise<readonly { readonly name: string, readonly file: string }[]>}
 */
export async function listApis(house) {
  const names = await readdir(join(house, "specs"));
  return names
    .sort()
    .map((name) => ({ name, file: join(house, "specs", name, "openapi.yaml") }))
    .filter(({ file }) => existsSync(file));
}
