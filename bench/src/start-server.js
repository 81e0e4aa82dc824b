import { once } from "node:events";
import { get } from "node:http";
import { setTimeout as delay } from "node:timers/promises";

/**
 * @import { Child, Command, Processes } from "./create-processes.js"
 *
 * @typedef {object} Server
 * @property {readonly string[]} urls
 * @property {number} seconds - from the start of the process until every URL has answered
 * @property {() => Promise<void>} stop
 */

const deadline = 60_000;

/**
 * Starts a server and waits until it answers.
 *
 * @param {Processes} processes
 * @param {Command} command
 * @param {(stdout: string) => readonly string[] | undefined} findUrls - where it says that it listens, once it has
 *   said so
 * @returns {Promise<Server>}
 * @throws {Error} where it ends, or does not answer within a minute
 */
export async function startServer(processes, command, findUrls) {
  const began = performance.now();
  const child = processes.start(command);
  const stop = () => processes.stop(child);
  const name = command.words.join(" ");
  try {
    const urls = await Promise.race([awaitUrls(child, findUrls), awaitFault(child, name)]);
    await Promise.all(urls.map((url) => awaitAnswer(url, began + deadline)));
    return { urls, seconds: (performance.now() - began) / 1000, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {Child} child
 * @param {(stdout: string) => readonly string[] | undefined} findUrls
 * @returns {Promise<readonly string[]>}
 */
function awaitUrls(child, findUrls) {
  return new Promise((found) => {
    let stdout = "";
    let isFound = false;
    // What is said later is read as well, and dropped, or the server would stop at a full pipe.
    child.stdout.setEncoding("utf8").on("data", (text) => {
      if (isFound) return;
      stdout += text;
      const urls = findUrls(stdout);
      if (urls === undefined) return;
      isFound = true;
      found(urls);
    });
  });
}

/**
 * @param {Child} child
 * @param {string} name
 * @returns {Promise<never>}
 */
async function awaitFault(child, name) {
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr = `${stderr}${text}`.slice(-2000);
  });
  const timer = new AbortController();
  const ended = once(child, "close").then(([code, signal]) => `ended with ${code ?? signal}`);
  const late = delay(deadline, "does not say where it listens", { signal: timer.signal }).catch(() => "");
  const fault = await Promise.race([ended, late]);
  timer.abort();
  throw new Error(`\`${name}\` ${fault}:\n${stderr.trim()}`);
}

/**
 * @param {string} url
 * @param {number} until
 * @returns {Promise<void>}
 */
async function awaitAnswer(url, until) {
  for (;;) {
    const fault = await request(url);
    if (fault === undefined) return;
    if (performance.now() > until) throw new Error(`${url} does not answer: ${fault.message}`);
    await delay(10);
  }
}

/**
 * @param {string} url
 * @returns {Promise<Error | undefined>}
 */
function request(url) {
  return new Promise((done) => {
    get(url, { agent: false }, (response) => response.resume().once("end", () => done(undefined))).once(
      "error",
      done,
    );
  });
}
