import { rm } from "node:fs/promises";
import { measureInterleaved } from "../measure-interleaved.js";
import { timeCommand } from "../time-command.js";
import { timeOpenapiTypescript } from "../time-openapi-typescript.js";

/** @import { Bench } from "./index.js" */

/** @type {Bench} */
export const start = {
  name: "start",
  summary: "`npm start` after `npm ci`, against the openapi-typescript CLI",
  isUsual: true,
  async measure(workshop, rounds = 3) {
    const { ours, peer } = await measureInterleaved(
      {
        ours: async () => {
          const cwd = await workshop.copyHouse("start");
          const { seconds } = await timeCommand(workshop.processes, { words: ["npm", "start"], cwd });
          await rm(cwd, { recursive: true });
          return seconds;
        },
        peer: () => timeOpenapiTypescript(workshop),
      },
      rounds,
      workshop.report,
    );
    return [
      {
        what: "npm start after npm ci",
        unit: "s",
        ours,
        peer: { name: "openapi-typescript CLI, once a document", ...peer },
        bound: { kind: "at-most-peer", times: 3 },
      },
    ];
  },
};
