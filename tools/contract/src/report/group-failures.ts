import type { CaseResult } from "../run/verdict.ts";
import type { ApiReport } from "./report.ts";
import { listFailed } from "./report-figures.ts";

/** Failed cases that have the same cause. */
export interface FailureGroup {
  /** The case with the smallest request. */
  readonly result: CaseResult;
  /** Ids of the others. */
  readonly others: readonly string[];
}

/** Failed cases by what is wrong, so that one fault of a document is told once, and by the least that shows it. */
export function groupFailures(report: ApiReport): readonly FailureGroup[] {
  const groups = new Map<string, CaseResult[]>();
  for (const result of listFailed(report)) {
    const cause = causeOf(result);
    groups.set(cause, [...(groups.get(cause) ?? []), result]);
  }
  return [...groups.values()].flatMap((results) => {
    const [smallest, ...others] = results.toSorted(compareSize);
    return smallest === undefined ? [] : [{ result: smallest, others: others.map(({ id }) => id) }];
  });
}

/** What a case found first, without the figures in which cases of one cause differ. */
function causeOf({ id, failures: [first] }: CaseResult): string {
  if (first === undefined) return id;
  const { rule, blame, pointer, message } = first;
  return [rule, blame, pointer, message.replace(/\d+/g, "0")].join(" ");
}

/** What was made up at random is shown only where nothing else shows the same. */
function compareSize(a: CaseResult, b: CaseResult): number {
  const isRandom = ({ kind }: CaseResult) => (kind === "fuzz" || kind === "regression" ? 1 : 0);
  return isRandom(a) - isRandom(b) || sizeOf(a) - sizeOf(b);
}

function sizeOf({ exchange }: CaseResult): number {
  if (exchange === undefined) return 0;
  const { target, body = "" } = exchange.request;
  return target.length + body.length;
}
