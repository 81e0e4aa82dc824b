import type { JsonObject } from "@specmill/spec";
import { expect, test } from "vitest";
import { writeLock } from "../src/obligation/contract-lock.ts";
import { mapClasses } from "../src/obligation/obligation-classes.ts";
import { mergeReports } from "../src/report/merge-reports.ts";
import type { ApiReport } from "../src/report/report.ts";
import { writeHtml } from "../src/report/write-html.ts";
import { writeJson } from "../src/report/write-json.ts";
import { writeJunit } from "../src/report/write-junit.ts";
import { writeNdjson } from "../src/report/write-ndjson.ts";
import { prepareRun } from "../src/run/prepare-run.ts";
import type { RunOptions, Subject } from "../src/subject.ts";
import { holdAgainstGates, verifyApi } from "../src/verify-api.ts";
import type { Target } from "../src/wire/exchange.ts";
import { smallDocument, subjectOf } from "./small-api.ts";

const quiet: RunOptions = { onProgress: () => {} };
const always = { hasTime: () => true };

async function verify(subject: Subject, options: Partial<RunOptions> = {}): Promise<ApiReport> {
  return (await verifyApi(subject, { ...quiet, ...options })).report;
}

/** A server that answers in the place of the mock. */
async function serve(send: Target["send"]): Promise<Partial<RunOptions>> {
  const prepared = await prepareRun(subjectOf(smallDocument));
  if (prepared.kind === "failed") throw new Error("not prepared");
  return {
    upstream: { target: { kind: "upstream", send }, wallet: prepared.context.wallet, isUnsafe: true },
  };
}

test("a document whose promises are all kept passes, every class at 100 %", async () => {
  const { verdict, reasons, coverage, results } = await verify(subjectOf(smallDocument));
  expect({ verdict, reasons }).toEqual({ verdict: "passed", reasons: [] });
  expect(results.filter(({ kind }) => kind === "canary").map(({ outcome }) => outcome)).toEqual(["passed"]);
  expect(Object.values(coverage.classes).every(({ covered, total }) => covered === total)).toBe(true);
});

test("a server that takes everything is not verified, however much passes", async () => {
  const yes = {
    status: 200,
    headers: { "content-type": "application/json", "x-count": "1" },
    body: '{"name":"Tom"}',
  };
  const report = await verify(subjectOf(smallDocument), await serve(() => Promise.resolve(yes)));
  expect(report.results.filter(({ outcome }) => outcome === "passed").length).toBeGreaterThan(10);
  expect(report.verdict).toBe("not verified");
  expect(report.reasons.join(" ")).toMatch(/savePet/);
});

test("a server that answers nothing is not verified", async () => {
  const report = await verify(
    subjectOf(smallDocument),
    await serve(() => Promise.reject(new Error("it is down"))),
  );
  expect(report.verdict).not.toBe("passed");
  expect(JSON.stringify(report.results)).toContain("it is down");
  // After three in a row the rest is not waited for.
  expect(report.results.filter(({ outcome }) => outcome === "failed")).toHaveLength(3);
  expect(report.results.at(-1)?.reason).toMatch(/no answer 3 times/);
});

test("a document that the mock would not check is not verified, and says where", async () => {
  const document: JsonObject = JSON.parse(
    JSON.stringify(smallDocument).replace('"minLength":2', '"pattern":"^[a-z"'),
  );
  const { verdict, problems } = await verify(subjectOf(document));
  expect(verdict).toBe("not verified");
  expect(problems).toMatchObject([{ severity: "error", message: expect.stringContaining("Unterminated") }]);
});

const open = "savePet response-property #/components/schemas/Pet/properties/age *";

test.each<{ name: string; exclusion: Partial<Subject["settings"]["exclusions"][number]>; want: string[] }>([
  { name: "a valid exclusion", exclusion: {}, want: [] },
  { name: "an expired exclusion", exclusion: { expires: "2025-12-31" }, want: ["error"] },
  { name: "an exclusion of nothing", exclusion: { obligation: "nothing" }, want: ["error"] },
])("$name has its effect", async ({ exclusion, want }) => {
  const subject = subjectOf(smallDocument);
  const placed = {
    obligation: open,
    reason: "nobody needs it",
    expires: "2026-12-31",
    place: { file: "contract.yaml", line: 1, column: 1 },
    ...exclusion,
  };
  const { problems } = await verify({ ...subject, settings: { ...subject.settings, exclusions: [placed] } });
  expect(problems.filter(({ severity }) => severity === "error").map(({ severity }) => severity)).toEqual(
    want,
  );
});

