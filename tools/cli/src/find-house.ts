import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type ApiSource, findApis } from "@specmill/spec";
import { UsageError } from "./command.ts";

/** Absolute path of the nearest folder, from the working directory upwards, that holds `specs/`. */
export function findHouse(): string | undefined {
  for (let folder = resolve("."); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "specs")) && existsSync(join(folder, "package.json"))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * The APIs of the house that a command was asked for: those named, or all. The house becomes the working directory,
 * so that every path printed is the one that a reviewer of the repository knows.
 *
 * @throws UsageError where there is no house, it has no API, or a name is none of its APIs
 */
export async function selectApis(
  names: readonly string[],
): Promise<{ readonly root: string; readonly apis: readonly ApiSource[] }> {
  const root = findHouse();
  if (root === undefined) {
    throw new UsageError(
      "no folder from here upwards holds specs/ and package.json. Name a document with --spec.",
    );
  }
  process.chdir(root);
  const all = await findApis(root);
  const known = all.map((api) => api.name).join(", ");
  const unknown = names.filter((name) => !all.some((api) => api.name === name));
  if (unknown.length > 0) {
    throw new UsageError(`there is no specs/${unknown[0]}/openapi.yaml. APIs: ${known || "none"}.`);
  }
  if (all.length === 0) throw new UsageError(`${join(root, "specs")} holds no <api>/openapi.yaml.`);
  return { root, apis: names.length === 0 ? all : all.filter((api) => names.includes(api.name)) };
}
