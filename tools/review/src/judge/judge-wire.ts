import type { Oracle } from "@specmill/oracle";
import { resolvePointer } from "@specmill/spec";
import type { Change } from "../change.ts";
import type { Proof, Status } from "../finding.ts";
import type { ComparedDocuments } from "../redocly/match-redocly.ts";
import { describeFault } from "../search/describe-fault.ts";
import type { Counterexample } from "../search/find-counterexamples.ts";
import { placeValue } from "../search/place-value.ts";
import type { JudgedChange } from "./judged-change.ts";
import { searchAround } from "./search-around.ts";
import { type SearchedPair, searchChanges } from "./search-changes.ts";
import { travelsAsText } from "./travels-as-text.ts";

/**
 * What every change does to those who speak HTTP: as the rule has it, proved by a value where there is one, and only
 * suspected where values that ought to show it do not.
 */
export function judgeWire(changes: readonly Change[], base: Oracle, head: Oracle): readonly JudgedChange[] {
  const searched = searchChanges(changes, base, head);
  const pairOf = new Map(searched.flatMap((pair) => pair.changes.map((change) => [change, pair] as const)));
  const judged = changes.map((change): JudgedChange => {
    const pair = pairOf.get(change);
    if (change.wire === "breaking" && travelsAsText(change, base, head)) return tellHarmless(change);
    const example = pair?.proofs.get(change);
    const proof = example && describeProof(change, example, base, head);
    return {
      change,
      axis: "wire",
      impact: change.wire,
      status: statusOf(change, pair, example, { base: base.document, head: head.document }),
      ...(proof === undefined ? {} : { proof }),
    };
  });
  const told = new Set(searched.flatMap((pair) => (pair.unexplained === undefined ? [] : pair.changes)));
  const around = searchAround(
    changes.filter((change) => !told.has(change)),
    base,
    head,
  );
  return [...judged, ...[...searched, ...around].flatMap((pair) => tellUnexplained(pair, base, head))];
}

function tellHarmless(change: Change): JudgedChange {
  const harmless: Change = { ...change, comparison: "wider", wire: "compatible" };
  return { change: harmless, axis: "wire", impact: "compatible", status: "derived" };
}

function statusOf(
  change: Change,
  pair: SearchedPair | undefined,
  example: Counterexample | undefined,
  documents: ComparedDocuments,
): Status {
  if (example !== undefined) return "proved";
  const isSilent = change.wire === "breaking" && change.evidence === "search" && pair?.isConclusive === true;
  return isSilent && isTriable(change, documents) ? "suspected" : "derived";
}

/** Whether values that are drawn would hit what changed: nobody draws the one name that a pattern rules out. */
function isTriable({ rule, before, after, base, head }: Change, documents: ComparedDocuments): boolean {
  if (/-(property-names|pattern-properties)$/.test(rule)) return false;
  const places = [
    base === undefined ? undefined : resolvePointer(documents.base, base),
    head === undefined ? undefined : resolvePointer(documents.head, head),
  ];
  return !lookaround.test(JSON.stringify([before, after, ...places]));
}

const lookaround = /\(\?<?[=!]/;

/** Keywords that are compatible each can break together: then a value says so, and no rule. */
function tellUnexplained(pair: SearchedPair, base: Oracle, head: Oracle): readonly JudgedChange[] {
  const { unexplained, direction, changes } = pair;
  const [first] = changes;
  if (unexplained === undefined || first === undefined) return [];
  const change: Change = {
    rule: `${direction}-values`,
    direction,
    comparison: "different",
    wire: "breaking",
    source: "note",
    message:
      direction === "request"
        ? "A value that could be sent is refused now."
        : "A value may be answered now that could not be before.",
    base: pair.schemas.base,
    head: pair.schemas.head,
    schemas: pair.schemas,
    evidence: "search",
    operations: [...new Set(changes.flatMap(({ operations }) => operations))].sort(),
    ...(first.part === undefined ? {} : { part: first.part }),
  };
  return [
    {
      change,
      axis: "wire",
      impact: "breaking",
      status: "proved",
      proof: describeProof(change, unexplained, base, head),
    },
  ];
}

/** The whole value that an operation sends or gets, where one can be made around what was found. */
function describeProof(
  { direction, part, schemas }: Change,
  { value, faults }: Counterexample,
  base: Oracle,
  head: Oracle,
): Proof {
  const refusedBy = direction === "request" ? "head" : "base";
  const whole = part && direction && placeValue(part, value, direction, base, head);
  const reasons = (whole?.faults ?? faults).map(describeFault);
  const [reason = "it does not fit the schema"] = reasons;
  const inner = schemas?.[refusedBy].replace(/^.*\//, "") ?? "value";
  return {
    kind: "value",
    value: whole?.value ?? value,
    of: part === undefined || whole === undefined ? inner : describePart(part),
    refusedBy,
    reason,
  };
}

function describePart({ kind, name, status, operation }: NonNullable<Change["part"]>): string {
  switch (kind) {
    case "body":
      return status === undefined ? `body of ${operation}` : `body of answer ${status} of ${operation}`;
    case "parameter":
      return `parameter ${name} of ${operation}`;
    case "header":
      return `header ${name} of answer ${status ?? ""} of ${operation}`;
  }
}
