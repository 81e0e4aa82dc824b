import { isJsonObject } from "@specmill/spec";
import { listTypes } from "./compare-types.ts";
import type { Sides } from "./difference.ts";
import type { Branch, Shape } from "./shape.ts";
import { valueKey } from "./value-key.ts";

/** From here on two branches are held to be the same one. */
export const sameBranch = 500;

/**
 * How surely two branches of `oneOf` or `anyOf` are one and the same: by the component that they refer to, by their
 * text, by the value of the discriminator, by their title, and else by how much they have in common.
 */
export function scoreBranches(
  { baseSide, headSide, isSame, fold }: Sides,
  base: Branch,
  head: Branch,
): number {
  const isReference = base.at !== base.place.pointer && head.at !== head.place.pointer;
  if (isReference && base.place.pointer === head.place.pointer) return 2 * sameBranch;
  if (isSame(base.place, head.place)) return sameBranch;
  if (!isReference && fold([base.place], [head.place]) === "equal") return 400;
  if (base.names.some((name) => head.names.includes(name))) return 300;
  const [before, after] = [baseSide.read([base.place]), headSide.read([head.place])];
  const tags = compareTags(readTags(before, baseSide.read), readTags(after, headSide.read));
  if (tags === "same") return 200;
  if (tags === "other") return 0;
  const [title, otherTitle] = [titleOf(base), titleOf(head)];
  if (title !== undefined && title === otherTitle) return 100;
  return isReference && title !== otherTitle ? 0 : scoreShapes(before, after);
}

function titleOf({ place: { schema } }: Branch): unknown {
  return isJsonObject(schema) ? schema["title"] : undefined;
}

/** Properties that have one value only, and so tell one branch from another. */
export function readTags(
  shape: Shape,
  read: (places: Shape["places"]) => Shape,
): ReadonlyMap<string, string> {
  const tags = [...shape.properties].flatMap(([name, places]): (readonly [string, string])[] => {
    const { values } = read(places);
    const [value] = values?.value ?? [];
    return values?.value.length === 1 && value !== undefined ? [[name, valueKey(value)]] : [];
  });
  return new Map(tags);
}

export function compareTags(
  base: ReadonlyMap<string, string>,
  head: ReadonlyMap<string, string>,
): "same" | "other" | "none" {
  const shared = [...base].filter(([name]) => head.has(name));
  if (shared.length === 0) return "none";
  return shared.every(([name, value]) => head.get(name) === value) ? "same" : "other";
}

function scoreShapes(base: Shape, head: Shape): number {
  const types = share([...listTypes(base)], [...listTypes(head)]);
  if (types === 0) return 0;
  const names = (shape: Shape) => [...new Set([...shape.properties.keys(), ...shape.required.keys()])];
  const [before, after] = [names(base), names(head)];
  if (before.length === 0 && after.length === 0) return types;
  const alike = share(before, after);
  return alike === 0 ? 0 : types + alike;
}

/** How much of two lists is in both. */
function share(one: readonly string[], other: readonly string[]): number {
  const all = new Set([...one, ...other]);
  return all.size === 0 ? 0 : one.filter((member) => other.includes(member)).length / all.size;
}
