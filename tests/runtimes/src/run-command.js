import { once } from "node:events";

/**
 * @import { Command, Processes } from "../../../bench/src/create-processes.js"
 *
 * @typedef {object} Ended
 * @property {number | null} code
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * Runs a command to its end, whatever that is.
 *
 * @param {Processes} processes
 * @param {Command} command
 * @param {number} [patience] - in milliseconds
 * @returns {Promise<Ended>}
 * @throws {Error} where it cannot be started, or does not end in time
 */
export async function runCommand(processes, command, patience = 60_000) {
  const child = processes.start(command);
  const said = { stdout: "", stderr: "" };
  for (const name of /** @type {const} */ (["stdout", "stderr"])) {
    child[name].setEncoding("utf8").on("data", (text) => {
      said[name] += text;
    });
  }
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    void processes.stop(child);
  }, patience);
  try {
    const [code] = await once(child, "close");
    if (!isLate) return { code, ...said };
  } finally {
    clearTimeout(timer);
  }
  throw new Error(`\`${shorten(command)}\` has not ended in ${patience / 1000} s.\n${tail(said)}`);
}

/**
 * The same for a command that must end well.
 *
 * @param {Processes} processes
 * @param {Command} command
 * @param {number} [patience]
 * @returns {Promise<string>} its stdout
 * @throws {Error} with the last of what it said, where it does not
 */
export async function runToSuccess(processes, command, patience) {
  const ended = await runCommand(processes, command, patience);
  if (ended.code === 0) return ended.stdout;
  throw new Error(`\`${shorten(command)}\` ended with ${ended.code}.\n${tail(ended)}`);
}

/** @param {Command} command */
function shorten({ words }) {
  const line = words.join(" ");
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

/** @param {{ readonly stdout: string, readonly stderr: string }} said */
function tail({ stdout, stderr }) {
  return `${stdout}${stderr}`.trim().split("\n").slice(-15).join("\n");
}
