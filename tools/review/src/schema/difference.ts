import type { Direction } from "@specmill/oracle";
import type { JsonObject, JsonValue } from "@specmill/spec";
import type { Change, Comparison, Impact, SchemaPlaces } from "../change.ts";
import type { SchemaSubject } from "../review-rule.ts";
import type { Envelope } from "./open-envelope.ts";
import type { Place, Shape } from "./shape.ts";

/** One thing that two schemas say differently. */
export interface Difference {
  readonly subject: SchemaSubject | "documentation";
  readonly comparison: Comparison;
  readonly message: string;
  readonly base?: string | undefined;
  readonly head?: string | undefined;
  readonly before?: JsonValue | undefined;
  readonly after?: JsonValue | undefined;
  /** It holds whatever values are allowed. */
  readonly evidence?: "rule";
  /** Where the policy is another one than of what is narrower and wider. */
  readonly impact?: Impact;
  /** No type tells of it, although types tell of the keyword. */
  readonly isUntyped?: boolean;
}

/** Two schemas to compare that two others contain. */
export interface Inner {
  readonly step: readonly string[];
  readonly base: readonly Place[];
  readonly head: readonly Place[];
  /** The value cannot be left out, so that a default means nothing. */
  readonly isRequired?: boolean;
  /** Whether null is allowed is said around them. */
  readonly ignoresNull?: boolean;
  /** Only values for which something else holds get there, so that no value by itself shows a change. */
  readonly isConditional?: boolean;
}

/** What a comparison of two shapes finds: about themselves, and what is to be compared next. */
export interface Outcome {
  readonly differences: readonly Difference[];
  readonly inner: readonly Inner[];
}

export const nothing: Outcome = { differences: [], inner: [] };

export function joinOutcomes(outcomes: readonly Outcome[]): Outcome {
  return {
    differences: outcomes.flatMap(({ differences }) => differences),
    inner: outcomes.flatMap(({ inner }) => inner),
  };
}

/** Two shapes with all that is needed to compare them. */
export interface Sides {
  readonly base: Shape;
  readonly head: Shape;
  /** The schemas that the shapes were read from. */
  readonly given: { readonly base: readonly Place[]; readonly head: readonly Place[] };
  readonly direction: Direction;
  readonly isRequired: boolean;
  readonly ignoresNull: boolean;
  /** The value that the schema at a pointer is of, as the subject of a sentence. */
  readonly name: (pointer: string | undefined) => string;
  readonly baseSide: Side;
  readonly headSide: Side;
  /** What all changes within two schemas come to. */
  readonly fold: (base: readonly Place[], head: readonly Place[]) => Comparison;
  /** Whether two schemas are the same in text. */
  readonly isSame: (base: Place, head: Place) => boolean;
  /** Whether any body of the two documents is XML. */
  readonly hasXml: () => boolean;
}

export interface Side {
  readonly document: JsonObject;
  readonly open: (place: Place) => Envelope;
  readonly read: (places: readonly Place[]) => Shape;
}

const typed: ReadonlySet<string> = new Set<SchemaSubject>([
  ...([
    "schema",
    "type",
    "enum",
    "items",
    "prefix-items",
    "property-added",
    "property-removed",
    "required",
  ] as const),
  ...([
    "additional-properties",
    "all-of",
    "any-of",
    "one-of",
    "discriminator",
    "read-only",
    "write-only",
  ] as const),
]);

/** What a comparison means for callers (request: the server must still take what they send; response: the reverse). */
function judgeComparison(direction: Direction, comparison: Comparison): Impact {
  if (comparison === "equal") return "note";
  if (comparison === "different") return "breaking";
  return (direction === "request") === (comparison === "narrower") ? "breaking" : "compatible";
}

/** A difference as a change of the review. */
export function toChange(
  { subject, comparison, message, base, head, before, after, evidence, impact, isUntyped }: Difference,
  direction: Direction,
  schemas: SchemaPlaces | undefined,
): Omit<Change, "operations" | "part"> {
  const isDocumentation = subject === "documentation";
  const wire = impact ?? judgeComparison(direction, comparison);
  return {
    rule: isDocumentation ? "documentation-changed" : `${direction}-${subject}`,
    // What people read is the same whichever way the value travels.
    ...(!isDocumentation && { direction }),
    comparison,
    wire,
    source: typed.has(subject) && isUntyped !== true ? wire : "note",
    message,
    ...(base !== undefined && { base }),
    ...(head !== undefined && { head }),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(schemas !== undefined && !isDocumentation && { schemas }),
    evidence: evidence ?? (comparison === "equal" ? "rule" : "search"),
  };
}

/** Of two things that one side allows and the other does not: which side allows more. */
export function compareCounts(lost: boolean, gained: boolean): Comparison {
  if (lost && gained) return "different";
  return lost ? "narrower" : gained ? "wider" : "equal";
}

/** What several comparisons come to, all of which hold. */
export function combineComparisons(comparisons: Iterable<Comparison>): Comparison {
  const all = new Set(comparisons);
  return compareCounts(all.has("narrower") || all.has("different"), all.has("wider") || all.has("different"));
}

/** The comparison with base and head swapped, which is also that of what is not so. */
export function invertComparison(comparison: Comparison): Comparison {
  if (comparison === "narrower") return "wider";
  return comparison === "wider" ? "narrower" : comparison;
}
