import type { Problem } from "@specmill/spec";
import { isMap } from "yaml";
import { reviewRules } from "../review-rule.ts";
import { isDay } from "../settings/is-day.ts";
import { isReviewRule } from "../settings/read-settings.ts";
import {
  readItems,
  readMembers,
  readYaml,
  suggestName,
  textOf,
  type YamlFile,
} from "../settings/read-yaml.ts";
import { type Approval, approvalReasons } from "./approval.ts";

export interface ApprovalsResult {
  /** The entries that are sound. */
  readonly approvals: readonly Approval[];
  /** Errors of rule `approval-file`. */
  readonly problems: readonly Problem[];
}

const members = ["fingerprint", "rule", "reason", "owner", "until", "note"] as const;

/**
 * Reads which breaks of one API were approved; pure, and no fault of the user's is thrown.
 *
 * @param api - whose file it is
 * @param text - YAML: a list `approvals`
 * @param file - its path, as problems are to name it
 */
export function readApprovals(api: string, text: string, file: string): ApprovalsResult {
  const yaml = readYaml(text, file, "approval-file");
  if (yaml.root === null || yaml.problems().length > 0) return { approvals: [], problems: yaml.problems() };
  const list = readMembers(yaml, yaml.root, ["approvals"], `The file of \`${api}\``).get("approvals");
  const items = list === undefined ? [] : readItems(yaml, list);
  if (list === undefined && isMap(yaml.root)) {
    yaml.report(yaml.root, "The file has no list `approvals`.", "Write `approvals: []`, or delete the file.");
  }
  const approvals: Approval[] = [];
  for (const item of items) {
    const approval = readApproval(yaml, item);
    if (approval === undefined) continue;
    if (approvals.some(({ fingerprint }) => fingerprint === approval.fingerprint)) {
      yaml.report(item, `\`${approval.fingerprint}\` is approved twice.`, "Keep one of the two entries.");
      continue;
    }
    approvals.push(approval);
  }
  return { approvals, problems: yaml.problems() };
}

function readApproval(yaml: YamlFile, item: unknown): Approval | undefined {
  const known = yaml.problems().length;
  const entry = readMembers(yaml, item, members, "An approval");
  if (!isMap(item)) return undefined;
  const fault = (name: string, message: string, hint: string): undefined => {
    const member = entry.get(name);
    yaml.report(member?.value ?? member?.key ?? item, message, hint);
  };
  const read = (name: (typeof members)[number], hint: string) =>
    textOf(entry.get(name)?.value) ?? fault(name, `The approval says nothing in \`${name}\`.`, hint);

  const fingerprint = read("fingerprint", "Copy it from the finding.");
  const rule = read("rule", "Copy it from the finding.");
  const reasonText = read("reason", `Known are ${approvalReasons.join(", ")}.`);
  const owner = read("owner", "Name who answers for the break, a person or a team.");
  const until = read("until", "Name the last day on which the approval holds, such as 2027-06-30.");
  const note = entry.has("note") ? read("note", "Write the note, or leave it out.") : undefined;

  const isFingerprint = fingerprint !== undefined && /^[0-9a-f]{12}$/.test(fingerprint);
  if (fingerprint !== undefined && !isFingerprint) {
    fault(
      "fingerprint",
      `\`${fingerprint}\` is no fingerprint.`,
      "It has twelve digits from 0 to 9 and a to f.",
    );
  }
  const isRule = rule !== undefined && isReviewRule(rule);
  if (rule !== undefined && !isRule) {
    fault("rule", `There is no rule \`${rule}\`.`, suggestName(rule, reviewRules));
  }
  const reason = approvalReasons.find((one) => one === reasonText);
  if (reasonText !== undefined && reason === undefined) {
    fault("reason", `\`${reasonText}\` is none of the reasons.`, suggestName(reasonText, approvalReasons));
  }
  const isUntil = until !== undefined && isDay(until);
  if (until !== undefined && !isUntil) {
    fault("until", `\`${until}\` is no day.`, "Write it as year, month and day: 2027-06-30.");
  }
  if (!isFingerprint || !isRule || reason === undefined || owner === undefined || !isUntil) return undefined;
  if (yaml.problems().length > known) return undefined;
  const place = yaml.placeOf(item);
  return { fingerprint, rule, reason, owner, until, place, ...(note === undefined ? {} : { note }) };
}
