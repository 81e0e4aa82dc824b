import { isJsonObject, type JsonValue } from "@specmill/spec";

/** Percent-encodes whatever RFC 3986 does not call unreserved, as RFC 6570 asks for values and names. */
export function percentEncode(text: string): string {
  return [...Buffer.from(text, "utf8")]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9\-._~]/.test(character)
        ? character
        : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}

/**
 * Leaves reserved characters as they are, but for those that would end a query or change its meaning: OpenAPI 3.1.1,
 * section 4.8.12.2.2, still wants `[`, `]`, `#`, `&` and `+` encoded.
 */
export function percentEncodeAllowingReserved(text: string): string {
  return percentEncode(text).replace(/%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B|3D)/g, (triplet) =>
    decodeURIComponent(triplet),
  );
}

/** Undoes percent-encoding; a `%` that starts no escape becomes U+FFFD, so that the text equals none that was meant. */
export function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replaceAll("%", "\uFFFD");
  }
}

/** As servers read a query or a form: a `+` is a space. */
export function formDecode(text: string): string {
  return percentDecode(text.replaceAll("+", " "));
}

/** A value as text; one that no style can carry, a list in a list, as JSON. */
export function toWireText(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Whether a value stands for none (RFC 6570, section 2.3): null, a list without items, an object without members. */
export function isUndefined(value: JsonValue | undefined): value is undefined | null {
  if (value === undefined || value === null) return true;
  if (isList(value)) return value.every((item) => item === null);
  return isJsonObject(value) && Object.values(value).every((member) => member === null);
}

/** `Array.isArray` for lists that nobody may change. */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Whether a text is a value as it travels: a number in JSON's notation, whichever way it is written. */
export function isTextOf(value: JsonValue, text: string): boolean {
  if (typeof value === "string") return value === text;
  if (typeof value === "number") return isJsonNumber(text) && Number(text) === value;
  if (typeof value === "object" && value !== null) {
    const read = parseJson(text);
    return read !== undefined && isSameJson(value, read);
  }
  return text === JSON.stringify(value);
}

/** Whether a text is a number in JSON's notation (RFC 8259, section 6). */
export function isJsonNumber(text: string): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text);
}

/** The value that a text is as JSON; undefined where it is none. */
export function parseJson(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** Whether two values are the same to JSON, where members have no order and zero has no sign. */
export function isSameJson(one: JsonValue, other: JsonValue): boolean {
  return findDifference(one, other) === undefined;
}

/** Where two JSON values first differ, as the keys that lead there; undefined where they are the same. */
export function findDifference(one: JsonValue, other: JsonValue): readonly string[] | undefined {
  if (isList(one) && isList(other)) {
    if (one.length !== other.length) return [];
    return findInMembers(one.map((item, index) => [String(index), item, other[index]]));
  }
  if (isJsonObject(one) && isJsonObject(other)) {
    const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return findInMembers(names.map((name) => [name, ownMember(one, name), ownMember(other, name)]));
  }
  return one === other ? undefined : [];
}

/** A member that an object has itself, and does not inherit. */
export function ownMember<Value>(
  values: Readonly<Record<string, Value>> | undefined,
  name: string,
): Value | undefined {
  return values !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;
}

function findInMembers(
  members: readonly (readonly [string, JsonValue | undefined, JsonValue | undefined])[],
): readonly string[] | undefined {
  for (const [name, one, other] of members) {
    if (one === undefined || other === undefined) return [name];
    const deeper = findDifference(one, other);
    if (deeper !== undefined) return [name, ...deeper];
  }
  return undefined;
}
