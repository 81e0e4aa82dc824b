import { expect, test } from "vitest";
import { emitApiReport } from "../src/emit-api-report.ts";
import { settings } from "./support.ts";

const cases = [
  {
    name: "a type is told without its documentation",
    given: "/** A pet. */\nexport interface Pet {\n  /** Its name. */\n  name: string; // never empty\n}\n",
    want: "export interface Pet {\n  name: string;\n}",
  },
  {
    name: "a function is told without its body, and a default makes a parameter optional",
    given:
      "export function create(options: Options = {}, ...more: string[]): Client {\n  return make(options);\n}\n",
    want: "export function create(options?: Options, ...more: string[]): Client;",
  },
  {
    name: "a constant is told by its type",
    given: 'export const digest: string = "abc";\n',
    want: "export const digest: string;",
  },
  {
    name: "what is handed on from elsewhere is told",
    given: 'export { unwrap } from "@specmill/runtime";\n',
    want: 'export { unwrap } from "@specmill/runtime";',
  },
  {
    name: "what is handed on from another file of the package is told there",
    given: 'export * from "./client.js";\nexport type Id = string;\n',
    want: "export type Id = string;",
  },
  {
    name: "what is not exported is left out",
    given: "const secret = 1;\nfunction help(): void {}\nexport type Id = string;\n",
    want: "export type Id = string;",
  },
  {
    name: "lines are indented by two",
    given: "export type Pet = {\n  tag: {\n    name: string;\n  };\n};\n",
    want: "export type Pet = {\n  tag: {\n    name: string;\n  };\n};",
  },
];

test.each(cases)("$name", ({ given, want }) => {
  const report = emitApiReport([{ path: "src/client.ts", content: given }], settings);
  expect(report.path).toBe("etc/pets.api.md");
  expect(/```ts\n(.*?)\n```/s.exec(report.content)?.[1]).toBe(want);
});

test("each import that a package offers has a section, and what it does not offer has none", () => {
  const files = ["src/client.ts", "src/testing.ts", "src/validators.ts"];
  const report = emitApiReport(
    files.map((path) => ({ path, content: "export type Id = string;\n" })),
    settings,
  );
  expect(report.content.match(/^## .*$/gm)).toEqual(["## `@acme/pets`", "## `@acme/pets/testing`"]);
});
