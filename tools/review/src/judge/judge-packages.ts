import type { LoadedDocument } from "@specmill/spec";
import type { Change } from "../change.ts";
import type { ApiReview } from "../review.ts";
import { isHouse, type ReviewContext } from "../review-context.ts";
import type { ApiPair } from "../side/side.ts";
import { emitApiReports } from "../types/emit-api-reports.ts";
import { gatherSource, type SourceEvidence } from "./gather-source.ts";
import { type JudgedConsumers, judgeConsumers } from "./judge-consumers.ts";
import { pairOperations } from "./pair-operations.ts";

/** What the packages that are generated from two documents say. */
export interface JudgedPackages {
  readonly evidence: SourceEvidence;
  readonly consumers: JudgedConsumers;
  readonly apiReports: ApiReview["apiReports"];
}

/**
 * Generates the packages of both documents and has the compiler look at them, and at code that uses them. Whoever needs
 * this loads it then: what writes TypeScript takes longer to load than most reviews take.
 */
export async function judgePackages(
  pair: ApiPair,
  documents: { readonly base: LoadedDocument; readonly head: LoadedDocument },
  changes: readonly Change[],
  context: ReviewContext,
): Promise<JudgedPackages> {
  const { base, head } = documents;
  const [evidence, consumers] = await Promise.all([
    gatherSource(base, head, pair.name, changes, pairOperations(base, head), isHouse(context)),
    judgeConsumers(pair, documents, context),
  ]);
  return { evidence, consumers, apiReports: emitApiReports(pair.name, base, head, context) };
}
