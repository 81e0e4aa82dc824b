import { isDeepStrictEqual } from "node:util";
import { areDistinct } from "../obligation/are-distinct.ts";
import { openTypes } from "../obligation/schema-types.ts";
import { listOf } from "./edit-document.ts";
import type { SchemaView } from "./judge-schema.ts";
import { type Ruling, rule } from "./judge-shift.ts";
import { isUnconstrained, plainTypes } from "./plain-types.ts";

/** A branch that is gone. */
export function judgeBranch({ before, branch, place, isWatched }: SchemaView): Ruling {
  if (branch === undefined) return rule("other", "a branch is gone");
  const { keyword, index } = branch;
  const branches = listOf(before[keyword]);
  const [dropped] = branches.slice(index, index + 1);
  if (keyword === "oneOf" && !areDistinct(place.document, before, "oneOf"))
    return rule("other", "what several branches took was refused, and one of them is gone");
  const others = branches.filter((_, at) => at !== index);
  const taken = new Set(others.flatMap((other) => [...plainTypes(place.document, other)]));
  const isTaken =
    others.some((other) => isDeepStrictEqual(other, dropped)) ||
    [...openTypes(place.document, dropped)].every((type) => taken.has(type));
  if (keyword === "anyOf" && isTaken && !isWatched && before["discriminator"] === undefined)
    return rule("same", "another branch takes whatever this one does");
  return rule("narrower", "the values of a branch do not pass");
}

/** A place of a tuple that is gone: what holds for the items after a tuple holds there. */
export function judgeTuple({ before, place, types, isWatched }: SchemaView): Ruling {
  if (!types.has("array")) return rule("same", "no value that comes here is a list");
  const dropped = listOf(before["prefixItems"]).at(-1);
  const { items } = before;
  if (items === false || isWatched) return rule("narrower", "longer lists do not pass");
  if (!isUnconstrained(place.document, items)) return rule("other", "another schema holds for an item");
  return isUnconstrained(place.document, dropped)
    ? rule("same", "any item was allowed, and is")
    : rule("wider", "any item passes");
}
