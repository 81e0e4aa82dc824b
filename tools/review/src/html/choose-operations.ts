import type { JoinedFinding } from "../report/join-axes.ts";
import { type EntryPair, nameEntry } from "./entry-pair.ts";

/** Operations that are told in full, at most. */
const mostTold = 50;

export interface ChosenOperations {
  /** In the order of the documents. */
  readonly told: readonly EntryPair[];
  readonly listed: readonly EntryPair[];
  readonly same: readonly EntryPair[];
}

/**
 * Which of many changed operations are worth the room: first one for every finding, those that stop the merge before the
 * others, as a change to a shared schema reads alike in all that use it; then what came and went, then the rest.
 *
 * @param findings - the most serious first
 */
export function chooseOperations(
  pairs: readonly EntryPair[],
  findings: readonly JoinedFinding[],
  findingsOf: (name: string) => readonly JoinedFinding[],
): ChosenOperations {
  const changed = pairs.filter((pair) => pair.state !== "same" || findingsOf(nameEntry(pair)).length > 0);
  const isChanged = new Set(changed);
  const same = pairs.filter((pair) => !isChanged.has(pair));
  if (changed.length <= mostTold) return { told: changed, listed: [], same };
  const byName = new Map(changed.map((pair) => [nameEntry(pair), pair]));
  const chosen = new Set<EntryPair>();
  for (const { operations } of findings) {
    const reached = operations.flatMap((name) => byName.get(name) ?? []);
    const [first] = reached;
    if (first !== undefined && !reached.some((pair) => chosen.has(pair))) chosen.add(first);
  }
  for (const pair of changed) if (pair.state !== "changed") chosen.add(pair);
  for (const pair of changed) chosen.add(pair);
  const told = new Set([...chosen].slice(0, mostTold));
  return {
    told: changed.filter((pair) => told.has(pair)),
    listed: changed.filter((pair) => !told.has(pair)),
    same,
  };
}
