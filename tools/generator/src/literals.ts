import type { JsonValue } from "@specmill/spec";

/**
 * The door through which text and values of a document become literals of TypeScript.
 *
 * @param indent - how far the line that the literal starts on is indented
 * @param width - how many columns a list or an object may take before it is broken into lines
 */
export function toLiteral(value: JsonValue | undefined, indent = "", width = 80): string {
  if (value === undefined) return "undefined";
  if (value === null || typeof value !== "object") return toScalar(value);
  const flat = toFlat(value);
  if (flat.length + indent.length <= width) return flat;
  const inner = `${indent}  `;
  const members = isList(value)
    ? value.map((item) => `${inner}${toLiteral(item, inner, width)},`)
    : Object.entries(value).map(
        ([key, member]) => `${inner}${toKey(key)}: ${toLiteral(member, inner, width)},`,
      );
  const [open, close] = isList(value) ? ["[", "]"] : ["{", "}"];
  return [open, ...members, `${indent}${close}`].join("\n");
}

/** A text as a string literal. */
export function toStringLiteral(text: string): string {
  // JSON allows both separators in a string; older readers of JavaScript take them for the end of a line.
  return JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

/** A text as the key of an object literal or of a type. */
export function toKey(text: string): string {
  // Bare, `__proto__` would set the prototype; quoted, it still does, so it is computed.
  if (text === "__proto__") return '["__proto__"]';
  return /^([A-Za-z_$][\w$]*|0|[1-9]\d{0,8})$/.test(text) ? text : toStringLiteral(text);
}

function toFlat(value: JsonValue): string {
  if (value === null || typeof value !== "object") return toScalar(value);
  if (isList(value)) return `[${value.map(toFlat).join(", ")}]`;
  const members = Object.entries(value).map(([key, member]) => `${toKey(key)}: ${toFlat(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

function toScalar(value: null | boolean | number | string): string {
  return typeof value === "string" ? toStringLiteral(value) : JSON.stringify(value);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
