import type { JsonObject } from "@specmill/spec";

/** A document with one thing changed, as the mock could have been made to serve it. */
export interface Mutant {
  /** Unique and stable: the operator and the pointer, `bound-drop #/components/schemas/A/properties/b/maxLength`. */
  readonly id: string;
  /** Name of the change, such as `property-required-drop`. */
  readonly operator: string;
  /** What was changed, as a JSON pointer into the document before the change. */
  readonly pointer: string;
  /** The change in a few words: `maxLength 100 → 101`. */
  readonly change: string;
  /** Ids of the operations that the change reaches. */
  readonly operations: readonly string[];
  readonly effect: MutantEffect;
  /** Why it is of that effect: the rule that judged it. */
  readonly because: string;
  /** Makes the changed document; a mutant itself is small. */
  readonly apply: () => JsonObject;
}

/**
 * What a change means to whoever relies on the document before it.
 *
 * `breaking`: some request gets another verdict, or some answer may come that was not promised. `compatible`: no more
 * than that answers keep to less than is promised. `equivalent`: no exchange differs.
 */
export type MutantEffect = "breaking" | "compatible" | "equivalent";

export interface MutationResult {
  readonly id: string;
  readonly operator: string;
  readonly pointer: string;
  readonly change: string;
  readonly effect: MutantEffect;
  readonly because: string;
  readonly state: "killed" | "survived" | "skipped";
  /** Id of the case that noticed. */
  readonly killer?: string;
}

export interface MutationScore {
  readonly killed: number;
  readonly breaking: number;
  /** Those that the time budget left out, of the breaking ones. */
  readonly skipped: number;
  /** How many mutants each operator gave. */
  readonly operators: Readonly<Record<string, number>>;
  readonly results: readonly MutationResult[];
}

/** A fault put into the generated client, and whether the cases noticed. */
export interface ClientFaultResult {
  readonly id: string;
  /** `method`, `path`, `serialisation`, `header`, `content-type`, `credential`, … */
  readonly fault: string;
  readonly operation: string;
  readonly change: string;
  readonly state: "noticed" | "unnoticed";
  readonly killer?: string;
}
