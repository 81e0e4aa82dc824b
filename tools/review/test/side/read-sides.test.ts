import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { createLocator } from "@specmill/spec";
import { expect, test } from "vitest";
import type { SideOptions } from "../../src/side/choose-sides.ts";
import { readSides } from "../../src/side/read-sides.ts";
import type { ApiPair, Sides } from "../../src/side/side.ts";
import { broken, describeApi, referTo } from "./sample-documents.ts";
import { type Files, makeFolder, makeRepository } from "./scratch-repository.ts";

async function read(options: SideOptions): Promise<Sides> {
  const result = await readSides(options);
  if (result.kind === "failed") throw new Error(JSON.stringify(result.problems));
  return result.sides;
}

const titleOf = (document: ApiPair["base"]) =>
  (document?.document["info"] as { title: string } | undefined)?.title;

/** `name kind: title of base → title of head`. */
const summarize = ({ apis }: Sides) =>
  apis.map(({ name, kind, formerName, base, head }) => {
    const renamed = formerName === undefined ? "" : ` from ${formerName}`;
    return `${name} ${kind}${renamed}: ${titleOf(base) ?? "-"} → ${titleOf(head) ?? "-"}`;
  });

const spec = (name: string) => `specs/${name}/openapi.yaml`;

test("tells new, changed, deleted and untouched APIs apart, and leaves everything as it is", async () => {
  const { folder, commit, write, snapshot } = await makeRepository({
    [spec("same")]: describeApi("Same", ["/same"]),
    [spec("changed")]: describeApi("Before"),
    [spec("gone")]: describeApi("Gone", ["/gone"]),
    "specs/README.md": "No API.\n",
  });
  await commit({ [spec("changed")]: describeApi("Committed") });
  // A dirty tree: staged nothing, changed one file, added one, removed one.
  await write({
    [spec("changed")]: describeApi("After"),
    [spec("new")]: describeApi("New", ["/new"]),
    [spec("gone")]: undefined,
  });
  const before = await snapshot();
  const sides = await read({ root: folder, base: "HEAD~1" });
  expect(summarize(sides)).toEqual([
    "changed changed: Before → After",
    "gone removed: Gone → -",
    "new added: - → New",
    "same unchanged: Same → Same",
  ]);
  expect(sides.apis.map(({ file }) => file)).toEqual(
    ["changed", "gone", "new", "same"].map((name) => join(folder, spec(name))),
  );
  expect(sides.base.label).toMatch(/^HEAD~1 \(merge base [0-9a-f]{7}\)$/);
  expect(sides.head).toMatchObject({ label: "working tree", kind: "working tree" });
  expect(await snapshot()).toEqual(before);
});

test("compares with the merge base, not with what happened on the branch since", async () => {
  const { folder, git, commit, snapshot } = await makeRepository({ [spec("pets")]: describeApi("Root") });
  const root = await git("rev-parse", "HEAD");
  await git("checkout", "--quiet", "-b", "feature");
  const feature = await commit({ [spec("pets")]: describeApi("Feature") });
  await git("checkout", "--quiet", "main");
  await commit({ [spec("pets")]: describeApi("Main") });
  const before = await snapshot();
  const sides = await read({ root: folder, base: "main", head: "feature" });
  expect(summarize(sides)).toEqual(["pets changed: Root → Feature"]);
  expect(sides.base.label).toBe(`main (merge base ${root.slice(0, 7)})`);
  expect(sides.head.label).toBe(`feature (${feature.slice(0, 7)})`);
  expect((await read({ root: folder, base: "main", head: feature })).head.label).toBe(feature.slice(0, 7));
  expect(summarize(await read({ root: folder, base: "feature" }))).toEqual(["pets changed: Root → Main"]);
  expect(await snapshot()).toEqual(before);
});

const referring: Files = {
  [spec("pets")]: referTo("../shared.yaml#/Pet"),
  [spec("cats")]: referTo("../../common/animal.json"),
  [spec("dogs")]: describeApi("Dogs"),
  "specs/shared.yaml": "Pet: { $ref: ../common/animal.json }\n",
  "common/animal.json": '{ "title": "Before" }',
};

