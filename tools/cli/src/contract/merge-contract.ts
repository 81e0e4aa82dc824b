import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type ApiReport,
  holdAgainstGates,
  type Locate,
  locateIn,
  mergeReports,
  readNdjson,
  readSubject,
  type SubjectPlace,
} from "@specmill/contract";
import { type ExitCode, UsageError } from "../command.ts";
import { type Output, outputReports } from "./output-reports.ts";
import { combine } from "./run-contract.ts";

/**
 * Puts the parts of a run together, and holds the whole against the gates.
 *
 * @param folders - the report folder of each part
 */
export async function mergeContract(
  places: readonly SubjectPlace[],
  folders: readonly string[],
  output: Output,
): Promise<ExitCode> {
  const parts = await Promise.all(folders.map(readPart));
  const merged: ApiReport[] = [];
  const locators = new Map<string, Locate>();
  for (const report of mergeReports(parts)) {
    const place = places.find(({ api }) => api === report.api);
    const read =
      place === undefined ? undefined : await readSubject(place, new Date().toISOString().slice(0, 10));
    if (read?.kind === "read") {
      locators.set(report.api, locateIn(read.subject.loaded));
      merged.push(holdAgainstGates(read.subject, report));
    } else merged.push(report);
  }
  return outputReports(merged, combine(locators), output);
}

async function readPart(folder: string): Promise<readonly ApiReport[]> {
  const file = join(folder, "results.ndjson");
  const text = await readFile(file, "utf8").catch(() => {
    throw new UsageError(`${file} cannot be read: --merge takes the folder that --report wrote.`);
  });
  try {
    return readNdjson(text);
  } catch (error) {
    throw new UsageError(`${file} is no report: ${error instanceof Error ? error.message : String(error)}`);
  }
}
