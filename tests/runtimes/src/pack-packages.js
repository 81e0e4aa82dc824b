import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { runToSuccess } from "./run-command.js";

/** @import { Processes } from "../../../bench/src/create-processes.js" */

/**
 * Packs every published package as npm would.
 *
 * @param {Processes} processes
 * @param {string} root - of the repository
 * @param {string} folder - for the tarballs, which is there
 * @returns {Promise<Readonly<Record<string, string>>>} the tarballs by the names of the packages
 */
export async function packPackages(processes, root, folder) {
  const names = await readdir(join(root, "packages"));
  const words = /** @type {const} */ ([
    "npm",
    "pack",
    "--json",
    "--ignore-scripts",
    "--pack-destination",
    folder,
  ]);
  const stdout = await runToSuccess(processes, {
    words: [...words, ...names.map((name) => `./packages/${name}`)],
    cwd: root,
  });
  // npm 12 prints an object by name where older ones print a list.
  /** @type {readonly { readonly name: string, readonly filename: string }[]} */
  const packed = Object.values(JSON.parse(stdout));
  return Object.fromEntries(packed.map(({ name, filename }) => [name, join(folder, filename)]));
}
