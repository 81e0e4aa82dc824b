import type { JsonValue } from "@specmill/spec";
import type { Counterexample, Sides } from "./counterexample.ts";
import { readPath } from "./edit-value.ts";
import { explainRefusal } from "./explain-refusal.ts";
import { shrinkValue } from "./shrink-value.ts";
import { isCounterexample } from "./trial.ts";

/**
 * The plainest value that is refused for the same reason as another one, with all for which it is: the reason first.
 * Where it is refused for nothing else, it stays so.
 *
 * @param reason - see `Refusal`
 * @param most - how many values are tried
 */
export function shrinkToReason(
  sides: Sides,
  value: JsonValue,
  reason: string,
  most?: number,
): Counterexample {
  const explain = (one: JsonValue) => explainRefusal(sides, one);
  const given = explain(value);
  const isPure = given.length === 1;
  const focus = readPath(given.find((refusal) => refusal.reason === reason)?.faults.at(-1)?.at ?? "");
  const isGood = (one: JsonValue) => {
    if (!isCounterexample(sides, one)) return false;
    const refusals = explain(one);
    return refusals.some((refusal) => refusal.reason === reason) && (!isPure || refusals.length === 1);
  };
  const shrunk = shrinkValue(value, isGood, { focus, ...(most !== undefined && { most }) });
  const refusals = explain(shrunk);
  const first = refusals.filter((refusal) => refusal.reason === reason);
  const others = refusals.filter((refusal) => refusal.reason !== reason);
  return { value: shrunk, faults: [...first, ...others].flatMap(({ faults }) => faults) };
}
