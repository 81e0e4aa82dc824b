import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runToSuccess } from "./run-command.js";

/** @import { Processes } from "../../../bench/src/create-processes.js" */

/**
 * Installs what `package-lock.json` pins, unless that is what is installed.
 *
 * @param {Processes} processes
 * @param {string} folder - of the lock
 * @param {(text: string) => void} report
 * @returns {Promise<void>}
 */
export async function installPins(processes, folder, report) {
  const lock = await readFile(join(folder, "package-lock.json"));
  const digest = createHash("sha256").update(lock).digest("hex");
  const stamp = join(folder, "node_modules", ".installed");
  if ((await readFile(stamp, "utf8").catch(() => "")) === digest) return;
  report("installing the runtimes and compilers (800 MB, once)");
  await runToSuccess(processes, { words: ["npm", "ci", "--ignore-scripts"], cwd: folder }, 15 * 60_000);
  await writeFile(stamp, digest);
}
