export interface JsonFault {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number;
  /** What JSON wants at this place. */
  readonly expected: string;
}

type State = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "comma-or-end" | "end";

const wordPattern = /[[\]{},:]|true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escapePattern = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

const expectations: Record<State, string> = {
  value: "a value",
  "value-or-end": "a value or ]",
  key: "a property name",
  "key-or-end": "a property name or }",
  colon: "a colon",
  "comma-or-end": "a comma or the end of the list or object",
  end: "the end of the body",
};

/**
 * Where a text stops being JSON (RFC 8259). What `JSON.parse` says differs from one Node to the next, does not
 * always name the place, and quotes the body, which may hold a secret.
 *
 * @param text - a text that `JSON.parse` has refused
 */
export function findJsonFault(text: string): JsonFault {
  const open: ("[" | "{")[] = [];
  let state: State = "value";
  let at = skipSpace(text, 0);
  for (;;) {
    const token: string | undefined = readToken(text, at);
    const next: State | undefined = token === undefined ? undefined : follow(state, token, open);
    if (token === undefined || next === undefined) {
      const expected =
        text[at] === '"' && token === undefined ? "a string that is complete" : expectations[state];
      return { ...placeOf(text, at), expected };
    }
    state = next;
    at = skipSpace(text, at + token.length);
  }
}

/** The state after `token`, or undefined where the token must not come; keeps what is open. */
function follow(state: State, token: string, open: ("[" | "{")[]): State | undefined {
  const afterValue = (): State => (open.length === 0 ? "end" : "comma-or-end");
  const close = (opening: "[" | "{"): State | undefined =>
    open.pop() === opening ? afterValue() : undefined;
  switch (state) {
    case "value":
    case "value-or-end":
      if (token === "]" && state === "value-or-end") return close("[");
      if (token === "[" || token === "{") {
        open.push(token);
        return token === "[" ? "value-or-end" : "key-or-end";
      }
      return /^[\]},:]$/.test(token) ? undefined : afterValue();
    case "key":
    case "key-or-end":
      if (token === "}" && state === "key-or-end") return close("{");
      return token.startsWith('"') ? "colon" : undefined;
    case "colon":
      return token === ":" ? "value" : undefined;
    case "comma-or-end":
      if (token === ",") return open.at(-1) === "[" ? "value" : "key";
      return token === "]" ? close("[") : token === "}" ? close("{") : undefined;
    case "end":
      return undefined;
  }
}

/** The token of JSON that starts at a place; undefined where none does. */
export function readToken(text: string, at: number): string | undefined {
  return text[at] === '"' ? readString(text, at) : readBy(wordPattern, text, at);
}

/** By hand: a pattern for strings runs out of stack on one of some megabytes. */
function readString(text: string, start: number): string | undefined {
  let at = start + 1;
  for (;;) {
    const character = text[at];
    if (character === undefined || character < " ") return undefined;
    if (character === '"') return text.slice(start, at + 1);
    const unit = character === "\\" ? readBy(escapePattern, text, at) : character;
    if (unit === undefined) return undefined;
    at += unit.length;
  }
}

function readBy(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

export function skipSpace(text: string, from: number): number {
  let at = from;
  while (" \t\n\r".includes(text[at] ?? "x")) at++;
  return at;
}

export function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
