import { type Finding, isGating } from "../finding.ts";
import { type JoinedFinding, joinAxes } from "./join-axes.ts";

/** The changes of an API by what a reader has to do about them; each is in one group, in the order it was in. */
export interface SortedFindings {
  /** To be approved or undone. */
  readonly gating: readonly JoinedFinding[];
  /** Breaking, but something excuses them. */
  readonly excused: readonly JoinedFinding[];
  readonly suspected: readonly JoinedFinding[];
  readonly compatible: readonly JoinedFinding[];
  /** Of no consequence for a caller, and yet more than documentation. */
  readonly notes: readonly JoinedFinding[];
  readonly documentation: readonly JoinedFinding[];
}

/** The most serious group first. A change that both axes feel alike is in its group once. */
export function sortFindings(findings: readonly Finding[]): SortedFindings {
  const pick = (group: keyof SortedFindings) =>
    joinAxes(findings.filter((finding) => nameGroup(finding) === group));
  return {
    gating: pick("gating"),
    excused: pick("excused"),
    suspected: pick("suspected"),
    compatible: pick("compatible"),
    notes: pick("notes"),
    documentation: pick("documentation"),
  };
}

function nameGroup(finding: Finding): keyof SortedFindings {
  if (isGating(finding)) return "gating";
  if (finding.status === "suspected") return "suspected";
  switch (finding.impact) {
    case "breaking":
      return "excused";
    case "compatible":
      return "compatible";
    case "note":
      return finding.rule === "documentation-changed" ? "documentation" : "notes";
  }
}
