import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { writeBundle } from "./bundle-modules.js";
import { listOurSources } from "./list-our-sources.js";

/**
 * @import { Workshop } from "./create-workshop.js"
 *
 * @typedef {(request: Request) => Promise<Response>} Fetch
 * @typedef {(fetch: Fetch) => () => Promise<unknown>} Caller - makes a function that calls once and gives the answer's
 *   data
 */

const baseUrl = "https://api.upsun.com";
const userId = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
const token = "any-token";
const headers = { accept: "application/json", authorization: `Bearer ${token}` };
const body = { display_name: "Ada Lovelace", marketing: false, ui_colorscheme: "dark" };

/**
 * The same call three ways: by fetch itself, by openapi-fetch, and by our client.
 *
 * @param {Workshop} workshop
 * @returns {Promise<Readonly<Record<"bare" | "peer" | "ours", Caller>>>}
 */
export async function createCallers({ root, folder, peers }) {
  const { openapiFetch } = await peers();
  const file = join(folder, "callers.mjs");
  const code = `
    export { createUpsunProfileClient } from "@specmill/upsun-profile";
    export { default as createOpenapiFetch } from ${JSON.stringify(openapiFetch)};`;
  await writeBundle({ code, folder: root, alias: await listOurSources(root) }, file);
  const { createUpsunProfileClient, createOpenapiFetch } = await import(pathToFileURL(file).href);
  return {
    bare: (fetch) => async () => {
      const request = new Request(`${baseUrl}/profiles/${userId}`, {
        method: "PATCH",
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      const response = await fetch(request);
      return response.json();
    },
    peer: (fetch) => {
      const client = createOpenapiFetch({ baseUrl, fetch, headers });
      return async () =>
        (await client.PATCH("/profiles/{userId}", { params: { path: { userId } }, body })).data;
    },
    ours: (fetch) => {
      const client = createUpsunProfileClient({ auth: { bearer: token }, fetch });
      return async () => (await client.updateProfile({ path: { userId }, body })).data;
    },
  };
}
