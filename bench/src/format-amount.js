/** @import { Unit } from "./row.js" */

/**
 * A number with its unit, as exact as it can be read.
 *
 * @param {number} value
 * @param {Unit} unit
 * @returns {string}
 */
export function formatAmount(value, unit) {
  switch (unit) {
    case "s":
      return `${value.toFixed(2)} s`;
    case "ms":
      return `${value.toFixed(1)} ms`;
    case "µs":
      return `${value.toFixed(1)} µs`;
    case "/s":
      return `${group(value)}/s`;
    case "B":
    case "MB":
      return `${group(value)} ${unit}`;
  }
}

/** @param {number} value */
function group(value) {
  return Math.round(value).toLocaleString("en-US");
}
