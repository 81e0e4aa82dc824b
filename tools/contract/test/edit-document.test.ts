import { expect, test } from "vitest";
import { dropAt, editAt, keysOf, nameBeside, renameMember, setMembers } from "../src/mutant/edit-document.ts";

const document = { paths: { "/a/{b}": { get: { tags: ["x", "y"] } } }, components: { schemas: {} } };

test.each([
  ["#/paths/~1a~1{b}/get", ["paths", "/a/{b}", "get"]],
  ["#/paths/~1a~1%7Bb%7D/get", ["paths", "/a/{b}", "get"]],
  ["#/components/schemas/~0~01", ["components", "schemas", "~~1"]],
  ["#", []],
])("reads the keys of %s", (pointer, want) => {
  expect(keysOf(pointer)).toEqual(want);
});

test("edits a place and shares all that is not on the way there", () => {
  const edited = editAt(document, "#/paths/~1a~1{b}/get/tags/1", () => "z");
  expect(edited["paths"]).toEqual({ "/a/{b}": { get: { tags: ["x", "z"] } } });
  expect(edited["components"]).toBe(document.components);
  expect(document.paths["/a/{b}"].get.tags).toEqual(["x", "y"]);
});

test("takes away a member and an item", () => {
  expect(dropAt(document, "#/paths/~1a~1{b}/get/tags")["paths"]).toEqual({ "/a/{b}": { get: {} } });
  expect(dropAt(document, "#/paths/~1a~1{b}/get/tags/0")["paths"]).toEqual({
    "/a/{b}": { get: { tags: ["y"] } },
  });
});

test("sets and takes away members, whatever they are called", () => {
  const set = setMembers(document, "#/components", { schemas: undefined, ["__proto__"]: 1 });
  expect(Object.entries(set["components"] ?? {})).toEqual([["__proto__", 1]]);
});

test("renames a member at its place among the others", () => {
  expect(Object.keys(renameMember({ a: 1, b: 2, c: 3 }, "b", "d"))).toEqual(["a", "d", "c"]);
});

test("finds a name that nobody has", () => {
  expect(nameBeside("a", ["a", "aX", "aXX"])).toBe("aXXX");
});
