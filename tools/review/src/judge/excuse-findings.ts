import type { Problem } from "@specmill/spec";
import { applyApprovals } from "../approval/apply-approvals.ts";
import { readApprovals } from "../approval/read-approvals.ts";
import type { Finding } from "../finding.ts";
import { excuseByLifecycle, type LifecycleFacts } from "../release/excuse-by-lifecycle.ts";
import type { ReviewContext } from "../review-context.ts";
import { applyLevels } from "../settings/apply-levels.ts";
import type { ApiPair } from "../side/side.ts";
import { listOperations } from "../surface/list-operations.ts";

/** What became of findings that stop a merge, and what is wrong with their approvals. */
export interface ExcusedFindings {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

/**
 * Excuses what base never promised, what the house holds to be a note, and what somebody approved, in this order: an
 * approval is asked for what nothing else excuses.
 */
export async function excuseFindings(
  findings: readonly Finding[],
  { name, base, head }: Pick<ApiPair, "name" | "base" | "head">,
  { settings, sides, today }: ReviewContext,
): Promise<ExcusedFindings> {
  const promised = readPromises(base, head);
  const levelled = applyLevels(findings, settings).map((finding): Finding => {
    if (finding.excuse !== undefined) return finding;
    const excuse = excuseByLifecycle(finding, (operation) => promised.get(operation), settings, today);
    return excuse === undefined ? finding : { ...finding, excuse };
  });
  const file = approvalFile(name);
  const text = await sides.head.readText(file);
  if (text === undefined) return { findings: levelled, problems: [] };
  const { approvals, problems } = readApprovals(name, text, file);
  const applied = applyApprovals(levelled, approvals, today);
  return { findings: applied.findings, problems: [...problems, ...applied.problems] };
}

/** Where the approvals of an API are, within the house. */
export function approvalFile(api: string): string {
  return `specs/.review/${api}.yaml`;
}

/** What base promised, by the names that findings use. A name that stands for two operations promises everything. */
function readPromises(base: ApiPair["base"], head: ApiPair["head"]) {
  const promised = new Map<string, LifecycleFacts | undefined>();
  for (const [name, facts] of base === undefined ? [] : nameByHead(base, head)) {
    promised.set(name, promised.has(name) && promised.get(name) !== facts ? undefined : facts);
  }
  return promised;
}

/** What base says of an operation, also by the name that head has for it. */
function nameByHead(base: NonNullable<ApiPair["base"]>, head: ApiPair["head"]) {
  // Callbacks of one expression are many, and go by their names alone.
  const named = (head === undefined ? [] : listOperations(head)).filter(({ kind }) => kind !== "callback");
  const now = new Map(named.map((one) => [keyOf(one), one.name]));
  return listOperations(base).flatMap((facts) => {
    const renamed = facts.kind === "callback" ? undefined : now.get(keyOf(facts));
    return [[facts.name, facts] as const, ...(renamed === undefined ? [] : [[renamed, facts] as const])];
  });
}

function keyOf({ kind, method, path }: ReturnType<typeof listOperations>[number]): string {
  return `${kind} ${method} ${path.replace(/\{[^}]*\}/g, "{}")}`;
}
