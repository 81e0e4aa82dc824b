/**
 * @import { Processes } from "../../../bench/src/create-processes.js"
 * @import { Place } from "../consumer/consumer.mjs"
 *
 * @typedef {object} Workshop - all that it takes to try a runtime or a compiler
 * @property {Processes} processes
 * @property {string} pins - the folder of the runtimes and compilers
 * @property {string} project - the throwaway project that has the packed packages installed
 * @property {readonly string[]} specifiers - every entry point of those packages
 * @property {ReadonlyMap<string, string>} wantedErrors - the codes of the type tests' errors, by place
 * @property {Place} place
 * @property {readonly string[]} lured - the requests that came where no client should follow
 * @property {(text: string) => void} report
 */

export {};
