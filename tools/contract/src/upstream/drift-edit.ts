import { isDeepStrictEqual } from "node:util";
import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";
import type { DriftEdit } from "./drift.ts";

/** The keys of a JSON pointer, `#/a/b` or `/a/b`. */
export function keysOf(pointer: string): readonly string[] {
  return pointer
    .replace(/^#/, "")
    .split("/")
    .slice(1)
    .map((key) => decode(key).replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The document with its edits; what it shares with the one before is not copied. */
export function applyEdits(document: JsonObject, edits: readonly DriftEdit[]): JsonObject {
  return edits.reduce((edited, { pointer, value }) => {
    const changed = change(edited, keysOf(pointer), value);
    return isJsonObject(changed) ? changed : edited;
  }, document);
}

export function isSameDocument(one: JsonObject, other: JsonObject): boolean {
  return one === other || isDeepStrictEqual(one, other);
}

function change(
  holder: JsonValue | undefined,
  [key, ...rest]: readonly string[],
  value: JsonValue | undefined,
): JsonValue | undefined {
  if (key === undefined) return value;
  if (Array.isArray(holder)) {
    const changed = change(holder[Number(key)], rest, value);
    return holder.flatMap((item: JsonValue, index) =>
      String(index) !== key ? [item] : changed === undefined ? [] : [changed],
    );
  }
  const members = isJsonObject(holder) ? holder : {};
  const changed = change(Object.hasOwn(members, key) ? members[key] : undefined, rest, value);
  if (changed !== undefined) return { ...members, [key]: changed };
  const { [key]: _removed, ...others } = members;
  return others;
}

function decode(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
