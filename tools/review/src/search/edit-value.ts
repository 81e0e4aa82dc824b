import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";

/** The way into a value: names of properties, and indexes of items. */
export type ValuePath = readonly string[];

/** What stands at a path of a value; undefined where there is nothing. */
export function valueAt(value: JsonValue, path: ValuePath): JsonValue | undefined {
  let current: JsonValue | undefined = value;
  for (const key of path) current = current === undefined ? undefined : memberOf(current, key);
  return current;
}

/** The path that a JSON pointer into a value says. */
export function readPath(pointer: string): ValuePath {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A copy with something else at a path; what is around it has to be there, but for the last property. */
export function replaceAt(value: JsonValue, path: ValuePath, member: JsonValue): JsonValue {
  const [key, ...rest] = path;
  if (key === undefined) return member;
  const inner = memberOf(value, key);
  const made = inner === undefined ? member : replaceAt(inner, rest, member);
  if (Array.isArray(value)) return value.with(Number(key), made);
  return isJsonObject(value) ? addMember(value, key, made) : value;
}

/** A copy of an object with a property more, or another value of it. */
export function addMember(value: JsonValue, name: string, member: JsonValue): JsonObject {
  const entries = Object.entries(isJsonObject(value) ? value : {});
  const isThere = entries.some(([key]) => key === name);
  // Not by assignment: a property may be called `__proto__`.
  return Object.fromEntries(
    isThere
      ? entries.map(([key, old]) => [key, key === name ? member : old])
      : [...entries, [name, member] as const],
  );
}

/** A copy of an object without some of its properties. */
export function omitMembers(value: JsonValue, names: readonly string[]): JsonObject {
  const entries = Object.entries(isJsonObject(value) ? value : {});
  return Object.fromEntries(entries.filter(([name]) => !names.includes(name)));
}

export function memberOf(value: JsonValue, key: string): JsonValue | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The names or indexes of what a value contains. */
export function keysOf(value: JsonValue): readonly string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}
