import { isJsonObject, type JsonObject, type JsonValue, resolvePointer } from "@specmill/spec";

/** Whether two values, one of base and one of head, are the same in text together with all that they refer to. */
export type Sameness = (base: JsonValue | undefined, head: JsonValue | undefined) => boolean;

/**
 * Tells at once what needs no comparison. What a reference leads to is looked at once; what refers to anything that
 * changed has changed. Documents of two versions of OpenAPI have nothing in common, since the same text may mean two
 * things.
 */
export function createSameness(base: JsonObject, head: JsonObject, isOneVersion: boolean): Sameness {
  if (!isOneVersion) return () => false;
  const clean = new Map<string, boolean>();
  const isClean = (reference: string): boolean => {
    if (!clean.has(reference)) explore(reference);
    return clean.get(reference) === true;
  };
  const explore = (first: string): void => {
    /** Who refers to what. */
    const users = new Map<string, Set<string>>();
    const found = new Set([first]);
    const dirty: string[] = [];
    for (const reference of found) {
      const known = clean.get(reference);
      if (known === false) dirty.push(reference);
      if (known !== undefined) continue;
      const isSame =
        reference.startsWith("#/") &&
        equals(resolvePointer(base, reference), resolvePointer(head, reference), (used) => {
          users.set(used, (users.get(used) ?? new Set()).add(reference));
          found.add(used);
          return true;
        });
      if (!isSame) dirty.push(reference);
    }
    const spread = new Set(dirty);
    for (const reference of spread) for (const user of users.get(reference) ?? []) spread.add(user);
    for (const reference of found) if (!clean.has(reference)) clean.set(reference, !spread.has(reference));
  };
  /** Of a schema, the one that it was last compared with, and what came of it: most are asked about twice. */
  const last = new WeakMap<object, { readonly other: JsonValue | undefined; readonly isSame: boolean }>();
  return (one, other) => {
    if (typeof one !== "object" || one === null) return one === other;
    const known = last.get(one);
    if (known !== undefined && known.other === other) return known.isSame;
    const isSame = equals(one, other, isClean);
    last.set(one, { other, isSame });
    return isSame;
  };
}

/** Whether two values have the same text but for the order of members; `accepts` is asked of what both refer to. */
function equals(
  one: JsonValue | undefined,
  other: JsonValue | undefined,
  accepts: (reference: string) => boolean,
): boolean {
  if (typeof one !== "object" || one === null) return one === other;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    return one.every((member: JsonValue, index) => equals(member, other[index], accepts));
  }
  if (!isJsonObject(one) || !isJsonObject(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  for (const key of keys) {
    const [value, counterpart] = [one[key], other[key]];
    if (counterpart === undefined || !equals(value, counterpart, accepts)) return false;
    // What a dynamic reference leads to depends on the way to it.
    if (typeof value === "string" && (key === "$dynamicRef" || (key === "$ref" && !accepts(value))))
      return false;
  }
  return true;
}
