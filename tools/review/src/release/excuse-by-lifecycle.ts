import type { Excuse, Finding } from "../finding.ts";
import { isDay } from "../settings/is-day.ts";
import { type ReviewSettings, type StabilityLevel, stabilityLevels } from "../settings/read-settings.ts";

/** What base promised of an operation. */
export interface LifecycleFacts {
  readonly deprecated: boolean;
  /** `x-sunset`: the day from which it may be gone, as year, month and day. */
  readonly sunset?: string;
  /** `x-stability-level`; what is none of the levels promises as much as no level does, which is all. */
  readonly stability?: string;
}

/**
 * Why a breaking finding does not stop a merge although nobody approved it: base said of every operation that it
 * reaches that it goes (and that day has come: RFC 8594), or that it is not stable.
 *
 * @param facts - of base: what head says of itself cannot take a promise back
 * @param today - as year, month and day
 * @returns undefined where base promised more, and for what is not breaking
 */
export function excuseByLifecycle(
  { impact, operations }: Pick<Finding, "impact" | "operations">,
  facts: (operation: string) => LifecycleFacts | undefined,
  { stability }: Pick<ReviewSettings, "stability">,
  today: string,
): Excuse | undefined {
  if (impact !== "breaking" || operations.length === 0) return undefined;
  const sunsets: string[] = [];
  const levels: StabilityLevel[] = [];
  for (const operation of operations) {
    const fact = facts(operation);
    const level = stabilityLevels.find((one) => one === fact?.stability) ?? "stable";
    const sunset = fact?.deprecated === true ? fact.sunset : undefined;
    if (sunset !== undefined && isDay(sunset) && sunset <= today) sunsets.push(sunset);
    else if (stabilityLevels.indexOf(level) < stabilityLevels.indexOf(stability)) levels.push(level);
    else return undefined;
  }
  const level = stabilityLevels.findLast((one) => levels.includes(one));
  if (level !== undefined) return { kind: "unstable", level };
  return { kind: "sunset", date: sunsets.sort().at(-1) ?? today };
}
