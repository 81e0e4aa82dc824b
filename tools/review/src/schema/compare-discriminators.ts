import { compareCounts, type Difference, type Sides } from "./difference.ts";
import { sayList, sayValue } from "./say-value.ts";
import type { Branch, Group } from "./shape.ts";

/** Compares which property decides on the branch, and by which values; those of branches that come or go are told there. */
export function compareDiscriminators(
  { name }: Sides,
  before: Group,
  after: Group,
  matched: readonly (readonly [Branch, Branch])[],
): readonly Difference[] {
  const [old, now] = [before.discriminator, after.discriminator];
  if (old === undefined && now === undefined) return [];
  const places = { base: old?.pointer, head: now?.pointer };
  const subject = name(now?.pointer ?? old?.pointer);
  if (old === undefined || now === undefined)
    return [
      {
        ...{ subject: "discriminator", comparison: old === undefined ? "narrower" : "wider", ...places },
        message: `${subject} ${now === undefined ? `is no longer told apart by \`${old?.value}\`` : `is told apart by \`${now.value}\` now`}.`,
        ...{ before: old?.value, after: now?.value },
      },
    ];
  if (old.value !== now.value)
    return [
      {
        ...{
          subject: "discriminator",
          comparison: "different",
          ...places,
          before: old.value,
          after: now.value,
        },
        message: `${subject} is told apart by \`${now.value}\` now; it was \`${old.value}\`.`,
      },
    ];
  const lost = matched.flatMap(([one, other]) => one.names.filter((value) => !other.names.includes(value)));
  const gained = matched.flatMap(([one, other]) => other.names.filter((value) => !one.names.includes(value)));
  const comparison = compareCounts(lost.length > 0, gained.length > 0);
  if (comparison === "equal") return [];
  const say = (values: readonly string[]) => sayList(values.map(sayValue), "and");
  const said = [
    ...(gained.length > 0 ? [`${say(gained)} now name${gained.length > 1 ? "" : "s"} a schema`] : []),
    ...(lost.length > 0 ? [`${say(lost)} no longer name${lost.length > 1 ? "" : "s"} the same one`] : []),
  ];
  return [
    {
      ...{ subject: "discriminator", comparison, ...places, before: lost, after: gained },
      message: `In \`${now.value}\` of ${subject.startsWith("`") ? subject : subject.charAt(0).toLowerCase() + subject.slice(1)}, ${said.join(", and ")}.`,
    },
  ];
}
