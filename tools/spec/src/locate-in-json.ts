/** Tells where the key is that a JSON pointer leads to, or the nearest ancestor that is there. Counted from 1. */
export type JsonIndex = (pointer: string) => { readonly line: number; readonly column: number };

/** Offsets into the text: of the key, or of the element of an array, and of the value. */
interface Member {
  readonly key: number;
  readonly value: number;
}

const quote = 0x22;
const backslash = 0x5c;
const openings = new Set(["{", "["]);

/**
 * Prepares a text of JSON for lookups. Of a document with millions of values only those objects are taken apart that
 * a pointer leads through, and each only once; a full syntax tree of it would take many times as long.
 *
 * @returns undefined where the text is not JSON, RFC 8259
 */
export function createJsonIndex(text: string): JsonIndex | undefined {
  if (!/^\s*[[{]/.test(text) || !isJson(text)) return undefined;
  const known = new Map<number, ReadonlyMap<string, Member>>();
  const lines = findLines(text);
  return (pointer) => {
    let place = skipSpace(text, 0);
    let value = place;
    for (const key of pointer.split("/").slice(1)) {
      const members: ReadonlyMap<string, Member> = known.get(value) ?? readMembers(text, value);
      known.set(value, members);
      const member = members.get(key.replaceAll("~1", "/").replaceAll("~0", "~"));
      if (member === undefined) break;
      place = member.key;
      value = member.value;
    }
    return toPlace(lines, place);
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The members of the object or array that begins at `start`; none of any other value. */
function readMembers(text: string, start: number): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  const opening = text.charAt(start);
  if (!openings.has(opening)) return members;
  let at = skipSpace(text, start + 1);
  for (let index = 0; text.charAt(at) !== "}" && text.charAt(at) !== "]"; index += 1) {
    const key = at;
    let name = String(index);
    if (opening === "{") {
      at = skipString(text, at);
      name = JSON.parse(text.slice(key, at));
      at = skipSpace(text, skipSpace(text, at) + 1);
    }
    members.set(name, { key, value: at });
    at = skipSpace(text, skipValue(text, at));
    if (text.charAt(at) === ",") at = skipSpace(text, at + 1);
  }
  return members;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

function skipString(text: string, start: number): number {
  for (let at = start + 1; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === backslash) at += 1;
  }
}

function skipValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = skipString(text, at) - 1;
        if (depth === 0) return at + 1;
        break;
      case 0x7b: // {
      case 0x5b: // [
        depth += 1;
        break;
      case 0x7d: // }
      case 0x5d: // ]
        // The end of what holds a number, a boolean or null, which are without an end of their own.
        if (depth === 0) return at;
        depth -= 1;
        if (depth === 0) return at + 1;
        break;
      case 0x2c: // ,
        if (depth === 0) return at;
    }
  }
  return text.length;
}

/** Where each line begins. */
function findLines(text: string): readonly number[] {
  const lines = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) lines.push(end + 1);
  return lines;
}

function toPlace(
  lines: readonly number[],
  offset: number,
): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}
