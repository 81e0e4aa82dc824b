import { isJsonObject, type JsonObject, joinPointer } from "@specmill/spec";
import { readDocumentation } from "./annotation-keywords.ts";
import { compareDefaults, compareDocumentation } from "./compare-annotations.ts";
import { allowsNull } from "./compare-types.ts";
import type { Difference, Side, Sides } from "./difference.ts";
import type { Envelope } from "./open-envelope.ts";
import type { Place } from "./shape.ts";

/** Compares what is said around two schemas that only refer to others: for people, of null, of what is left out. */
export function compareCovers(
  base: Envelope,
  head: Envelope,
  sides: Pick<Sides, "baseSide" | "headSide" | "direction" | "isRequired" | "ignoresNull" | "name">,
): readonly Difference[] {
  const isCovered = (keyword: string) =>
    [base, head].some(({ covers }) => covers.some((place) => has(place, keyword)));
  const [before, after] = [readTold(base), readTold(head)];
  const covered = (members: JsonObject) =>
    Object.fromEntries(Object.entries(members).filter(([keyword]) => isCovered(keyword)));
  return [
    ...compareNull(base, head, sides),
    ...(isCovered("default") ? compareDefaults(sides, readDefault(base), readDefault(head)) : []),
    ...compareDocumentation(
      { pointer: before.pointer, members: covered(before.members) },
      { pointer: after.pointer, members: covered(after.members) },
      sides.name,
    ),
  ];
}

function has({ schema }: Place, keyword: string): boolean {
  return isJsonObject(schema) && Object.hasOwn(schema, keyword);
}

/** What a schema and what it refers to tell people, the outermost first. */
function readTold({ covers, place }: Envelope): { readonly pointer: string; readonly members: JsonObject } {
  const all = [...covers, place];
  const members = all.toReversed().map(({ schema }) => readDocumentation(schema));
  return { pointer: (covers[0] ?? place).pointer, members: Object.assign({}, ...members) };
}

function readDefault({ covers, place }: Envelope) {
  const telling = [...covers, place].find((one) => has(one, "default"));
  const value = isJsonObject(telling?.schema) ? telling.schema["default"] : undefined;
  return telling === undefined || value === undefined
    ? undefined
    : { value, pointer: joinPointer(telling.pointer, "default") };
}

function compareNull(
  base: Envelope,
  head: Envelope,
  { baseSide, headSide, name, ignoresNull }: Pick<Sides, "baseSide" | "headSide" | "name" | "ignoresNull">,
): readonly Difference[] {
  if ((base.nullPlace === undefined) === (head.nullPlace === undefined) || ignoresNull) return [];
  const allows = ({ nullPlace, place }: Envelope, { read }: Side) =>
    nullPlace !== undefined || allowsNull(read([place]), read);
  const [was, is] = [allows(base, baseSide), allows(head, headSide)];
  if (was === is) return [];
  const subject = name(head.nullPlace ?? joinPointer((head.chain[0] ?? head.place).pointer, "type"));
  return [
    {
      ...{ subject: "type", comparison: is ? "wider" : "narrower" },
      message: `${subject} may ${is ? "be `null` now" : "no longer be `null`"}.`,
      ...{ base: base.nullPlace ?? base.chain[0]?.pointer, head: head.nullPlace ?? head.chain[0]?.pointer },
    },
  ];
}
