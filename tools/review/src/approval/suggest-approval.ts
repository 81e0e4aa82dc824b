import type { Finding } from "../finding.ts";
import { approvalReasons } from "./approval.ts";

/**
 * The entry that approves a finding, to be pasted below `approvals:`. What only people know is left open, and the
 * file is not sound before they wrote it.
 */
export function suggestApproval({ fingerprint, rule }: Pick<Finding, "fingerprint" | "rule">): string {
  return [
    // Quoted, as twelve digits could as well be a number.
    `  - fingerprint: "${fingerprint}"`,
    `    rule: ${rule}`,
    `    reason: # ${approvalReasons.join(", ")}`,
    "    owner: # who answers for it",
    "    until: # the last day on which it holds: YYYY-MM-DD",
    "",
  ].join("\n");
}
