import type { Change } from "../change.ts";
import { type ComparedDocuments, matchRedocly, type UnmatchedChange } from "../redocly/match-redocly.ts";
import type { RedoclyChange } from "../redocly/redocly-change.ts";
import { listOperations } from "../surface/list-operations.ts";
import type { JudgedChange } from "./judged-change.ts";

/** What Redocly's diff alone holds to be a break: most often an equivalent refactor, and never hidden. */
export function judgeRedocly(
  theirs: readonly RedoclyChange[],
  ours: readonly Change[],
  documents: ComparedDocuments,
): readonly JudgedChange[] {
  const byPlace = new Map<string, UnmatchedChange[]>();
  for (const unmatched of matchRedocly(theirs, ours.map(widen), documents).unmatched) {
    const key = `${unmatched.side} ${unmatched.pointer}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), unmatched]);
  }
  return [...byPlace.values()].map((group) => ({
    change: toChange(group, documents),
    axis: "wire",
    impact: "breaking",
    status: "suspected",
  }));
}

/** Of a value that has another type, nothing within is what it was. */
function widen(change: Change): Change {
  const { rule, comparison, base, head } = change;
  if (comparison !== "different" || !rule.endsWith("-type")) return change;
  const around = (pointer: string) => pointer.replace(/\/(type|nullable)$/, "");
  return {
    ...change,
    ...(base === undefined ? {} : { base: around(base) }),
    ...(head === undefined ? {} : { head: around(head) }),
  };
}

function toChange(group: readonly UnmatchedChange[], documents: ComparedDocuments): Change {
  const rules = [...new Set(group.flatMap(({ change }) => change.rules))].sort();
  const said = [...new Set(group.flatMap(({ change }) => change.messages))].join(" ").replace(/\.?$/, "");
  const [{ side, pointer } = { side: "head" as const, pointer: "#" }] = group;
  return {
    rule: "redocly-diff",
    comparison: "equal",
    wire: "breaking",
    source: "note",
    message: `\`redocly diff\` alone calls this major (\`${rules.join("`, `")}\`): ${said}.`,
    ...(side === "base" ? { base: pointer } : { head: pointer }),
    evidence: "rule",
    operations: listOperations({ document: documents[side] })
      .filter((operation) => pointer.startsWith(`${operation.pointer}/`))
      .map(({ name }) => name)
      .slice(-1),
  };
}
