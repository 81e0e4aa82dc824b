import { expect, it } from "vitest";
import { readNdjson } from "../src/report/read-ndjson.ts";
import { writeNdjson } from "../src/report/write-ndjson.ts";
import { fakeReports } from "./fake-reports.ts";

it("What was written is read again, down to the last byte.", () => {
  const text = writeNdjson(fakeReports);
  const reports = readNdjson(text);
  expect(reports).toStrictEqual(fakeReports);
  expect(writeNdjson(reports)).toBe(text);
});

it("A report without mutants and client faults stays without them.", () => {
  const reports = fakeReports.map(({ mutation: _, clientFaults: __, ...report }) => report);
  expect(readNdjson(writeNdjson(reports))).toStrictEqual(reports);
});

it("A part of a run stays a part, and an empty list of faults stays a list.", () => {
  const reports = fakeReports.map((report) => ({
    ...report,
    shard: { index: 2, count: 3 },
    clientFaults: [],
  }));
  expect(readNdjson(writeNdjson(reports))).toStrictEqual(reports);
});

it("Every line is one JSON object with a type and an API.", () => {
  const lines = writeNdjson(fakeReports)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(new Set(lines.map(({ type }) => type))).toEqual(
    new Set(["api", "case", "obligation", "mutant", "client-fault"]),
  );
  expect(lines.every(({ api }) => typeof api === "string")).toBe(true);
});

it.each([
  ["torn at its end", (text: string) => text.split("\n").slice(0, -2).join("\n"), "lines of type"],
  ["torn in a line", (text: string) => text.slice(0, -20), "is not JSON"],
  ["torn at its beginning", (text: string) => text.split("\n").slice(1).join("\n"), "does not begin"],
  ["written twice", (text: string) => text + text, "twice"],
  ["not a ledger", () => '{"type":"what"}', "no known type"],
  ["null", () => "null", "no known type"],
])("A ledger that is %s is refused.", (_, damage, message) => {
  const text = damage(writeNdjson(fakeReports.slice(-1)));
  expect(() => readNdjson(text)).toThrow(message);
});
