import { prepareRun, readSubject, type SubjectPlace, writeCaseList } from "@specmill/contract";
import { formatProblem } from "@specmill/spec";
import type { ExitCode } from "../command.ts";
import { printError, printResult } from "../print.ts";

/** Prints the cases of each API. */
export async function listContract(places: readonly SubjectPlace[]): Promise<ExitCode> {
  let code: ExitCode = 0;
  for (const place of places) {
    const read = await readSubject(place, new Date().toISOString().slice(0, 10));
    const prepared = read.kind === "failed" ? read : await prepareRun(read.subject);
    if (prepared.kind === "failed") {
      for (const problem of prepared.problems) printError(formatProblem(problem));
      code = 1;
    } else printResult(writeCaseList(prepared.cases));
  }
  return code;
}
