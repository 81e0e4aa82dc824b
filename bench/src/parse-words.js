import { parseArgs } from "node:util";

/**
 * What a command line asks for.
 *
 * @typedef {object} Request
 * @property {readonly string[]} names - the benches to run
 * @property {number} [rounds] - how often each thing is measured; a bench has a number of its own
 * @property {boolean} json
 * @property {boolean} check
 * @property {boolean} help
 */

/**
 * Reads the words after the command's name.
 *
 * @param {readonly string[]} words
 * @param {{ readonly all: readonly string[], readonly usual: readonly string[] }} known - the names of every bench,
 *   and of those that run where none is named
 * @returns {Request}
 * @throws {TypeError} naming the word that is wrong
 */
export function parseWords(words, known) {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      rounds: { type: "string" },
      json: { type: "boolean", default: false },
      check: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const { rounds, json, check, help } = values;
  const unknown = positionals.find((name) => !known.all.includes(name));
  if (unknown !== undefined) {
    throw new TypeError(`There is no bench "${unknown}". There are ${known.all.join(", ")}.`);
  }
  if (rounds !== undefined && !/^[1-9]\d*$/.test(rounds)) {
    throw new TypeError(`--rounds is a number from 1, not "${rounds}".`);
  }
  return {
    names: positionals.length === 0 ? known.usual : known.all.filter((name) => positionals.includes(name)),
    ...(rounds === undefined ? {} : { rounds: Number(rounds) }),
    json,
    check,
    help,
  };
}
