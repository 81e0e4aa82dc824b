import { existsSync } from "node:fs";
import { mkdtemp, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { copyFolder } from "./copy-folder.js";
import { copyTree } from "./copy-tree.js";
import { installPeers } from "./install-peers.js";
import { linkPackages } from "./link-packages.js";
import { timeCommand } from "./time-command.js";

/**
 * @import { Processes } from "./create-processes.js"
 * @import { HeavyPeers } from "./install-peers.js"
 *
 * @typedef {object} Workshop - where things are measured, so that the repository stays as it is
 * @property {string} root - of the repository
 * @property {string} folder - for whatever a run writes
 * @property {Processes} processes
 * @property {(text: string) => void} report
 * @property {() => Promise<string>} house - a copy of the repository as `npm ci` leaves it: packages there, tools built;
 *   made when it is first asked for, and not to be changed
 * @property {(name: string) => Promise<string>} copyHouse - a copy of that copy, in the folder, to do anything with
 * @property {() => Promise<HeavyPeers>} peers - those that the workspace does not bring; installed when they are first
 *   asked for
 */

/**
 * @param {string} root
 * @param {Processes} processes
 * @param {(text: string) => void} report
 * @returns {Promise<Workshop>}
 */
export async function createWorkshop(root, processes, report) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "specmill-bench-")));
  /** @type {Promise<string> | undefined} */
  let made;
  /** @type {Promise<HeavyPeers> | undefined} */
  let installed;
  const house = () => {
    made ??= makeHouse(root, join(folder, "house"), processes, report);
    return made;
  };
  return {
    root,
    folder,
    processes,
    report,
    house,
    copyHouse: async (name) => {
      await copyFolder(await house(), join(folder, name));
      return join(folder, name);
    },
    peers: () => {
      installed ??= installPeers(join(root, "bench/peers"), processes, report);
      return installed;
    },
  };
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {Processes} processes
 * @param {(text: string) => void} report
 * @returns {Promise<string>}
 */
async function makeHouse(root, folder, processes, report) {
  report("copying the repository and building its tools");
  const files = await copyTree(processes, root, folder);
  const workspaces = files.filter((file) => file.endsWith("package.json")).map(dirname);
  for (const workspace of workspaces) {
    const packages = join(root, workspace, "node_modules");
    if (existsSync(packages)) await linkPackages(packages, join(folder, workspace, "node_modules"));
  }
  await timeCommand(processes, { words: ["npm", "run", "prepare"], cwd: folder });
  return folder;
}
