import type { JsonObject } from "@specmill/spec";

/** One thing that is served otherwise than the document has it, so that it is served as the document means it. */
export interface Rewrite {
  /** Such as `discriminator`. */
  readonly rule: string;
  /** JSON pointer into the bundled document. */
  readonly pointer: string;
  readonly message: string;
}

/** A document and what was done to it. */
export interface Rewritten {
  readonly document: JsonObject;
  readonly rewrites: readonly Rewrite[];
}
