import { spawn } from "node:child_process";
import { once } from "node:events";

/**
 * @typedef {object} Command
 * @property {readonly [string, ...string[]]} words
 * @property {string} cwd
 *
 * @typedef {import("node:child_process").ChildProcessByStdio<null, import("node:stream").Readable, import("node:stream").Readable>} Child
 *
 * @typedef {object} Processes - all that is started by it and runs still
 * @property {(command: Command) => Child} start
 * @property {(child: Child) => Promise<void>} stop - ends a process and all that it has started
 * @property {() => Promise<void>} stopAll - ends all of them, and lets none start from now
 * @property {() => void} killAll - the same, without waiting
 */

const patience = 3000;

/**
 * Starts processes, each at the head of a group of its own, so that what they start in turn ends with them.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Processes}
 */
export function createProcesses(environment) {
  /** @type {Set<Child>} */
  const running = new Set();
  let isEnding = false;

  /** @type {Processes["start"]} */
  const start = ({ words: [file, ...args], cwd }) => {
    if (isEnding) throw new Error("Nothing is started any more.");
    const child = spawn(file, args, {
      cwd,
      env: environment,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    child.once("error", () => running.delete(child));
    child.once("close", () => running.delete(child));
    return child;
  };

  /** @type {Processes["stop"]} */
  const stop = async (child) => {
    if (!running.has(child)) return;
    // Not at its exit: npm goes before turbo does, and turbo waits for its tasks, which are in groups of their own.
    const ended = once(child, "close");
    signal(child, "SIGTERM");
    const timer = setTimeout(() => signal(child, "SIGKILL"), patience);
    await ended;
    clearTimeout(timer);
  };

  return {
    start,
    stop,
    stopAll: async () => {
      isEnding = true;
      await Promise.all([...running].map(stop));
    },
    killAll: () => {
      for (const child of running) signal(child, "SIGKILL");
    },
  };
}

/**
 * @param {Child} child
 * @param {NodeJS.Signals} name
 */
function signal({ pid }, name) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch (error) {
    // It has ended in the meantime.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
