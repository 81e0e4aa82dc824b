import type { MutantEffect } from "./mutant.ts";

/** What a change does to what passes: nothing, fewer values pass, more do, or others. */
export type Shift = "same" | "narrower" | "wider" | "other";

/** A shift, and the rule that says so. */
export interface Ruling {
  readonly shift: Shift;
  readonly reason: string;
}

export interface Judgement {
  readonly effect: MutantEffect;
  readonly because: string;
}

export function rule(shift: Shift, reason: string): Ruling {
  return { shift, reason };
}

/** Two shifts one after the other. */
export function combine(one: Shift, other: Shift): Shift {
  if (one === "same" || one === other) return other;
  return other === "same" ? one : "other";
}

/** What a shift of what passes in one direction means: an answer that says less than it may breaks nobody. */
export function judgeShift(direction: "request" | "response", { shift, reason }: Ruling): Judgement {
  if (shift === "same") return { effect: "equivalent", because: reason };
  const consequence = consequences[direction][shift];
  const isHarmless = direction === "response" && shift === "narrower";
  return { effect: isHarmless ? "compatible" : "breaking", because: `${reason}: ${consequence}` };
}

const consequences = {
  request: {
    narrower: "requests that were allowed are refused",
    wider: "requests that were refused are allowed",
    other: "requests get another verdict",
  },
  response: {
    narrower: "answers keep to less than was promised",
    wider: "answers may come that were not promised",
    other: "answers may come that were not promised",
  },
} as const;

/** The gravest of several judgements; the first of the equally grave. */
export function gravest(judgements: readonly Judgement[]): Judgement {
  const ranks: readonly MutantEffect[] = ["breaking", "compatible", "equivalent"];
  for (const rank of ranks) {
    const found = judgements.find(({ effect }) => effect === rank);
    if (found !== undefined) return found;
  }
  return { effect: "equivalent", because: "no exchange comes to this place" };
}
