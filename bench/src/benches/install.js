import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { copyTree } from "../copy-tree.js";
import { toFigure } from "../row.js";
import { timeCommand } from "../time-command.js";

/** @import { Bench } from "./index.js" */

/** @type {Bench} */
export const install = {
  name: "install",
  summary: "`npm ci` from an empty cache; it fetches every package, so it runs when it is named",
  isUsual: false,
  async measure({ root, folder, processes, report }, rounds = 1) {
    /** @type {number[]} */
    const times = [];
    /** @type {number[]} */
    const sizes = [];
    for (let round = 1; round <= rounds; round++) {
      report(`npm ci, round ${round} of ${rounds}`);
      const place = await mkdtemp(join(folder, "install-"));
      const house = join(place, "house");
      await copyTree(processes, root, house);
      const words = /** @type {const} */ (["npm", "ci", "--cache", join(place, "cache")]);
      times.push((await timeCommand(processes, { words: [...words], cwd: house })).seconds);
      const find = /** @type {const} */ (["find", ".", "-name", "node_modules", "-prune"]);
      const { stdout } = await timeCommand(processes, {
        words: [...find, "-exec", "du", "-sk", "{}", "+"],
        cwd: house,
      });
      sizes.push(stdout.split("\n").reduce((sum, line) => sum + Number.parseInt(line || "0", 10), 0) / 1024);
      await rm(place, { recursive: true });
    }
    return [
      {
        what: "npm ci, nothing cached",
        unit: "s",
        ours: toFigure(times),
        bound: { kind: "at-most", value: 60 },
      },
      {
        what: "node_modules, all of them",
        unit: "MB",
        ours: toFigure(sizes),
        bound: { kind: "at-most", value: 400 },
      },
    ];
  },
};
