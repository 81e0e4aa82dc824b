import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isJsonObject } from "@specmill/spec";
import { dropEqual } from "./drop-equal.ts";
import type { ComparedDocuments } from "./match-redocly.ts";
import { readRedoclyReport } from "./read-redocly-report.ts";
import type { RedoclyChange } from "./redocly-change.ts";

/** What it would find in a folder of the user's must not change the verdict. */
const configuration = "telemetry: off\nextends:\n  - diff-recommended\n";

/** It follows references to other hosts, and those are not for a document under review to choose. */
const offline = `data:text/javascript,${encodeURIComponent(
  'import net from "node:net"; net.Socket.prototype.connect = () => { throw new Error("No network."); };',
)}`;

const environment = {
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  REDOCLY_SUPPRESS_NOTIFICATIONS: "true",
  NO_COLOR: "1",
};

/**
 * Has `redocly diff` compare two bundled documents, in a process of its own that runs when this returns.
 *
 * @returns its findings, by pointers into the documents
 * @throws Error with what it said, where it fails or what it says makes no sense: that is never "no changes"
 */
export function runRedoclyDiff(documents: ComparedDocuments): Promise<readonly RedoclyChange[]> {
  const changes = compare(dropEqual(documents));
  // It runs beside other work, and may fail before anyone awaits it; whoever does still gets the error.
  changes.catch(() => undefined);
  return changes;
}

async function compare({ base, head }: ComparedDocuments): Promise<readonly RedoclyChange[]> {
  // At once, and not when the work that it runs beside leaves a moment for it.
  const folder = mkdtempSync(join(tmpdir(), "specmill-diff-"));
  try {
    const place = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const config = place("redocly.yaml", configuration);
    const files = [place("base.json", JSON.stringify(base)), place("head.json", JSON.stringify(head))];
    const flags = ["--format", "json", "--fail-on", "none", "--config", config];
    const { code, stdout, stderr } = await run(["diff", ...files, ...flags], folder);
    if (code !== 0) throw new Error(`redocly diff failed: ${pickWords(stderr)}`);
    return readReport(stdout, stderr);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readReport(stdout: string, stderr: string): readonly RedoclyChange[] {
  try {
    return readRedoclyReport(stdout);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`redocly diff gave no report that can be read: ${reason} ${pickWords(stderr)}`, {
      cause: error,
    });
  }
}

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: readonly string[], cwd: string): Promise<Outcome> {
  return new Promise((settle, refuse) => {
    const child = spawn(process.execPath, ["--import", offline, findCommand(), ...args], {
      cwd,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", refuse);
    child.on("close", (code) => {
      settle({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}

/** The file that the package runs as `redocly`. */
function findCommand(): string {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve("@redocly/cli/package.json");
  const content: unknown = require(manifest);
  const bin = isJsonObject(content) ? content["bin"] : undefined;
  const command = isJsonObject(bin) ? bin["redocly"] : undefined;
  if (typeof command !== "string") throw new Error("@redocly/cli has no command redocly.");
  return join(dirname(manifest), command);
}

/** What it said, without the boxes around its notices. */
function pickWords(stderr: string): string {
  const lines = stderr.split("\n").filter((line) => line.trim() !== "" && !/[║╔╚]/.test(line));
  return lines.slice(0, 8).join("\n") || "it said nothing.";
}