test("reads what a document refers to at the same commit, also outside of specs/", async () => {
  const { folder, commit } = await makeRepository(referring);
  await commit({
    "common/animal.json": undefined,
    "specs/shared.yaml": undefined,
    [spec("dogs")]: undefined,
  });
  const { apis } = await read({ root: folder, base: "HEAD~1", head: "HEAD~1" });
  expect(apis.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    "cats unchanged",
    "dogs unchanged",
    "pets unchanged",
  ]);
  expect(apis[0]?.base?.files).toEqual(
    ["common/animal.json", spec("cats")].map((path) => join(folder, path)),
  );
  const again = await read({ root: folder, base: "HEAD~1" });
  expect(again.apis.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    "cats unreadable",
    "dogs removed",
    "pets unreadable",
  ]);
  expect(again.apis[2]?.base?.document).toMatchObject({
    components: { schemas: { animal: { title: "Before" } } },
  });
});

test("an API changes with a file that it refers to, and that one is found where it was", async () => {
  const { folder, write } = await makeRepository(referring);
  await write({ "common/animal.json": '{ "type": "object",\n  "title": "After" }' });
  const { apis, base, head } = await read({ root: folder, base: "HEAD" });
  expect(apis.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    "cats changed",
    "dogs unchanged",
    "pets changed",
  ]);
  const [cats] = apis;
  if (cats?.base === undefined || cats.head === undefined) throw new Error("it has no documents");
  const pointer = "#/components/schemas/animal/title";
  const file = join(folder, "common/animal.json");
  expect((await createLocator(cats.base, base.readSource))(pointer)).toEqual({ file, line: 1, column: 3 });
  expect((await createLocator(cats.head, head.readSource))(pointer)).toEqual({ file, line: 2, column: 3 });
});

test("a file that a document refers to and that is not there yet at base makes a change", async () => {
  const { folder, write } = await makeRepository({ [spec("pets")]: referTo("../shared.yaml") });
  await write({ "specs/shared.yaml": "type: string\n" });
  const { apis } = await read({ root: folder, base: "HEAD" });
  expect(apis).toMatchObject([{ kind: "unreadable", problems: [{ rule: "no-unresolved-refs" }] }]);
});

test("line ends of a working tree change nothing", async () => {
  const { folder, write } = await makeRepository({ [spec("pets")]: describeApi("Same") });
  await write({ [spec("pets")]: describeApi("Same").replaceAll("\n", "\r\n") });
  expect(summarize(await read({ root: folder, base: "HEAD" }))).toEqual(["pets unchanged: Same → Same"]);
});

test.each([
  { name: "before", before: broken, after: describeApi("After"), at: ["At HEAD (merge base "], has: "head" },
  { name: "now", before: describeApi("Before"), after: broken, at: [""], has: "base" },
  { name: "on both sides", before: broken, after: broken, at: ["", "At HEAD (merge base "], has: undefined },
])("an API that does not parse $name is told, beside those that do", async ({ before, after, at, has }) => {
  const { folder, write } = await makeRepository({
    [spec("broken")]: before,
    [spec("sound")]: describeApi("Sound"),
  });
  await write({ [spec("broken")]: after });
  const { apis } = await read({ root: folder, base: "HEAD" });
  expect(apis.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["broken unreadable", "sound unchanged"]);
  const [api] = apis;
  expect([api?.base && "base", api?.head && "head"].filter(Boolean)).toEqual(has === undefined ? [] : [has]);
  const messages = api?.problems.map(({ message }) => message).sort() ?? [];
  expect(messages).toHaveLength(at.length);
  expect(api?.problems).toMatchObject(
    at.map(() => ({ rule: "yaml-syntax", severity: "error", file: join(folder, spec("broken")), line: 3 })),
  );
  for (const start of at) expect(messages.some((message) => message.startsWith(start))).toBe(true);
  expect(messages.filter((message) => message.startsWith("At "))).toHaveLength(at.filter(Boolean).length);
});

test("a folder that was renamed is the same API under another name", async () => {
  const { folder, git, write } = await makeRepository({
    [spec("pets")]: describeApi("Pets", ["/pets", "/pets/{id}"]),
    [spec("cats")]: describeApi("Cats", ["/cats"]),
    [spec("dogs")]: describeApi("Dogs", ["/dogs"]),
  });
  await git("mv", "specs/pets", "specs/animals");
  await git("mv", "specs/dogs", "specs/hounds");
  await write({
    [spec("animals")]: describeApi("Animals", ["/pets", "/pets/{petId}", "/new"]),
    [spec("hounds")]: describeApi("Hounds", ["/hounds"]),
  });
  expect(summarize(await read({ root: folder, base: "HEAD" }))).toEqual([
    "animals renamed from pets: Pets → Animals",
    "cats unchanged: Cats → Cats",
    "dogs removed: Dogs → -",
    "hounds added: - → Hounds",
  ]);
});

