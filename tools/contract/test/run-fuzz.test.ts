import { expect, test } from "vitest";
import type { ContractCase } from "../src/case/contract-case.ts";
import { listRegressionCases, readRegressions, writeRegressions } from "../src/case/regression.ts";
import { prepareRun } from "../src/run/prepare-run.ts";
import { runCase } from "../src/run/run-case.ts";
import { verifyApi } from "../src/verify-api.ts";
import type { Target, WireRequest } from "../src/wire/exchange.ts";
import { contextOf, operationPointer, smallDocument, subjectOf } from "./small-api.ts";

const fuzz = (of: "allowed" | "refused"): ContractCase => ({
  id: `savePet/fuzz/${of}`,
  operation: "savePet",
  kind: "fuzz",
  title: "savePet is fuzzed",
  pointer: operationPointer,
  given: { kind: "fuzz", of, seed: 1, runs: 200 },
  expect: of === "allowed" ? { kind: "answered" } : { kind: "refused", reason: "any" },
});

const refusal = {
  status: 422,
  headers: { "content-type": "application/problem+json" },
  body: '{"type":"urn:specmill:mock:x","status":422}',
};

/** A mock that errs where `errs` says so. */
const erring =
  (errs: (body: { name?: unknown; age?: unknown }) => boolean, wrong: Awaited<ReturnType<Target["send"]>>) =>
  (target: Target): Target => ({
    kind: "mock",
    send: (request: WireRequest) => {
      const body = JSON.parse(request.body ?? "{}");
      return typeof body === "object" && body !== null && errs(body)
        ? Promise.resolve(wrong)
        : target.send(request);
    },
  });

test.each([
  {
    name: "refuses ages above 1000",
    errs: (body: { age?: unknown }) => typeof body.age === "number" && body.age > 1000,
    want: { body: { name: expect.stringMatching(/^.{2}$/su), age: 1001 } },
  },
  {
    name: "refuses names with a character beyond ASCII",
    errs: (body: { name?: unknown }) => typeof body.name === "string" && /[^ -~]/.test(body.name),
    want: { body: { name: expect.stringMatching(/^.{2}$/su) } },
  },
])("a mock that $name is found, and shown by the smallest call", async ({ errs, want }) => {
  const run = await runCase(await contextOf(smallDocument, erring(errs, refusal)), fuzz("allowed"));
  expect(run.result.failures.map(({ rule }) => rule)).toEqual(["valid-request-refused"]);
  expect(run.counterexample).toMatchObject(want);
  expect(Object.keys(run.counterexample?.body ?? {}).length).toBeLessThanOrEqual(2);
});

test("where no bound is set, a refused emoji is shown by a text of that one character", async () => {
  const document = JSON.parse(
    JSON.stringify(smallDocument).replace('"minLength":2,"maxLength":8', '"title":"Name"'),
  );
  const errs = ({ name }: { name?: unknown }) =>
    typeof name === "string" && /\p{Emoji_Presentation}/u.test(name);
  const run = await runCase(await contextOf(document, erring(errs, refusal)), fuzz("allowed"));
  expect(run.result.failures.map(({ rule }) => rule)).toEqual(["valid-request-refused"]);
  expect(run.counterexample?.body).toEqual({ name: expect.stringMatching(/^\p{Emoji_Presentation}$/u) });
});

test("a mock that takes a name of another type is found", async () => {
  const taken = {
    status: 200,
    headers: { "content-type": "application/json", "x-count": "1" },
    body: '{"name":"Tom"}',
  };
  const target = erring(({ name }) => name !== undefined && typeof name !== "string", taken);
  const run = await runCase(await contextOf(smallDocument, target), fuzz("refused"));
  expect(run.result.failures.map(({ rule }) => rule)).toEqual(["invalid-request-accepted"]);
  expect(run.counterexample?.body).toMatchObject({ name: expect.not.stringMatching(/^/) });
});

test.each(["allowed", "refused"] as const)(
  "a mock that is right passes the fuzzing of what is %s",
  async (of) => {
    const { result } = await runCase(await contextOf(smallDocument), fuzz(of));
    expect(result.failures).toEqual([]);
  },
);

test("what fuzzing finds is kept, tried first the next time, and passes once it is mended", async () => {
  const subject = subjectOf(smallDocument);
  const prepared = await prepareRun(subject);
  if (prepared.kind === "failed") throw new Error("not prepared");
  const { wallet, target } = prepared.context;
  const faulty = erring((body) => typeof body.age === "number" && body.age > 1000, refusal)(target);
  const upstream = { target: { ...faulty, kind: "upstream" as const }, wallet, isUnsafe: true };
  const options = { onProgress: () => {} };
  const { regressions } = await verifyApi(
    { ...subject, settings: { ...subject.settings, fuzz: { runs: 200 } } },
    { ...options, upstream },
  );
  expect(regressions).toMatchObject([
    { operation: "savePet", isAllowed: true, arguments: { body: { age: 1001 } } },
  ]);
  const stored = readRegressions(writeRegressions(regressions));
  expect(stored).toEqual(regressions);
  const again = await verifyApi({ ...subject, regressions }, { ...options, upstream });
  expect(again.report.results[0]).toMatchObject({ kind: "regression", outcome: "failed" });
  const mended = await verifyApi({ ...subject, regressions }, options);
  expect(mended.report.results[0]).toMatchObject({ kind: "regression", outcome: "passed" });
});

test("stored calls of operations that are gone are left out, and a file that holds something else is told", async () => {
  const { api, wallet } = await contextOf(smallDocument);
  expect(listRegressionCases(api, wallet, [{ operation: "gone", isAllowed: true, arguments: {} }])).toEqual(
    [],
  );
  expect(["{", "[]", '{"regressions":[{"operation":1}]}'].map(readRegressions)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
