import { placeOf, readToken, skipSpace } from "./find-json-fault.ts";

/**
 * What makes a JSON text mean different things to different readers (RFC 8259, sections 4, 6 and 8.2): a name twice in
 * an object, a number that is too large for a double, half of a surrogate pair.
 *
 * @param text - a text that `JSON.parse` has taken
 * @returns what is in doubt, with its place
 */
export function findJsonDoubt(text: string): string | undefined {
  /** For each object that is open the names it has; for each list undefined. */
  const open: (Set<string> | undefined)[] = [];
  let isName = false;
  for (let at = skipSpace(text, 0); at < text.length; ) {
    const token = readToken(text, at);
    if (token === undefined) return undefined;
    const doubt = isName && token.startsWith('"') ? judgeName(token, open.at(-1)) : judgeValue(token);
    if (doubt !== undefined) {
      const { line, column } = placeOf(text, at);
      return `${doubt} at line ${line}, column ${column}`;
    }
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(undefined);
    else if (token === "}" || token === "]") open.pop();
    isName = token === "{" || (token === "," && open.at(-1) !== undefined);
    at = skipSpace(text, at + token.length);
  }
  return undefined;
}

function judgeName(token: string, names: Set<string> | undefined): string | undefined {
  const name: unknown = JSON.parse(token);
  if (typeof name !== "string" || names === undefined) return undefined;
  if (names.has(name)) return "has a property twice";
  names.add(name);
  return judgeValue(token);
}

function judgeValue(token: string): string | undefined {
  if (token.startsWith('"')) {
    // Decoding has left no surrogate alone that is not escaped.
    const isPaired = !/\\u[dD]/.test(token) || !/\p{Cs}/u.test(String(JSON.parse(token)));
    return isPaired ? undefined : "has half of a surrogate pair";
  }
  if (!/^-?\d/.test(token)) return undefined;
  return Number.isFinite(Number(token)) ? undefined : "has a number that is too large";
}
