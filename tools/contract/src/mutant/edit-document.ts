import { isJsonObject, type JsonObject, type JsonValue, joinPointer } from "@specmill/spec";
import { placeAt, removeAt, valueAt } from "../case/edit-value.ts";

/** Makes a changed document of a document, which stays as it is. */
export type Edit = (document: JsonObject) => JsonObject;

/** The keys that a local JSON pointer such as `#/paths/~1users/get` is made of. */
export function keysOf(pointer: string): readonly string[] {
  return pointer
    .replace(/^#?\/?/, "")
    .split("/")
    .filter((key) => key !== "")
    .map((key) => decode(key).replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The one spelling of a pointer that others may write with escapes. */
export function toCanonical(pointer: string): string {
  return joinPointer("#", ...keysOf(pointer));
}

/** The same document with what stands at `pointer` made anew; all that is not on the way there is shared. */
export function editAt(
  document: JsonObject,
  pointer: string,
  edit: (value: JsonValue | undefined) => JsonValue,
): JsonObject {
  const keys = keysOf(pointer);
  return objectOf(placeAt(document, keys, edit(valueAt(document, keys))));
}

/** The same document without what stands at `pointer`. */
export function dropAt(document: JsonObject, pointer: string): JsonObject {
  return objectOf(removeAt(document, keysOf(pointer)));
}

/** The same document with the members of an object at `pointer` set; undefined takes a member away. */
export function setMembers(
  document: JsonObject,
  pointer: string,
  members: Readonly<Record<string, JsonValue | undefined>>,
): JsonObject {
  return editAt(document, pointer, (value) => withMembers(objectOf(value), members));
}

/** An object with members set, those that it has where they are; undefined takes one away. */
export function withMembers(
  object: JsonObject,
  members: Readonly<Record<string, JsonValue | undefined>>,
): JsonObject {
  const entries = [...new Set([...Object.keys(object), ...Object.keys(members)])].flatMap(
    (name): [string, JsonValue][] => {
      const value = Object.hasOwn(members, name) ? members[name] : object[name];
      return value === undefined ? [] : [[name, value]];
    },
  );
  return Object.fromEntries(entries);
}

/** An object with one member under another name, at the same place among the others. */
export function renameMember(object: JsonObject, name: string, becomes: string): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key === name ? becomes : key, value]),
  );
}

/** A name like `name` that is none of `taken`. */
export function nameBeside(name: string, taken: readonly string[]): string {
  let made = `${name}X`;
  while (taken.includes(made)) made += "X";
  return made;
}

export function objectOf(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
