import { join } from "node:path";
import { runToSuccess } from "./run-command.js";

/** @import { Processes } from "../../../bench/src/create-processes.js" */

/**
 * Generates and builds the package of a document that has what the five do not: a query, several media types, ranges
 * of statuses, headers of answers, and properties for one direction only.
 *
 * @param {Processes} processes
 * @param {{ readonly root: string, readonly own: string, readonly project: string }} folders - the repository's, that
 *   of these tests, and the throwaway project's
 * @returns {Promise<void>}
 */
export async function generateLibrary(processes, { root, own, project }) {
  const name = "@example/library";
  const out = join(project, "node_modules", name);
  const spec = join(own, "library/openapi.yaml");
  const specmill = join(root, "tools/cli/bin/specmill.js");
  await runToSuccess(processes, {
    words: [process.execPath, specmill, "generate", "--spec", spec, "--out", out, "--name", name],
    cwd: root,
  });
  const tsc = join(own, "node_modules/typescript-7.0/bin/tsc");
  await runToSuccess(processes, { words: [process.execPath, tsc, "-p", out], cwd: project });
}
