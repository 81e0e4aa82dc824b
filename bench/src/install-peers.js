import { stat } from "node:fs/promises";
import { join } from "node:path";
import { timeCommand } from "./time-command.js";

/**
 * @import { Processes } from "./create-processes.js"
 *
 * @typedef {object} HeavyPeers - the peers of `bench/peers`, by absolute paths
 * @property {string} heyApi - the script of hey-api's CLI
 * @property {string} openapiFetch - the folder of the package
 * @property {string} github - the REST description of GitHub, one JSON document
 * @property {readonly [string, string]} enterprise - that of GitHub Enterprise Server, of two versions that follow
 * @property {string} typescript - the script of the `tsc` that editors and builds of today mostly are
 */

/**
 * Installs the peers that are too heavy for the workspace, where they are not installed yet or their lock has changed
 * since. No script of theirs runs.
 *
 * @param {string} folder - with their `package.json` and lock
 * @param {Processes} processes
 * @param {(text: string) => void} report
 * @returns {Promise<HeavyPeers>}
 */
export async function installPeers(folder, processes, report) {
  const packages = join(folder, "node_modules");
  // npm writes this file when it is done, so an install that was cut short does not count.
  const [installed, locked] = await Promise.all([
    readTime(join(packages, ".package-lock.json")),
    readTime(join(folder, "package-lock.json")),
  ]);
  if (isStale(installed, locked)) {
    report("installing the peers of bench/peers, once");
    const quietly = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
    await timeCommand(processes, { words: ["npm", "ci", "--ignore-scripts", ...quietly], cwd: folder });
  }
  return {
    heyApi: join(packages, "@hey-api/openapi-ts/bin/run.js"),
    openapiFetch: join(packages, "openapi-fetch"),
    github: join(packages, "@octokit/openapi/generated/api.github.com.json"),
    enterprise: [
      join(packages, "@octokit/openapi/generated/ghes-3.18.json"),
      join(packages, "@octokit/openapi/generated/ghes-3.19.json"),
    ],
    typescript: join(packages, "typescript/bin/tsc"),
  };
}

/**
 * @param {number | undefined} installed - when packages were installed, if ever
 * @param {number | undefined} locked - when their lock was written
 * @returns {boolean}
 */
export function isStale(installed, locked) {
  return installed === undefined || (locked !== undefined && installed < locked);
}

/**
 * @param {string} file
 * @returns {Promise<number | undefined>}
 */
async function readTime(file) {
  try {
    return (await stat(file)).mtimeMs;
  } catch {
    return undefined;
  }
}
