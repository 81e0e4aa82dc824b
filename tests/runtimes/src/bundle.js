import { findPin } from "./find-pin.js";
import { runToSuccess } from "./run-command.js";

/** @import { Workshop } from "./workshop.js" */

/**
 * Makes one file of a module of the throwaway project and all that it imports.
 *
 * @param {Workshop} workshop
 * @param {string} from
 * @param {string} to
 * @returns {Promise<void>}
 */
export async function bundle({ processes, pins, project }, from, to) {
  const esbuild = findPin(pins, {
    x64: "@esbuild/linux-x64/bin/esbuild",
    arm64: "@esbuild/linux-arm64/bin/esbuild",
  });
  await runToSuccess(processes, {
    words: [esbuild, from, "--bundle", "--format=esm", "--target=es2022", `--outfile=${to}`],
    cwd: project,
  });
}