test("finds the house in a folder of the repository", async () => {
  const { folder, write } = await makeRepository({
    "house/specs/pets/openapi.yaml": referTo("../../../shared.yaml"),
    "specs/other/openapi.yaml": describeApi("Other"),
    "shared.yaml": "title: Before\n",
  });
  await write({ "shared.yaml": "title: After\n" });
  const { apis } = await read({ root: join(folder, "house"), base: "main" });
  expect(apis).toMatchObject([
    {
      name: "pets",
      kind: "changed",
      base: { document: { components: { schemas: { shared: { title: "Before" } } } } },
      head: { document: { components: { schemas: { shared: { title: "After" } } } } },
    },
  ]);
  expect(apis[0]?.base?.files).toEqual(apis[0]?.head?.files);
});

test("the first APIs of a repository are new", async () => {
  const { folder, write } = await makeRepository({ "README.md": "Empty.\n" });
  await write({ [spec("pets")]: describeApi("Pets") });
  expect(summarize(await read({ root: folder, base: "HEAD" }))).toEqual(["pets added: - → Pets"]);
});

test("finds documents in JSON, under names beyond ASCII, and of many megabytes", async () => {
  const large = { openapi: "3.1.0", info: { title: "Größe", description: "ü".repeat(3_000_000) }, paths: {} };
  const { folder, write } = await makeRepository({ "specs/grün es/openapi.json": JSON.stringify(large) });
  await write({ "specs/grün es/openapi.json": JSON.stringify({ ...large, "x-a": 1 }) });
  const sides = await read({ root: folder, base: "HEAD" });
  expect(summarize(sides)).toEqual(["grün es changed: Größe → Größe"]);
  expect(sides.apis[0]?.base?.document["info"]).toEqual(large.info);
});

test("compares folders: those that hold specs/, and those like specs/", async () => {
  const root = await makeFolder({
    [`old/${spec("pets")}`]: describeApi("Old"),
    "old/specs/.review/pets.yaml": "old: true\n",
    "new/pets/openapi.yml": describeApi("New"),
    "new/.review/pets.yaml": "new: true\n",
    [spec("pets")]: describeApi("Here"),
  });
  const sides = await read({ root, base: "old", head: "./new" });
  expect(summarize(sides)).toEqual(["pets changed: Old → New"]);
  expect([sides.base.label, sides.head.label]).toEqual([join(root, "old"), join(root, "new")]);
  expect(await sides.base.readText("specs/.review/pets.yaml")).toBe("old: true\n");
  expect(await sides.head.readText("specs/.review/pets.yaml")).toBe("new: true\n");
  expect(summarize(await read({ root, base: join(root, "new/") }))).toEqual(["pets changed: New → Here"]);
});

test("what is the same in two folders is told at the paths of each", async () => {
  const files = { "pets/openapi.yaml": referTo("../pet.yaml"), "pet.yaml": "type: object\n" };
  const prefixed = ["a", "b"].flatMap((side) =>
    Object.entries(files).map(([path, text]) => [`${side}/${path}`, text]),
  );
  const root = await makeFolder(Object.fromEntries(prefixed));
  const { apis } = await read({ root, base: "a", head: "b" });
  expect(apis.map(({ kind }) => kind)).toEqual(["unchanged"]);
  for (const side of ["base", "head"] as const) {
    const folder = join(root, side === "base" ? "a" : "b");
    expect(apis[0]?.[side]).toMatchObject({
      file: join(folder, "pets/openapi.yaml"),
      files: [join(folder, "pet.yaml"), join(folder, "pets/openapi.yaml")],
      origins: new Map([["#/components/schemas/pet", { file: join(folder, "pet.yaml"), pointer: "#" }]]),
    });
  }
});

