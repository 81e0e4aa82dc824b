import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { measureInterleaved } from "../measure-interleaved.js";
import { timeCommand } from "../time-command.js";
import { timeOpenapiTypescript } from "../time-openapi-typescript.js";

/** @import { Bench } from "./index.js" */

/** @type {Bench} */
export const generate = {
  name: "generate",
  summary: "`specmill generate`, without packages and with them, against the openapi-typescript CLI",
  isUsual: true,
  async measure(workshop, rounds = 5) {
    const house = await workshop.house();
    const cwd = join(workshop.folder, "generate");
    await mkdir(cwd);
    for (const part of ["specs", "package.json", "LICENSE", "redocly.yaml"]) {
      await cp(join(house, part), join(cwd, part), { recursive: true });
    }
    const specmill = join(house, "tools/cli/bin/specmill.js");
    const timeGenerate = async () => {
      const { seconds } = await timeCommand(workshop.processes, {
        words: [process.execPath, specmill, "generate"],
        cwd,
      });
      return seconds;
    };
    const { cold, peer, warm } = await measureInterleaved(
      {
        cold: async () => {
          await rm(join(cwd, "packages"), { recursive: true, force: true });
          return timeGenerate();
        },
        peer: () => timeOpenapiTypescript(workshop),
        warm: timeGenerate,
      },
      rounds,
      workshop.report,
    );
    const named = { name: "openapi-typescript CLI, once a document", ...peer };
    return [
      { what: "specmill generate, no packages yet", unit: "s", ours: cold, peer: named },
      { what: "specmill generate, nothing changed", unit: "s", ours: warm, peer: named },
    ];
  },
};
