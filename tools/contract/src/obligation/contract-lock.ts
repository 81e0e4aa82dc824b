import { isJsonObject, type JsonValue } from "@specmill/spec";
import type { Coverage, ObligationClass } from "./obligation.ts";
import { obligationClasses } from "./obligation-classes.ts";

/** What a repository has reached and means to keep: `specs/<api>/contract.lock.json`. */
export interface ContractLock {
  readonly cases: number;
  readonly coverage: Readonly<Partial<Record<ObligationClass, LockedClass>>>;
}

interface LockedClass {
  readonly covered: number;
  readonly total: number;
}

/** The lock file of a run: keys sorted, a final newline, the same for the same figures. */
export function writeLock({ classes }: Coverage, caseCount: number): string {
  const coverage = [...obligationClasses]
    .sort()
    .map((name) => [name, { covered: classes[name].covered, total: classes[name].total }]);
  return `${JSON.stringify({ cases: caseCount, coverage: Object.fromEntries(coverage) }, null, 2)}\n`;
}

/** Reads a lock file; undefined where it is none. */
export function readLock(text: string): ContractLock | undefined {
  const lock = parse(text);
  if (!isJsonObject(lock) || typeof lock["cases"] !== "number") return undefined;
  const { cases, coverage } = lock;
  if (!isJsonObject(coverage)) return undefined;
  const classes = obligationClasses.flatMap((name): [string, LockedClass][] => {
    const locked = coverage[name];
    if (!isJsonObject(locked)) return [];
    const { covered, total } = locked;
    return typeof covered === "number" && typeof total === "number" ? [[name, { covered, total }]] : [];
  });
  return { cases, coverage: Object.fromEntries(classes) };
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
