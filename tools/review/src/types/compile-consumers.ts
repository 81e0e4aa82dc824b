import { existsSync } from "node:fs";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { type PlannedFile, planPackage } from "@specmill/generator";
import type { LoadedDocument, Problem } from "@specmill/spec";
import { type Consumer, findPrograms, type Program } from "./find-programs.ts";
import type { Diagnostic } from "./parse-diagnostics.ts";
import { planProject } from "./plan-project.ts";
import { isSeen, readDiagnostics, runCompiler } from "./run-compiler.ts";
import { withFolder, writeFiles } from "./with-folder.ts";

export interface ConsumerRequest {
  /** What names are made of: `upsun-profile` gives `createUpsunProfileClient`. */
  readonly api: string;
  /** What consumers import, such as `@specmill/upsun-profile`. */
  readonly packageName: string;
  readonly base: LoadedDocument;
  readonly head: LoadedDocument;
  readonly consumers: readonly Consumer[];
  /** The absolute path of the house: what consumers import beside the package is found from there. */
  readonly root: string;
}

/** What became of a consumer, or of one block of a Markdown file. */
export interface ConsumerVerdict {
  /** The consumer's name; with `#` and a number for a block of Markdown, counted from 1. */
  readonly name: string;
  readonly kind: "compiles" | "broken" | "unusable";
  /** `broken`: what the new package breaks. `unusable`: why it does not compile against the old one either. */
  readonly complaints: readonly ConsumerComplaint[];
}

interface ConsumerComplaint {
  /** The first line of what the compiler says, then why, from the outermost to the innermost. */
  readonly message: string;
  /** `file:line:column` in the consumer. */
  readonly place: string;
}

export type ConsumerResult =
  | { readonly kind: "compiled"; readonly verdicts: readonly ConsumerVerdict[] }
  /** One of the documents gives no package. */
  | { readonly kind: "failed"; readonly side: "base" | "head"; readonly problems: readonly Problem[] };

/**
 * Compiles code against the packages of two documents. Code that does not compile against the old one says nothing of
 * the new one.
 *
 * @throws Error when the compiler does not work, or does not see the packages
 */
export async function compileConsumers(request: ConsumerRequest): Promise<ConsumerResult> {
  const programs = request.consumers.flatMap(findPrograms);
  if (programs.length === 0) return { kind: "compiled", verdicts: [] };
  const before = plan(request, request.base);
  if (before.kind === "failed") return { kind: "failed", side: "base", problems: before.problems };
  const after = plan(request, request.head);
  if (after.kind === "failed") return { kind: "failed", side: "head", problems: after.problems };
  const [old, fresh] = await withFolder([], async (folder) => {
    // Modules are looked for in the folders above too.
    await symlink(join(request.root, "node_modules"), join(folder, "node_modules"), "junction");
    const runs = [
      compileAgainst(join(folder, "base"), before.files, programs, request),
      compileAgainst(join(folder, "head"), after.files, programs, request),
    ] as const;
    // Neither may still be at work when the folder goes.
    await Promise.allSettled(runs);
    return Promise.all(runs);
  });
  return {
    kind: "compiled",
    verdicts: programs.map((program, index) => judge(program, old[index] ?? [], fresh[index] ?? [])),
  };
}

function plan({ api, packageName }: ConsumerRequest, loaded: LoadedDocument) {
  return planPackage(loaded, { name: packageName, api, version: "0.0.0", runtime: "*", source: api });
}

/** What the compiler says of each program. */
async function compileAgainst(
  folder: string,
  packageFiles: readonly PlannedFile[],
  programs: readonly Program[],
  { packageName, root }: ConsumerRequest,
): Promise<readonly (readonly Diagnostic[])[]> {
  const hasNodeTypes = existsSync(join(root, "node_modules/@types/node"));
  const project = planProject(packageName, packageFiles, programs, { root, hasNodeTypes }, folder);
  await writeFiles(folder, project.files);
  const of = (path: string, diagnostics: readonly Diagnostic[]) =>
    diagnostics.filter(({ file }) => file === path);
  const first = await readDiagnostics(folder);
  if (isSeen(project.canary, first)) return project.programs.map((path) => of(path, first));
  // Where one file cannot be parsed, the compiler says nothing of what the others mean.
  const unparsed = project.programs.filter((path) => of(path, first).length > 0);
  await writeFiles(
    folder,
    unparsed.map((path) => ({ path, content: "export {};\n" })),
  );
  const second = await runCompiler(folder, project.canary);
  return project.programs.map((path) => of(path, unparsed.includes(path) ? first : second));
}

/** A line that was expected to be refused is taken now: that breaks a test of types, and no caller. */
const needlessDirective = 2578;

function judge(program: Program, old: readonly Diagnostic[], fresh: readonly Diagnostic[]): ConsumerVerdict {
  const { name } = program;
  const tell = (diagnostics: readonly Diagnostic[]) =>
    diagnostics.map((diagnostic) => toComplaint(program, diagnostic));
  if (old.length > 0) return { name, kind: "unusable", complaints: tell(old) };
  const broken = fresh.filter(({ code }) => code !== needlessDirective);
  if (broken.length > 0) return { name, kind: "broken", complaints: tell(broken) };
  return { name, kind: "compiles", complaints: [] };
}

function toComplaint({ file }: Program, { message, reasons, line, column }: Diagnostic): ConsumerComplaint {
  return { message: [message, ...reasons].join(" "), place: `${file}:${line}:${column}` };
}
