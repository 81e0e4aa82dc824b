import { join } from "node:path";
import { measureInterleaved } from "./measure-interleaved.js";
import { sendLoad } from "./send-load.js";
import { startOurMock } from "./start-our-mock.js";
import { startPrism } from "./start-prism.js";

/**
 * @import { Workshop } from "./create-workshop.js"
 * @import { Row } from "./row.js"
 * @import { Server } from "./start-server.js"
 */

const load = { connections: 16, requests: 3000 };

/**
 * How many requests a second our mock answers while it serves every API, against Prism with one: each as it is when
 * it logs its requests, which both do unless told otherwise, and when it does not.
 *
 * @param {Workshop} workshop
 * @param {number} rounds
 * @returns {Promise<readonly Row[]>}
 */
export async function measureMockLoad(workshop, rounds) {
  const document = join(await workshop.house(), "specs/upsun-profile/openapi.yaml");
  /** @type {Server[]} */
  const servers = [];
  const open = async (/** @type {Promise<Server>} */ starting) => {
    const server = await starting;
    servers.push(server);
    const base = server.urls.find((url) => url.endsWith("/upsun-profile")) ?? server.urls[0];
    return () => sendLoad(updateProfileAt(`${base}`), load);
  };
  try {
    const subjects = {
      logging: await open(startOurMock(workshop, [])),
      "logging Prism": await open(startPrism(workshop, document, [])),
      quiet: await open(startOurMock(workshop, ["--json"])),
      "quiet Prism": await open(startPrism(workshop, document, ["-v", "silent"])),
    };
    await measureInterleaved(subjects, 1, (text) => workshop.report(`warming up ${text}`));
    const figures = await measureInterleaved(subjects, rounds, workshop.report);
    return [
      {
        what: "specmill mock under load, logging",
        unit: "/s",
        ours: figures.logging,
        peer: { name: "prism mock", ...figures["logging Prism"] },
        bound: { kind: "at-least-peer", times: 1 },
      },
      {
        what: "specmill mock under load, quiet",
        unit: "/s",
        ours: figures.quiet,
        peer: { name: "prism mock -v silent", ...figures["quiet Prism"] },
        bound: { kind: "at-least-peer", times: 1 },
      },
    ];
  } finally {
    await Promise.all(servers.map(({ stop }) => stop()));
  }
}

/**
 * A request that is right in all that a mock looks at.
 *
 * @param {string} base
 */
function updateProfileAt(base) {
  const body = JSON.stringify({ display_name: "Ada Lovelace", marketing: false, ui_colorscheme: "dark" });
  return {
    url: `${base}/profiles/3c90c3cc-0d44-4b50-8888-8dd25736052a`,
    method: "PATCH",
    headers: {
      authorization: "Bearer any-token",
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(body)),
    },
    body,
  };
}
