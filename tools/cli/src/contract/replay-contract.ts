import {
  createUpstream,
  locateIn,
  readSubject,
  replayCase,
  type SubjectPlace,
  writeReplay,
} from "@specmill/contract";
import { type ExitCode, UsageError } from "../command.ts";
import { paletteFor, printResult } from "../print.ts";

/** Runs one case again and shows all of it. */
export async function replayContract(
  places: readonly SubjectPlace[],
  id: string,
  target: { readonly url: string; readonly isUnsafe: boolean } | undefined,
): Promise<ExitCode> {
  for (const place of places) {
    const read = await readSubject(place, new Date().toISOString().slice(0, 10));
    if (read.kind === "failed") continue;
    const upstream = target === undefined ? undefined : createUpstream(read.subject, target, process.env);
    const result = await replayCase(read.subject, id, upstream);
    upstream?.close();
    if (result === undefined) continue;
    printResult(
      writeReplay(
        result,
        { api: place.api, target: target === undefined ? "mock" : "upstream" },
        paletteFor(process.stdout),
        locateIn(read.subject.loaded),
      ),
    );
    return result.outcome === "failed" ? 1 : 0;
  }
  throw new UsageError(
    `no document gives a case "${id}". \`specmill contract --list\` prints those there are.`,
  );
}
