import { type Direction, type Oracle, sampleValue } from "@specmill/oracle";
import type { JsonValue } from "@specmill/spec";
import type { Change } from "../change.ts";

/**
 * Whether a change of type is none for those who speak HTTP: in a parameter and in a header a number travels as its
 * digits (RFC 6570, section 2.3; OpenAPI 3.1, section 4.8.12.2), and whoever takes any text takes those.
 */
export function travelsAsText(change: Change, base: Oracle, head: Oracle): boolean {
  const { rule, schemas, direction, part } = change;
  if (schemas === undefined || direction === undefined || !rule.endsWith("-type")) return false;
  if (part === undefined || part.kind === "body") return false;
  // What is shared may also be part of a body, and what has a media type is written in that.
  const places = [schemas.base, schemas.head];
  if (places.some((place) => place.startsWith("#/components/schemas/") || place.includes("/content/"))) {
    return false;
  }
  const sides = {
    before: { oracle: base, pointer: schemas.base },
    after: { oracle: head, pointer: schemas.head },
  };
  const [sent, taken] = direction === "request" ? [sides.before, sides.after] : [sides.after, sides.before];
  const values = sample(sent.oracle, sent.pointer, direction);
  return values.length > 0 && values.every((value) => isTaken(value, taken, direction));
}

function isTaken(
  value: JsonValue,
  { oracle, pointer }: { readonly oracle: Oracle; readonly pointer: string },
  direction: Direction,
): boolean {
  const isText = typeof value === "number" || typeof value === "boolean";
  return isText && oracle.allows(pointer, direction, String(value));
}

/** Some small and some large. */
const numbers = [0, 1, -1, 7, 1234567, -98765432, 0.5];

function sample(oracle: Oracle, pointer: string, direction: Direction): readonly JsonValue[] {
  if (oracle.explain(pointer, direction) !== undefined) return [];
  const drawn = Array.from({ length: 12 }, (_, seed) => sampleValue(oracle, pointer, direction, { seed }));
  const values = drawn.flatMap((one) => (one.kind === "sampled" ? [one.value] : []));
  return [...values, ...numbers.filter((value) => oracle.allows(pointer, direction, value))];
}
