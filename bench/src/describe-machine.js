import { availableParallelism, cpus, loadavg } from "node:os";

/**
 * Where a run takes place.
 *
 * @typedef {object} Machine
 * @property {number} cores
 * @property {string} processor
 * @property {string} node
 * @property {string} platform
 * @property {number} load - how many processes wanted a core in the minute before the run
 */

/**
 * @returns {Machine}
 */
export function describeMachine() {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? "unknown",
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    load: loadavg()[0] ?? 0,
  };
}

/**
 * A machine in a line, which says when it is too busy for its figures to mean much.
 *
 * @param {Machine} machine
 * @returns {string}
 */
export function formatMachine({ cores, processor, node, platform, load }) {
  const busy = load > cores / 2 ? ": busy, so measure again when it is quiet" : "";
  return `${cores} cores (${processor}), Node ${node}, ${platform}, load ${load.toFixed(1)}${busy}`;
}
