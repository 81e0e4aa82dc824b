import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type LoadedDocument, loadDocument } from "@specmill/spec";
import { onTestFinished } from "vitest";
import type { PackageSettings } from "../src/package-settings.ts";
import { planPackage } from "../src/plan-package.ts";
import type { PlannedFile } from "../src/planned-file.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** A new folder that ends with the test. */
export async function makeFolder(files: { readonly [path: string]: string } = {}): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "specmill-generator-")));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFiles(
    folder,
    Object.entries(files).map(([path, content]) => ({ path, content })),
  );
  return folder;
}

export async function writeFiles(folder: string, files: readonly PlannedFile[]): Promise<void> {
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** A document given as text, loaded. */
export async function load(text: string, name = "openapi.yaml"): Promise<LoadedDocument> {
  const folder = await makeFolder({ [name]: text });
  const result = await loadDocument(join(folder, name));
  if (result.kind === "failed") throw new Error(JSON.stringify(result.problems, null, 2));
  return result.loaded;
}

export const settings: PackageSettings = {
  name: "@acme/pets",
  api: "pets",
  version: "1.2.3",
  runtime: "^0.1.0",
  source: "pets.yaml",
};

/** The files of a document's package by path. */
export function plan(
  loaded: LoadedDocument,
  changed: Partial<PackageSettings> = {},
): ReadonlyMap<string, string> {
  const result = planPackage(loaded, { ...settings, ...changed });
  if (result.kind === "failed") throw new Error(JSON.stringify(result.problems, null, 2));
  return new Map(result.files.map(({ path, content }) => [path, content]));
}

const compilers = {
  "TypeScript 5.9": createRequire(import.meta.url).resolve("typescript/bin/tsc"),
  "TypeScript 7": join(root, "node_modules/typescript/bin/tsc"),
};

/** Every complaint of each supported compiler about the TypeScript files in a folder, in the strictest settings. */
export async function compile(folder: string): Promise<readonly string[]> {
  const config = {
    compilerOptions: {
      target: "es2023",
      lib: ["es2023", "dom", "dom.iterable"],
      types: [],
      module: "nodenext",
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      verbatimModuleSyntax: true,
      isolatedDeclarations: true,
      declaration: true,
      allowImportingTsExtensions: true,
      skipLibCheck: true,
      noEmit: true,
      paths: {
        "@specmill/runtime": [join(root, "packages/runtime/src/index.ts")],
        "@specmill/runtime/*": [join(root, "packages/runtime/src/*.ts")],
      },
    },
    include: ["**/*.ts"],
  };
  await writeFile(join(folder, "tsconfig.test.json"), JSON.stringify(config));
  return Object.entries(compilers).flatMap(([name, compiler]) => {
    const { stdout, status } = spawnSync(
      process.execPath,
      [compiler, "-p", join(folder, "tsconfig.test.json")],
      {
        encoding: "utf8",
      },
    );
    return status === 0 ? [] : [`${name}:\n${stdout}`];
  });
}
