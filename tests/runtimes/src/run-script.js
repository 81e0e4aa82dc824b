import { runToSuccess } from "./run-command.js";

/**
 * @import { Report } from "../consumer/consumer.mjs"
 * @import { Workshop } from "./workshop.js"
 */

/**
 * Runs the consumer as a script.
 *
 * @param {Pick<Workshop, "processes" | "project" | "place">} workshop
 * @param {readonly [string, ...string[]]} words - the runtime and its options
 * @returns {Promise<Report>}
 */
export async function runScript({ processes, project, place }, words) {
  const stdout = await runToSuccess(processes, {
    words: [...words, "script.mjs", JSON.stringify(place)],
    cwd: project,
  });
  return JSON.parse(stdout);
}
