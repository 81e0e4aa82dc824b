import type { Comparison } from "../change.ts";
import {
  combineComparisons,
  type Difference,
  invertComparison,
  joinOutcomes,
  nothing,
  type Outcome,
  type Sides,
} from "./difference.ts";
import type { Condition, Place } from "./shape.ts";

/** Compares `not`, `if` with `then` and `else`, and `contentSchema`. */
export function compareLogic(sides: Sides): Outcome {
  return joinOutcomes([compareNots(sides), compareConditions(sides), compareContent(sides)]);
}

/** Compares what is forbidden: what is forbidden more narrowly allows more. */
function compareNots({ base, head, fold, isSame, name }: Sides): Outcome {
  const rest = new Set(head.nots);
  const alone = base.nots.filter((one) => {
    const same = [...rest].find((other) => isSame(one, other));
    return same === undefined || !rest.delete(same);
  });
  const others = [...rest];
  const length = Math.max(alone.length, others.length);
  const differences = Array.from({ length }, (_, index): readonly Difference[] => {
    const [before, after] = [alone[index], others[index]];
    const comparison: Comparison =
      before === undefined
        ? "narrower"
        : after === undefined
          ? "wider"
          : invertComparison(fold([before], [after]));
    if (comparison === "equal") return [];
    const words = {
      narrower: "More is forbidden of",
      wider: "Less is forbidden of",
      different: "Something else is forbidden of",
    };
    const subject = name((after ?? before)?.pointer);
    return [
      {
        ...{ subject: "not", comparison, isUntyped: true, base: before?.pointer, head: after?.pointer },
        message: `${words[comparison]} ${subject.startsWith("`") ? subject : subject.charAt(0).toLowerCase() + subject.slice(1)} now.`,
      },
    ];
  });
  return { differences: differences.flat(), inner: [] };
}

/** Compares conditions in order. With the same `if`, what follows of it is compared in detail. */
function compareConditions(sides: Sides): Outcome {
  const { base, head, fold } = sides;
  const length = Math.max(base.conditions.length, head.conditions.length);
  return joinOutcomes(
    Array.from({ length }, (_, index): Outcome => {
      const [before, after] = [base.conditions[index], head.conditions[index]];
      if (before === undefined || after === undefined)
        return tellCondition(sides, before === undefined ? "narrower" : "wider", before?.test, after?.test);
      const test = fold([before.test], [after.test]);
      if (test !== "equal")
        return tellCondition(sides, judgeTest(test, before, after, fold), before.test, after.test);
      return joinOutcomes([
        compareConsequence(sides, before.accepted, after.accepted),
        compareConsequence(sides, before.refused, after.refused),
      ]);
    }),
  );
}

function compareConsequence(sides: Sides, before: Place | undefined, after: Place | undefined): Outcome {
  if (before !== undefined && after !== undefined)
    return { differences: [], inner: [{ step: [], base: [before], head: [after], isConditional: true }] };
  if (before === after) return nothing;
  return tellCondition(sides, after === undefined ? "wider" : "narrower", before, after);
}

/** A condition that holds less often asks less by its `then`, and more by its `else`. */
function judgeTest(test: Comparison, before: Condition, after: Condition, fold: Sides["fold"]): Comparison {
  const consequence = (one: Place | undefined, other: Place | undefined): Comparison =>
    one !== undefined && other !== undefined
      ? fold([one], [other])
      : one === other
        ? "equal"
        : other === undefined
          ? "wider"
          : "narrower";
  const hasThen = before.accepted !== undefined || after.accepted !== undefined;
  const hasElse = before.refused !== undefined || after.refused !== undefined;
  return combineComparisons([
    ...(hasThen ? [invertComparison(test), consequence(before.accepted, after.accepted)] : []),
    ...(hasElse ? [test, consequence(before.refused, after.refused)] : []),
  ]);
}

function tellCondition(
  { name }: Sides,
  comparison: Comparison,
  before: Place | undefined,
  after: Place | undefined,
): Outcome {
  if (comparison === "equal") return nothing;
  const words = {
    narrower: "has to fulfil more",
    wider: "has to fulfil less",
    different: "has to fulfil something else",
  };
  const difference: Difference = {
    ...{ subject: "condition", comparison, isUntyped: true, base: before?.pointer, head: after?.pointer },
    message: `${name((after ?? before)?.pointer)} ${words[comparison]} under a condition now.`,
  };
  return { differences: [difference], inner: [] };
}

/** Compares `contentSchema`: what a text encodes is no part of the value, so all within is told as one change. */
function compareContent({ base, head, fold, name }: Sides): Outcome {
  const [before, after] = [base.contentSchemas, head.contentSchemas];
  if (before.length === 0 && after.length === 0) return nothing;
  const comparison: Comparison =
    before.length === 0 ? "narrower" : after.length === 0 ? "wider" : fold(before, after);
  if (comparison === "equal") return nothing;
  const words = { narrower: "less", wider: "more", different: "something else" };
  const difference: Difference = {
    ...{ subject: "content-schema", comparison, isUntyped: true, evidence: "rule" },
    message: `What ${name((after[0] ?? before[0])?.pointer)} encodes may be ${words[comparison]} now.`,
    ...{ base: before[0]?.pointer, head: after[0]?.pointer },
  };
  return { differences: [difference], inner: [] };
}
