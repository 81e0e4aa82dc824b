import type { Problem } from "@specmill/spec";
import { type Finding, isGating } from "../finding.ts";
import type { Approval } from "./approval.ts";

export interface AppliedApprovals {
  /** In the order in which they came; those that are approved carry the excuse. */
  readonly findings: readonly Finding[];
  /** Errors of the rules `approval-expired` and `approval-unmatched`. */
  readonly problems: readonly Problem[];
}

/**
 * Excuses the breaking findings that somebody approved. What is excused already stays as it is: an approval of it
 * is of no harm.
 *
 * @param today - as year, month and day: an approval holds to the end of its last day
 */
export function applyApprovals(
  findings: readonly Finding[],
  approvals: readonly Approval[],
  today: string,
): AppliedApprovals {
  const breaking = findings.filter(({ impact }) => impact === "breaking");
  const problems: Problem[] = [];
  const holding = new Map<string, Approval>();
  for (const approval of approvals) {
    const problem = findFault(approval, breaking, today);
    if (problem === undefined) holding.set(approval.fingerprint, approval);
    else problems.push(problem);
  }
  return {
    findings: findings.map((finding) => approve(finding, holding.get(finding.fingerprint))),
    problems,
  };
}

function approve(finding: Finding, approval: Approval | undefined): Finding {
  if (approval === undefined || finding.impact !== "breaking" || finding.excuse !== undefined) return finding;
  const { reason, owner, until, note } = approval;
  return {
    ...finding,
    excuse: { kind: "approved", reason, owner, until, ...(note === undefined ? {} : { note }) },
  };
}

function findFault(
  { fingerprint, rule, until, owner, place }: Approval,
  breaking: readonly Finding[],
  today: string,
): Problem | undefined {
  const matches = breaking.filter((finding) => finding.fingerprint === fingerprint);
  const [match] = matches;
  if (match === undefined) {
    const others = breaking.filter((finding) => finding.rule === rule && isGating(finding));
    const names = [...new Set(others.map((finding) => `\`${finding.fingerprint}\``))];
    return {
      rule: "approval-unmatched",
      severity: "error",
      message: `The approval of \`${fingerprint}\` (\`${rule}\`) fits no breaking change.`,
      ...place,
      hint:
        names.length === 0
          ? "Remove the entry: the change is merged, or was given up."
          : `Remove the entry. If the change became another one, approve that: ${names.slice(0, 3).join(", ")}.`,
    };
  }
  if (!matches.some((finding) => finding.rule === rule)) {
    return {
      rule: "approval-unmatched",
      severity: "error",
      message: `\`${fingerprint}\` is a change of rule \`${match.rule}\`, not of \`${rule}\`.`,
      ...place,
      hint: `Write \`rule: ${match.rule}\`, if that is what is approved.`,
    };
  }
  if (until >= today) return undefined;
  return {
    rule: "approval-expired",
    severity: "error",
    message: `The approval of \`${fingerprint}\` (\`${rule}\`) ended on ${until}.`,
    ...place,
    hint: `Ask \`${owner}\` for another day, or take the change back.`,
  };
}
