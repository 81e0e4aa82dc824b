import { compareMark, findMark, tellMark } from "./compare-marks.ts";
import {
  type Difference,
  type Inner,
  joinOutcomes,
  nothing,
  type Outcome,
  type Sides,
} from "./difference.ts";
import { judgeAvailability } from "./judge-availability.ts";
import { placesOfOther } from "./property-places.ts";
import type { Place } from "./shape.ts";

/** Compares properties by name, with whether they must be there. What travels in the other direction alone is not there. */
export function compareProperties(sides: Sides): Outcome {
  const { base, head } = sides;
  const names = new Set([...head.properties.keys(), ...base.properties.keys()]);
  const declared = [...names].map((name) => compareProperty(sides, name));
  const others = new Set(
    [...head.required.keys(), ...base.required.keys()].filter((name) => !names.has(name)),
  );
  const undeclared = [...others].flatMap((name) => compareRequired(sides, name, "undeclared"));
  return joinOutcomes([...declared, { differences: undeclared, inner: [] }]);
}

function compareProperty(sides: Sides, name: string): Outcome {
  const { base, head, baseSide, headSide, direction } = sides;
  const [before, after] = [base.properties.get(name), head.properties.get(name)];
  const mark = direction === "request" ? "readOnly" : "writeOnly";
  const [wasHidden, isHidden] = [findMark(before, mark, baseSide), findMark(after, mark, headSide)];
  const otherMark = direction === "request" ? "writeOnly" : "readOnly";
  const marked = compareMark(sides, name, otherMark, before, after);
  if (before !== undefined && after !== undefined) {
    if (wasHidden !== undefined && isHidden !== undefined) return nothing;
    if (wasHidden !== undefined || isHidden !== undefined)
      return { differences: [...tellMark(sides, name, wasHidden, isHidden), ...marked], inner: [] };
    return {
      differences: [...compareRequired(sides, name, "declared"), ...marked],
      inner: [innerOf(sides, name, before, after)],
    };
  }
  const others = before === undefined ? placesOfOther(base, name) : placesOfOther(head, name);
  const isSaid = others.length > 0 && others.every(({ schema }) => schema !== false);
  if ((wasHidden ?? isHidden) !== undefined) return nothing;
  if (!isSaid) return { differences: [tellProperty(sides, name)], inner: [] };
  return {
    differences: compareRequired(sides, name, "undeclared"),
    inner: [innerOf(sides, name, before ?? others, after ?? others)],
  };
}

function innerOf(
  { base, head }: Sides,
  name: string,
  before: readonly Place[],
  after: readonly Place[],
): Inner {
  const isRequired = base.required.has(name) && head.required.has(name);
  return { step: [name], base: before, head: after, isRequired };
}

function tellProperty({ base, head, direction }: Sides, name: string): Difference {
  const isAdded = head.properties.has(name);
  const [own, other] = isAdded ? [head, base] : [base, head];
  const isRequired = own.required.has(name);
  const place = own.properties.get(name)?.[0]?.pointer;
  const message = isAdded
    ? `The property \`${name}\` is new${isRequired ? (direction === "request" ? ", and required" : ", and always there") : ""}.`
    : `The property \`${name}\` is gone.`;
  return {
    subject: isAdded ? "property-added" : "property-removed",
    ...judgeAvailability(direction, isAdded, isRequired, other.closed !== undefined),
    message,
    ...(isAdded ? { head: place } : { base: place }),
  };
}

function compareRequired(
  { base, head, direction }: Sides,
  name: string,
  kind: "declared" | "undeclared",
): readonly Difference[] {
  const [before, after] = [base.required.get(name), head.required.get(name)];
  if ((before === undefined) === (after === undefined)) return [];
  const isRequired = after !== undefined;
  const now = direction === "request" ? "required" : "always there";
  const no = direction === "request" ? "optional" : "not always there";
  return [
    {
      subject: "required",
      comparison: isRequired ? "narrower" : "wider",
      message: `\`${name}\` is ${isRequired ? now : no} now.`,
      base: before ?? base.properties.get(name)?.[0]?.pointer,
      head: after ?? head.properties.get(name)?.[0]?.pointer,
      before: !isRequired,
      after: isRequired,
      isUntyped: kind === "undeclared",
    },
  ];
}