test("compares two files, and names the API after that of head", async () => {
  const root = await makeFolder({
    "a.yaml": describeApi("A"),
    "b.json": JSON.stringify({ openapi: "3.0.3", info: { title: "B" }, paths: {} }),
    "copy.yaml": describeApi("A"),
    [spec("pets")]: describeApi("Pets"),
    "specs/.review/b.yaml": "x: 1\n",
  });
  const sides = await read({ root, base: "a.yaml", head: "b.json" });
  expect(summarize(sides)).toEqual(["b changed: A → B"]);
  expect(sides.head).toMatchObject({ kind: "file", label: join(root, "b.json") });
  expect(await sides.head.readText("specs/.review/b.yaml")).toBeUndefined();
  expect(await sides.head.listFiles("specs")).toEqual([]);
  expect(summarize(await read({ root, base: "a.yaml", head: spec("pets") }))).toEqual([
    "pets changed: A → Pets",
  ]);
  expect(summarize(await read({ root, base: "a.yaml", head: "copy.yaml" }))).toEqual([
    "copy unchanged: A → A",
  ]);
});

test("compares the very commit with a folder, and a commit that is named before a folder of that name", async () => {
  const { folder, git, commit } = await makeRepository({ [spec("pets")]: describeApi("First") });
  await git("branch", "old");
  const tip = await commit({
    [spec("pets")]: describeApi("Second"),
    [`old/${spec("pets")}`]: describeApi("Folder"),
  });
  const sides = await read({ root: folder, base: "main", head: "./old" });
  expect(summarize(sides)).toEqual(["pets changed: Second → Folder"]);
  expect(sides.base.label).toBe(`main (${tip.slice(0, 7)})`);
  expect(summarize(await read({ root: folder, base: "old" }))).toEqual(["pets changed: First → Second"]);
  expect(summarize(await read({ root: folder, base: "./old" }))).toEqual(["pets changed: Folder → Second"]);
});

test("reads other files of a side, and lists them", async () => {
  const { folder, commit, write } = await makeRepository({
    [spec("pets")]: describeApi("Pets"),
    "specs/.review/pets.yaml": "base: true\n",
    "specs/.review/deep/er.txt": "",
    "etc/a.md": "A\n",
  });
  await commit({ "specs/.review/cats.yaml": "head: true\n", "etc/a.md": undefined });
  await write({ "specs/node_modules/x/y.yaml": "" });
  const { base, head } = await read({ root: folder, base: "HEAD~1" });
  expect(await base.readText("specs/.review/pets.yaml")).toBe("base: true\n");
  expect(await base.readText("specs/.review/cats.yaml")).toBeUndefined();
  expect(await base.readText("specs/.review")).toBeUndefined();
  expect(await base.readText("etc/a.md")).toBe("A\n");
  expect(await base.listFiles("specs/.review")).toEqual(["deep/er.txt", "pets.yaml"]);
  expect(await base.listFiles("specs")).toEqual([
    ".review/deep/er.txt",
    ".review/pets.yaml",
    "pets/openapi.yaml",
  ]);
  expect(await base.listFiles("none")).toEqual([]);
  expect(await head.readText("specs/.review/cats.yaml")).toBe("head: true\n");
  expect(await head.readText("etc/a.md")).toBeUndefined();
  expect(await head.readText("etc")).toBeUndefined();
  expect(await head.listFiles("specs")).toEqual([
    ".review/cats.yaml",
    ".review/deep/er.txt",
    ".review/pets.yaml",
    "pets/openapi.yaml",
  ]);
  expect(await base.listFiles(".")).toContain("etc/a.md");
});

test("follows links that were committed, to files and to folders", async () => {
  const { folder, commit } = await makeRepository({
    [spec("pets")]: referTo("../linked.yaml"),
    [spec("cats")]: referTo("../folder/pet.yaml"),
    "common/pet.yaml": "title: Before\n",
  });
  await symlink("../common/pet.yaml", join(folder, "specs/linked.yaml"));
  await symlink("../common", join(folder, "specs/folder"));
  await commit({});
  await commit({ "common/pet.yaml": "title: After\n" });
  const { apis } = await read({ root: folder, base: "HEAD~1", head: "HEAD" });
  expect(apis).toMatchObject([
    {
      name: "cats",
      kind: "changed",
      base: { document: { components: { schemas: { pet: { title: "Before" } } } } },
    },
    {
      name: "pets",
      kind: "changed",
      head: { document: { components: { schemas: { linked: { title: "After" } } } } },
    },
  ]);
});
