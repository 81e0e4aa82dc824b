import { loadDocument } from "@specmill/spec";
import { expect, test } from "vitest";
import { findRenames, type LoneApi } from "../../src/side/find-renames.ts";
import { describeApi } from "./sample-documents.ts";

/** APIs by name, each with its paths. */
async function makeApis(given: Readonly<Record<string, readonly string[]>>): Promise<readonly LoneApi[]> {
  return Promise.all(
    Object.entries(given).map(async ([name, paths]) => {
      const result = await loadDocument(`/${name}.yaml`, { readText: async () => describeApi(name, paths) });
      if (result.kind === "failed") throw new Error(JSON.stringify(result.problems));
      return { name, document: result.loaded };
    }),
  );
}

test.each([
  { name: "the same operations", gone: { a: ["/x"] }, fresh: { b: ["/x"] }, want: { b: "a" } },
  {
    name: "another name of a parameter",
    gone: { a: ["/x/{id}"] },
    fresh: { b: ["/x/{key}"] },
    want: { b: "a" },
  },
  { name: "half of the operations", gone: { a: ["/x", "/y"] }, fresh: { b: ["/x", "/z"] }, want: { b: "a" } },
  { name: "less than half", gone: { a: ["/x", "/y", "/z"] }, fresh: { b: ["/x"] }, want: {} },
  { name: "no operation on both sides", gone: { a: [] }, fresh: { b: [] }, want: {} },
  {
    name: "two that fit, of which the better wins",
    gone: { a: ["/x", "/y"] },
    fresh: { b: ["/x", "/z"], c: ["/x", "/y", "/z"] },
    want: { c: "a" },
  },
  {
    name: "two pairs that cross",
    gone: { a: ["/x", "/y"], b: ["/x", "/z"] },
    fresh: { c: ["/x", "/z"], d: ["/x", "/y"] },
    want: { c: "b", d: "a" },
  },
  {
    name: "equals, of which the first by name wins",
    gone: { b: ["/x"], a: ["/x"] },
    fresh: { d: ["/x"], c: ["/x"], e: ["/x"] },
    want: { c: "a", d: "b" },
  },
])("takes a new API for a renamed one by its operations: $name", async ({ gone, fresh, want }) => {
  const renames = findRenames(await makeApis(gone), await makeApis(fresh));
  expect(Object.fromEntries([...renames].sort())).toEqual(want);
});

test("webhooks count as operations do", async () => {
  const text = 'openapi: 3.1.0\ninfo: { title: A, version: "1" }\nwebhooks: { born: { post: {} } }\n';
  const load = async (name: string): Promise<LoneApi> => {
    const result = await loadDocument(`/${name}.yaml`, { readText: async () => text });
    if (result.kind === "failed") throw new Error(JSON.stringify(result.problems));
    return { name, document: result.loaded };
  };
  expect(findRenames([await load("a")], [await load("b")])).toEqual(new Map([["b", "a"]]));
});
