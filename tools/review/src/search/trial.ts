import type { JsonValue } from "@specmill/spec";
import type { Sides } from "./counterexample.ts";
import { dropUndeclared } from "./drop-undeclared.ts";
import { explainRefusal } from "./explain-refusal.ts";

/** A value that was found to be refused, for one of the reasons. */
export interface Hit {
  /** What refuses it; see `Refusal`. */
  readonly reason: string;
  readonly value: JsonValue;
  /** Whether it is refused for this reason alone. */
  readonly isPure: boolean;
}

/** Puts values to both sides and keeps those that tell them apart. */
export interface Trial {
  readonly sides: Sides;
  /** Whether a value is new, and the allowing side allows it. */
  readonly put: (value: JsonValue) => boolean;
  readonly isAllowed: (value: JsonValue) => boolean;
  /** How many different values the allowing side allowed. */
  readonly count: () => number;
  /** Whether so much was tried that more is not worth its while. */
  readonly isOver: () => boolean;
  readonly hits: () => readonly Hit[];
}

/** Bounds of one search, by count: each value costs what it is long. */
const mostValues = 3000;
const mostCharacters = 3_000_000;
/** To say why a value is refused takes far longer than to see that it is. */
const mostExplained = 120;
const mostReasons = 30;

export function createTrial(sides: Sides): Trial {
  const seen = new Set<string>();
  const hits = new Map<string, Hit>();
  let count = 0;
  let characters = 0;
  let explained = 0;
  const keep = (value: JsonValue, length: number): void => {
    explained++;
    const refusals = explainRefusal(sides, value);
    for (const { reason } of refusals) {
      const hit = { reason, value, isPure: refusals.length === 1 };
      const known = hits.get(reason);
      const isBetter =
        known === undefined ||
        (hit.isPure && !known.isPure) ||
        (hit.isPure === known.isPure && length < JSON.stringify(known.value).length);
      if (isBetter && (known !== undefined || hits.size < mostReasons)) hits.set(reason, hit);
    }
  };
  return {
    sides,
    put: (value) => {
      const text = JSON.stringify(value);
      if (seen.has(text)) return false;
      seen.add(text);
      characters += text.length + 100;
      if (!isAllowed(sides, value)) return false;
      count++;
      if (explained < mostExplained && isRefused(sides, value)) {
        const declared = dropUndeclared(sides, value);
        const length = JSON.stringify(declared).length;
        if (length === text.length || isCounterexample(sides, declared)) keep(declared, length);
      }
      return true;
    },
    isAllowed: (value) => isAllowed(sides, value),
    count: () => count,
    isOver: () => seen.size >= mostValues || characters >= mostCharacters,
    hits: () => [...hits.values()],
  };
}

/** Whether a value tells the two sides apart, and is nothing but what the allowing side declares. */
export function isCounterexample(sides: Sides, value: JsonValue): boolean {
  if (!isAllowed(sides, value) || !isRefused(sides, value)) return false;
  return JSON.stringify(dropUndeclared(sides, value)) === JSON.stringify(value);
}

function isAllowed({ allowing, direction }: Sides, value: JsonValue): boolean {
  return allowing.oracle.allows(allowing.pointer, direction, value);
}

function isRefused({ refusing, direction }: Sides, value: JsonValue): boolean {
  return !refusing.oracle.allows(refusing.pointer, direction, value);
}
