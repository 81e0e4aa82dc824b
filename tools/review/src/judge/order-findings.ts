import { type Finding, isGating } from "../finding.ts";

const impacts = ["breaking", "compatible", "note"] as const;
const statuses = ["proved", "derived", "suspected"] as const;

/** Findings by what they ask of a reader: those that stop the merge first, then by how sure they are, then by place. */
export function orderFindings(findings: readonly Finding[]): readonly Finding[] {
  const key = (finding: Finding) =>
    [
      isGating(finding) ? 0 : 1,
      impacts.indexOf(finding.impact),
      statuses.indexOf(finding.status),
      finding.axis === "wire" ? 0 : 1,
    ].join("");
  return [...findings].sort(
    (a, b) =>
      compare(key(a), key(b)) ||
      compare(a.pointer, b.pointer) ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
