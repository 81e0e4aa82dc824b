import type { Axis } from "../change.ts";
import type { Finding, Status } from "../finding.ts";
import { compareText } from "./report-text.ts";

/** What one change does to callers: the finding of the wire and that of the source, where both are of the same kind. */
export interface JoinedFinding extends Omit<Finding, "axis" | "proof"> {
  /** One for each axis, the wire first. */
  readonly findings: readonly Finding[];
}

const axes: readonly Axis[] = ["wire", "source"];
const names: Readonly<Record<Axis, string>> = { wire: "wire", source: "client source" };
const statuses: readonly Status[] = ["proved", "derived", "suspected"];

/**
 * Findings of one group as a reader counts them. Those of one fingerprint are one change, which one approval is enough
 * for; two of the same axis stay apart, so that neither hides the other. Each is where the first of its findings was.
 */
export function joinAxes(findings: readonly Finding[]): readonly JoinedFinding[] {
  const rows: Finding[][] = [];
  const byFingerprint = new Map<string, Finding[][]>();
  for (const finding of findings) {
    const known = byFingerprint.get(finding.fingerprint) ?? [];
    const open = known.find((row) => !row.some(({ axis }) => axis === finding.axis));
    if (open !== undefined) {
      open.push(finding);
      continue;
    }
    const row = [finding];
    rows.push(row);
    byFingerprint.set(finding.fingerprint, [...known, row]);
  }
  return rows.flatMap(join);
}

function join(row: readonly Finding[]): readonly JoinedFinding[] {
  const findings = row.toSorted((a, b) => axes.indexOf(a.axis) - axes.indexOf(b.axis));
  const [first] = findings;
  if (first === undefined) return [];
  const { axis: _, proof: __, ...shared } = first;
  const status = statuses.find((one) => findings.some((finding) => finding.status === one)) ?? first.status;
  const operations = [...new Set(findings.flatMap((finding) => finding.operations))].sort(compareText);
  return [{ ...shared, status, operations, findings }];
}

/** For whom it is: `wire`, `client source`, or `wire + client source`. */
export function nameAxes({ findings }: JoinedFinding): string {
  return findings.map(({ axis }) => names[axis]).join(" + ");
}

/** How sure it is; axis by axis where one of them is shown less well than the other. */
export function nameStatus({ status, findings }: JoinedFinding): string {
  if (findings.every((finding) => finding.status === status)) return status;
  return findings.map((finding) => `${finding.status} (${names[finding.axis]})`).join(", ");
}
