/**
 * One line of the table: what was measured, of us and of a peer, and what is asked of it.
 *
 * @typedef {object} Row
 * @property {string} what
 * @property {Unit} unit
 * @property {Figure} ours
 * @property {Peer} [peer]
 * @property {Bound} [bound]
 *
 * @typedef {"s" | "ms" | "µs" | "/s" | "B" | "MB"} Unit
 *
 * @typedef {object} Figure
 * @property {number} value - the median of the samples
 * @property {readonly number[]} samples - in the order in which they were taken
 *
 * @typedef {Figure & { readonly name: string }} Peer
 *
 * @typedef {AtMostPeer | AtLeastPeer | AtMost} Bound
 *
 * @typedef {object} AtMostPeer - ours may be so many times the peer's, and an allowance on top
 * @property {"at-most-peer"} kind
 * @property {number} times
 * @property {number} [allowance]
 *
 * @typedef {object} AtLeastPeer - ours is to be so many times the peer's, or more
 * @property {"at-least-peer"} kind
 * @property {number} times
 *
 * @typedef {object} AtMost - ours may be that much, whatever the peer's is
 * @property {"at-most"} kind
 * @property {number} value
 */

import { median } from "./median.js";

/**
 * What some samples say.
 *
 * @param {readonly number[]} samples
 * @returns {Figure}
 */
export function toFigure(samples) {
  return { value: median(samples), samples };
}
