import { timeCommand } from "./time-command.js";

/** @import { Workshop } from "./create-workshop.js" */

/**
 * Runs hey-api's CLI as its guide says to: types and functions, with its client for fetch.
 *
 * @param {Workshop} workshop
 * @param {string} document - its absolute path
 * @param {string} output - the absolute path of a folder
 * @returns {Promise<void>}
 */
export async function generateHeyApi({ folder, processes, peers }, document, output) {
  const { heyApi } = await peers();
  await timeCommand(processes, {
    words: [
      process.execPath,
      heyApi,
      ...["--input", document, "--output", output, "--client", "@hey-api/client-fetch", "--no-log-file"],
    ],
    cwd: folder,
  });
}
