import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { enterHouse, petsDocument, run } from "./house.ts";

const pets = { "specs/pets/openapi.yaml": petsDocument };

test("verifies an API in a few lines", async () => {
  await enterHouse(pets);
  const { code, stdout, stderr } = await run("contract");
  expect(stdout).toMatch(
    /^pets {2}passed {2}cases (\d+)\/\1, \d+\.\d s\n {2}coverage {2}100 % in every class\n$/,
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test("prints the one JSON document that is promised", async () => {
  await enterHouse(pets);
  const { code, stdout } = await run("contract", "--json", "--mutate");
  const { apis } = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(apis).toMatchObject([
    {
      api: "pets",
      verdict: "passed",
      cases: { passed: expect.any(Number), failed: 0, skipped: 0 },
      coverage: { operation: { covered: 1, total: 1, excluded: 0 } },
      mutation: { killed: expect.any(Number), breaking: expect.any(Number), survivors: [] },
      problems: [],
    },
  ]);
  expect(apis[0].mutation.killed).toBe(apis[0].mutation.breaking);
});

test("lists the cases, and replays one by its id", async () => {
  await enterHouse(pets);
  const { code, stdout } = await run("contract", "--list");
  const ids = stdout
    .trim()
    .split("\n")
    .map((line) => line.split(/\s{2,}/)[0]);
  expect(code).toBe(0);
  expect(ids).toEqual(
    expect.arrayContaining([
      "getPet/happy",
      "getPet/404/response",
      "getPet/200/application/json/example/rex",
    ]),
  );
  const replayed = await run("contract", "replay", "getPet/happy");
  expect(replayed.code).toBe(0);
  expect(replayed.stdout).toMatch(/^passed {2}getPet\/happy\n/);
  expect(replayed.stdout).toContain("> GET /pets/7");
  expect(replayed.stdout).toContain('< {"name":"Rex"}');
});

test("a wrong example is told at its line, and is the document's fault", async () => {
  await enterHouse({
    "specs/pets/openapi.yaml": petsDocument.replace("value: { name: Rex }", "value: { name: 7 }"),
  });
  const { code, stdout } = await run("contract");
  expect(code).toBe(1);
  expect(stdout).toMatch(/at fault {2}spec\n/);
  expect(stdout).toMatch(/invalid-example: /);
  expect(stdout).toMatch(/at {8,}specs\/pets\/openapi\.yaml:\d+:\d+\n/);
  const github = await run("contract", "--format", "github");
  expect(github.stdout).toMatch(/^::error file=specs\/pets\/openapi\.yaml,line=\d+,/);
});

const reports = ["annotations.txt", "junit.xml", "report.html", "results.ndjson", "summary.md"];

test("writes every report, whole, and puts the parts of a run together", async () => {
  const root = await enterHouse(pets);
  for (const part of ["1", "2"]) {
    const { code } = await run("contract", "--mutate", "--shard", `${part}/2`, "--report", `parts/${part}`);
    expect(code).toBe(0);
    expect((await readdir(join(root, "parts", part))).sort()).toEqual(reports);
  }
  const merged = await run("contract", "--merge", "parts/1", "--merge", "parts/2", "--report", "whole");
  expect(merged).toMatchObject({ code: 0, stderr: "The report is in whole.\n" });
  expect(merged.stdout).toMatch(/^pets {2}passed/);
  expect(await readFile(join(root, "whole/report.html"), "utf8")).toContain("Pets");
  const half = await run("contract", "--merge", "parts/1");
  expect(half.code).toBe(1);
  expect(half.stdout).toContain("not verified");
});

test("verifies a document of any place, without a house", async () => {
  const root = await enterHouse({ "elsewhere/shop.yaml": petsDocument });
  await mkdir(join(root, "specs"));
  const { code, stdout } = await run("contract", "--spec", "elsewhere/shop.yaml");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^shop {2}passed/);
});

test("locks what was reached, and fails below it", async () => {
  const root = await enterHouse(pets);
  const lock = join(root, "specs/pets/contract.lock.json");
  expect((await run("contract", "--update-lock")).code).toBe(0);
  const locked = JSON.parse(await readFile(lock, "utf8"));
  expect(locked.coverage.operation).toEqual({ covered: 1, total: 1 });
  expect((await run("contract")).code).toBe(0);
  await writeFile(lock, JSON.stringify({ ...locked, cases: locked.cases + 1 }));
  const { code, stdout } = await run("contract");
  expect(code).toBe(1);
  expect(stdout).toContain("specs/pets/contract.lock.json:1:1");
});

test("reads what is excluded, and says what is wrong with it at its place", async () => {
  await enterHouse({ ...pets, "specs/pets/contract.yaml": "gate:\n  value: 90\n" });
  const { code, stdout } = await run("contract");
  expect(code).toBe(1);
  expect(stdout).toMatch(/specs\/pets\/contract\.yaml:1:1/);
  expect(stdout).toContain("gates");
});

async function serve(
  answer: (path: string) => { readonly status: number; readonly body: string },
): Promise<string> {
  const server = createServer((request, response) => {
    const { status, body } = answer(request.url ?? "");
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

test("tries a server, and blames it for what its document does not say", async () => {
  await enterHouse(pets);
  const target = await serve(() => ({ status: 200, body: '{"name":7}' }));
  const { code, stdout } = await run("contract", "--target", target);
  expect(code).toBe(1);
  expect(stdout).toMatch(/at fault {2}upstream\n/);
  expect(stdout).toContain("response-schema");
});

test("says so where nothing answers at a target", async () => {
  await enterHouse(pets);
  const { code, stdout, stderr } = await run("contract", "--target", "http://127.0.0.1:9");
  expect(code).toBe(1);
  expect(stdout + stderr).toContain("127.0.0.1:9");
  expect(stdout + stderr).not.toMatch(/^ +at .*\.ts/m);
});

test.each([
  { words: ["--shard", "3/2"], want: "--shard" },
  { words: ["--budget", "soon"], want: "--budget" },
  { words: ["--target", "shop"], want: "--target" },
  { words: ["--unsafe"], want: "--target" },
  { words: ["--format", "pdf"], want: "--format" },
  { words: ["birds"], want: "birds" },
  { words: ["replay"], want: "replay" },
  { words: ["replay", "getPet/nothing"], want: "--list" },
  { words: ["--merge", "nowhere"], want: "nowhere" },
  { words: ["--report", "package.json/x"], want: "--report" },
])("$words is misuse, told in a line", async ({ words, want }) => {
  await enterHouse(pets);
  const { code, stderr } = await run("contract", ...words);
  expect(code).toBe(2);
  expect(stderr).toContain(want);
  expect(stderr).not.toMatch(/^ +at /m);
});

test("a broken document is told in words, and leaves nothing behind", async () => {
  const root = await enterHouse({ "specs/pets/openapi.yaml": "openapi: 3.1.0\npaths: [\n" });
  const { code, stdout } = await run("contract");
  expect(code).toBe(1);
  expect(stdout).toMatch(/specs\/pets\/openapi\.yaml:\d+:\d+/);
  expect(stdout).toContain("not verified");
  expect(existsSync(join(root, "specs/pets/contract.regressions.json"))).toBe(false);
});
