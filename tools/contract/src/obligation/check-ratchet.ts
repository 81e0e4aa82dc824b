import type { Problem } from "@specmill/spec";
import { readLock, writeLock } from "./contract-lock.ts";
import type { Coverage } from "./obligation.ts";
import { obligationClasses } from "./obligation-classes.ts";

const update = "If that is meant, run `specmill contract --update-lock` and commit the file.";

/**
 * Holds a run against what the repository has reached before. Less is an error; anything else that differs is a
 * warning, which asks for a new lock file.
 *
 * Exclusions do not count here: one more of them is less that is covered.
 *
 * @param file - path of the lock file, as problems are to name it
 * @param text - what it holds
 */
export function checkRatchet(
  coverage: Coverage,
  caseCount: number,
  { file, text }: { readonly file: string; readonly text: string },
): readonly Problem[] {
  const problem = (severity: Problem["severity"], message: string, hint = update): Problem => ({
    rule: "contract-lock",
    severity,
    message,
    file,
    line: 1,
    column: 1,
    hint,
  });
  const lock = readLock(text);
  if (lock === undefined) return [problem("error", "This is no lock file of a contract.")];
  const lost = obligationClasses.flatMap((name) => {
    const before = lock.coverage[name];
    const now = coverage.classes[name];
    if (before === undefined || shareOf(now) >= shareOf(before)) return [];
    const then = `${before.covered} of ${before.total}`;
    return [
      problem("error", `Of the class ${name}, ${now.covered} of ${now.total} are covered; it was ${then}.`),
    ];
  });
  const fewer =
    caseCount < lock.cases
      ? [problem("error", `There are ${caseCount} cases; there were ${lock.cases}.`)]
      : [];
  const faults = [...lost, ...fewer];
  if (faults.length > 0 || writeLock(coverage, caseCount) === text) return faults;
  return [
    problem(
      "warning",
      "Coverage or the number of cases differs from what is locked, and is not less.",
      "Run `specmill contract --update-lock` and commit the file.",
    ),
  ];
}

function shareOf({ covered, total }: { readonly covered: number; readonly total: number }): number {
  return total === 0 ? 1 : covered / total;
}
