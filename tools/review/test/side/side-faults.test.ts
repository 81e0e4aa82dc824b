import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test, vi } from "vitest";
import type { SideOptions } from "../../src/side/choose-sides.ts";
import { readSides } from "../../src/side/read-sides.ts";
import { describeApi, referTo } from "./sample-documents.ts";
import { makeFolder, makeRepository, openScratch } from "./scratch-repository.ts";

const pets = "specs/pets/openapi.yaml";

/** What is wrong with what was named, as `place: message | hint`; `[]` where nothing is. */
async function faultsOf(options: SideOptions): Promise<readonly string[]> {
  const result = await readSides(options);
  if (result.kind === "read") return [];
  return result.problems.map(({ rule, severity, file, message, hint }) => {
    expect([rule, severity]).toEqual(["review-side", "error"]);
    return `${file}: ${message} | ${hint}`;
  });
}

function stubEnvironment(name: string, value: string): void {
  vi.stubEnv(name, value);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}

test.each([
  {
    name: "a branch that is not there",
    given: { base: "foo" },
    want: ["foo: There is no commit `foo`. | Fetch it first: git fetch origin foo"],
  },
  {
    name: "a remote branch that is not there",
    given: { base: "HEAD", head: "origin/a/b" },
    want: ["origin/a/b: There is no commit `origin/a/b`. | Fetch it first: git fetch origin a/b"],
  },
  {
    name: "a name that a shell would run",
    given: { base: "$(reboot)" },
    want: ["$(reboot): There is no commit `$(reboot)`. | Fetch it first"],
  },
  { name: "a file of a commit", given: { base: `HEAD:${pets}` }, want: [/no file or folder `HEAD:specs/] },
  { name: "all commits but some", given: { base: "^HEAD" }, want: [/no commit `\^HEAD`/] },
  { name: "a range", given: { base: "HEAD~1..HEAD" }, want: [/no commit `HEAD~1\.\.HEAD`/] },
  {
    name: "an option",
    given: { base: "--all" },
    want: [/`--all` is no name of a commit: it begins with a dash/],
  },
  { name: "an option as head", given: { base: "HEAD", head: "-p" }, want: [/`-p` is no name of a commit/] },
  { name: "nothing", given: { base: "" }, want: [/No name of a commit, and no path, is given/] },
  {
    name: "a folder that is not there",
    given: { base: "./old" },
    want: ["./old: There is no file or folder `./old`. | Check the path."],
  },
  {
    name: "a file that is not there",
    given: { base: "old.yaml" },
    want: ["old.yaml: There is no file or folder `old.yaml`. | Check the path."],
  },
  {
    name: "two faults",
    given: { base: "foo", head: "./bar" },
    want: [/no commit `foo`/, /folder `\.\/bar`/],
  },
  {
    name: "a file without another",
    given: { base: pets },
    want: [
      `${pets}: \`${pets}\` is a file and cannot be compared with the working tree. | Give two files: --base A.yaml --head B.yaml`,
    ],
  },
  {
    name: "a file against a folder",
    given: { base: "specs", head: pets },
    want: [/`specs\/pets\/openapi.yaml` is a file and cannot be compared with the folder `specs`/],
  },
  {
    name: "a file against a commit",
    given: { base: pets, head: "HEAD" },
    want: [/cannot be compared with the commit `HEAD`/],
  },
  {
    name: "a folder without APIs",
    given: { base: "empty" },
    want: [/The folder `empty` holds no APIs: neither specs\/ nor <api>\/openapi.yaml/],
  },
])("refuses $name", async ({ given, want }) => {
  const { folder } = await makeRepository({ [pets]: describeApi("Pets"), "empty/a.txt": "" });
  expect(await faultsOf({ root: folder, ...given })).toEqual(
    want.map((one) => (typeof one === "string" ? one : expect.stringMatching(one))),
  );
});

test("refuses a house without an API on either side", async () => {
  const { folder } = await makeRepository({ "README.md": "" });
  expect(await faultsOf({ root: folder, base: "HEAD" })).toEqual([
    expect.stringMatching(/^HEAD: Neither HEAD \(merge base .{7}\) nor working tree holds an API/),
  ]);
});

test("a clone without the history tells how to get it", async () => {
  const origin = await makeRepository({ [pets]: describeApi("Root") });
  await origin.git("checkout", "--quiet", "-b", "feature");
  await origin.commit({ [pets]: describeApi("Feature") });
  await origin.git("checkout", "--quiet", "main");
  await origin.commit({ [pets]: describeApi("Main") });
  const folder = await makeFolder();
  const clone = openScratch(folder);
  const url = pathToFileURL(origin.folder).href;
  await clone.git("clone", "--quiet", "--depth=1", "--branch=feature", url, ".");
  expect(await faultsOf({ root: folder, base: "main" })).toEqual([
    "main: There is no commit `main`. | Fetch it first, with its history: git fetch --unshallow origin main. In GitHub Actions, give actions/checkout `fetch-depth: 0`.",
  ]);
  await clone.git("fetch", "--quiet", "--depth=1", "origin", "main:main");
  expect(await faultsOf({ root: folder, base: "main" })).toEqual([
    "main: `main` and `HEAD` have no commit in common in this clone, which holds only the end of the history. | Fetch all of it: git fetch --unshallow. In GitHub Actions, give actions/checkout `fetch-depth: 0`.",
  ]);
  await clone.git("fetch", "--quiet", "--unshallow", "origin", "main:main");
  expect(await faultsOf({ root: folder, base: "main" })).toEqual([]);
});

