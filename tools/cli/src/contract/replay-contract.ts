import {
  createUpstream,
  locateIn,
  prepareRun,
  readSubject,
  replayCase,
  type SubjectPlace,
  writeReplay,
} from "@specmill/contract";
import { formatProblem, type Problem } from "@specmill/spec";
import { type ExitCode, UsageError } from "../command.ts";
import { paletteFor, printError, printResult } from "../print.ts";

/** Runs one case again and shows all of it. */
export async function replayContract(
  places: readonly SubjectPlace[],
  id: string,
  target: { readonly url: string; readonly isUnsafe: boolean } | undefined,
): Promise<ExitCode> {
  const unread: Problem[] = [];
  for (const place of places) {
    const read = await readSubject(place, new Date().toISOString().slice(0, 10));
    if (read.kind === "failed") {
      unread.push(...read.problems);
      continue;
    }
    const upstream = target === undefined ? undefined : createUpstream(read.subject, target, process.env);
    const result = await replayCase(read.subject, id, upstream);
    upstream?.close();
    if (result === undefined) {
      const prepared = await prepareRun(read.subject);
      if (prepared.kind === "failed") unread.push(...prepared.problems);
      continue;
    }
    printResult(
      writeReplay(
        result,
        { api: place.api, target: target === undefined ? "mock" : "upstream" },
        paletteFor(process.stdout),
        locateIn(read.subject.loaded),
      ),
    );
    // A case that was left out has shown nothing.
    return result.outcome === "passed" ? 0 : 1;
  }
  if (unread.length > 0) {
    for (const problem of unread) printError(formatProblem(problem));
    return 1;
  }
  throw new UsageError(
    `no document gives a case "${id}". \`specmill contract --list\` prints those there are.`,
  );
}
