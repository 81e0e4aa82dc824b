import { once } from "node:events";

/**
 * @import { Command, Processes } from "./create-processes.js"
 */

/**
 * Runs a command to its end.
 *
 * @param {Processes} processes
 * @param {Command} command
 * @param {number} [good] - the exit code with which it ends well
 * @returns {Promise<{ readonly seconds: number, readonly stdout: string }>}
 * @throws {Error} with the last of what it said, where it does not end well
 */
export async function timeCommand(processes, command, good = 0) {
  const began = performance.now();
  const child = processes.start(command);
  let seconds = 0;
  child.once("exit", () => {
    seconds = (performance.now() - began) / 1000;
  });
  let stdout = "";
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
    said += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  const [code, signal] = await once(child, "close");
  if (code === good) return { seconds, stdout };
  const last = said.trim().split("\n").slice(-15).join("\n");
  throw new Error(`\`${command.words.join(" ")}\` ended with ${code ?? signal}:\n${last}`);
}
