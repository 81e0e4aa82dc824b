import type { Direction, Fault, Oracle } from "@specmill/oracle";
import type { JsonValue } from "@specmill/spec";

/** A schema, and who judges by it. */
export interface SearchSide {
  readonly oracle: Oracle;
  /** Where it stands in the oracle's document. */
  readonly pointer: string;
}

/** A value that one side allows and the other refuses. */
export interface Counterexample {
  readonly value: JsonValue;
  /** Why it is refused; what it stands for first. */
  readonly faults: readonly Fault[];
}

export interface SearchResult {
  /** At most one for everything that refuses a value: a keyword, or a property that it names. The plainest first. */
  readonly examples: readonly Counterexample[];
  /** How many different values that one side allows were put to the other. */
  readonly tried: number;
  /** Why nothing could be tried. */
  readonly obstacle?: string;
}

/** Two schemas to tell apart, and how the values travel. */
export interface Sides {
  readonly allowing: SearchSide;
  readonly refusing: SearchSide;
  readonly direction: Direction;
}
