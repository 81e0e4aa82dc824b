import { combineComparisons, compareCounts, nothing, type Outcome, type Sides } from "./difference.ts";

/** Compares what is said of all that the rest of a schema, depending on the value, says nothing of. */
export function compareUnevaluated(
  sides: Sides,
  subject: "unevaluated-properties" | "unevaluated-items",
): Outcome {
  const { base, head, fold, name } = sides;
  const isItems = subject === "unevaluated-items";
  const before = isItems ? base.unevaluatedItems : base.unevaluatedProperties;
  const after = isItems ? head.unevaluatedItems : head.unevaluatedProperties;
  if (before.length === 0 && after.length === 0) return nothing;
  const comparison = combineComparisons(
    before.length > 0 && after.length > 0
      ? [fold(before, after)]
      : [compareCounts(after.length > before.length, before.length > after.length)],
  );
  if (comparison === "equal") return nothing;
  const place = (after[0] ?? before[0])?.pointer;
  const words = { narrower: "fewer", wider: "more", different: "other" };
  return {
    differences: [
      {
        ...{ subject, comparison, isUntyped: true },
        message: `${name(place)} may have ${words[comparison]} ${isItems ? "items" : "properties"} that are not described now.`,
        ...{ base: before[0]?.pointer, head: after[0]?.pointer },
      },
    ],
    inner: [],
  };
}
