import type { JoinedFinding } from "./join-axes.ts";
import { code, type Piece, text } from "./report-piece.ts";
import { formatValue } from "./report-text.ts";

/** Of an old or new value. */
const longest = 80;

/** The old value and the new one: `40` → `20`. Nothing where `hasValues` says so. */
export function describeValues(finding: JoinedFinding): readonly Piece[] {
  if (!hasValues(finding)) return [];
  return [describeValue(finding.before), text(" → "), describeValue(finding.after)];
}

/** Whether a change is one of values, and tells more than the sentence or the compiler, which has its own place. */
export function hasValues({ before, after, message, findings }: JoinedFinding): boolean {
  const values = [before, after].filter((value) => value !== undefined);
  const isName = values.every((name) => typeof name === "string" && message.includes(`\`${name}\``));
  const isSaid = findings.some(({ proof }) => proof?.kind === "compiler" && proof.message === after);
  return !isName && !(before === undefined && isSaid);
}

function describeValue(value: JoinedFinding["before"]): Piece {
  return value === undefined ? text("nothing") : code(formatValue(value, longest));
}
