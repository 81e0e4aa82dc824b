import { expect, test } from "vitest";
import { parseWords } from "../src/parse-words.js";

const known = { all: ["size", "mock", "install"], usual: ["size", "mock"] };
const plain = { json: false, check: false, help: false };

test.each([
  { name: "no word asks for the usual benches", given: [], want: { ...plain, names: ["size", "mock"] } },
  {
    name: "named benches run in the order of the table",
    given: ["install", "size"],
    want: { ...plain, names: ["size", "install"] },
  },
  {
    name: "options go with names",
    given: ["mock", "--rounds", "9", "--json", "--check"],
    want: { names: ["mock"], rounds: 9, json: true, check: true, help: false },
  },
])("$name", ({ given, want }) => {
  expect(parseWords(given, known)).toEqual(want);
});

test.each([
  {
    name: "a bench that is not there",
    given: ["speed"],
    want: 'no bench "speed". There are size, mock, install',
  },
  { name: "no rounds at all", given: ["--rounds", "0"], want: "--rounds is a number from 1" },
  { name: "an unknown option", given: ["--fast"], want: "--fast" },
])("refuses $name", ({ given, want }) => {
  expect(() => parseWords(given, known)).toThrow(want);
});
