import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listSources } from "./list-sources.js";

/**
 * The names by which the runtime and the client of one operation are imported, each with its source: what is bundled
 * from the sources is never a stale build; the built packages differ by a few bytes.
 *
 * @param {string} root - of the repository
 * @returns {Promise<Record<string, string>>} what an alias of esbuild is
 */
export async function listOurSources(root) {
  const folders = ["runtime", "upsun-profile"].map((name) => join(root, "packages", name));
  const sources = folders.map(async (folder) =>
    listSources(folder, JSON.parse(await readFile(join(folder, "package.json"), "utf8"))),
  );
  return Object.assign({}, ...(await Promise.all(sources)));
}
