import type { Problem } from "@specmill/spec";
import type { ClassCoverage, Coverage, CoveredObligation, Exclusion, Obligation } from "./obligation.ts";
import { mapClasses } from "./obligation-classes.ts";
import type { PlacedExclusion } from "./read-settings.ts";

/**
 * How much of what a document promises was put to the test.
 *
 * What is covered counts as such, excluded or not; an exclusion that has expired excludes nothing.
 *
 * @param met - ids of obligations
 * @param today - an ISO date such as `2027-06-30`: the last day of an exclusion still counts
 */
export function measureCoverage(
  obligations: readonly Obligation[],
  met: ReadonlySet<string>,
  exclusions: readonly PlacedExclusion[],
  today: string,
): { readonly coverage: Coverage; readonly problems: readonly Problem[] } {
  const judged = exclusions.map((exclusion) => judge(exclusion, obligations, met, today));
  const listed = obligations.map((obligation): CoveredObligation => {
    if (met.has(obligation.id)) return { ...obligation, state: "covered" };
    const excluded = judged.find(({ isValid, matches }) => isValid && matches(obligation.id));
    if (excluded === undefined) return { ...obligation, state: "uncovered" };
    return { ...obligation, state: "excluded", reason: excluded.reason };
  });
  return {
    coverage: {
      classes: mapClasses((name) => countStates(listed.filter(({ class: own }) => own === name))),
      obligations: listed,
    },
    problems: judged.flatMap(({ problems }) => problems),
  };
}

/** `covered / (total - excluded)` in percent; 100 where nothing is left to cover. */
export function coveragePercent({ covered, total, excluded }: ClassCoverage): number {
  const rest = total - excluded;
  return rest === 0 ? 100 : (covered / rest) * 100;
}

function countStates(obligations: readonly CoveredObligation[]): ClassCoverage {
  const count = (state: CoveredObligation["state"]) =>
    obligations.filter((obligation) => obligation.state === state).length;
  return { covered: count("covered"), total: obligations.length, excluded: count("excluded") };
}

interface Judged {
  readonly reason: string;
  readonly isValid: boolean;
  readonly matches: (id: string) => boolean;
  readonly problems: readonly Problem[];
}

function judge(
  exclusion: PlacedExclusion,
  obligations: readonly Obligation[],
  met: ReadonlySet<string>,
  today: string,
): Judged {
  const { obligation, reason, expires, place } = exclusion;
  const matches = toMatcher(exclusion);
  const matched = obligations.filter(({ id }) => matches(id));
  const problem = (fault: Pick<Problem, "rule" | "severity" | "message" | "hint">): Problem => ({
    ...fault,
    ...place,
  });
  const isReasoned = reason.trim() !== "";
  const isExpired = expires < today;
  const isNeedless = matched.length > 0 && matched.every(({ id }) => met.has(id));
  const faults = [
    ...(matched.length === 0
      ? [
          problem({
            rule: "exclusion-matches-nothing",
            severity: "error",
            message: `No obligation is called \`${obligation}\`.`,
            hint: "Take the id of an obligation from the report; `*` stands for any text.",
          }),
        ]
      : []),
    ...(isReasoned
      ? []
      : [
          problem({
            rule: "exclusion-without-reason",
            severity: "error",
            message: `The exclusion of \`${obligation}\` gives no reason.`,
            hint: "Say in `reason` why it cannot be tested now.",
          }),
        ]),
    ...(isExpired
      ? [
          problem({
            rule: "exclusion-expired",
            severity: "error",
            message: `The exclusion of \`${obligation}\` expired on ${expires}.`,
            hint: "Cover the obligation, or look at the reason again and set a later day.",
          }),
        ]
      : []),
    ...(isNeedless
      ? [
          problem({
            rule: "exclusion-needless",
            severity: "warning",
            message: `What \`${obligation}\` excludes is covered anyhow.`,
            hint: "Remove the exclusion.",
          }),
        ]
      : []),
  ];
  return { reason, matches, isValid: isReasoned && !isExpired, problems: faults };
}

function toMatcher({ obligation }: Exclusion): (id: string) => boolean {
  const source = obligation.split("*").map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`^${source.join(".*")}$`, "s");
  return (id) => pattern.test(id);
}
