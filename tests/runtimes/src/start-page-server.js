import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { listen } from "./listen.js";

/**
 * @import { Place, Report } from "../consumer/consumer.mjs"
 *
 * @typedef {object} Page
 * @property {string} html
 * @property {string} script
 * @property {Place} place
 *
 * @typedef {object} Posted - what the page says in the end
 * @property {Report | undefined} report - unless it failed
 * @property {readonly string[]} faults - errors that nobody caught
 * @property {readonly string[]} breaches - of its policy
 *
 * @typedef {object} PageServer
 * @property {string} url
 * @property {Promise<Posted>} posted
 * @property {() => Promise<void>} close
 */

/**
 * Serves a page under a policy by which it runs its own script, no text as code, and asks nobody but the servers
 * named.
 *
 * @param {Page} page
 * @returns {Promise<PageServer>}
 */
export async function startPageServer({ html, script, place }) {
  const peers = [...Object.values(place.urls), place.silentUrl, place.deadUrl, place.awayUrl].map(
    (url) => new URL(url).origin,
  );
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "img-src data:",
    `connect-src 'self' ${peers.join(" ")}`,
  ].join("; ");
  /** @type {Readonly<Record<string, { readonly type: string, readonly body: string }>>} */
  const files = {
    "/": { type: "text/html", body: html },
    "/page.js": { type: "text/javascript", body: script },
    "/place.json": { type: "application/json", body: JSON.stringify(place) },
  };
  /** @type {(posted: Posted) => void} */
  let tell = () => {};
  /** @type {Promise<Posted>} */
  const posted = new Promise((resolve) => {
    tell = resolve;
  });
  const server = createServer(async (request, response) => {
    const file = files[request.url ?? ""];
    if (request.method === "GET" && file !== undefined) {
      response.writeHead(200, { "content-type": file.type, "content-security-policy": policy });
      response.end(file.body);
    } else if (request.method === "POST" && request.url === "/report") {
      const body = /** @type {Posted} */ (await json(request));
      response.writeHead(204).end();
      tell(body);
    } else response.writeHead(404).end();
  });
  const { url, close } = await listen(server);
  return { url, posted, close };
}
