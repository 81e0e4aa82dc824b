import { describe, expect, it } from "vitest";
import { compareResults, mergeReports } from "../src/report/merge-reports.ts";
import type { ApiReport } from "../src/report/report.ts";
import { countClasses } from "../src/report/report-figures.ts";
import { judgeReport } from "../src/report/report-verdict.ts";
import { fakeReports } from "./fake-reports.ts";

/** A whole run as the runner would leave it: cases in order, verdict worked out. */
function wholeRun(report: ApiReport): ApiReport {
  const whole = { ...report, results: report.results.toSorted(compareResults(report.operations)) };
  return { ...whole, ...judgeReport(whole) };
}

/** The part of a run that has every `count`th case, mutant and client fault. */
function cut(report: ApiReport, index: number, count: number): ApiReport {
  const mine = <T>(list: readonly T[]): readonly T[] => list.filter((_, at) => at % count === index - 1);
  const obligations = report.coverage.obligations.map((obligation, at) =>
    obligation.state === "covered" && at % count !== index - 1
      ? { ...obligation, state: "uncovered" as const }
      : obligation,
  );
  const part: ApiReport = {
    ...report,
    results: mine(report.results),
    coverage: { classes: countClasses(obligations), obligations },
    ...(report.mutation === undefined
      ? {}
      : { mutation: { ...report.mutation, results: mine(report.mutation.results) } }),
    ...(report.clientFaults === undefined ? {} : { clientFaults: mine(report.clientFaults) }),
    shard: { index, count },
  };
  return { ...part, ...judgeReport(part) };
}

const whole = fakeReports.map(wholeRun);

function sorted(report: ApiReport): ApiReport {
  const byId = <T extends { readonly id: string }>(list: readonly T[]) =>
    list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    ...report,
    duration: 0,
    ...(report.mutation ? { mutation: { ...report.mutation, results: byId(report.mutation.results) } } : {}),
    ...(report.clientFaults ? { clientFaults: byId(report.clientFaults) } : {}),
  };
}

describe.each([1, 2, 3])("%i parts", (count) => {
  const parts = Array.from({ length: count }, (_, index) =>
    whole.map((report) => cut(report, index + 1, count)),
  );

  it("make the whole again.", () => {
    expect(mergeReports(parts).map(sorted)).toEqual(whole.map(sorted));
  });

  it("make the same in any order.", () => {
    expect(mergeReports(parts.toReversed())).toEqual(mergeReports(parts));
  });
});

const passing = whole.slice(-1);
const parts = [1, 2, 3].map((index) => passing.map((report) => cut(report, index, 3)));

it("A missing part makes the verdict `not verified`, and is named.", () => {
  const [merged] = mergeReports([parts[0] ?? [], parts[2] ?? []]);
  expect(merged?.verdict).toBe("not verified");
  expect(merged?.reasons).toContain("Of 3 parts of the run, these are missing: 2.");
});

it("Parts of different documents prove nothing.", () => {
  const others = (parts[1] ?? []).map((report) => ({ ...report, operations: [] }));
  const [merged] = mergeReports([parts[0] ?? [], others, parts[2] ?? []]);
  expect(merged?.verdict).toBe("not verified");
});

it("Parts that were cut in different ways prove nothing.", () => {
  const others = passing.map((report) => cut(report, 2, 2));
  const [merged] = mergeReports([parts[0] ?? [], others, parts[2] ?? []]);
  expect(merged?.verdict).toBe("not verified");
});

it("A reason that does not follow from the data of a part is kept, and so is its verdict.", () => {
  const [merged] = mergeReports(
    parts.map((part, index) =>
      index === 1
        ? part.map((report) => ({
            ...report,
            verdict: "failed" as const,
            reasons: ["Too little is covered."],
          }))
        : part,
    ),
  );
  expect(merged).toMatchObject({ verdict: "failed", reasons: ["Too little is covered."] });
});

it("A whole run is left as it is.", () => {
  expect(mergeReports([fakeReports])).toStrictEqual(fakeReports.toSorted((a, b) => (a.api < b.api ? -1 : 1)));
});

describe("A verdict", () => {
  const [good] = passing;
  if (good === undefined) throw new Error("There is no report that passed");
  const [first] = good.results;
  if (first === undefined) throw new Error("There is no case that passed");
  it.each<[string, ApiReport, string]>([
    ["passes where nothing is wrong", good, "passed"],
    ["is open where no case ran", { ...good, results: [] }, "not verified"],
    [
      "is open where a canary was taken",
      { ...good, results: [{ ...first, kind: "canary", outcome: "failed" }] },
      "not verified",
    ],
    [
      "is open where a canary was skipped and its operation was not",
      {
        ...good,
        results: [
          { ...first, kind: "canary", outcome: "skipped" },
          { ...first, kind: "happy" },
        ],
      },
      "not verified",
    ],
    [
      "fails where a case failed",
      { ...good, results: [...good.results, { ...first, kind: "happy", outcome: "failed" }] },
      "failed",
    ],
    [
      "fails where a fault of the client went unnoticed",
      {
        ...good,
        clientFaults: [{ id: "a", fault: "path", operation: "b", change: "c", state: "unnoticed" }],
      },
      "failed",
    ],
  ])("%s.", (_, report, verdict) => {
    expect(judgeReport(report).verdict).toBe(verdict);
  });
});
