import type { JsonValue } from "@specmill/spec";
import type { Atom } from "./list-atoms.ts";
import type { Draft, Limit, LimitKeyword, Said } from "./shape.ts";
import { valueKey } from "./value-key.ts";

/** A draft that allows everything. */
export const emptyDraft: Draft = {
  places: [],
  never: undefined,
  types: undefined,
  nullPlace: undefined,
  values: undefined,
  limits: new Map(),
  factors: [],
  patterns: [],
  formats: [],
  encodings: [],
  mediaTypes: [],
  unique: undefined,
  required: new Map(),
  objects: [],
  arrays: [],
  groups: [],
  nots: [],
  conditions: [],
  contains: [],
  propertyNames: [],
  dependentRequired: new Map(),
  dependentSchemas: new Map(),
  contentSchemas: [],
  unevaluatedProperties: [],
  unevaluatedItems: [],
  fallback: undefined,
  extensible: undefined,
  hint: undefined,
  xml: undefined,
};

/** What all the drafts allow: of two bounds the tighter, of two lists what is in both. The first is the outermost. */
export function conjoinDrafts(drafts: readonly Draft[]): Draft {
  const [first, ...others] = drafts;
  return others.reduce(conjoinTwo, first ?? emptyDraft);
}

function conjoinTwo(one: Draft, other: Draft): Draft {
  return {
    places: [...one.places, ...other.places],
    never: one.never ?? other.never,
    types: conjoinTypes(one.types, other.types),
    nullPlace: one.nullPlace ?? other.nullPlace,
    values: conjoinValues(one.values, other.values),
    limits: conjoinLimits(one.limits, other.limits),
    factors: distinct([...one.factors, ...other.factors]),
    patterns: distinct([...one.patterns, ...other.patterns]),
    formats: distinct([...one.formats, ...other.formats]),
    encodings: distinct([...one.encodings, ...other.encodings]),
    mediaTypes: distinct([...one.mediaTypes, ...other.mediaTypes]),
    unique: one.unique ?? other.unique,
    required: new Map([...other.required, ...one.required]),
    objects: [...one.objects, ...other.objects],
    arrays: [...one.arrays, ...other.arrays],
    groups: [...one.groups, ...other.groups],
    nots: [...one.nots, ...other.nots],
    conditions: [...one.conditions, ...other.conditions],
    contains: [...one.contains, ...other.contains],
    propertyNames: [...one.propertyNames, ...other.propertyNames],
    dependentRequired: mergeMaps(one.dependentRequired, other.dependentRequired, (own, others) => ({
      value: [...new Set([...own.value, ...others.value])],
      pointer: own.pointer,
    })),
    dependentSchemas: mergeMaps(one.dependentSchemas, other.dependentSchemas, (own, others) => [
      ...own,
      ...others,
    ]),
    contentSchemas: [...one.contentSchemas, ...other.contentSchemas],
    unevaluatedProperties: [...one.unevaluatedProperties, ...other.unevaluatedProperties],
    unevaluatedItems: [...one.unevaluatedItems, ...other.unevaluatedItems],
    fallback: one.fallback ?? other.fallback,
    extensible: one.extensible ?? other.extensible,
    hint: one.hint ?? other.hint,
    xml: one.xml ?? other.xml,
  };
}

/** Two maps as one; what both have is combined. */
export function mergeMaps<K, V>(
  one: ReadonlyMap<K, V>,
  other: ReadonlyMap<K, V>,
  combine: (one: V, other: V) => V,
): ReadonlyMap<K, V> {
  if (other.size === 0) return one;
  const merged = new Map(one);
  for (const [key, value] of other) {
    const known = merged.get(key);
    merged.set(key, known === undefined ? value : combine(known, value));
  }
  return merged;
}

function conjoinTypes(one: Draft["types"], other: Draft["types"]): Draft["types"] {
  if (one === undefined || other === undefined) return one ?? other;
  const value: ReadonlySet<Atom> = new Set([...one.value].filter((atom) => other.value.has(atom)));
  return { value, pointer: value.size < one.value.size ? other.pointer : one.pointer };
}

function conjoinValues(one: Draft["values"], other: Draft["values"]): Draft["values"] {
  if (one === undefined || other === undefined) return one ?? other;
  const allowed = new Set(other.value.map(valueKey));
  const value = one.value.filter((member: JsonValue) => allowed.has(valueKey(member)));
  return { value, pointer: value.length < one.value.length ? other.pointer : one.pointer };
}

function conjoinLimits(one: Draft["limits"], other: Draft["limits"]): Draft["limits"] {
  let merged = one;
  for (const [keyword, limit] of other) {
    const known = merged.get(keyword);
    if (known === undefined || isTighter(keyword, limit.value, known.value))
      merged = new Map([...merged, [keyword, limit]]);
  }
  return merged;
}

/** Whether a limit lets fewer values through than another one of the same keyword. */
export function isTighter(keyword: LimitKeyword, one: Limit, other: Limit): boolean {
  if (one.value === other.value) return one.isExclusive && !other.isExclusive;
  return keyword.startsWith("min") ? one.value > other.value : one.value < other.value;
}

function distinct<T extends string | number>(said: readonly Said<T>[]): readonly Said<T>[] {
  const seen = new Set<T>();
  return said.filter(({ value }) => !seen.has(value) && seen.add(value));
}
