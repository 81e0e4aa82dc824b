import {
  type ApiReport,
  contractFiles,
  createUpstream,
  type Locate,
  locateIn,
  readSubject,
  reportUnread,
  type Shard,
  type SubjectPlace,
  verifyApi,
  writeLock,
  writeRegressions,
} from "@specmill/contract";
import { displayPath } from "@specmill/spec";
import type { ExitCode } from "../command.ts";
import { createProgress, printError } from "../print.ts";
import { writeWhole } from "../write-files.ts";
import { type Output, outputReports } from "./output-reports.ts";

export interface ContractOptions {
  readonly mutate: boolean;
  readonly updateLock: boolean;
  /** Milliseconds for the mutants of one API. */
  readonly budget?: number;
  readonly shard?: Shard;
  readonly target?: { readonly url: string; readonly isUnsafe: boolean };
}

/** Verifies each API and tells of it. */
export async function runContract(
  places: readonly SubjectPlace[],
  options: ContractOptions,
  output: Output,
): Promise<ExitCode> {
  const reports: ApiReport[] = [];
  const locators = new Map<string, Locate>();
  for (const place of places) {
    const read = await readSubject(place, new Date().toISOString().slice(0, 10));
    if (read.kind === "failed") {
      reports.push(reportUnread(place.api, displayPath(place.file), read.problems));
      continue;
    }
    const { subject } = read;
    locators.set(place.api, locateIn(subject.loaded));
    reports.push(await verifyOne(subject, place, options));
  }
  return outputReports(reports, combine(locators), output);
}

async function verifyOne(
  subject: Parameters<typeof verifyApi>[0],
  place: SubjectPlace,
  { mutate, updateLock, budget = Number.POSITIVE_INFINITY, shard, target }: ContractOptions,
): Promise<ApiReport> {
  const start = performance.now();
  const progress = createProgress(place.api);
  const upstream = target === undefined ? undefined : createUpstream(subject, target, process.env);
  if (upstream !== undefined) {
    for (const reason of upstream.missing) printError(`${place.api}: ${reason}`);
  }
  const verified = await verifyApi(subject, {
    onProgress: progress.show,
    ...(mutate ? { mutate: { hasTime: () => performance.now() - start < budget } } : {}),
    ...(shard === undefined ? {} : { shard }),
    ...(upstream === undefined ? {} : { upstream }),
  });
  progress.clear();
  upstream?.close();
  const files = contractFiles(place.file);
  if (verified.regressions.length > subject.regressions.length) {
    await writeWhole(files.regressions, writeRegressions(verified.regressions));
    printError(`${place.api}: what fuzzing found is kept in ${displayPath(files.regressions)}`);
  }
  const { report } = verified;
  if (updateLock) await lock(report, files.lock);
  return { ...report, duration: Math.round(performance.now() - start) };
}

/** What a case that fails covers is missing, and would never be asked for again. */
async function lock({ api, verdict, coverage, results }: ApiReport, file: string): Promise<void> {
  if (verdict === "not verified" || results.some(({ outcome }) => outcome === "failed")) {
    printError(`${api}: ${displayPath(file)} is left as it was; mend what fails first`);
  } else await writeWhole(file, writeLock(coverage, results.length));
}

/** Finds a place in whichever API's document it is. */
export function combine(locators: ReadonlyMap<string, Locate>): Locate {
  return (api, pointer) => locators.get(api)?.(api, pointer) ?? { file: api, line: 1, column: 1 };
}
