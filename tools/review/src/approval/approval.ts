import type { SourcePlace } from "../finding.ts";
import type { ReviewRule } from "../review-rule.ts";

/** Why a break may be merged all the same. */
export const approvalReasons = ["bugfix", "unreleased", "no-consumers", "security", "coordinated"] as const;

type ApprovalReason = (typeof approvalReasons)[number];

/** An entry of `specs/.review/<api>.yaml`: somebody answers for one break until a day. */
export interface Approval {
  /** Of the finding: twelve hexadecimal digits. */
  readonly fingerprint: string;
  /** Of the finding, for those who read the file. */
  readonly rule: ReviewRule;
  readonly reason: ApprovalReason;
  /** Who answers for it. */
  readonly owner: string;
  /** The last day on which it holds, as year, month and day: 2027-03-01. */
  readonly until: string;
  readonly note?: string;
  /** Where it is written. */
  readonly place: SourcePlace;
}