test("less than the lock says is an error", async () => {
  const full = { cases: 10_000, coverage: { operation: { covered: 1, total: 1 } } };
  const lock = { file: "contract.lock.json", text: JSON.stringify(full) };
  const { verdict, problems } = await verify(subjectOf(smallDocument, { lock }));
  expect(verdict).toBe("failed");
  expect(problems).toMatchObject([{ file: "contract.lock.json", severity: "error" }]);
});

const locate = (_api: string, pointer: string) => ({ file: pointer, line: 1, column: 1 });
const write = (report: ApiReport) =>
  [
    writeNdjson,
    writeJunit,
    (reports: readonly ApiReport[]) => writeHtml(reports, locate),
    (reports: readonly ApiReport[]) => writeJson(reports, locate),
  ]
    .map((format) => format([{ ...report, duration: 0 }]))
    .join("\n");

test("two runs with every mutant write the same bytes, and notice every breaking change", async () => {
  const first = await verify(subjectOf(smallDocument), { mutate: always });
  const second = await verify(subjectOf(smallDocument), { mutate: always });
  expect(write(first)).toBe(write(second));
  expect(
    first.mutation?.results.filter(({ effect, state }) => effect === "breaking" && state !== "killed"),
  ).toEqual([]);
  expect(first.mutation?.breaking).toBeGreaterThan(50);
  expect(first.clientFaults?.filter(({ state }) => state === "unnoticed")).toEqual([]);
  expect(first.clientFaults?.length).toBeGreaterThan(10);
});

test("the parts of a run, merged, say what the whole says", async () => {
  const subject = subjectOf(smallDocument);
  const whole = await verify(subject, { mutate: always });
  const parts = [1, 2].map((index) => verify(subject, { mutate: always, shard: { index, count: 2 } }));
  const [merged] = mergeReports((await Promise.all(parts)).map((part) => [part]));
  if (merged === undefined) throw new Error("nothing was merged");
  const ids = ({ results }: ApiReport) => results.map(({ id, outcome }) => `${id} ${outcome}`).sort();
  const complete = holdAgainstGates(subject, merged);
  expect(complete.verdict).toBe("passed");
  expect(ids(complete)).toEqual(ids(whole));
  expect(complete.coverage.classes).toEqual(whole.coverage.classes);
  expect(complete.mutation?.killed).toBe(whole.mutation?.killed);
  expect(complete.clientFaults?.length).toBe(whole.clientFaults?.length);
});

test("mutants that there is no time for are told as left out, and are no success", async () => {
  const { mutation } = await verify(subjectOf(smallDocument), { mutate: { hasTime: () => false } });
  expect(mutation?.killed).toBe(0);
  expect(mutation?.skipped).toBe(mutation?.breaking);
});

test("what hand-written tests recorded counts as covered", async () => {
  const id = "savePet response-property #/components/schemas/Pet/properties/kind present";
  const stateOf = async (recorded: Subject["recorded"]) => {
    const report = await verify(
      subjectOf(smallDocument, { recorded }),
      await serve(() => Promise.reject(new Error("down"))),
    );
    return report.coverage.obligations.find((one) => one.id === id)?.state;
  };
  const exchange = {
    request: {
      method: "POST",
      target: "/pets/7",
      headers: { "content-type": "application/json", "x-key": "k" },
      body: '{"name":"Tom"}',
    },
    response: {
      status: 200,
      headers: { "content-type": "application/json", "x-count": "1" },
      body: '{"name":"Tom","kind":"dog"}',
    },
  };
  expect(await stateOf([])).toBe("uncovered");
  expect(await stateOf([exchange])).toBe("covered");
});

/** A document of one operation that reads, with whatever it takes in its query. */
function readingDocument(parameters: readonly JsonObject[]): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title: "Reading", version: "1" },
    paths: {
      "/a": { get: { operationId: "read", parameters, responses: { 204: { description: "Read." } } } },
    },
  };
}

