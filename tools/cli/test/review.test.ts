import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { withOwnFolder } from "../src/review/with-own-folder.ts";
import { enterHouse, petsDocument, run } from "./house.ts";

const file = "specs/pets/openapi.yaml";
const execute = promisify(execFile);

const git = async (...args: readonly string[]) => {
  const who = ["-c", "user.name=A", "-c", "user.email=a@example.test", "-c", "init.defaultBranch=main"];
  return (await execute("git", [...who, ...args])).stdout;
};

/** A house in a repository whose one commit is on `main`; there, the files that a test edits. */
async function enterRepository(files: { readonly [path: string]: string } = {}): Promise<string> {
  const root = await enterHouse({ [file]: petsDocument, ...files });
  await git("init", "--quiet");
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "base");
  return root;
}

const closed = petsDocument.replace("required: [name]", "required: [name, age]");
const optional = petsDocument.replace("required: [name]", "required: []");
const words = petsDocument.replace("The pets of a shop.", "All pets of a shop.");
const operation = (text: string) => text.replace("operationId: getPet", "operationId: readPet");

test("says that nothing changed", async () => {
  await enterRepository();
  const { code, stdout, stderr } = await run("review", "--base", "main");
  expect(stdout).toMatch(/^No API changes\.\nmain \(merge base [0-9a-f]{7}\) against working tree\n$/);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test("tells of a break with its proof, and touches nothing", async () => {
  const root = await enterRepository();
  await writeFile(file, optional);
  await git("add", "--all");
  await writeFile("note.txt", "mine");
  const look = async () => [await git("status", "--porcelain"), await readFile(join(root, ".git/index"))];
  const before = await look();
  const { code, stdout } = await run("review", "--base", "main");
  expect(code).toBe(1);
  expect(stdout).toMatch(/BREAKING {2}response-required {2}.*proved/);
  expect(stdout).toMatch(/at {10}specs\/pets\/openapi\.yaml:45:\d+/);
  expect(await look()).toEqual(before);
});

test("prints the one JSON document that is promised", async () => {
  await enterRepository();
  await writeFile(file, optional);
  const { code, stdout } = await run("review", "--base", "main", "--json");
  expect(code).toBe(1);
  const { apis, problems } = JSON.parse(stdout);
  expect(problems).toEqual([]);
  expect(apis).toMatchObject([{ api: "pets", bump: "major", wire: "major", source: "major" }]);
  expect(apis[0].findings[0]).toMatchObject({
    rule: "response-required",
    axis: "wire",
    impact: "breaking",
    status: "proved",
    operations: ["getPet"],
    pointer: expect.stringMatching(/^#\//),
    message: expect.any(String),
    proof: { kind: "value", value: {} },
  });
});

test("a document that cannot be read stops the merge, in words, whatever the format", async () => {
  await enterRepository();
  await writeFile(file, "openapi: [");
  const text = await run("review", "--base", "main");
  expect(text.code).toBe(1);
  expect(text.stdout).toContain("yaml-syntax");
  const json = await run("review", "--base", "main", "--json");
  expect(json.code).toBe(1);
  expect(JSON.parse(json.stdout).problems).toMatchObject([{ rule: "yaml-syntax", file, line: 1 }]);
  const github = await run("review", "--base", "main", "--format", "github");
  expect(github.stdout).toMatch(/^::error file=specs\/pets\/openapi\.yaml,line=1,/);
  expect(text.stderr + json.stderr + github.stderr).toBe("");
});

describe("misuse", () => {
  const table: readonly [string, readonly string[], RegExp][] = [
    ["no base", [], /--base says what to compare with/],
    ["an unknown format", ["--base", "main", "--format", "pdf"], /--format is one of text, markdown, json/],
    ["an unknown API", ["--base", "main", "dogs"], /neither side has an API "dogs"/],
    ["consumers that are none", ["--base", "main", "--consumers", "x/*.ts"], /x\/\*\.ts names no file/],
    ["a report in a file", ["--base", "main", "--report", "package.json"], /--report .* cannot be written/],
    ["an unknown option", ["--base", "main", "--bsae", "x"], /Unknown option '--bsae'/],
  ];
  test.each(table)("%s is told without a stack", async (_, args, want) => {
    await enterRepository();
    const { code, stdout, stderr } = await run("review", ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(want);
    expect(stderr).not.toContain("bug in Specmill");
  });
});

test("a name that no commit has is a problem, not a crash", async () => {
  await enterRepository();
  const { code, stdout, stderr } = await run("review", "--base", "nope", "--json");
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(JSON.parse(stdout).problems).toMatchObject([{ message: "There is no commit `nope`." }]);
});

test("paths are meant from where the user is, and told from the house", async () => {
  const root = await enterRepository();
  await writeFile("specs/pets/new.yaml", optional);
  process.chdir(join(root, "specs/pets"));
  const { code, stdout, stderr } = await run(
    ...["review", "--base", "openapi.yaml", "--head", "new.yaml", "--report", "report"],
  );
  expect(code).toBe(1);
  expect(stdout).toContain("specs/pets/openapi.yaml against specs/pets/new.yaml");
  expect(stderr).toBe("The report is in specs/pets/report.\n");
  const files = await readdir(join(root, "specs/pets/report"));
  expect(files.sort()).toEqual(
    ["annotations.txt", "comment.md", "report.html", "review.json", "review.sarif", "summary.md"].sort(),
  );
});

test("writes a changeset again, and takes it away when the change is taken back", async () => {
  const root = await enterRepository();
  const changeset = join(root, ".changeset/specmill-pets-api.md");
  await writeFile(file, optional);
  for (let time = 0; time < 2; time++) {
    const { stderr } = await run("review", "--base", "main", "--write-changeset");
    expect(stderr).toBe("The release is told in .changeset/specmill-pets-api.md.\n");
    expect(await readFile(changeset, "utf8")).toMatch(/^---\n"@specmill\/pets": minor\n---\n\n.*name/s);
  }
  await writeFile(file, words);
  await run("review", "--base", "main", "--write-changeset");
  expect(await readFile(changeset, "utf8")).toMatch(/^---\n"@specmill\/pets": patch\n---\n/);
  await writeFile(file, petsDocument);
  expect((await run("review", "--base", "main", "--write-changeset")).code).toBe(0);
  expect(existsSync(changeset)).toBe(false);
});

test("compiles the code that was named, from where the user is", async () => {
  const root = await enterRepository({
    "apps/shop.ts": `import { createPetsClient } from "@specmill/pets";
const result = await createPetsClient().getPet({ path: { petId: "7" } });
if (result.ok) console.log(result.data.name);
`,
  });
  const modules = fileURLToPath(new URL("../../../node_modules", import.meta.url));
  await symlink(modules, join(root, "node_modules"), "junction");
  await writeFile(file, operation(petsDocument));
  process.chdir(join(root, "apps"));
  const { code, stdout } = await run("review", "--base", "main", "--consumers", "*.ts", "--json");
  expect(code).toBe(1);
  expect(JSON.parse(stdout).apis[0].consumers).toMatchObject({ compiled: 1, broken: ["apps/shop.ts"] });
});

describe("temporary files", () => {
  /** A folder for them alone. */
  async function watch(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "specmill-test-"));
    const before = process.env["TMPDIR"];
    process.env["TMPDIR"] = folder;
    onTestFinished(() => {
      if (before === undefined) delete process.env["TMPDIR"];
      else process.env["TMPDIR"] = before;
      return rm(folder, { recursive: true });
    });
    return folder;
  }

  test("are gone after a review", async () => {
    await enterRepository();
    await writeFile(file, closed);
    const folder = await watch();
    expect((await run("review", "--base", "main")).code).toBeLessThan(2);
    expect(await readdir(folder)).toEqual([]);
  });

  test("are gone where something fails, and lie in one folder before", async () => {
    const folder = await watch();
    const failing = withOwnFolder(async () => {
      await mkdir(join(tmpdir(), "inner"));
      expect(await readdir(folder)).toHaveLength(1);
      throw new Error("No.");
    });
    await expect(failing).rejects.toThrow("No.");
    expect(await readdir(folder)).toEqual([]);
    expect(tmpdir()).toBe(folder);
  });
});