test("refuses commits that have nothing in common", async () => {
  const { folder, git, commit } = await makeRepository({ [pets]: describeApi("Pets") });
  await git("checkout", "--quiet", "--orphan", "other");
  await commit({ [pets]: describeApi("Other") });
  expect(await faultsOf({ root: folder, base: "main", head: "other" })).toEqual([
    "main: `main` and `other` have no commit in common. | Name a commit that the change is built on, or compare two folders.",
  ]);
});

test("outside of a repository, folders are compared and commits are not", async () => {
  const folder = await makeFolder({ [`old/${pets}`]: describeApi("Old"), [pets]: describeApi("New") });
  expect(await faultsOf({ root: folder, base: "old" })).toEqual([]);
  expect(await faultsOf({ root: folder, base: "main" })).toEqual([
    "main: There is no file or folder `main`, and no commit of that name can be looked up: this folder is in no git repository. | Run it in a clone, or name two folders or files.",
  ]);
});

test("without git, folders are compared and commits are not", async () => {
  const { folder } = await makeRepository({
    [`old/${pets}`]: describeApi("Old"),
    [pets]: describeApi("New"),
  });
  stubEnvironment("PATH", "");
  expect(await faultsOf({ root: folder, base: "old" })).toEqual([]);
  expect(await faultsOf({ root: folder, base: "main" })).toEqual([
    "main: There is no file or folder `main`, and no commit of that name can be looked up: git is not installed. | Install git, or name two folders or files.",
  ]);
});

test("says what git says of a repository that it does not trust", async () => {
  const { folder } = await makeRepository({ [pets]: describeApi("Pets") });
  stubEnvironment("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
  expect(await faultsOf({ root: folder, base: "main" })).toEqual([
    "main: There is no file or folder `main`, and no commit of that name can be looked up: detected dubious ownership in repository. | See what `git status` says in this folder.",
  ]);
});

test("reads the repository that the house is in, also from a hook of another", async () => {
  const { folder } = await makeRepository({ [pets]: describeApi("Pets") });
  const other = await makeRepository({});
  stubEnvironment("GIT_DIR", join(other.folder, ".git"));
  stubEnvironment("GIT_WORK_TREE", other.folder);
  stubEnvironment("GIT_INDEX_FILE", join(other.folder, ".git/index"));
  expect(await readSides({ root: folder, base: "HEAD" })).toMatchObject({
    sides: { apis: [{ name: "pets", kind: "unchanged" }] },
  });
});

test.each([
  {
    name: "leads out of the repository",
    target: "/etc/hostname",
    want: "the link `specs/link.yaml` leads out of the repository",
  },
  {
    name: "climbs out of the repository",
    target: "../../x.yaml",
    want: "the file lies outside of the repository",
  },
  {
    name: "leads to itself",
    target: "link.yaml",
    want: "the link `specs/link.yaml` leads round in a circle",
  },
  { name: "leads nowhere", target: "none.yaml", want: "ENOENT: no such file or directory 'specs/none.yaml'" },
])("a committed link that $name is told", async ({ target, want }) => {
  const { folder, git, commit } = await makeRepository({ [pets]: referTo("../link.yaml") });
  await symlink(target, join(folder, "specs/link.yaml"));
  await commit({});
  await git("rm", "--quiet", "specs/link.yaml");
  expect(await readSides({ root: folder, base: "HEAD", head: "HEAD" })).toMatchObject({
    sides: { apis: [{ kind: "unreadable", problems: [{ message: expect.stringContaining(want) }, {}] }] },
  });
});

test("a submodule and a pointer of Git LFS are told, since git does not hold what they stand for", async () => {
  const other = await makeRepository({ "openapi.yaml": describeApi("Other") });
  const { folder, git } = await makeRepository({
    [pets]: "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
  });
  await git("submodule", "--quiet", "add", pathToFileURL(other.folder).href, "specs/sub");
  await git("commit", "--quiet", "--message=Add");
  const result = await readSides({ root: folder, base: "HEAD" });
  expect(result).toMatchObject({
    sides: {
      apis: [
        { name: "pets", kind: "unreadable" },
        { name: "sub", kind: "unreadable", head: { document: { info: { title: "Other" } } } },
      ],
    },
  });
  const messages =
    result.kind === "read" ? result.sides.apis.map(({ problems }) => problems[0]?.message) : [];
  expect(messages).toEqual([
    expect.stringMatching(
      /^At HEAD .*: the file is kept in Git LFS, and this commit holds a pointer to it only\.$/,
    ),
    expect.stringMatching(/^At HEAD .*: `specs\/sub` is a submodule, which git keeps elsewhere\.$/),
  ]);
});