test.each<{ name: string; parameters: readonly JsonObject[]; verdict: string; canaries: number }>([
  { name: "that takes nothing refuses a stray query", parameters: [], verdict: "passed", canaries: 1 },
  {
    name: "that takes whatever it is sent cannot be known to check anything",
    parameters: [{ name: "any", in: "query", schema: { type: "object", additionalProperties: true } }],
    verdict: "not verified",
    canaries: 0,
  },
])("an operation $name", async ({ parameters, verdict, canaries }) => {
  const report = await verify(subjectOf(readingDocument(parameters)));
  expect(report.results.filter(({ kind }) => kind === "canary")).toHaveLength(canaries);
  expect({ verdict: report.verdict, reasons: report.reasons }).toEqual({
    verdict,
    reasons: verdict === "passed" ? [] : [expect.stringContaining("read")],
  });
});

/** A document with a property that nothing can be made up for. */
function subjectWithGap(): Subject {
  const more = { type: "string", pattern: "^(?=a)(?=b)" };
  return subjectOf(
    JSON.parse(JSON.stringify(smallDocument).replace('"age":{', `"more":${JSON.stringify(more)},"age":{`)),
  );
}

test("what no case covers fails the gate, unless the gate is lower", async () => {
  const subject = subjectWithGap();
  const { verdict, problems, coverage } = await verify(subject);
  const uncovered = coverage.obligations.filter(({ state }) => state === "uncovered");
  expect(uncovered.length).toBeGreaterThan(0);
  expect(verdict).toBe("failed");
  expect(new Set(problems.map(({ rule, severity }) => `${rule} ${severity}`))).toEqual(
    new Set(["contract-coverage error"]),
  );
  expect(problems.map(({ message }) => message).join(" ")).toContain(uncovered[0]?.id);
  const settings = { ...subject.settings, gates: mapClasses(() => 0) };
  const lenient = await verify({ ...subject, settings });
  expect({ verdict: lenient.verdict, problems: lenient.problems }).toEqual({
    verdict: "passed",
    problems: [],
  });
});

test("what is excluded passes the gate until its day is over", async () => {
  const subject = subjectWithGap();
  const exclude = (expires: string) => {
    const place = { file: "contract.yaml", line: 4, column: 3 };
    const exclusions = [{ obligation: "*/properties/more*", reason: "nobody needs it", expires, place }];
    return verify({ ...subject, settings: { ...subject.settings, exclusions } });
  };
  const countExcluded = ({ coverage }: ApiReport) =>
    coverage.obligations.filter(({ state }) => state === "excluded").length;
  const inTime = await exclude("2026-01-01");
  expect({ verdict: inTime.verdict, problems: inTime.problems }).toEqual({ verdict: "passed", problems: [] });
  expect(countExcluded(inTime)).toBeGreaterThan(0);
  const late = await exclude("2025-12-31");
  expect(late.verdict).toBe("failed");
  expect(countExcluded(late)).toBe(0);
  expect(late.problems).toContainEqual(
    expect.objectContaining({ rule: "exclusion-expired", file: "contract.yaml", line: 4, column: 3 }),
  );
});

test("the lock of a run holds that run and fails one that is less", async () => {
  const report = await verify(subjectOf(smallDocument));
  const text = writeLock(report.coverage, report.results.length);
  const hold = async (locked: string) => {
    const lock = { file: "contract.lock.json", text: locked };
    const { verdict, problems } = await verify(subjectOf(smallDocument, { lock }));
    return { verdict, severities: problems.map(({ severity }) => severity) };
  };
  expect(await hold(text)).toEqual({ verdict: "passed", severities: [] });
  const parsed = JSON.parse(text);
  const higher = JSON.stringify({ ...parsed, cases: parsed.cases + 1 });
  const lower = JSON.stringify({ ...parsed, cases: parsed.cases - 1 });
  expect(await hold(higher)).toEqual({ verdict: "failed", severities: ["error"] });
  expect(await hold(lower)).toEqual({ verdict: "passed", severities: ["warning"] });
  expect(await hold("{")).toEqual({ verdict: "failed", severities: ["error"] });
});
