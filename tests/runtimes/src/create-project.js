import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runToSuccess } from "./run-command.js";

/** @import { Processes } from "../../../bench/src/create-processes.js" */

/**
 * Makes a project of a consumer, with the tarballs installed and nothing of this repository in reach.
 *
 * @param {Processes} processes
 * @param {string} folder - which is not there yet
 * @param {Readonly<Record<string, string>>} tarballs - by the names of the packages
 * @param {string} source - the folder of its files
 * @returns {Promise<readonly string[]>} every entry point of the packages
 */
export async function createProject(processes, folder, tarballs, source) {
  await mkdir(folder);
  const dependencies = Object.fromEntries(
    Object.entries(tarballs).map(([name, tarball]) => [name, `file:${tarball}`]),
  );
  // The packages need each other; without overrides npm asks the registry for what it was given as a file.
  const overrides = Object.fromEntries(Object.keys(tarballs).map((name) => [name, `$${name}`]));
  await writeFile(
    join(folder, "package.json"),
    JSON.stringify({ name: "consumer", private: true, type: "module", dependencies, overrides }),
  );
  const words = /** @type {const} */ (["npm", "install", "--ignore-scripts", "--prefer-offline"]);
  await runToSuccess(processes, { words: [...words, "--no-audit", "--no-fund"], cwd: folder });
  await cp(source, folder, { recursive: true });

  const entries = await Promise.all(Object.keys(tarballs).map((name) => listEntries(folder, name)));
  const specifiers = entries.flat().sort();
  await writeFile(join(folder, "exports.mjs"), writeImports(specifiers));
  return specifiers;
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<readonly string[]>}
 */
async function listEntries(folder, name) {
  const manifest = JSON.parse(await readFile(join(folder, "node_modules", name, "package.json"), "utf8"));
  return Object.keys(manifest.exports).map((path) => name + path.slice(1));
}

/**
 * @param {readonly string[]} specifiers
 * @returns {string} a module that imports them all
 */
function writeImports(specifiers) {
  const imports = specifiers.map((specifier, index) => {
    const attributes = specifier.endsWith(".json") ? ' with { type: "json" }' : "";
    return `import * as module${index} from ${JSON.stringify(specifier)}${attributes};\n`;
  });
  const members = specifiers.map((specifier, index) => `  ${JSON.stringify(specifier)}: module${index},\n`);
  return `${imports.join("")}\nexport const modules = {\n${members.join("")}};\n`;
}
