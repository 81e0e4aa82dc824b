import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { benches } from "./benches/index.js";
import { createProcesses } from "./create-processes.js";
import { createWorkshop } from "./create-workshop.js";
import { describeMachine, formatMachine } from "./describe-machine.js";
import { formatJson } from "./format-json.js";
import { formatTable } from "./format-table.js";
import { judgeRow } from "./judge-row.js";
import { parseWords } from "./parse-words.js";
import { quietEnvironment } from "./quiet-environment.js";
import { runBenches } from "./run-benches.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const help = `Usage: npm run bench -- [bench…] [--rounds N] [--check] [--json]

Measures this repository against its peers, side by side, and prints a table. Nothing in the repository is changed.

${benches.map(({ name, summary }) => `  ${name.padEnd(11)}${summary}\n`).join("")}
  --rounds N   how often each thing is measured; each bench has a number of its own
  --check      exit 1 where a bound is missed
  --json       print one JSON document, with every sample

Exit codes: 0 measured, 1 with --check a bound is missed, 2 misuse, or something could not be measured.
`;

process.exitCode = await main(process.argv.slice(2));

/**
 * @param {readonly string[]} words
 * @returns {Promise<0 | 1 | 2>}
 */
async function main(words) {
  const names = benches.map(({ name }) => name);
  const usual = benches.filter(({ isUsual }) => isUsual).map(({ name }) => name);
  let request;
  try {
    request = parseWords(words, { all: names, usual });
  } catch (error) {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : error}\n`);
    return 2;
  }
  if (request.help) {
    process.stdout.write(help);
    return 0;
  }
  const machine = describeMachine();
  const chosen = benches.filter(({ name }) => request.names.includes(name));
  const { measured, failures } = await measureAll(chosen, request.rounds);
  const rows = measured.map(({ row }) => row);
  process.stdout.write(
    request.json
      ? `${formatJson(machine, measured, failures)}\n`
      : `${formatMachine(machine)}\n\n${formatTable(rows)}\n`,
  );
  for (const { bench, message } of failures) {
    process.stderr.write(`bench: ${bench} could not be measured. ${message}\n`);
  }
  if (failures.length > 0) return 2;
  return request.check && rows.some((row) => judgeRow(row).verdict === "over") ? 1 : 0;
}

/**
 * Sets the workshop up, and leaves neither a process nor a file of it behind, however the run ends.
 *
 * @param {Parameters<typeof runBenches>[0]} chosen
 * @param {number | undefined} rounds
 */
async function measureAll(chosen, rounds) {
  const processes = createProcesses(quietEnvironment(process.env));
  const workshop = await createWorkshop(root, processes, printProgress);
  process.once("exit", () => {
    processes.killAll();
    rmSync(workshop.folder, { recursive: true, force: true, maxRetries: 5 });
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.once(signal, () => {
      void processes.stopAll().finally(() => process.exit(signal === "SIGINT" ? 130 : 143));
    });
  }
  return runBenches(chosen, workshop, rounds);
}

/** @param {string} text */
function printProgress(text) {
  if (process.stderr.isTTY) process.stderr.write(`${text}\n`);
}
