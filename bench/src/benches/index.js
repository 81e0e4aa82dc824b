import { cached } from "./cached.js";
import { call } from "./call.js";
import { contract } from "./contract.js";
import { generate } from "./generate.js";
import { install } from "./install.js";
import { mock } from "./mock.js";
import { review } from "./review.js";
import { size } from "./size.js";
import { start } from "./start.js";
import { typecheck } from "./typecheck.js";

/**
 * @import { Workshop } from "../create-workshop.js"
 * @import { Row } from "../row.js"
 *
 * @typedef {object} Bench
 * @property {string} name
 * @property {string} summary
 * @property {boolean} isUsual - whether it runs where no bench is named
 * @property {(workshop: Workshop, rounds?: number) => Promise<readonly Row[]>} measure
 */

/**
 * Every bench, in the order of the table.
 *
 * @type {readonly Bench[]}
 */
export const benches = [size, call, typecheck, generate, cached, start, mock, contract, review, install];
