import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * The path of an executable among the pins. Platform packages hold it, so that no install script has to run.
 *
 * @param {string} pins
 * @param {{ readonly x64: string, readonly arm64: string }} paths - below `pins`, by processor
 * @returns {string}
 * @throws {Error} where there is none for this machine
 */
export function findPin(pins, paths) {
  const { arch, platform } = process;
  const path =
    platform === "linux" && (arch === "x64" || arch === "arm64") ? join(pins, paths[arch]) : undefined;
  if (path !== undefined && existsSync(path)) return path;
  throw new Error(
    path === undefined
      ? `The runtimes are pinned for Linux on x64 and arm64, not for ${platform} on ${arch}.`
      : `There is no ${path}. Delete ${pins} and run this again.`,
  );
}
