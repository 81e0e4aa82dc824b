import { findFreePort } from "./find-free-port.js";
import { findPeers } from "./find-peers.js";
import { startServer } from "./start-server.js";

/**
 * @import { Workshop } from "./create-workshop.js"
 * @import { Server } from "./start-server.js"
 */

/**
 * Starts the Prism CLI with one document, in one process.
 *
 * @param {Workshop} workshop
 * @param {string} document - its absolute path
 * @param {readonly string[]} options
 * @returns {Promise<Server>}
 */
export async function startPrism({ root, folder, processes }, document, options) {
  const url = `http://127.0.0.1:${await findFreePort()}`;
  const { prism } = findPeers(root);
  return startServer(
    processes,
    {
      words: [process.execPath, prism, "mock", "-m", "false", "-p", new URL(url).port, ...options, document],
      cwd: folder,
    },
    // With `-v silent` it does not tell when it listens, so it is asked until it answers.
    (stdout) => (stdout.includes("Starting Prism") ? [url] : undefined),
  );
}
