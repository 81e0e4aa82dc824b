import { isJsonObject, type JsonObject } from "./json.ts";

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;

/**
 * Parses a text of JSON, RFC 8259, that holds an object. Many times as fast as a parser of YAML, which takes the same
 * text for the same value.
 *
 * @returns undefined where the text is something else, or an object in it has two members of one name: of those
 *   `JSON.parse` would silently drop one
 */
export function parseJson(text: string): JsonObject | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) && !repeatsName(text) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether an object of a text that is known to be JSON names a member twice. */
function repeatsName(text: string): boolean {
  // The names of each object around the place; an array has none.
  const around: (Set<string> | undefined)[] = [];
  let names: Set<string> | undefined;
  let isName = false;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case quote: {
        const end = endOfString(text, at);
        if (isName && names !== undefined) {
          const name = decodeName(text.slice(at + 1, end));
          if (names.has(name)) return true;
          names.add(name);
          isName = false;
        }
        at = end;
        break;
      }
      case comma:
        isName = true;
        break;
      case 0x7b: // {
        around.push(names);
        names = new Set();
        isName = true;
        break;
      case 0x5b: // [
        around.push(names);
        names = undefined;
        break;
      case 0x7d: // }
      case 0x5d: // ]
        names = around.pop();
        isName = false;
    }
  }
  return false;
}

/** Where the quote is that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === backslash) at += 1;
  }
}

function decodeName(name: string): string {
  return name.includes("\\") ? String(JSON.parse(`"${name}"`)) : name;
}
