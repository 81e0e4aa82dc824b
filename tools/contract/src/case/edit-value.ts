import { isJsonObject, type JsonValue } from "@specmill/spec";

/** The way from a value to a part of it: names of members and numbers of items. */
export type ValuePath = readonly (string | number)[];

/** The part of a value at `path`; undefined where there is none. */
export function valueAt(value: JsonValue | undefined, path: ValuePath): JsonValue | undefined {
  let current = value;
  for (const step of path) {
    if (Array.isArray(current)) current = current[Number(step)];
    else if (isJsonObject(current) && Object.hasOwn(current, step)) current = current[step];
    else return undefined;
  }
  return current;
}

/** The same value with another part at `path`. What leads there must be there; the last step may be new. */
export function placeAt(value: JsonValue, path: ValuePath, part: JsonValue): JsonValue {
  const [step, ...rest] = path;
  if (step === undefined) return part;
  if (Array.isArray(value)) {
    const items = [...value];
    items[Number(step)] = placeAt(value[Number(step)] ?? null, rest, part);
    return items;
  }
  const members = isJsonObject(value) ? value : {};
  return withMember(members, String(step), placeAt(members[step] ?? null, rest, part));
}

/** The same value without the part at `path`. */
export function removeAt(value: JsonValue, path: ValuePath): JsonValue {
  const parent = path.slice(0, -1);
  const step = path.at(-1);
  const holder = valueAt(value, parent);
  if (step === undefined || holder === undefined) return value;
  if (Array.isArray(holder)) {
    const items = holder.filter((_: JsonValue, index) => index !== Number(step));
    return placeAt(value, parent, items);
  }
  if (!isJsonObject(holder)) return value;
  const members = Object.entries(holder).filter(([name]) => name !== String(step));
  return placeAt(value, parent, Object.fromEntries(members));
}

/** Through entries, since a plain assignment to `__proto__` is no member. */
function withMember(
  object: { readonly [name: string]: JsonValue },
  name: string,
  value: JsonValue,
): JsonValue {
  if (Object.hasOwn(object, name)) {
    return Object.fromEntries(Object.entries(object).map(([key, old]) => [key, key === name ? value : old]));
  }
  return Object.fromEntries([...Object.entries(object), [name, value]]);
}
