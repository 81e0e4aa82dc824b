import type { Direction } from "@specmill/oracle";
import type { JsonValue } from "@specmill/spec";
import type { Axis, Impact } from "./change.ts";
import type { ReviewRule } from "./review-rule.ts";

/**
 * `proved`: a payload or a compiler shows it. `derived`: it follows by rule. `suspected`: one judge alone says so, and
 * the others looked and found nothing; it is shown as what looks like an equivalent refactor, and never gates.
 */
export type Status = "proved" | "derived" | "suspected";

/** How the version of a package has to move. */
export type Bump = "major" | "minor" | "patch" | "none";

/** What one change does to callers along one axis. */
export interface Finding {
  readonly rule: ReviewRule;
  readonly axis: Axis;
  readonly impact: Impact;
  readonly status: Status;
  readonly direction?: Direction;
  /** Names of the operations that it reaches, sorted. Empty for what concerns the whole API. */
  readonly operations: readonly string[];
  /** JSON pointer into the bundled head document; into the base document where `side` says so. */
  readonly pointer: string;
  /** Which document `pointer` leads into: `base` for what is gone. */
  readonly side: "base" | "head";
  /** What changed, in one sentence. */
  readonly message: string;
  readonly before?: JsonValue;
  readonly after?: JsonValue;
  readonly proof?: Proof;
  /** In the files of head; for what is gone, the nearest place that is still there. */
  readonly place: SourcePlace;
  /** Twelve hexadecimal digits that stay the same while the change does: what an approval names. */
  readonly fingerprint: string;
  /** Why a breaking finding does not stop the merge. */
  readonly excuse?: Excuse;
}

/** What shows a finding to be true. */
export type Proof =
  /** A value that one side allows and the other refuses. */
  | {
      readonly kind: "value";
      readonly value: JsonValue;
      /** Where the value stands: "body of updateProfile", "query parameter limit of listItems". */
      readonly of: string;
      /** Which side refuses it. */
      readonly refusedBy: "base" | "head";
      /** Why it is refused, in words. */
      readonly reason: string;
    }
  /** What the compiler says of a piece of code. */
  | {
      readonly kind: "compiler";
      readonly message: string;
      /** Where in a consumer's code, as `file:line:column`; absent for generated types. */
      readonly places: readonly string[];
    };

export interface SourcePlace {
  /** As people know it: relative to the working directory where it lies below it. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
}

export type Excuse =
  | {
      readonly kind: "approved";
      readonly reason: string;
      readonly owner: string;
      readonly until: string;
      readonly note?: string;
    }
  /** The operation was deprecated and the date it was to go has passed. */
  | { readonly kind: "sunset"; readonly date: string }
  /** No operation that it reaches is as stable as promises ask; `level` is the highest among them. */
  | { readonly kind: "unstable"; readonly level: string }
  /** `specs/review.yaml` says that this rule is only a note. */
  | { readonly kind: "configured" };

/** Whether a finding stops the merge. */
export function isGating({ impact, status, excuse }: Finding): boolean {
  return impact === "breaking" && status !== "suspected" && excuse === undefined;
}
