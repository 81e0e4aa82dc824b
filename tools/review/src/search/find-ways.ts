import { isJsonObject } from "@specmill/spec";
import { listNames, type Site } from "./site.ts";
import { textsOfPattern } from "./text-values.ts";

/** In larger schemas the way is left to chance. */
const mostSites = 1500;

/** The keys of all sites within which, however deep, there is one that differs. */
export function findWays(start: Site): ReadonlySet<string> {
  const seen = new Map<string, Site>([[start.key, start]]);
  const parents = new Map<string, string[]>();
  for (const site of seen.values()) {
    for (const child of listMembers(site)) {
      parents.set(child.key, [...(parents.get(child.key) ?? []), site.key]);
      if (seen.size < mostSites) seen.set(child.key, child);
    }
  }
  const ways = new Set<string>();
  const pending = [...seen.values()].filter(({ differs }) => differs).map(({ key }) => key);
  for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
    for (const parent of parents.get(key) ?? []) {
      if (ways.has(parent)) continue;
      ways.add(parent);
      pending.push(parent);
    }
  }
  return ways;
}

/** A site for everything that differs from others within a value: what is declared, and what may be there besides. */
function listMembers(site: Site): readonly Site[] {
  const { places, names } = site;
  const patterns = listNames(places, "patternProperties").flatMap((pattern) =>
    textsOfPattern(pattern).slice(0, 1),
  );
  const isMap = places.some(({ schema: { additionalProperties, unevaluatedProperties } }) =>
    [additionalProperties, unevaluatedProperties].some(isJsonObject),
  );
  const lengths = places.map(({ schema: { prefixItems } }) =>
    Array.isArray(prefixItems) ? prefixItems.length : 0,
  );
  const isArray = places.some(({ schema: { items, prefixItems, contains, unevaluatedItems } }) =>
    [items, prefixItems, contains, unevaluatedItems].some((one) => one !== undefined),
  );
  const count = isArray ? Math.max(0, ...lengths) + 1 : 0;
  return [
    ...[...names, ...patterns, ...(isMap ? ["other"] : [])].map((name) => site.below(name, false)),
    ...Array.from({ length: count }, (_, index) => site.below(String(index), true)),
  ];
}
