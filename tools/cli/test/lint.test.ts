import { join } from "node:path";
import { expect, test } from "vitest";
import { enterHouse, petsDocument, run } from "./house.ts";

const broken = petsDocument.replace("{ name: Rex }", "{ name: 7 }");

test("says that a clean document has no problems", async () => {
  await enterHouse({ "specs/pets/openapi.yaml": petsDocument });
  expect(await run("lint")).toEqual({ code: 0, stdout: "No problems found.\n", stderr: "" });
});

test("shows the line of a broken example and exits 1", async () => {
  await enterHouse({ "specs/pets/openapi.yaml": broken });
  const { code, stdout } = await run("lint", "pets");
  expect(code).toBe(1);
  expect(stdout).toMatch(/specs\/pets\/openapi\.yaml:\d+:\d+ {2}error {2}no-invalid-media-type-examples/);
  expect(stdout).toContain("rex: { summary: A dog, value: { name: 7 } }");
});

test.each([
  { given: "github", want: /^::error file=specs\/pets\/openapi\.yaml,line=\d+,/ },
  { given: "json", want: /^\{\n {2}"problems": \[/ },
  { given: "sarif", want: /"version": "2\.1\.0"/ },
])("prints the same problem as $given", async ({ given, want }) => {
  await enterHouse({ "specs/pets/openapi.yaml": broken });
  const { code, stdout } = await run("lint", "--format", given);
  expect(code).toBe(1);
  expect(stdout).toMatch(want);
  expect(stdout).toContain("no-invalid-media-type-examples");
});

test("lints a document of any place", async () => {
  await enterHouse({ "elsewhere/pets.yaml": broken });
  expect((await run("lint", "--spec", "elsewhere/pets.yaml")).code).toBe(1);
});

test("names files as the root of the house knows them, wherever it is called", async () => {
  const root = await enterHouse({ "specs/pets/openapi.yaml": broken });
  process.chdir(join(root, "specs", "pets"));
  expect((await run("lint", "--format", "github")).stdout).toMatch(
    /^::error file=specs\/pets\/openapi\.yaml,/,
  );
});
