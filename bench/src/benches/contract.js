import { join } from "node:path";
import { listApis } from "../list-apis.js";
import { measureInterleaved } from "../measure-interleaved.js";
import { toFigure } from "../row.js";
import { startPrism } from "../start-prism.js";
import { timeCommand } from "../time-command.js";

/** @import { Bench } from "./index.js" */

/** @type {Bench} */
export const contract = {
  name: "contract",
  summary: "`specmill contract`, one pass and with every mutant, against the start of the Prism CLI",
  isUsual: true,
  async measure(workshop, rounds = 3) {
    const cwd = await workshop.house();
    const specmill = join(cwd, "tools/cli/bin/specmill.js");
    const apis = await listApis(cwd);
    const { pass, prism } = await measureInterleaved(
      {
        pass: async () => {
          const words = /** @type {const} */ ([process.execPath, specmill, "contract"]);
          return (await timeCommand(workshop.processes, { words: [...words], cwd })).seconds;
        },
        prism: async () => {
          let total = 0;
          for (const { file } of apis) {
            const { seconds, stop } = await startPrism(workshop, file, []);
            await stop();
            total += seconds;
          }
          return total;
        },
      },
      rounds,
      workshop.report,
    );
    workshop.report("every mutant, once");
    const whole = [process.execPath, join(import.meta.dirname, "..", "time-mutants.js"), cwd];
    const timed = await timeCommand(workshop.processes, { words: [whole[0] ?? "", ...whole.slice(1)], cwd });
    /** @type {readonly number[]} */
    const milliseconds = JSON.parse(timed.stdout);
    return [
      {
        what: `specmill contract, one pass over ${apis.length} APIs`,
        unit: "s",
        ours: pass,
        peer: { name: "prism mock, started once a document", ...prism },
        bound: { kind: "at-most", value: 10 },
      },
      {
        what: `the same with ${milliseconds.length} mutants`,
        unit: "s",
        ours: toFigure([timed.seconds]),
        bound: { kind: "at-most", value: 120 },
      },
      {
        what: "one mutant",
        unit: "ms",
        ours: toFigure(milliseconds),
        bound: { kind: "at-most", value: 100 },
      },
    ];
  },
};
