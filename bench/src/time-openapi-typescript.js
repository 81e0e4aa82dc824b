import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { findPeers } from "./find-peers.js";
import { listApis } from "./list-apis.js";
import { timeCommand } from "./time-command.js";

/** @import { Workshop } from "./create-workshop.js" */

/**
 * Runs the openapi-typescript CLI once for each document of the repository, one after the other.
 *
 * @param {Workshop} workshop
 * @returns {Promise<number>} seconds, all runs together
 */
export async function timeOpenapiTypescript({ root, folder, processes, house }) {
  const { openapiTypescript } = findPeers(root);
  // Not in the house: its redocly.yaml names a plugin that the engine of this CLI does not know.
  const cwd = join(folder, "openapi-typescript");
  await mkdir(cwd, { recursive: true });
  let sum = 0;
  for (const { name, file } of await listApis(await house())) {
    const { seconds } = await timeCommand(processes, {
      words: [process.execPath, openapiTypescript, file, "--output", `${name}.ts`],
      cwd,
    });
    sum += seconds;
  }
  return sum;
}
