import { listCredentials } from "../case/choose-credentials.ts";
import { listSecrets, redactResult } from "../report/redact-report.ts";
import type { Subject } from "../subject.ts";
import { selectSafeCases } from "../upstream/select-safe-cases.ts";
import type { Upstream } from "../upstream/upstream.ts";
import { prepareRun } from "./prepare-run.ts";
import { runCase } from "./run-case.ts";
import type { CaseResult } from "./verdict.ts";

/**
 * Runs one case by its id; what a run of all of them would not ask of a server is left out here as well.
 *
 * @returns what became of it, without secrets; undefined where the document gives no such case
 */
export async function replayCase(
  subject: Subject,
  id: string,
  upstream?: Upstream,
): Promise<CaseResult | undefined> {
  const prepared = await prepareRun(subject, upstream);
  if (prepared.kind === "failed") return undefined;
  const one = prepared.cases.find((candidate) => candidate.id === id);
  if (one === undefined) return undefined;
  const { api } = prepared.context;
  const spared = upstream === undefined ? [] : selectSafeCases([one], api, upstream.isUnsafe).skipped;
  const [reason] = spared.map((skipped) => skipped.reason);
  if (reason !== undefined) {
    const { operation, kind, title, pointer } = one;
    return { id, operation, kind, title, pointer, outcome: "skipped", reason, failures: [] };
  }
  const { result } = await runCase(prepared.context, one);
  return redactResult(result, listSecrets(api, one.operation, listCredentials(prepared.context)));
}
