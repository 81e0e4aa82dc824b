import { countEdits } from "@specmill/spec";

/** The names that somebody who wrote another may have meant, the likeliest first; five at most. */
export function nearestRules(wanted: string, names: readonly string[]): readonly string[] {
  const asked = normalize(wanted);
  if (asked === "") return [];
  return names
    .map((name) => ({ name, distance: distanceOf(asked, normalize(name)) }))
    .filter(({ distance }) => distance <= Math.max(2, asked.length / 3))
    .sort((one, other) => one.distance - other.distance || compareText(one.name, other.name))
    .slice(0, 5)
    .map(({ name }) => name);
}

/** `maxLength`, `max_length` and `MAX LENGTH` as `max-length`. */
function normalize(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
}

/** A name that holds the other, hyphens aside, is nearer than one that is spelt otherwise. */
function distanceOf(asked: string, name: string): number {
  if (name.endsWith(asked)) return 0;
  const isWithin = name.replaceAll("-", "").includes(asked.replaceAll("-", ""));
  return isWithin ? 1 : 1 + countEdits(asked, name);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
