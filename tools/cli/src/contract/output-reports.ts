import {
  type ApiReport,
  type Locate,
  writeGithubAnnotations,
  writeHtml,
  writeJson,
  writeJunit,
  writeNdjson,
  writeStepSummary,
  writeTerminalSummary,
} from "@specmill/contract";
import { displayPath } from "@specmill/spec";
import { type ExitCode, UsageError } from "../command.ts";
import { paletteFor, printError, printResult } from "../print.ts";
import { writeFiles } from "../write-files.ts";

/** Where reports go, and as what. */
export interface Output {
  readonly format: "text" | "json" | "github";
  /** Absolute path of a folder for every format. */
  readonly folder?: string;
}

/** Writes reports in every format that was asked for. */
export async function outputReports(
  reports: readonly ApiReport[],
  locate: Locate,
  { format, folder }: Output,
): Promise<ExitCode> {
  if (folder !== undefined) {
    await writeFiles(folder, {
      "report.html": writeHtml(reports, locate),
      "junit.xml": writeJunit(reports),
      "results.ndjson": writeNdjson(reports),
      "summary.md": writeStepSummary(reports),
      "annotations.txt": writeGithubAnnotations(reports, locate),
    }).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new UsageError(`--report ${folder} cannot be written: ${why}`);
    });
    printError(`The report is in ${displayPath(folder)}.`);
  }
  printResult(formatAs(format, reports, locate));
  return reports.every(({ verdict }) => verdict === "passed") ? 0 : 1;
}

function formatAs(format: Output["format"], reports: readonly ApiReport[], locate: Locate): string {
  switch (format) {
    case "text":
      return writeTerminalSummary(reports, paletteFor(process.stdout), locate);
    case "json":
      return writeJson(reports, locate);
    case "github":
      return writeGithubAnnotations(reports, locate);
  }
}
