import { existsSync } from "node:fs";
import { runToSuccess } from "./run-command.js";

/** @import { Processes } from "../../../bench/src/create-processes.js" */

const path = "/usr/bin/chromium";
const patience = 10 * 60_000;

/**
 * Finds Debian's Chromium, and installs it where it is missing and that is allowed.
 *
 * @param {Processes} processes
 * @param {(text: string) => void} report
 * @returns {Promise<string>} its path
 * @throws {Error} that says what to do
 */
export async function findChromium(processes, report) {
  if (existsSync(path)) return path;
  const advice = `There is no ${path}. Install it: apt-get install chromium`;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) throw new Error(advice);
  report("installing chromium with apt-get");
  const install = ["install", "--yes", "--quiet", "--no-install-recommends", "chromium"];
  try {
    for (const words of [["update", "--quiet"], install]) {
      await runToSuccess(processes, { words: ["/usr/bin/apt-get", ...words], cwd: "/" }, patience);
    }
  } catch (error) {
    throw new Error(`${advice}\n${error instanceof Error ? error.message : error}`);
  }
  if (!existsSync(path)) throw new Error(advice);
  return path;
}
