/**
 * @import { Bound, Row } from "./row.js"
 *
 * @typedef {"within" | "over" | "unbound"} Verdict
 *
 * @typedef {object} Judgement
 * @property {number} [ratio] - ours to the peer's
 * @property {number} [limit] - what the bound comes to in this run
 * @property {Verdict} verdict
 */

/**
 * Holds a row against its bound.
 *
 * @param {Row} row
 * @returns {Judgement}
 * @throws {Error} where the bound asks for a peer that the row does not have
 */
export function judgeRow({ ours, peer, bound }) {
  const ratio = peer === undefined ? {} : { ratio: ours.value / peer.value };
  if (bound === undefined) return { ...ratio, verdict: "unbound" };
  const limit = limitOf(bound, peer?.value);
  const isWithin = bound.kind === "at-least-peer" ? ours.value >= limit : ours.value <= limit;
  return { ...ratio, limit, verdict: isWithin ? "within" : "over" };
}

/**
 * @param {Bound} bound
 * @param {number | undefined} peer
 * @returns {number}
 */
function limitOf(bound, peer) {
  if (bound.kind === "at-most") return bound.value;
  if (peer === undefined) throw new Error("A bound against a peer needs a peer.");
  return bound.times * peer + (bound.kind === "at-most-peer" ? (bound.allowance ?? 0) : 0);
}
