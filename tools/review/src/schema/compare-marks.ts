import { isJsonObject, joinPointer } from "@specmill/spec";
import type { Difference, Side, Sides } from "./difference.ts";
import { judgeAvailability } from "./judge-availability.ts";
import type { Place } from "./shape.ts";

/** Where it says that a property travels in one direction alone. */
export function findMark(
  places: readonly Place[] | undefined,
  mark: "readOnly" | "writeOnly",
  side: Side,
): string | undefined {
  for (const place of places ?? []) {
    // Most schemas say it of themselves, or not at all.
    for (const { schema, pointer } of isJsonObject(place.schema) ? side.open(place).chain : [])
      if (isJsonObject(schema) && schema[mark] === true) return joinPointer(pointer, mark);
  }
  return undefined;
}

/** Tells of a property that travels in one direction alone now, or no more: in this direction it comes or goes. */
export function tellMark(
  { base, head, direction }: Sides,
  name: string,
  wasHidden: string | undefined,
  isHidden: string | undefined,
): readonly Difference[] {
  const isAdded = wasHidden !== undefined;
  const isRequired = (isAdded ? head : base).required.has(name);
  const verb = direction === "request" ? "be sent" : "come back";
  return [
    {
      subject: direction === "request" ? "read-only" : "write-only",
      ...judgeAvailability(direction, isAdded, isRequired, false),
      message: isAdded
        ? `\`${name}\` ${isRequired ? "must" : "may"} ${verb} now; it was ${direction === "request" ? "read-only" : "write-only"}.`
        : `\`${name}\` is ${direction === "request" ? "read-only" : "write-only"} now, and may no longer ${verb}.`,
      base: wasHidden ?? base.properties.get(name)?.[0]?.pointer,
      head: isHidden ?? head.properties.get(name)?.[0]?.pointer,
      before: isAdded,
      after: !isAdded,
    },
  ];
}

/** Notes, in the direction where it changes nothing, that a property travels in that direction alone now, or no more. */
export function compareMark(
  { baseSide, headSide }: Sides,
  name: string,
  mark: "readOnly" | "writeOnly",
  before: readonly Place[] | undefined,
  after: readonly Place[] | undefined,
): readonly Difference[] {
  if (before === undefined || after === undefined) return [];
  const [was, is] = [findMark(before, mark, baseSide), findMark(after, mark, headSide)];
  if ((was === undefined) === (is === undefined)) return [];
  const word = mark === "readOnly" ? "read-only" : "write-only";
  return [
    {
      ...{ subject: word, comparison: "equal" },
      message: `\`${name}\` is ${is === undefined ? "no longer" : "now"} ${word}.`,
      ...{ base: was ?? before[0]?.pointer, head: is ?? after[0]?.pointer },
      ...{ before: was !== undefined, after: is !== undefined },
    },
  ];
}
