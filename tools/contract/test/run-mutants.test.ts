import { expect, test } from "vitest";
import type { ContractCase } from "../src/case/contract-case.ts";
import type { ClientFault } from "../src/client/list-client-faults.ts";
import { listClientFaults } from "../src/client/list-client-faults.ts";
import { runClientFaults } from "../src/client/run-client-faults.ts";
import { listMutants } from "../src/mutant/list-mutants.ts";
import type { Mutant } from "../src/mutant/mutant.ts";
import { runMutants } from "../src/mutant/run-mutants.ts";
import { listObligations } from "../src/obligation/list-obligations.ts";
import { createCaseObserver } from "../src/obligation/observe-case.ts";
import { createObserver } from "../src/obligation/observe-exchange.ts";
import type { ApiReport } from "../src/report/report.ts";
import { judgeReport } from "../src/report/report-verdict.ts";
import { prepareRun } from "../src/run/prepare-run.ts";
import { runCases } from "../src/run/run-cases.ts";
import { verifyApi } from "../src/verify-api.ts";
import { readRequest } from "../src/wire/read-request.ts";
import { smallDocument, subjectOf } from "./small-api.ts";

const subject = subjectOf(smallDocument);

/** A run of the cases that are wanted, and all that mutants are held against it with. */
async function runBaseline(isWanted: (one: ContractCase) => boolean) {
  const prepared = await prepareRun(subject);
  if (prepared.kind === "failed") throw new Error("not prepared");
  const { context } = prepared;
  const cases = prepared.cases.filter((one) => one.given.kind !== "fuzz" && isWanted(one));
  const { results } = await runCases(context, cases, { onProgress: () => {} });
  const observer = createObserver(smallDocument, context.api, context.oracle, readRequest);
  const observe = createCaseObserver(observer, listObligations(smallDocument, context.api));
  const met = new Set(
    results.flatMap(({ kind, exchange }) => (exchange === undefined ? [] : observe(kind, exchange))),
  );
  const probes = cases.flatMap((one, index) => {
    const exchange = results[index]?.exchange;
    return exchange === undefined ? [] : [{ case: one, request: exchange.request }];
  });
  const shared = { api: context.api, oracle: context.oracle, probes, observe, met, onRun: () => {} };
  return { context, cases, shared, mutants: listMutants(smallDocument, context.api) };
}

const all = await runBaseline(() => true);
const score = await runMutants(all.mutants, { ...all.shared, hasTime: () => true });

test("each breaking change is noticed, and by something that there is", () => {
  const breaking = score.results.filter(({ effect }) => effect === "breaking");
  expect(breaking.length).toBeGreaterThan(50);
  expect(breaking.filter(({ state }) => state !== "killed").map(({ id }) => id)).toEqual([]);
  expect({ killed: score.killed, breaking: score.breaking }).toEqual({
    killed: breaking.length,
    breaking: breaking.length,
  });
  const known = new Set([
    ...all.cases.map(({ id }) => id),
    "coverage",
    "the mock's own check of the document",
  ]);
  const killers = score.results.flatMap(({ killer }) => killer ?? []);
  expect(killers.filter((killer) => !known.has(killer))).toEqual([]);
});

test.each([
  { change: "enum", id: /^enum-\S+ \S+\/kind/, killer: /^savePet\/.*kind/ },
  { change: "minLength", id: /^bound\S* \S+\/name\/minLength/, killer: /^savePet\/.*name/ },
])("a changed $change is noticed by a case about it", ({ id, killer }) => {
  const found = score.results.filter((result) => id.test(result.id) && result.state === "killed");
  expect(found.length).toBeGreaterThan(0);
  expect(found.map((result) => result.killer)).toContainEqual(expect.stringMatching(killer));
});

test.each<{ name: string; isWanted: (one: ContractCase) => boolean; lost: RegExp; kept: RegExp }>([
  {
    name: "nothing but the happy path",
    isWanted: ({ kind }) => kind === "happy",
    lost: /minLength|maxLength|minimum|enum/,
    kept: /./,
  },
  {
    name: "no request that is wrong",
    isWanted: ({ expect: wanted }) => wanted.kind === "answered",
    lost: /^body-relax /,
    kept: /./,
  },
  {
    name: "nothing about credentials",
    isWanted: ({ kind }) => kind !== "security",
    lost: /security/,
    kept: /minLength/,
  },
])("with $name the score drops, and what is missed is named", async ({ isWanted, lost, kept }) => {
  const { shared, mutants } = await runBaseline(isWanted);
  const less = await runMutants(mutants, { ...shared, hasTime: () => true });
  const survivors = less.results.filter(({ effect, state }) => effect === "breaking" && state === "survived");
  expect(less.killed).toBe(less.breaking - survivors.length);
  expect(less.killed).toBeLessThan(score.killed);
  expect(survivors.map(({ id }) => id)).toContainEqual(expect.stringMatching(lost));
  const killed = less.results.filter(({ state }) => state === "killed").map(({ id }) => id);
  expect(killed).toContainEqual(expect.stringMatching(kept));
});

