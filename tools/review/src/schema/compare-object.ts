import { compareDependents } from "./compare-dependents.ts";
import { compareProperties } from "./compare-properties.ts";
import { bothAllow } from "./compare-types.ts";
import { compareUnevaluated } from "./compare-unevaluated.ts";
import { compareCounts, joinOutcomes, nothing, type Outcome, type Side, type Sides } from "./difference.ts";
import { dropIdle } from "./is-bare.ts";
import type { Place, Shape } from "./shape.ts";

/** Compares all that is said of objects. */
export function compareObjects(sides: Sides): Outcome {
  if (!bothAllow(sides, "object")) return nothing;
  return joinOutcomes([
    compareProperties(sides),
    compareRest(sides),
    comparePatterns(sides),
    compareNames(sides),
    compareDependents(sides),
    compareUnevaluated(sides, "unevaluated-properties"),
  ]);
}

/** Compares what other properties than the declared ones may be. */
function compareRest(sides: Sides): Outcome {
  const { base, head, name, baseSide, headSide } = sides;
  const openness = (shape: Shape, side: Side) =>
    shape.closed !== undefined ? 0 : dropIdle(shape.rest, side).length > 0 ? 1 : 2;
  const [before, after] = [openness(base, baseSide), openness(head, headSide)];
  if (before === 1 && after === 1)
    return { differences: [], inner: [{ step: ["*"], base: base.rest, head: head.rest }] };
  if (before === after) return nothing;
  const [was, is] = [base.closed ?? base.rest[0]?.pointer, head.closed ?? head.rest[0]?.pointer];
  // The keyword that allows less, whichever side it is on.
  const place = after < before ? (is ?? was) : (was ?? is);
  const words = ["no other properties", "other properties of one schema", "any other properties"];
  return {
    differences: [
      {
        subject: place?.endsWith("unevaluatedProperties")
          ? "unevaluated-properties"
          : "additional-properties",
        comparison: after < before ? "narrower" : "wider",
        message: `${name(place)} may have ${words[after]} now; it could have ${words[before]}.`,
        ...{ base: was, head: is },
        ...(base.closed !== undefined && { before: false }),
        ...(head.closed !== undefined && { after: false }),
        isUntyped: before !== 1 && after !== 1,
      },
    ],
    inner: [],
  };
}

/** Compares `patternProperties` by pattern. A pattern alone is measured with what else is said of other properties. */
function comparePatterns({ base, head, name }: Sides): Outcome {
  const patterns = new Set([...head.patternProperties.keys(), ...base.patternProperties.keys()]);
  return joinOutcomes(
    [...patterns].map((pattern): Outcome => {
      const [before, after] = [base.patternProperties.get(pattern), head.patternProperties.get(pattern)];
      const other = before === undefined ? base : head;
      const inner = (one: readonly Place[], another: readonly Place[]): Outcome => ({
        differences: [],
        inner: [{ step: ["*"], base: one, head: another }],
      });
      if (before !== undefined && after !== undefined) return inner(before, after);
      if (other.rest.length > 0) return inner(before ?? other.rest, after ?? other.rest);
      const place = (after ?? before)?.[0]?.pointer;
      const isNarrower = (other.closed === undefined) === (before === undefined);
      const verb = before === undefined ? "has a schema of their own now" : "has no schema of their own now";
      return {
        differences: [
          {
            ...{
              subject: "pattern-properties",
              comparison: isNarrower ? "narrower" : "wider",
              isUntyped: true,
            },
            message: `Of ${name(place?.replace(/\/patternProperties\/[^/]*$/, "/patternProperties"))}, what matches \`${pattern}\` ${verb}.`,
            ...{ base: before?.[0]?.pointer, head: after?.[0]?.pointer },
          },
        ],
        inner: [],
      };
    }),
  );
}

/** Compares `propertyNames`: names are no part of the value, so all within is told as one change. */
function compareNames({ base, head, fold, name }: Sides): Outcome {
  const [before, after] = [base.propertyNames, head.propertyNames];
  const comparison =
    before.length > 0 && after.length > 0
      ? fold(before, after)
      : compareCounts(after.length > before.length, before.length > after.length);
  if (comparison === "equal") return nothing;
  const place = (after[0] ?? before[0])?.pointer;
  const words = { narrower: "fewer", wider: "more", different: "other" };
  return {
    differences: [
      {
        ...{ subject: "property-names", comparison, isUntyped: true },
        message: `${name(place)} may have properties of ${words[comparison]} names now.`,
        ...{ base: before[0]?.pointer, head: after[0]?.pointer },
      },
    ],
    inner: [],
  };
}
