import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { isJsonObject } from "@specmill/spec";
import { type Diagnostic, parseDiagnostics } from "./parse-diagnostics.ts";

/** A line that must fail to compile: where it does not, the compiler did not see what it was to see. */
export interface Canary {
  readonly file: string;
  readonly content: string;
  /** What the compiler says of each of its lines, in their order: the start of the message. */
  readonly complaints: readonly string[];
}

/** The least that a project can have to show that the compiler runs at all. */
export const plainCanary: Canary = {
  file: "canary.ts",
  content: "export const canary: never = null! as string;\n",
  complaints: ["Type 'string' is not assignable to type 'never'."],
};

/**
 * Compiles the project in a folder, of which `tsconfig.json` tells, and writes nothing.
 *
 * @returns what the compiler complains of, without the canary
 * @throws Error when the compiler cannot be found, cannot be run, ends in another way than it should, takes the project
 *   for no project, or passes over the canary
 */
export async function runCompiler(folder: string, canary: Canary): Promise<readonly Diagnostic[]> {
  const diagnostics = await readDiagnostics(folder);
  if (!isSeen(canary, diagnostics)) throw new Error(tellUnseen(canary, diagnostics));
  return diagnostics.filter(({ file }) => file !== canary.file);
}

/** What the compiler says of the project in a folder; no sign that it has seen all of it. */
export async function readDiagnostics(folder: string): Promise<readonly Diagnostic[]> {
  return readRun(await runTool(await findCompiler(), folder));
}

/**
 * What a run of the compiler has to say.
 *
 * @throws Error when it ended in another way than it should, or did not take the project for one
 */
export function readRun({ stdout, stderr, end }: Run): readonly Diagnostic[] {
  if (end !== "0" && end !== "1" && end !== "2") {
    throw new Error(`The TypeScript compiler ended with ${end}: ${(stderr || stdout).trim().slice(0, 500)}`);
  }
  const diagnostics = parseDiagnostics(stdout);
  const unplaced = diagnostics.find(({ file }) => file === undefined);
  if (unplaced !== undefined) {
    throw new Error(`The TypeScript compiler refuses the project: ${unplaced.message}`);
  }
  return diagnostics;
}

/** Whether the compiler complains of the canary as it must. */
export function isSeen(canary: Canary, diagnostics: readonly Diagnostic[]): boolean {
  const seen = diagnostics.filter(({ file }) => file === canary.file);
  return canary.complaints.every((complaint, index) => seen[index]?.message.startsWith(complaint) === true);
}

function tellUnseen(canary: Canary, diagnostics: readonly Diagnostic[]): string {
  const [first] = [...diagnostics.filter(({ file }) => file === canary.file), ...diagnostics];
  const instead = first === undefined ? "nothing" : `${first.file}:${first.line}: ${first.message}`;
  return `The TypeScript compiler did not see what it was to judge. It said: ${instead}`;
}

/** The absolute path of the compiler's program, as its package tells. */
async function findCompiler(): Promise<string> {
  const manifestFile = createRequire(import.meta.url).resolve("typescript/package.json");
  const manifest: unknown = JSON.parse(await readFile(manifestFile, "utf8"));
  const bin = isJsonObject(manifest) ? manifest["bin"] : undefined;
  const program = isJsonObject(bin) ? bin["tsc"] : undefined;
  if (typeof program !== "string") throw new Error(`No compiler is named by ${manifestFile}.`);
  return join(dirname(manifestFile), program);
}

export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  /** The exit code, or the name of the signal. */
  readonly end: string;
}

function runTool(program: string, folder: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, "-p", folder, "--pretty", "false"], {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (code, signal) =>
      resolve({
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8"),
        end: String(signal ?? code),
      }),
    );
  });
}
