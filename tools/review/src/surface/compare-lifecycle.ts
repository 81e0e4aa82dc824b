import { joinPointer, type Operation, type Stability } from "@specmill/spec";
import { compareLosses, type Difference, differ, type Place } from "./difference.ts";

/** From what may change any day to what is kept. */
const levels: readonly Stability[] = ["draft", "alpha", "beta", "stable"];

/** What is promised of an operation, and for how long. */
export function compareLifecycle(place: Place, base: Operation, head: Operation): readonly Difference[] {
  return [
    ...compareDeprecated(place, base, head),
    ...compareSunset(place, base, head),
    ...compareStability(place, base, head),
  ];
}

function compareDeprecated(place: Place, base: Operation, head: Operation): readonly Difference[] {
  if (base.deprecated === head.deprecated) return [];
  return [
    differ(place, {
      rule: "operation-deprecated",
      comparison: "equal",
      message: head.deprecated ? "It is deprecated now." : "It is deprecated no more.",
      ...memberOf("deprecated", base, head),
      before: base.deprecated,
      after: head.deprecated,
    }),
  ];
}

function compareSunset(place: Place, base: Operation, head: Operation): readonly Difference[] {
  const [before, after] = [base.sunset, head.sunset];
  if (before === after) return [];
  const now = after === undefined ? "It has no sunset any more" : `Its sunset is \`${after}\``;
  const then = before === undefined ? "it had none" : `it was \`${before}\``;
  return [
    differ(place, {
      rule: "sunset-changed",
      comparison: "equal",
      message: `${now}; ${then}.`,
      ...memberOf("x-sunset", base, head),
      before,
      after,
    }),
  ];
}

/** What says nothing is stable: so who lowers a level takes back a promise. */
function compareStability(place: Place, base: Operation, head: Operation): readonly Difference[] {
  const [before, after] = [base.stability ?? "stable", head.stability ?? "stable"];
  const [was, is] = [levels.indexOf(before), levels.indexOf(after)];
  const comparison = compareLosses(is < was, is > was);
  if (comparison === "equal") return [];
  return [
    differ(place, {
      rule: "stability-changed",
      comparison,
      wire: comparison === "narrower" ? "breaking" : "compatible",
      message: `Its stability level is \`${after}\` now; it was \`${before}\`.`,
      ...memberOf("x-stability-level", base, head),
      before,
      after,
    }),
  ];
}

function memberOf(member: string, base: Operation, head: Operation) {
  return { base: joinPointer(base.pointer, member), head: joinPointer(head.pointer, member) };
}
