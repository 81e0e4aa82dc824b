import { createServer, request } from "node:http";
import { listen } from "./listen.js";

/**
 * @typedef {object} Proxy
 * @property {string} url
 * @property {readonly string[]} seen - the method of each request so far
 * @property {() => Promise<void>} close
 */

/**
 * Starts a server that passes everything on, and keeps count.
 *
 * @param {string} target
 * @returns {Promise<Proxy>}
 */
export async function startProxy(target) {
  /** @type {string[]} */
  const seen = [];
  const { origin, pathname } = new URL(target);
  const server = createServer((incoming, outgoing) => {
    const { method = "", headers } = incoming;
    seen.push(method);
    const onward = request(new URL(incoming.url ?? "/", origin), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  const { url, close } = await listen(server);
  return { url: new URL(pathname, url).href, seen, close };
}
