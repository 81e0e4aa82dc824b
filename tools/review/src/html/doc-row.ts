import type { Direction } from "@specmill/oracle";

/** One thing that documentation tells, with what it consists of: the same for base and for head. */
export interface DocRow {
  /** Tells it from its siblings; two rows of one key are the same thing before and after. */
  readonly key: string;
  readonly kind: "heading" | "name" | "words";
  /** A name of the document where the kind is `name`, else words of this page. */
  readonly label: string;
  readonly facts: readonly Fact[];
  /** Markdown. */
  readonly description?: string;
  /** A value to show as it would travel. */
  readonly code?: string;
  /** Every place of the document that it tells of, as JSON pointers. */
  readonly pointers: readonly string[];
  /** Which way the values travel that it tells of. */
  readonly direction?: Direction;
  readonly children: readonly DocRow[];
}

export interface Fact {
  /**
   * `component`: the name of the schema. `value`: of the document, and shown sign by sign. `strong`: what a caller must
   * not miss.
   */
  readonly kind: "type" | "component" | "strong" | "words" | "value";
  readonly text: string;
}

export function words(text: string): Fact {
  return { kind: "words", text };
}

export function strong(text: string): Fact {
  return { kind: "strong", text };
}

export function value(text: string): Fact {
  return { kind: "value", text };
}
