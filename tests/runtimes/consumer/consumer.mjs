import { apis } from "./apis.mjs";
import { modules } from "./exports.mjs";

/**
 * @import { Api, Connection, Outcome } from "./apis.mjs"
 *
 * @typedef {object} Place - where a consumer finds its servers
 * @property {Readonly<Record<string, string>>} urls - of the APIs, by name
 * @property {string} silentUrl - where no request is ever answered
 * @property {string} deadUrl - where every connection is dropped
 * @property {string} awayUrl - where everybody is sent to another origin
 *
 * @typedef {object} Ended - how a call ended
 * @property {boolean} ok
 * @property {number | string} status
 * @property {number} [code] - the status of the answer, if one came
 * @property {unknown} [data]
 * @property {string} [message] - of the error, if there is one
 *
 * @typedef {object} Report - what one run has seen
 * @property {boolean} evaluates - whether text can be run as code
 * @property {Readonly<Record<string, number>>} exports - how many names each entry point of a package exports
 * @property {Readonly<Record<string, Readonly<Record<string, Ended>>>>} calls - by API and case
 * @property {Readonly<Record<string, string>>} requests - method and path of one request of each API, not sent
 */

/**
 * Calls each API through its client in every way that matters, with nothing but what web standards give.
 *
 * @param {Place} place
 * @returns {Promise<Report>}
 */
export async function consume(place) {
  const evaluates = canEvaluate();
  /** @type {Record<string, Report["calls"][string]>} */
  const calls = {};
  /** @type {Record<string, string>} */
  const requests = {};
  for (const api of apis) {
    calls[api.name] = await call(api, place);
    const { method, url } = await api.connect({ baseUrl: place.deadUrl }, true).request();
    requests[api.name] = `${method} ${new URL(url).pathname}`;
  }
  const counts = Object.entries(modules).map(([name, module]) => [name, Object.keys(module).length]);
  return { evaluates, exports: Object.fromEntries(counts), calls, requests };
}

/**
 * @param {Api} api
 * @param {Place} place
 * @returns {Promise<Report["calls"][string]>}
 */
async function call({ name, success, connect, validation, kit }, { urls, silentUrl, deadUrl, awayUrl }) {
  const baseUrl = urls[name] ?? deadUrl;
  const to = (/** @type {Partial<Connection>} */ options, isKnown = true) =>
    connect({ baseUrl, retry: false, ...options }, isKnown);
  const nonsense = async () => Response.json("nonsense", { status: success });
  return {
    answered: describe(await to({}).send()),
    documented: describe(await to({}).send({ headers: { prefer: "code=404" } })),
    anonymous: describe(await to({}, false).send()),
    validated: describe(await to({ validate: validation() }).send()),
    drifted: describe(await to({ validate: validation(), fetch: nonsense }).send()),
    rehearsed: describe(await to({ fetch: kit().fetch }).send()),
    refused: describe(await to({}).sendRefused()),
    aborted: describe(await to({ baseUrl: silentUrl }).send({ signal: abortSoon() })),
    late: describe(await to({ baseUrl: silentUrl, timeout: 50 }).send()),
    redirected: describe(await to({ baseUrl: awayUrl }).send()),
    dead: describe(await to({ baseUrl: deadUrl }).send()),
    retried: describe(await to({ fetch: failFirst(), retry: { baseDelay: 1, idempotent: true } }).send()),
  };
}

function abortSoon() {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 20);
  return controller.signal;
}

/** @returns {(request: Request) => Promise<Response>} a `fetch` whose first answer asks to come again */
function failFirst() {
  let count = 0;
  return (request) => (count++ === 0 ? Promise.resolve(new Response(null, { status: 503 })) : fetch(request));
}

/**
 * @param {Outcome} outcome
 * @returns {Ended}
 */
function describe({ ok, status, data, response, error }) {
  return {
    ok,
    status,
    ...(response === undefined ? {} : { code: response.status }),
    ...(data === undefined ? {} : { data }),
    ...(error === undefined ? {} : { message: error.message }),
  };
}

function canEvaluate() {
  try {
    return new Function("return true")() === true;
  } catch {
    return false;
  }
}
