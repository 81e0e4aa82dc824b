import type { JoinedFinding } from "../report/join-axes.ts";
import { type EntryPair, nameEntry } from "./entry-pair.ts";

/** Where on the page something is told: the ids of the elements. */
export interface Anchors {
  readonly ofFinding: (finding: JoinedFinding) => string;
  readonly ofOperation: (pair: EntryPair) => string;
}

/** The ids of one API: unlike those of any other API and unlike each other, and the same for the same review. */
export function nameAnchors(
  findings: readonly JoinedFinding[],
  prefix: string,
  operations: readonly EntryPair[],
): Anchors {
  const taken = new Map<string, number>();
  const name = (wish: string): string => {
    const count = (taken.get(wish) ?? 0) + 1;
    taken.set(wish, count);
    // No wish has two hyphens in a row.
    return count === 1 ? wish : `${wish}--${count}`;
  };
  const byFinding = new Map(
    findings.map((finding) => [finding, name(`${prefix}-finding-${clean(finding.fingerprint)}`)]),
  );
  const byOperation = new Map(
    operations.map((pair) => [pair, name(`${prefix}-operation-${clean(nameEntry(pair))}`)]),
  );
  return {
    ofFinding: (finding) => byFinding.get(finding) ?? prefix,
    ofOperation: (pair) => byOperation.get(pair) ?? prefix,
  };
}

function clean(name: string): string {
  return name
    .replace(/[^A-Za-z0-9]+/g, "-")
    .slice(0, 80)
    .replace(/^-|-$/g, "");
}
