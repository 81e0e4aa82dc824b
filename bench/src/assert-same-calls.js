import { isDeepStrictEqual } from "node:util";

/** @import { Caller } from "./create-callers.js" */

/**
 * Calls once each way and compares: only the same request for the same data can be compared in time.
 *
 * @param {Readonly<Record<string, Caller>>} callers
 * @param {() => Response} answer
 * @returns {Promise<void>}
 * @throws {Error} where one sends another request than the first, or gives other data
 */
export async function assertSameCalls(callers, answer) {
  /** @type {{ name: string, did: unknown } | undefined} */
  let first;
  for (const [name, caller] of Object.entries(callers)) {
    /** @type {unknown[]} */
    const sent = [];
    const data = await caller(async (request) => {
      const { method, url, headers } = request;
      sent.push({ method, url, headers: Object.fromEntries(headers), body: await request.text() });
      return answer();
    })();
    const did = { sent, data };
    first ??= { name, did };
    if (!isDeepStrictEqual(did, first.did)) {
      const [here, there] = [did, first.did].map((one) => JSON.stringify(one));
      throw new Error(`${name} does not do what ${first.name} does:\n${here}\n${there}`);
    }
  }
}
