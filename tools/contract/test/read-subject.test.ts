import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeRegressions } from "../src/case/regression.ts";
import { contractFiles, readSubject, type SubjectPlace } from "../src/run/read-subject.ts";
import { verifyApi } from "../src/verify-api.ts";
import { smallDocument } from "./small-api.ts";

const today = "2026-01-01";
const document = JSON.stringify(smallDocument);
const exchange = {
  request: { method: "GET", target: "/a", headers: {} },
  response: { status: 200, headers: {}, body: "" },
};
const regression = { operation: "savePet", isAllowed: true, arguments: { path: { id: 1 } } };

/** A folder with these files until the test ends, and what is read of it. */
async function read(files: Readonly<Record<string, string>>, place: Partial<SubjectPlace> = {}) {
  const root = await mkdtemp(join(tmpdir(), "specmill-subject-"));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const inRoot = Object.fromEntries(Object.entries(place).map(([key, path]) => [key, join(root, path)]));
  return readSubject({ api: "small", file: join(root, "spec/openapi.json"), ...inRoot }, today);
}

async function readSound(...given: Parameters<typeof read>) {
  const result = await read(...given);
  if (result.kind === "failed") throw new Error(JSON.stringify(result.problems));
  return result.subject;
}

test("a document by itself is enough: its client is generated, and no gate is set", async () => {
  const subject = await readSound({ "spec/openapi.json": document });
  expect(subject).toMatchObject({ api: "small", today, regressions: [], recorded: [] });
  expect(subject).not.toHaveProperty("lock");
  expect(new Set(Object.values(subject.settings.gates))).toEqual(new Set([0]));
  const { report } = await verifyApi(subject, { onProgress: () => {} });
  expect(report.verdict).toBe("passed");
});

test("an API of the house has to cover everything", async () => {
  const { settings } = await readSound({ "spec/openapi.json": document }, { package: "packages/small" });
  expect(new Set(Object.values(settings.gates))).toEqual(new Set([100]));
});

test("all that stands beside the document is read", async () => {
  const subject = await readSound(
    {
      "spec/openapi.json": document,
      "spec/contract.yaml": "gates:\n  value: 90\n",
      "spec/contract.lock.json": "{}",
      "spec/contract.regressions.json": writeRegressions([regression]),
      "recorded.ndjson": `${JSON.stringify(exchange)}\n${JSON.stringify(exchange)}\n`,
    },
    { recorded: "recorded.ndjson" },
  );
  expect(subject.settings.gates.value).toBe(90);
  expect(subject.lock).toMatchObject({ file: expect.stringMatching(/contract\.lock\.json$/), text: "{}" });
  expect(subject.regressions).toEqual([regression]);
  expect(subject.recorded).toEqual([exchange, exchange]);
});

test("the client is the one that the package has, with whatever is wrong with it", async () => {
  const { client } = await readSound(
    { "spec/openapi.json": document, "packages/small/src/client.ts": "export const own: number = 1;" },
    { package: "packages/small" },
  );
  expect(client).toContain("own");
  expect(client).not.toContain("number");
});

test.each<{
  name: string;
  files: Readonly<Record<string, string>>;
  place?: Partial<SubjectPlace>;
  want: RegExp;
}>([
  { name: "no document", files: {}, want: /openapi\.json/ },
  {
    name: "a document that is cut short",
    files: { "spec/openapi.json": '{"openapi":' },
    want: /openapi\.json/,
  },
  {
    name: "settings that say nothing known",
    files: { "spec/openapi.json": document, "spec/contract.yaml": "gate: 1\n" },
    want: /contract\.yaml/,
  },
  {
    name: "regressions that are something else",
    files: { "spec/openapi.json": document, "spec/contract.regressions.json": "[]" },
    want: /contract\.regressions\.json/,
  },
  {
    name: "a recording that is not there",
    files: { "spec/openapi.json": document },
    place: { recorded: "gone.ndjson" },
    want: /gone\.ndjson/,
  },
  {
    name: "a recording that is cut short",
    files: { "spec/openapi.json": document, "recorded.ndjson": `${JSON.stringify(exchange)}\n{"request":` },
    place: { recorded: "recorded.ndjson" },
    want: /recorded\.ndjson/,
  },
])("$name is told at its file, and never thrown", async ({ files, place, want }) => {
  const result = await read(files, place);
  expect(result).toMatchObject({
    kind: "failed",
    problems: [{ severity: "error", file: expect.stringMatching(want), line: expect.any(Number) }],
  });
});

const numbered = { ...exchange, response: { ...exchange.response, headers: { "x-count": 1 } } };

test.each(["null", "7", "[]", "{}", '{"request":{}}', JSON.stringify(numbered)])(
  "a recording that holds %s is told, before anything fails over it",
  async (line) => {
    const result = await read(
      { "spec/openapi.json": document, "recorded.ndjson": `${JSON.stringify(exchange)}\n${line}\n` },
      { recorded: "recorded.ndjson" },
    );
    expect(result).toMatchObject({ kind: "failed", problems: [{ rule: "contract-file", line: 2 }] });
  },
);

test("the files of a run stand beside the document", () => {
  expect(contractFiles("/a/b/openapi.yaml")).toEqual({
    settings: "/a/b/contract.yaml",
    lock: "/a/b/contract.lock.json",
    regressions: "/a/b/contract.regressions.json",
  });
});
