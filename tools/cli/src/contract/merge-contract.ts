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
  reportUnread,
  type SubjectPlace,
} from "@specmill/contract";
import { displayPath, problemAt } from "@specmill/spec";
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
  const reports = mergeReports(parts);
  const merged: ApiReport[] = [];
  const locators = new Map<string, Locate>();
  for (const place of places) {
    const report = reports.find(({ api }) => api === place.api);
    const read = await readSubject(place, new Date().toISOString().slice(0, 10));
    // Without its gates a report could pass that must not.
    if (read.kind === "failed") {
      merged.push(reportUnread(place.api, displayPath(place.file), read.problems));
      continue;
    }
    const { loaded } = read.subject;
    locators.set(place.api, locateIn(loaded));
    merged.push(
      report === undefined
        ? reportUnread(place.api, displayPath(place.file), [problemAt(loaded, "#", missing)])
        : holdAgainstGates(read.subject, report),
    );
  }
  const others = reports.filter(({ api }) => !places.some((place) => place.api === api));
  return outputReports([...merged, ...others], combine(locators), output);
}

const missing = {
  rule: "contract-part",
  severity: "error",
  message: "No part of the run has a report of this API.",
  hint: "Name the APIs that were run: `specmill contract <api…> --merge DIR`.",
} as const;

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
