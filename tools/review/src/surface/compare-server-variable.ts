import { joinPointer, type ServerVariable } from "@specmill/spec";
import type { Comparison } from "../change.ts";
import { compareProse } from "./compare-prose.ts";
import { compareLosses, type Difference, differ, type Place } from "./difference.ts";

/** A server variable with where it stands. */
export interface StandingVariable {
  readonly told: ServerVariable;
  readonly pointer: string;
}

/**
 * What a variable of a server may be (OpenAPI 3.1, section 4.8.6). Another default changes what leaving it out means.
 */
export function compareServerVariable(
  place: Place,
  base: StandingVariable,
  head: StandingVariable,
): readonly Difference[] {
  const subject = `server variable \`${head.told.name}\``;
  const facts = { rule: "server-variable", direction: "request" } as const;
  const places = (member: string) => ({
    base: joinPointer(base.pointer, member),
    head: joinPointer(head.pointer, member),
  });
  const values = compareValues(base.told.values, head.told.values);
  return [
    ...(base.told.name === head.told.name
      ? []
      : [
          differ(place, {
            ...facts,
            comparison: "equal",
            source: "breaking",
            message: `The server variable \`${base.told.name}\` is called \`${head.told.name}\` now.`,
            base: base.pointer,
            head: head.pointer,
            before: base.told.name,
            after: head.told.name,
          }),
        ]),
    ...(values === "equal"
      ? []
      : [
          differ(place, {
            ...facts,
            comparison: values,
            message: `The ${subject} may be ${say(head.told.values)} now; it was ${say(base.told.values)}.`,
            ...places("enum"),
            before: base.told.values,
            after: head.told.values,
          }),
        ]),
    ...(base.told.default === head.told.default
      ? []
      : [
          differ(place, {
            ...facts,
            comparison: "different",
            source: "note",
            message: `The ${subject} is \`${head.told.default}\` unless given; it was \`${base.told.default}\`.`,
            ...places("default"),
            before: base.told.default,
            after: head.told.default,
          }),
        ]),
    ...compareProse(place, `the ${subject}`, base, head),
  ];
}

function compareValues(base: readonly string[] | undefined, head: readonly string[] | undefined): Comparison {
  return compareLosses(
    head !== undefined && (base === undefined || base.some((value) => !head.includes(value))),
    base !== undefined && (head === undefined || head.some((value) => !base.includes(value))),
  );
}

function say(values: readonly string[] | undefined): string {
  return values === undefined ? "anything" : `one of ${values.map((value) => `\`${value}\``).join(", ")}`;
}
