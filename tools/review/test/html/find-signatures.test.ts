import { expect, test } from "vitest";
import { findSignatures, indexDeclarations } from "../../src/html/find-signatures.ts";
import { readApiReport } from "../../src/html/read-api-report.ts";

const report = `# What \`p\` exports

## \`p\`

\`\`\`ts
export type { Failure } from "@specmill/runtime";

export interface ReposGetArguments {
  readonly path: models.Path;
}

export type ReposGetResult = Documented<true, 200, models.Repo> | Failure;

export interface PClient {
  readonly reposGet: Call<[
    given: ReposGetArguments,
    options?: CallOptions
  ], ReposGetResult>;
  readonly "x-y": Call<[], Other>;
}

export interface Path {
  id: string;
}

export interface Repo {
  parent?: Repo;
  kind: "Unused";
}

export interface Unused {
}
\`\`\`

## \`p/schemas\`

\`\`\`ts
export const Repo: validation.StandardSchema<models.Repo>;
\`\`\`
`;

test("A report is read declaration by declaration, with where each is exported and where it stands.", () => {
  const found = readApiReport(report).map(({ entry, name, line }) => [entry, name, line]);
  expect(found[0]).toEqual(["p", 'export type { … } from "@specmill/runtime";', 6]);
  expect(found[1]).toEqual(["p", "ReposGetArguments", 8]);
  expect(found.at(-1)).toEqual(["p/schemas", "Repo", 38]);
  expect(found).toHaveLength(8);
});

test("An operation has the types of its arguments and its result, and the models that they name.", () => {
  const declarations = indexDeclarations(readApiReport(report));
  const names = findSignatures(declarations, "repos/get").map(({ name }) => name);
  expect(names).toEqual(["ReposGetArguments", "ReposGetResult", "Path", "Repo"]);
  expect(findSignatures(declarations, "repos/delete")).toEqual([]);
});
