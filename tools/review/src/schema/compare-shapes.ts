import { compareAnnotations } from "./compare-annotations.ts";
import { compareArrays } from "./compare-array.ts";
import { compareBranches, compareWrapped } from "./compare-branches.ts";
import { compareFactors, compareLimits, compareUnique } from "./compare-limits.ts";
import { compareLogic } from "./compare-logic.ts";
import { compareObjects } from "./compare-object.ts";
import { compareTexts } from "./compare-texts.ts";
import { compareTypes, haveNothingInCommon } from "./compare-types.ts";
import { compareExtensible, compareValues } from "./compare-values.ts";
import { type Difference, joinOutcomes, type Outcome, type Sides } from "./difference.ts";
import { saysNothing } from "./is-bare.ts";
import { atoms } from "./list-atoms.ts";

/** Compares two schemas, keyword by keyword. What they contain is left to be compared next. */
export function compareShapes(sides: Sides): Outcome {
  const annotations = { differences: compareAnnotations(sides), inner: [] };
  return joinOutcomes([collapse(sides, compareConstraints(sides)), annotations]);
}

function compareConstraints(sides: Sides): Outcome {
  const { base, head } = sides;
  if (base.never !== undefined || head.never !== undefined) {
    if (base.never !== undefined && head.never !== undefined) return { differences: [], inner: [] };
    return { differences: [tellSchema(sides, head.never === undefined ? "wider" : "narrower")], inner: [] };
  }
  const wrapped = compareWrapped(sides);
  // Of types, the branches tell all but null.
  if (wrapped !== undefined)
    return joinOutcomes([{ differences: compareTypes(sides, ["null"]), inner: [] }, wrapped]);
  const types = { differences: compareTypes(sides, atoms), inner: [] };
  if (types.differences.length > 0 && haveNothingInCommon(base, head)) return types;
  return joinOutcomes([
    types,
    {
      differences: [
        ...compareValues(sides),
        ...compareExtensible(sides),
        ...compareLimits(sides),
        ...compareFactors(sides),
        ...compareUnique(sides),
      ],
      inner: [],
    },
    compareTexts(sides),
    compareObjects(sides),
    compareArrays(sides),
    compareBranches(sides),
    compareLogic(sides),
  ]);
}

/** Where a schema that asks for nothing becomes one that asks for a lot, that is one change. */
function collapse(sides: Sides, outcome: Outcome): Outcome {
  const isFree = saysNothing(sides.head);
  if (isFree === saysNothing(sides.base) || outcome.differences.length < 2) return outcome;
  return { differences: [tellSchema(sides, isFree ? "wider" : "narrower")], inner: [] };
}

function tellSchema({ base, head, name }: Sides, comparison: "narrower" | "wider"): Difference {
  const [before, after] = [base.places[0]?.pointer, head.places[0]?.pointer];
  const subject = name(after === undefined ? undefined : `${after}/`);
  const nothing =
    head.never !== undefined
      ? "is not allowed any more"
      : base.never !== undefined
        ? "is allowed now"
        : undefined;
  const free =
    comparison === "wider" ? "may be anything now" : "must be of a schema now; it could be anything";
  return {
    subject: "schema",
    comparison,
    message: `${subject} ${nothing ?? free}.`,
    base: before,
    head: after,
  };
}
