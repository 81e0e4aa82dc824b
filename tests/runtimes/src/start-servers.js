import { createServer } from "node:http";
import { createServer as createSocketServer } from "node:net";
import { join } from "node:path";
import { startServer } from "../../../bench/src/start-server.js";
import { listen } from "./listen.js";

/**
 * @import { Processes } from "../../../bench/src/create-processes.js"
 * @import { Place } from "../consumer/consumer.mjs"
 */

/** Lets pages of other origins ask. */
const open = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "*",
  "access-control-allow-headers": "*, Authorization",
};

/**
 * Starts the mock and servers that are no good: one that never answers, one that hangs up on whoever says something,
 * and one that sends everybody to another origin, where a lure keeps count of those who come.
 *
 * @param {Processes} processes
 * @param {string} root - of the repository, built
 * @param {number} count - of the APIs
 * @returns {Promise<{ readonly place: Place, readonly lured: readonly string[], readonly close: () => Promise<void> }>}
 */
export async function startServers(processes, root, count) {
  const specmill = join(root, "tools/cli/bin/specmill.js");
  /** @type {readonly (readonly [api: string, url: string])[]} */
  let entries = [];
  /** @type {string[]} */
  const lured = [];
  const lure = await listen(
    createServer(({ method, url }, response) => {
      lured.push(`${method} ${url}`);
      response.writeHead(200, open).end();
    }),
  );
  const away = createServer(({ method, url }, response) => {
    const location = { location: `${lure.url}${url}` };
    response.writeHead(method === "OPTIONS" ? 204 : 307, { ...open, ...location }).end();
  });
  const [mock, silent, dead, elsewhere] = await Promise.all([
    startServer(
      processes,
      { words: [process.execPath, specmill, "mock", "--port", "0", "--json"], cwd: root },
      (stdout) => {
        const lines = stdout.split("\n").slice(0, -1);
        if (lines.length < count) return undefined;
        entries = lines.map((line) => JSON.parse(line)).map(({ api, url }) => [api, url]);
        return entries.map(([, url]) => url);
      },
    ),
    listen(createServer(() => {})),
    // At the first byte, not sooner: Node 20 at times forgets a request whose connection goes before it is used.
    listen(createSocketServer((socket) => socket.once("data", () => socket.destroy()))),
    listen(away),
  ]);
  return {
    place: {
      urls: Object.fromEntries(entries),
      silentUrl: silent.url,
      deadUrl: dead.url,
      awayUrl: elsewhere.url,
    },
    lured,
    close: async () => {
      await Promise.all([mock.stop(), ...[silent, dead, elsewhere, lure].map((server) => server.close())]);
    },
  };
}
