import type { JsonValue } from "@specmill/spec";
import { compareCounts, type Difference, type Sides } from "./difference.ts";
import { sayValues } from "./say-value.ts";
import { valueKey } from "./value-key.ts";

/** Compares `enum` and `const`; null is told with the types. */
export function compareValues(sides: Sides): readonly Difference[] {
  const { base, head, name, direction } = sides;
  const { values: before } = base;
  const { values: after } = head;
  const places = { base: before?.pointer, head: after?.pointer, before: before?.value, after: after?.value };
  const subject = name(after?.pointer ?? before?.pointer);
  if (before === undefined && after === undefined) return [];
  if (after === undefined)
    return [
      {
        ...{ subject: "enum", comparison: "wider", ...places },
        message: `${subject} may be any value now; it had to be ${sayValues(before?.value ?? [], "or")}.`,
        ...allowMore(sides),
      },
    ];
  if (before === undefined)
    return [
      {
        ...{ subject: "enum", comparison: "narrower", ...places },
        message: `${subject} must be ${sayValues(after.value, "or")} now; it could be any value.`,
      },
    ];
  const lost = without(before.value, after.value);
  const gained = without(after.value, before.value);
  const comparison = compareCounts(lost.length > 0, gained.length > 0);
  if (comparison === "equal") return [];
  const said = [
    ...(gained.length > 0 ? [`may be ${sayValues(gained, "or")} now`] : []),
    ...(lost.length > 0 ? [`may no longer be ${sayValues(lost, "or")}`] : []),
  ];
  const isMore = comparison === "wider" || (comparison === "different" && direction === "response");
  return [
    {
      ...{ subject: "enum", comparison, ...places },
      message: `${subject} ${said.join(", and ")}.`,
      ...(isMore && allowMore(sides)),
    },
  ];
}

/** Whoever reads a list that was said to grow is prepared for more. */
function allowMore({ base, direction }: Sides): Partial<Difference> {
  return direction === "response" && base.extensible !== undefined ? { impact: "compatible" } : {};
}

/** Compares `x-extensible-enum`: values that are known, where others may come. */
export function compareExtensible({ base, head, name, direction }: Sides): readonly Difference[] {
  const { extensible: before } = base;
  const { extensible: after } = head;
  if (before === undefined && after === undefined) return [];
  const places = { base: before?.pointer, head: after?.pointer, before: before?.value, after: after?.value };
  const subject = name(after?.pointer ?? before?.pointer);
  const [was, is] = [listKnown(before?.value), listKnown(after?.value)];
  const lost = without(was, is);
  const gained = without(is, was);
  if (before === undefined || after === undefined)
    return [
      {
        ...{ subject: "extensible-enum", comparison: "equal", ...places },
        message:
          after === undefined
            ? `${subject} no longer lists values that may become more.`
            : `${subject} lists values that may become more.`,
      },
    ];
  const comparison = compareCounts(lost.length > 0, gained.length > 0);
  if (comparison === "equal") return [];
  const said = [
    ...(gained.length > 0 ? [`knows ${sayValues(gained, "and")} now`] : []),
    ...(lost.length > 0 ? [`no longer knows ${sayValues(lost, "and")}`] : []),
  ];
  return [
    {
      ...{ subject: "extensible-enum", comparison, ...places, evidence: "rule" },
      message: `${subject} ${said.join(", and ")}.`,
      ...(direction === "response" && { impact: "compatible" }),
    },
  ];
}

function listKnown(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function without(values: readonly JsonValue[], others: readonly JsonValue[]): readonly JsonValue[] {
  const known = new Set(others.map(valueKey));
  return values.filter((value) => value !== null && !known.has(valueKey(value)));
}
