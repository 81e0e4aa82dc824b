import { Agent, request } from "node:http";

/**
 * One request that is sent over and over.
 *
 * @typedef {object} Shot
 * @property {string} url
 * @property {string} method
 * @property {Readonly<Record<string, string>>} headers
 * @property {string} body
 */

/**
 * Sends a request again and again over connections that are kept alive; each sends its next when the last is
 * answered.
 *
 * @param {Shot} shot
 * @param {{ readonly connections: number, readonly requests: number }} load
 * @returns {Promise<number>} requests a second
 * @throws {Error} at the first answer that is not 200
 */
export async function sendLoad(shot, { connections, requests }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let left = requests;
  const sendInTurn = async () => {
    while (left-- > 0) await send(shot, agent);
  };
  try {
    const began = performance.now();
    await Promise.all(Array.from({ length: connections }, sendInTurn));
    return requests / ((performance.now() - began) / 1000);
  } finally {
    agent.destroy();
  }
}

/**
 * @param {Shot} shot
 * @param {Agent} agent
 * @returns {Promise<void>}
 */
function send({ url, method, headers, body }, agent) {
  return new Promise((done, fail) => {
    const sent = request(url, { method, agent, headers }, (response) => {
      const { statusCode } = response;
      response.once("error", fail).once("end", () => {
        if (statusCode === 200) done();
        else fail(new Error(`${method} ${url} was answered with ${statusCode}.`));
      });
      response.resume();
    });
    sent.once("error", fail);
    sent.end(body);
  });
}