test("with no case at all nothing is noticed but what the mock itself refuses", async () => {
  const { shared, mutants } = await runBaseline(() => false);
  const { results } = await runMutants(mutants, { ...shared, hasTime: () => true });
  const killers = new Set(results.flatMap(({ killer }) => killer ?? []));
  expect([...killers].filter((killer) => killer !== "the mock's own check of the document")).toEqual([]);
});

test("a survivor makes the run fail", async () => {
  const { report } = await verifyApi(subject, { onProgress: () => {} });
  const judgeWith = (mutation: NonNullable<ApiReport["mutation"]>) => judgeReport({ ...report, mutation });
  const [first] = score.results.filter(({ effect }) => effect === "breaking");
  if (first === undefined) throw new Error("no mutant");
  const { killer: _, ...unnoticed } = first;
  const survivor = {
    ...score,
    killed: score.killed - 1,
    results: [{ ...unnoticed, state: "survived" as const }],
  };
  expect(judgeWith(score).verdict).toBe("passed");
  expect(judgeWith(survivor)).toEqual({
    verdict: "failed",
    reasons: ["1 breaking change to the document went unnoticed."],
  });
});

/** A mutant that says whether it was served. */
function watch(effect: Mutant["effect"], id: string) {
  const served: string[] = [];
  const mutant: Mutant = {
    id,
    operator: "test",
    pointer: "#/paths",
    change: "nothing",
    operations: ["savePet"],
    effect,
    because: "the test says so",
    apply: () => {
      served.push(id);
      return smallDocument;
    },
  };
  return { mutant, served };
}

test("what is equivalent is not served, and counts neither way", async () => {
  const equivalent = watch("equivalent", "test 1");
  const breaking = watch("breaking", "test 2");
  const { results, ...figures } = await runMutants([equivalent.mutant, breaking.mutant], {
    ...all.shared,
    hasTime: () => true,
  });
  expect({ equivalent: equivalent.served, breaking: breaking.served }).toEqual({
    equivalent: [],
    breaking: ["test 2"],
  });
  expect(results.map(({ id, state }) => [id, state])).toEqual([
    ["test 1", "skipped"],
    ["test 2", "survived"],
  ]);
  expect(figures).toEqual({ killed: 0, breaking: 1, skipped: 0, operators: { test: 2 } });
});

test("a change that alters nothing survives: the cases do not cry wolf", async () => {
  const { mutant } = watch("breaking", "test");
  const { results } = await runMutants([mutant], { ...all.shared, hasTime: () => true });
  expect(results).toMatchObject([{ state: "survived" }]);
});

test("when time is up the rest is skipped, and the breaking ones come first", async () => {
  const turns = [true, true, false];
  const mutants = [
    watch("compatible", "test 1").mutant,
    ...["2", "3", "4"].map((name) => watch("breaking", `test ${name}`).mutant),
  ];
  const { results, skipped } = await runMutants(mutants, {
    ...all.shared,
    hasTime: () => turns.shift() ?? false,
  });
  const states = results.filter(({ effect }) => effect === "breaking").map(({ state }) => state);
  expect(states.toSorted()).toEqual(["skipped", "survived", "survived"]);
  expect(results[0]).toMatchObject({ effect: "compatible", state: "skipped" });
  expect(skipped).toBe(1);
});

test("a change that makes the mock refuse the document is noticed", async () => {
  const { mutant } = watch("breaking", "test");
  const broken = { ...smallDocument, components: { schemas: { Pet: { pattern: "^[a-z" } } } };
  const { results } = await runMutants([{ ...mutant, apply: () => broken }], {
    ...all.shared,
    hasTime: () => true,
  });
  expect(results).toMatchObject([{ state: "killed", killer: "the mock's own check of the document" }]);
});

test("a fault of the client that nothing notices is told as one, and fails the run", async () => {
  const { api } = all.context;
  const [fault] = listClientFaults(subject.client ?? "", api);
  if (fault === undefined) throw new Error("no fault");
  const harmless: ClientFault = {
    id: "savePet harmless",
    fault: "header",
    operation: "savePet",
    change: "nothing",
    kind: "request",
    transform: (request) => request,
  };
  const clientFaults = await runClientFaults([fault, harmless], all.context, all.cases);
  expect(clientFaults).toEqual([
    {
      id: fault.id,
      fault: fault.fault,
      operation: "savePet",
      change: fault.change,
      state: "noticed",
      killer: expect.stringMatching(/^savePet\//),
    },
    { id: harmless.id, fault: "header", operation: "savePet", change: "nothing", state: "unnoticed" },
  ]);
  expect(await runClientFaults([fault], all.context, [])).toMatchObject([{ state: "unnoticed" }]);
  const { report } = await verifyApi(subject, { onProgress: () => {} });
  expect(judgeReport({ ...report, clientFaults }).reasons).toEqual(["1 fault of the client went unnoticed."]);
});
