import type { Obligation } from "./obligation.ts";

/** What must be seen, and where: an obligation of whichever operation shows it. */
export type Fact = Pick<Obligation, "class" | "pointer" | "want">;

export function obligationId(operation: string, fact: Fact): string {
  return `${operation} ${fact.class} ${fact.pointer} ${fact.want}`;
}
