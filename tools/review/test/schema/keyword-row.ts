import type { JsonObject, JsonValue } from "@specmill/spec";

/** Two schemas of which the second asks for something else by one keyword, and what is to be said of it. */
export interface Row {
  readonly keyword: string;
  readonly base: JsonValue;
  readonly head: JsonValue;
  /** Each change as `sayChange` says it. */
  readonly request: readonly string[];
  readonly response: readonly string[];
  /** Components that both documents have; `head` where those of head differ. */
  readonly others: JsonObject;
  readonly headOthers: JsonObject;
  readonly version: "3.0" | "3.1";
}

type Want = Pick<Row, "request" | "response">;
type Rest = Partial<Pick<Row, "others" | "headOthers" | "version">>;

export function row(keyword: string, base: JsonValue, head: JsonValue, want: Want, rest: Rest = {}): Row {
  const others = rest.others ?? {};
  return {
    keyword,
    base,
    head,
    ...want,
    others,
    headOthers: rest.headOthers ?? others,
    version: rest.version ?? "3.1",
  };
}

/** A subject of which types do not tell, and which lets fewer values through. */
export function untyped(...subjects: readonly string[]): Want {
  return {
    request: subjects.map((subject) => `request-${subject} narrower breaking/note`),
    response: subjects.map((subject) => `response-${subject} narrower compatible/note`),
  };
}

/** A subject of which types tell, and which lets fewer values through. */
export function typed(subject: string): Want {
  return {
    request: [`request-${subject} narrower breaking/breaking`],
    response: [`response-${subject} narrower compatible/compatible`],
  };
}

/** What is said of a subject in both directions, after its name. */
export function said(subject: string, request: string, response: string): Want {
  return { request: [`request-${subject} ${request}`], response: [`response-${subject} ${response}`] };
}

const documentation = ["documentation-changed equal note/note"];

export const noted: Want = { request: documentation, response: documentation };
export const silent: Want = { request: [], response: [] };

export const text = { type: "string" };
export const short = { type: "string", maxLength: 3 };
export const object = { type: "object" };
export const array = { type: "array" };
export const number = { type: "number" };

/** `if` with `then` and `else`, under names that are not those of a promise. */
export function conditional(test: JsonValue, accepted?: JsonValue, refused?: JsonValue): JsonObject {
  const members = [["if", test] as const, ["then", accepted] as const, ["else", refused] as const];
  return Object.fromEntries(members.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
