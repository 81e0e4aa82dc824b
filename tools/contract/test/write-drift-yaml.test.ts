import { expect, test } from "vitest";
import type { PatchOperation } from "../src/upstream/drift.ts";
import { writeYamlChange } from "../src/upstream/write-drift-yaml.ts";

const table: readonly { readonly name: string; readonly operation: PatchOperation; readonly want: string }[] =
  [
    {
      name: "what is new stands below the way to it",
      operation: {
        op: "add",
        path: "/a/b",
        value: { type: "object", properties: { c: { type: ["string", "null"] } } },
      },
      want: 'a:\n  b:\n    type: object\n    properties:\n      c:\n        type: [string, "null"]\n',
    },
    {
      name: "what is appended is an item",
      operation: { op: "add", path: "/a/-", value: { name: "x y", in: "query", schema: {} } },
      want: 'a:\n  - name: "x y"\n    in: query\n    schema: {}\n',
    },
    {
      name: "a key that is no plain word is quoted",
      operation: { op: "add", path: "/a: b/200/~1c~1{id}", value: 1 },
      want: '"a: b":\n  "200":\n    /c/{id}: 1\n',
    },
    {
      name: "a word that YAML takes for something else is quoted",
      operation: { op: "replace", path: "/a", value: "no" },
      want: 'a: "no"\n',
    },
    {
      name: "what is to go is marked",
      operation: { op: "remove", path: "/a/b" },
      want: "a:\n  b: # to be removed\n",
    },
  ];

test.each(table)("$name", ({ operation, want }) => {
  expect(writeYamlChange(operation)).toBe(want);
});
