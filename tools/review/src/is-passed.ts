import { isGating } from "./finding.ts";
import type { Review } from "./review.ts";

/** Whether nothing stops the merge: no break that nothing excuses, and no problem. */
export function isPassed({ apis, problems }: Review): boolean {
  return (
    problems.every(({ severity }) => severity !== "error") &&
    apis.every(({ findings }) => !findings.some(isGating))
  );
}
