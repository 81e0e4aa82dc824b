import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
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

/** An API of which one operation reads and the other writes. */
const twoWays = petsDocument.replace(
  "components:\n",
  `    delete:
      operationId: removePet
      summary: Remove a pet
      description: Forgets one pet.
      tags: [Pets]
      parameters:
        - name: petId
          in: path
          required: true
          description: Which pet.
          example: "7"
          schema: { type: string }
      responses:
        "204":
          description: It is gone.
components:
`,
);

/** A server that keeps what it was asked. */
async function serveAndKeep() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method}`);
    const isDelete = request.method === "DELETE";
    response.writeHead(isDelete ? 204 : 200, isDelete ? {} : { "content-type": "application/json" });
    response.end(isDelete ? "" : '{"name":"Rex"}');
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const address = server.address();
  return { asked, url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}` };
}

test("a server is asked for nothing that changes it, but where that is allowed", async () => {
  await enterHouse({ "specs/pets/openapi.yaml": twoWays });
  const { asked, url } = await serveAndKeep();
  await run("contract", "--target", url);
  expect(new Set(asked)).toEqual(new Set(["GET"]));
  await run("contract", "--target", url, "--unsafe");
  expect(new Set(asked)).toEqual(new Set(["GET", "DELETE"]));
});

test("neither does a replay", async () => {
  await enterHouse({ "specs/pets/openapi.yaml": twoWays });
  const { asked, url } = await serveAndKeep();
  const careful = await run("contract", "replay", "removePet/happy", "--target", url);
  expect({ code: careful.code, asked }).toEqual({ code: 1, asked: [] });
  expect(careful.stdout).toContain("--unsafe");
  const bold = await run("contract", "replay", "removePet/happy", "--target", url, "--unsafe");
  expect({ code: bold.code, asked }).toEqual({ code: 0, asked: ["DELETE"] });
});

test("replays what fails, with its place, its blame and a line for curl", async () => {
  await enterHouse(pets);
  const target = await serve(() => ({ status: 200, body: '{"name":7}' }));
  const { code, stdout } = await run("contract", "replay", "getPet/happy", "--target", target);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^failed {2}getPet\/happy\n/);
  expect(stdout).toContain("response-schema (upstream)");
  expect(stdout).toMatch(/at specs\/pets\/openapi\.yaml:\d+:\d+/);
  expect(stdout).toMatch(/\ncurl /);
});

test("a replay in a document that cannot be read is told at its line", async () => {
  await enterHouse({ "specs/pets/openapi.yaml": "openapi: 3.1.0\npaths: [\n" });
  const { code, stdout, stderr } = await run("contract", "replay", "getPet/happy");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/specs\/pets\/openapi\.yaml:\d+:\d+/);
});

test("each format writes the same bytes twice, but for how long it took", async () => {
  const root = await enterHouse(pets);
  const texts: string[][] = [];
  for (const folder of ["one", "two"]) {
    await run("contract", "--report", folder);
    texts.push(await Promise.all(reports.map((name) => readFile(join(root, folder, name), "utf8"))));
  }
  const timeless = (text: string) =>
    text.replace(/\b\d+(\.\d+)? ?(ms|s)\b/g, "").replace(/(time|duration)"?[=:] ?"?[\d.]+"?/g, "");
  expect(texts[0]?.map(timeless)).toEqual(texts[1]?.map(timeless));
});

test("a report is written over an old one, and leaves nothing else behind", async () => {
  const root = await enterHouse(pets);
  await mkdir(join(root, "out"));
  await writeFile(join(root, "out/report.html"), "old");
  const before = await readdir(root);
  expect((await run("contract", "--report", "out")).code).toBe(0);
  expect((await readdir(join(root, "out"))).sort()).toEqual(reports);
  expect(await readFile(join(root, "out/report.html"), "utf8")).not.toBe("old");
  expect(await readdir(root)).toEqual(before);
  expect(await readdir(join(root, "specs/pets"))).toEqual(["openapi.yaml"]);
});

test("parts that say nothing of an API do not make it pass", async () => {
  const root = await enterHouse({ ...pets, "specs/birds/openapi.yaml": petsDocument });
  await run("contract", "pets", "--report", "part");
  const half = await run("contract", "--merge", "part");
  expect(half.code).toBe(1);
  expect(half.stdout).toMatch(/^birds {2}not verified/m);
  expect((await run("contract", "pets", "--merge", "part")).code).toBe(0);
  await mkdir(join(root, "empty"));
  await writeFile(join(root, "empty/results.ndjson"), "");
  expect((await run("contract", "--merge", "empty")).code).not.toBe(0);
});

test("a part that fails is not lost because the house has its API no more", async () => {
  const root = await enterHouse({
    ...pets,
    "specs/birds/openapi.yaml": petsDocument.replace("value: { name: Rex }", "value: { name: 7 }"),
  });
  await run("contract", "--report", "part");
  await rm(join(root, "specs/birds"), { recursive: true });
  const { code, stdout } = await run("contract", "--merge", "part");
  expect(code).toBe(1);
  expect(stdout).toMatch(/^birds {2}failed/m);
});

test("parts of a document that cannot be read any more do not pass", async () => {
  const root = await enterHouse(pets);
  await run("contract", "--report", "part");
  await writeFile(join(root, "specs/pets/openapi.yaml"), "openapi: [\n");
  const { code, stdout } = await run("contract", "--merge", "part");
  expect(code).toBe(1);
  expect(stdout).toContain("not verified");
});

test.each([
  ["--shard", "1/2"],
  ["--target", "http://127.0.0.1:9"],
])("a lock is of a whole run against the mock, and %s %s is none", async (...words) => {
  const root = await enterHouse(pets);
  const { code, stderr } = await run("contract", "--update-lock", ...words);
  expect(code).toBe(2);
  expect(stderr).toContain("--update-lock");
  expect(existsSync(join(root, "specs/pets/contract.lock.json"))).toBe(false);
});

test("a run that fails locks nothing", async () => {
  const root = await enterHouse({
    "specs/pets/openapi.yaml": petsDocument.replace("value: { name: Rex }", "value: { name: 7 }"),
  });
  expect((await run("contract", "--update-lock")).code).toBe(1);
  expect(existsSync(join(root, "specs/pets/contract.lock.json"))).toBe(false);
});

test.each([
  "--shard=0/2",
  "--shard=a",
  "--budget=0",
  "--budget=-1",
  "--target=ftp://a",
  "--target=http://u:secret@a",
  "--target=ftp://u:secret@a",
])("%s is misuse", async (word) => {
  await enterHouse(pets);
  const { code, stdout, stderr } = await run("contract", word);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).not.toMatch(/^ +at |secret@/m);
});

test("a case of a document that cannot be checked is told by what is wrong with it", async () => {
  await enterHouse({
    "specs/pets/openapi.yaml": petsDocument.replace(
      "schema: { type: string }",
      'schema: { pattern: "^[a-z" }',
    ),
  });
  const { code, stderr } = await run("contract", "replay", "getPet/happy");
  expect(code).toBe(1);
  expect(stderr).toMatch(/^specs\/pets\/openapi\.yaml:\d+:\d+ {2}error {2}mock-uncompilable-schema/);
});
