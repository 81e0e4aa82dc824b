import type { Change } from "../change.ts";
import type { JudgedChange } from "./judged-change.ts";
import type { PlacedExport } from "./place-exports.ts";

/** Names that code can no longer import, and those that it can import now. */
export interface PlacedExports {
  readonly gone: readonly PlacedExport[];
  readonly added: readonly PlacedExport[];
}

/**
 * The names that code can no longer import, or can now, but for those that come and go with an operation. A schema that
 * goes was promised with the operations that reach it.
 */
export function judgeExports(
  changes: readonly Change[],
  { gone, added }: PlacedExports,
): readonly JudgedChange[] {
  const operations = changes.filter(({ rule }) => /^operation-(added|removed|renamed)$/.test(rule));
  const ids = operations.flatMap(({ operations: reached, before, after }) =>
    [...reached, before, after].flatMap((id) => (typeof id === "string" ? [squash(id)] : [])),
  );
  const isOfOperation = ({ name, pointer }: PlacedExport) =>
    pointer === undefined && ids.some((id) => squash(name).startsWith(id));
  const pick = (exported: readonly PlacedExport[]) => {
    const names = new Map(
      exported.filter(({ of }) => of !== "method").map((one) => [one.name, one] as const),
    );
    return [...names.values()].filter((one) => !isOfOperation(one));
  };
  return [
    ...pick(gone).map((one) => tell(one, "breaking")),
    ...pick(added).map((one) => tell(one, "compatible")),
  ];
}

/** An identifier is made of the letters and digits of a name. */
function squash(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
}

function tell({ name, pointer, operations }: PlacedExport, impact: "breaking" | "compatible"): JudgedChange {
  const isGone = impact === "breaking";
  const change: Change = {
    rule: "source-export",
    comparison: isGone ? "narrower" : "wider",
    wire: "note",
    source: impact,
    message: isGone ? `\`${name}\` is no longer exported.` : `\`${name}\` is exported now.`,
    evidence: "rule",
    operations,
    ...(isGone ? { before: name } : { after: name }),
    ...(pointer === undefined ? {} : { [isGone ? "base" : "head"]: pointer }),
  };
  return { change, axis: "source", impact, status: "derived" };
}
