import type { Direction } from "@specmill/oracle";
import type { JsonObject, JsonValue } from "@specmill/spec";
import type { Change, Comparison, Impact } from "../change.ts";
import type { ReviewRule } from "../review-rule.ts";
import type { SchemaComparer } from "../schema/compare-schemas.ts";
import type { SchemaRoot } from "./collect-changes.ts";

/** One thing that two documents have each in their way: a change, or two schemas that are to be compared. */
export type Difference =
  | { readonly kind: "change"; readonly change: Change }
  | { readonly kind: "schemas"; readonly root: SchemaRoot };

/** Whom a difference concerns. */
export interface Place {
  /** Names of the operations; none for what concerns the whole API. */
  readonly operations: readonly string[];
  /** Whether packages have types of it: they have none of what the server calls. */
  readonly isTyped: boolean;
}

/** One operation of two documents, and which way its two messages travel. */
export interface Exchange extends Place {
  readonly documents: { readonly base: JsonObject; readonly head: JsonObject };
  readonly schemas: SchemaComparer;
  readonly operation: string;
  /** Of what is asked: `response` where the server is the one that asks. */
  readonly request: Direction;
  /** Of what is answered. */
  readonly response: Direction;
}

/** What is to be said of a difference; the rest follows from it. */
export interface Facts {
  readonly rule: ReviewRule;
  readonly direction?: Direction;
  readonly comparison: Comparison;
  readonly message: string;
  /** As direction and comparison have it, where absent. */
  readonly wire?: Impact;
  /** As on the wire, where absent. */
  readonly source?: Impact;
  readonly base?: string | undefined;
  readonly head?: string | undefined;
  readonly before?: JsonValue | undefined;
  readonly after?: JsonValue | undefined;
}

/** Makes a difference of what is to be said of it: by rule, as no value can show what is no schema's. */
export function differ({ operations, isTyped }: Place, facts: Facts): Difference {
  const { rule, direction, comparison, message, base, head, before, after } = facts;
  const wire = facts.wire ?? (direction === undefined ? "note" : impactOf(direction, comparison));
  return {
    kind: "change",
    change: {
      rule,
      ...(direction && { direction }),
      comparison,
      wire,
      source: isTyped ? (facts.source ?? wire) : "note",
      message,
      ...(base !== undefined && { base }),
      ...(head !== undefined && { head }),
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
      evidence: "rule",
      operations,
    },
  };
}

/** What a comparison does to callers: they may send less, or get more, than what they were made for. */
function impactOf(direction: Direction, comparison: Comparison): Impact {
  if (comparison === "equal") return "note";
  if (comparison === "different") return "breaking";
  return (direction === "request") === (comparison === "narrower") ? "breaking" : "compatible";
}

/** What a new part of a message does: who does not send what is required now is refused. */
export function compareNew(direction: Direction, isRequired: boolean): Pick<Facts, "comparison" | "wire"> {
  if (isRequired && direction === "request") return { comparison: "different", wire: "breaking" };
  return { comparison: "wider", wire: "compatible" };
}

/** How a message compares with what it was when a part of it is gone. */
export function compareGone(direction: Direction, isRequired: boolean): Comparison {
  return compareNew(direction, isRequired).comparison === "wider" ? "narrower" : "different";
}

/** How two sets compare, by whether something was lost and something was won. */
export function compareLosses(isLost: boolean, isWon: boolean): Comparison {
  if (isLost) return isWon ? "different" : "narrower";
  return isWon ? "wider" : "equal";
}

/** Words that list names: "`a`, `b` and `c`". */
export function listNames(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.at(-1) ?? "nothing";
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(", ")} and ${last}`;
}
