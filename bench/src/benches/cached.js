import { measureInterleaved } from "../measure-interleaved.js";
import { timeCommand } from "../time-command.js";

/** @import { Bench } from "./index.js" */

/** @type {Bench} */
export const cached = {
  name: "cached",
  summary: "`npm run generate` with nothing changed, against `npx turbo --version`",
  isUsual: true,
  async measure({ processes, report, copyHouse }, rounds = 7) {
    const house = await copyHouse("cached-house");
    const run = (/** @type {readonly [string, ...string[]]} */ ...words) =>
      timeCommand(processes, { words, cwd: house });
    report("npm run generate, to fill the cache");
    await run("npm", "run", "generate");
    const { ours, peer } = await measureInterleaved(
      {
        ours: async () => {
          const { seconds, stdout } = await run("npm", "run", "generate");
          assertCached(stdout);
          return seconds;
        },
        peer: async () => (await run("npx", "--no-install", "turbo", "--version")).seconds,
      },
      rounds,
      report,
    );
    return [
      {
        what: "npm run generate, nothing changed",
        unit: "s",
        ours,
        peer: { name: "npx turbo --version", ...peer },
        bound: { kind: "at-most-peer", times: 1.5, allowance: 1 },
      },
    ];
  },
};

/**
 * @param {string} stdout - of turbo
 * @throws {Error} where a task has run, so that the figure would not be what its row says
 */
function assertCached(stdout) {
  const [, hits, tasks] = /Cached:\s+(\d+) cached, (\d+) total/.exec(stdout) ?? [];
  if (hits === undefined || hits === "0" || hits !== tasks) {
    throw new Error(`Nothing has changed, yet of ${tasks} tasks only ${hits} were cached.`);
  }
}
