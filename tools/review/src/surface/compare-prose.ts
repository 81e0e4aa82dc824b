import { isDeepStrictEqual } from "node:util";
import { type JsonObject, joinPointer, type Told } from "@specmill/spec";
import { type Difference, differ, listNames, type Place } from "./difference.ts";

/** An object with where it stands. */
export interface Standing {
  readonly told: Told | undefined;
  readonly pointer: string;
}

/** Members that have rules of their own where they stand on an operation. */
export const lifecycleMembers: readonly string[] = ["deprecated", "x-sunset", "x-stability-level"];

/**
 * What an object tells people otherwise: one note, whatever the number of members.
 *
 * @param subject - the object in words, as they stand in a sentence
 * @param except - members that are told of elsewhere
 */
export function compareProse(
  place: Place,
  subject: string,
  base: Standing,
  head: Standing,
  except: readonly string[] = [],
): readonly Difference[] {
  const before: JsonObject = base.told?.prose ?? {};
  const after: JsonObject = head.told?.prose ?? {};
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const changed = names.filter(
    (name) => !except.includes(name) && !isDeepStrictEqual(before[name], after[name]),
  );
  const [first, ...others] = changed;
  if (first === undefined) return [];
  const facts = {
    rule: "documentation-changed",
    comparison: "equal",
    message: `The documentation of ${subject} changes in ${listNames(changed)}.`,
  } as const;
  if (others.length > 0) return [differ(place, { ...facts, base: base.pointer, head: head.pointer })];
  return [
    differ(place, {
      ...facts,
      base: before[first] === undefined ? undefined : joinPointer(base.pointer, first),
      head: after[first] === undefined ? undefined : joinPointer(head.pointer, first),
      before: before[first],
      after: after[first],
    }),
  ];
}

/** The note on an object that knows where it stands. */
export function compareToldProse<Item extends Told & { readonly pointer: string }>(
  place: Place,
  subject: string,
  base: Item,
  head: Item,
  except: readonly string[] = [],
): readonly Difference[] {
  const standing = (told: Item): Standing => ({ told, pointer: told.pointer });
  return compareProse(place, subject, standing(base), standing(head), except);
}
