import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { bundleModules } from "../bundle-modules.js";
import { findPeers } from "../find-peers.js";
import { generateHeyApi } from "../generate-hey-api.js";
import { listOurSources } from "../list-our-sources.js";
import { measureLeftovers } from "../measure-leftovers.js";
import { toFigure } from "../row.js";
import { timeCommand } from "../time-command.js";

/**
 * @import { Workshop } from "../create-workshop.js"
 * @import { Figure } from "../row.js"
 * @import { Bench } from "./index.js"
 */

const client = 'export { createUpsunProfileClient, unwrap } from "@specmill/upsun-profile";';
const parts = `
  import * as schemas from "@specmill/upsun-profile/schemas";
  import * as testing from "@specmill/upsun-profile/testing";`;

/** @type {Bench} */
export const size = {
  name: "size",
  summary: "a client of one operation with its runtime, bundled, against openapi-fetch, hey-api and Redocly",
  isUsual: true,
  async measure(workshop) {
    const folder = join(workshop.folder, "size");
    await mkdir(folder);
    const { without, unused, used } = await weighOurs(workshop);
    const ours = toFigure([without.gzipped]);
    const left = measureLeftovers({ without: without.files, unused: unused.files, used: used.files }, [
      /upsun-profile\/src\/schemas\.ts$/,
      /upsun-profile\/src\/testing\.ts$/,
    ]);
    const what = "client of one operation, gzipped";
    return [
      {
        what,
        unit: "B",
        ours,
        peer: { name: "openapi-fetch alone", ...(await weighOpenapiFetch(workshop)) },
        bound: { kind: "at-most", value: 6000 },
      },
      { what, unit: "B", ours, peer: { name: "hey-api", ...(await weighHeyApi(workshop, folder)) } },
      {
        what,
        unit: "B",
        ours,
        peer: { name: "redocly generate-client", ...(await weighRedocly(workshop, folder)) },
      },
      {
        what: "schemas and testing, imported but unused",
        unit: "B",
        ours: toFigure([left]),
        bound: { kind: "at-most", value: 0 },
      },
    ];
  },
};

/**
 * Our client as it is, with schemas and testing imported for nothing, and with them used.
 *
 * @param {Workshop} workshop
 */
async function weighOurs({ root }) {
  const alias = await listOurSources(root);
  const weigh = (/** @type {string} */ code) => bundleModules({ code, folder: root, alias });
  return {
    without: await weigh(client),
    unused: await weigh(`${parts}${client}`),
    used: await weigh(`${parts}${client} export { schemas, testing };`),
  };
}

/**
 * @param {Workshop} workshop
 * @returns {Promise<Figure>}
 */
async function weighOpenapiFetch({ peers }) {
  const { openapiFetch } = await peers();
  const { gzipped } = await bundleModules({
    code: 'export { default } from "openapi-fetch";',
    folder: openapiFetch,
  });
  return toFigure([gzipped]);
}

/**
 * @param {Workshop} workshop
 * @param {string} folder
 * @returns {Promise<Figure>}
 */
async function weighHeyApi(workshop, folder) {
  await generateHeyApi(workshop, documentOf(workshop), join(folder, "hey-api"));
  const code = 'export { updateProfile } from "./sdk.gen.ts"; export { client } from "./client.gen.ts";';
  const { gzipped } = await bundleModules({ code, folder: join(folder, "hey-api") });
  return toFigure([gzipped]);
}

/**
 * @param {Workshop} workshop
 * @param {string} folder
 * @returns {Promise<Figure>}
 */
async function weighRedocly(workshop, folder) {
  const { redocly } = findPeers(workshop.root);
  await timeCommand(workshop.processes, {
    words: [process.execPath, redocly, "generate-client", documentOf(workshop), "--output", "redocly.ts"],
    cwd: folder,
  });
  const { gzipped } = await bundleModules({
    code: 'export { configure, updateProfile } from "./redocly.ts";',
    folder,
  });
  return toFigure([gzipped]);
}

/** @param {Workshop} workshop */
function documentOf({ root }) {
  return join(root, "packages/upsun-profile/openapi.json");
}
