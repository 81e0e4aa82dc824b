import type { Change } from "../change.ts";
import type { Status } from "../finding.ts";
import type { OperationVerdict } from "../types/compare-operation-types.ts";
import type { TypeVerdict } from "../types/compare-pairs.ts";
import type { SourceEvidence } from "./gather-source.ts";
import { judgeExports } from "./judge-exports.ts";
import type { JudgedChange } from "./judged-change.ts";

/** What every change does to code that is compiled against the package: as the compiler has it, where it has a say. */
export function judgeSource(changes: readonly Change[], evidence: SourceEvidence): readonly JudgedChange[] {
  const judged = changes.flatMap((change) => judgeOne(change, evidence));
  const unclaimed = claimUnclaimed(changes, judged, evidence);
  const byChange = new Map(unclaimed.map((one) => [one.change, one]));
  const settled = keepOwnProofs(judged.map((one) => byChange.get(one.change) ?? one));
  return [...settled, ...judgeOperations(settled, evidence), ...judgeExports(changes, evidence.exports)];
}

function judgeOne(change: Change, evidence: SourceEvidence): readonly JudgedChange[] {
  // Descriptions are in the package, too, and change nobody's HTTP.
  if (change.rule === "documentation-changed") return [derived(change, "note")];
  switch (change.source) {
    case "note":
      return [];
    case "compatible":
      return [derived(change, "compatible")];
    case "breaking": {
      const verdict = evidence.verdictOf(change) ?? verdictOfOperations(change, evidence.operations);
      return [{ ...derived(change, "breaking"), ...settle(verdict) }];
    }
  }
}

function derived(change: Change, impact: JudgedChange["impact"]): JudgedChange {
  return { change, axis: "source", impact, status: "derived" };
}

function settle(verdict: TypeVerdict | undefined): Pick<JudgedChange, "status" | "proof"> {
  switch (verdict?.kind) {
    case "broken":
      return { status: "proved", proof: { kind: "compiler", message: verdict.message, places: [] } };
    case "assignable":
      return { status: "suspected" };
    case "unknown":
    case undefined:
      return { status: "derived" satisfies Status };
  }
}

/** What the types of its operations say of a change that is of no schema. */
function verdictOfOperations(
  { rule, operations }: Change,
  verdicts: readonly OperationVerdict[],
): TypeVerdict | undefined {
  const isOfResponse = rule.startsWith("response-");
  const isOfRequest = /^(parameter|path-parameter|request)-/.test(rule);
  if (!isOfResponse && !isOfRequest) return undefined;
  const own = verdicts.filter(
    ({ operation, part }) =>
      operations.includes(operation.base) && (part.kind === "arguments") === isOfRequest,
  );
  return own.find(({ verdict }) => verdict.kind === "broken")?.verdict;
}

/** What the compiler says of a pair of types proves the change that it names, and not those beside it. */
function keepOwnProofs(judged: readonly JudgedChange[]): readonly JudgedChange[] {
  const named = new Set(judged.flatMap((one) => (isNamed(one) ? [messageOf(one)] : [])));
  return judged.map((one) => {
    if (one.proof === undefined || isNamed(one) || !named.has(messageOf(one))) return one;
    const { proof: _, ...rest } = one;
    return { ...rest, status: "derived" };
  });
}

function messageOf({ proof }: JudgedChange): string | undefined {
  return proof?.kind === "compiler" ? proof.message : undefined;
}

function isNamed(one: JudgedChange): boolean {
  const ofCompiler = listNames(messageOf(one) ?? "");
  return listNames(one.change.message).some((name) => ofCompiler.includes(name));
}

/** The last words of what a sentence names: `color` of `query.color`. */
function listNames(sentence: string): readonly (string | undefined)[] {
  return [...sentence.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name.split(".").at(-1));
}

/**
 * A pair of types that does not fit although no change of it was held to break code: the first of them does, unless
 * what breaks is within, and has a row of its own.
 */
function claimUnclaimed(
  changes: readonly Change[],
  judged: readonly JudgedChange[],
  { verdictOf }: SourceEvidence,
): readonly JudgedChange[] {
  const claims = judged.filter(({ impact, status }) => impact === "breaking" && status !== "suspected");
  const taken = [...claims.map(({ change }) => change)];
  return changes.flatMap((change): readonly JudgedChange[] => {
    const verdict = verdictOf(change);
    if (verdict?.kind !== "broken" || taken.some((other) => meets(other, change))) return [];
    taken.push(change);
    return [{ ...derived(change, "breaking"), ...settle(verdict) }];
  });
}

/** Whether two changes reach the same values of an operation. */
function meets(one: Change, other: Change): boolean {
  return one.direction === other.direction && one.operations.some((name) => other.operations.includes(name));
}

/** What does not fit in the types of an operation, and no change explains. */
function judgeOperations(
  judged: readonly JudgedChange[],
  { operations }: SourceEvidence,
): readonly JudgedChange[] {
  const breaking = judged.filter(({ impact, status }) => impact === "breaking" && status !== "suspected");
  const rows = new Map<string, { change: Change; message: string }>();
  for (const { operation, part, verdict } of operations) {
    if (verdict.kind !== "broken") continue;
    const direction = part.kind === "arguments" ? "request" : "response";
    const isExplained = breaking.some(
      ({ change }) =>
        change.operations.includes(operation.base) &&
        (change.direction === undefined || change.direction === direction),
    );
    if (isExplained) continue;
    const key = `${direction} ${verdict.message}`;
    const known = rows.get(key);
    const reached = [...(known?.change.operations ?? []), operation.base];
    rows.set(key, { change: makeChange(direction, verdict.message, reached), message: verdict.message });
  }
  return [...rows.values()].map(({ change, message }) => ({
    ...derived(change, "breaking"),
    status: "proved",
    proof: { kind: "compiler", message, places: [] },
  }));
}

function makeChange(
  direction: "request" | "response",
  message: string,
  operations: readonly string[],
): Change {
  return {
    rule: `source-${direction}`,
    direction,
    comparison: "different",
    wire: "note",
    source: "breaking",
    message,
    evidence: "rule",
    operations: [...new Set(operations)].sort(),
  };
}
