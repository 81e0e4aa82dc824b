import { basename, join, relative } from "node:path";
import { displayPath, type LoadedDocument, loadDocument, type Problem } from "@specmill/spec";
import { type Change, compareOutput, findForeignFiles, mayWrite } from "./compare-output.ts";
import { applyChanges, OutputError, readOutput } from "./output-folder.ts";
import type { PackageSettings } from "./package-settings.ts";
import { planPackage } from "./plan-package.ts";
import type { PlannedFile } from "./planned-file.ts";
import { describeHousePackage, type House, readChangelog, runtimeRange } from "./read-house.ts";

/** What became of one package. */
export interface Generated {
  readonly api: string;
  /** Absolute path of the package's folder. */
  readonly folder: string;
  /** How many files the package has. */
  readonly files: number;
  /** What was written, or would be. */
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
}

/** Whether to write what has changed, or only to find it. */
export type Mode = "write" | "check";

/** Generates the package of an API of a house: `specs/<api>` becomes `packages/<api>`. */
export async function generateHousePackage(
  house: House,
  api: string,
  specFile: string,
  mode: Mode,
): Promise<Generated> {
  const folder = join(house.root, "packages", api);
  const result = await loadDocument(specFile);
  if (result.kind === "failed") return { api, folder, files: 0, changes: [], problems: result.problems };
  const changelog = await readChangelog(house, api);
  const extra = [
    ...(changelog === undefined ? [] : [{ path: "CHANGELOG.md", content: changelog }]),
    ...(house.licenseText === undefined ? [] : [{ path: "LICENSE", content: house.licenseText }]),
  ];
  const settings = describeHousePackage(house, api, result.loaded, changelog);
  return act(folder, api, result.loaded, settings, extra, mode);
}

/** Generates a package from a document of any place into a folder of any place. */
export async function generateLonePackage(
  specFile: string,
  folder: string,
  name: string,
  mode: Mode,
): Promise<Generated> {
  const api = name.replace(/^@[^/]*\//, "");
  const result = await loadDocument(specFile);
  if (result.kind === "failed") return { api, folder, files: 0, changes: [], problems: result.problems };
  const settings = { name, api, version: "0.1.0", runtime: runtimeRange(), source: basename(specFile) };
  return act(folder, api, result.loaded, settings, [], mode);
}

async function act(
  folder: string,
  api: string,
  loaded: LoadedDocument,
  settings: PackageSettings,
  extra: readonly PlannedFile[],
  mode: Mode,
): Promise<Generated> {
  const plan = planPackage(loaded, settings);
  if (plan.kind === "failed") return { api, folder, files: 0, changes: [], problems: plan.problems };
  const planned = [...plan.files, ...extra];
  const { warnings } = plan;
  const result = { api, folder, files: planned.length };
  try {
    const existing = await readOutput(folder);
    if (!mayWrite(existing, planned)) return { ...result, changes: [], problems: [refuse(folder)] };
    const changes = compareOutput(existing, planned);
    const foreign = settings.workspace === undefined ? [] : findForeignFiles(existing, planned);
    if (mode === "write") await applyChanges(folder, changes);
    const problems = [...warnings, ...foreign.map((path) => tellForeign(folder, path))];
    return { ...result, changes, problems };
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    return { ...result, changes: [], problems: [tellUnwritable(error)] };
  }
}

function tellUnwritable({ file, message }: OutputError): Problem {
  return {
    rule: "output-not-written",
    severity: "error",
    message: `The package cannot be written: this place gives ${message}.`,
    file: displayPath(file),
    line: 1,
    column: 1,
    hint: "Make it a folder or a file that may be written, or choose another --out.",
  };
}

function refuse(folder: string): Problem {
  return {
    rule: "output-not-ours",
    severity: "error",
    message: "The folder holds files that Specmill did not write and would overwrite.",
    file: displayPath(folder),
    line: 1,
    column: 1,
    hint: "Choose an empty folder, or one that an earlier run filled.",
  };
}

function tellForeign(folder: string, path: string): Problem {
  return {
    rule: "foreign-file",
    severity: "error",
    message: "A generated package holds a file that Specmill did not write.",
    file: displayPath(join(folder, path)),
    line: 1,
    column: 1,
    hint: `Move it to specs/${relative(join(folder, ".."), folder)}: everything in packages/ can be deleted at any time.`,
  };
}
