/** A difference as `redocly diff` tells it. */
export interface RedoclyChange {
  readonly kind: "added" | "removed" | "modified";
  readonly impact: "major" | "minor" | "patch";
  /** The first way to the place, through every `$ref` that lies on it: JSON pointer into the root document. */
  readonly path: string;
  /** Ids of its rules that speak up; none for what is no more than a difference. */
  readonly rules: readonly string[];
  /** Its sentences, a rule each. */
  readonly messages: readonly string[];
  /** JSON pointer into the root file of the base; absent where the place is in another file, or new. */
  readonly base?: string;
  /** The same of the head. */
  readonly head?: string;
}
