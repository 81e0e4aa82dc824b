import { wantedCalls, wantedRequests } from "./wanted.js";

/**
 * @import { Report } from "../consumer/consumer.mjs"
 *
 * @typedef {object} Judgement
 * @property {number} calls - how many ended as they should
 * @property {readonly string[]} failed - the names of what is not as it should be
 * @property {readonly string[]} faults - the same, told in full
 */

/**
 * Compares what a run has seen with what it should have.
 *
 * @param {Report} report
 * @param {{ readonly evaluates: boolean, readonly specifiers: readonly string[] }} expected
 * @returns {Judgement}
 */
export function judgeReport(report, { evaluates, specifiers }) {
  const calls = Object.entries(wantedCalls).flatMap(([api, cases]) =>
    Object.entries(cases).map(([name, want]) => ({
      name: `${api}, ${name}`,
      got: report.calls[api]?.[name],
      want,
    })),
  );
  const requests = Object.entries(wantedRequests).map(([api, want]) => ({
    name: `${api}, request`,
    got: report.requests[api],
    want,
  }));
  const others = [
    { name: "text runs as code", got: report.evaluates, want: evaluates },
    ...specifiers.map((name) => ({
      name: `${name} exports something`,
      got: !!report.exports[name],
      want: true,
    })),
  ];
  const failed = calls.filter(({ got, want }) => !holds(got, want));
  const faults = [...failed, ...[...requests, ...others].filter(({ got, want }) => !holds(got, want))];
  return {
    calls: calls.length - failed.length,
    failed: faults.map(({ name }) => name),
    faults: faults.map(({ name, got, want }) => `${name}: ${show(got)}, not ${show(want)}`),
  };
}

/**
 * @param {unknown} got
 * @param {unknown} want
 * @returns {boolean} whether all that is wanted is there
 */
function holds(got, want) {
  if (typeof want !== "object" || want === null) return got === want;
  if (typeof got !== "object" || got === null) return false;
  const members = new Map(Object.entries(got));
  return Object.entries(want).every(([key, value]) => holds(members.get(key), value));
}

/** @param {unknown} value */
function show(value) {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
