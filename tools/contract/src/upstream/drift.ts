import type { Direction } from "@specmill/oracle";
import type { JsonValue } from "@specmill/spec";
import type { Exchange } from "../wire/exchange.ts";

/** A way in which traffic is not as the document has it. */
export type DriftKind =
  | "undocumented-operation"
  | "undocumented-status"
  | "undocumented-media-type"
  | "undocumented-property"
  | "undocumented-query-parameter"
  | "undocumented-header"
  /** A value of another type. */
  | "undocumented-type"
  | "undocumented-null"
  /** A value that an enum or a const leaves out. */
  | "undocumented-value"
  | "undocumented-format"
  /** A value that breaks any other keyword. */
  | "broken-constraint"
  | "missing-required"
  /** A body or a parameter that is not what it claims to be: no document can allow for that. */
  | "unreadable";

/** One way in which one exchange is not as the document has it. */
export interface DriftFinding {
  readonly kind: DriftKind;
  readonly direction: Direction;
  /** Where the document would be changed. */
  readonly pointer: string;
  /** The operation's id; absent where the document has none for the exchange. */
  readonly operation?: string;
  /** In one sentence, the same for whatever values it was found by. */
  readonly message: string;
  /** What was seen: types, and such values as are no secrets. */
  readonly observed: readonly string[];
  /** What would make the document allow it. */
  readonly edits: readonly DriftEdit[];
}

/** A member of the document that is set, or removed where there is no value; what is missing on the way is made. */
export interface DriftEdit {
  readonly pointer: string;
  readonly value?: JsonValue;
}

/** An operation of a JSON Patch (RFC 6902). */
export type PatchOperation =
  | { readonly op: "add" | "replace"; readonly path: string; readonly value: JsonValue }
  | { readonly op: "remove"; readonly path: string };

/** A finding with all that was seen of it. */
export interface CollectedFinding extends Omit<DriftFinding, "edits" | "direction"> {
  readonly directions: readonly Direction[];
  /** In how many exchanges. */
  readonly times: number;
  /** The first of them, without secrets. */
  readonly example: Exchange;
  /** What of the suggested patch is for it; empty where no document could allow for it. */
  readonly patch: readonly PatchOperation[];
}

/** Something that the document promises and that did not occur; what is part of it is not told again. */
export interface NeverSeen {
  readonly kind: "operation" | "status" | "media-type" | "property" | "header" | "parameter";
  readonly pointer: string;
  readonly operation: string;
  readonly message: string;
}

/** What traffic says of a document: plain data, in the order of the document's pointers. */
export interface DriftReport {
  readonly exchanges: number;
  /** Exchanges of which a body could not be looked at: too long, broken off, or coded in an unknown way. */
  readonly unread: number;
  readonly findings: readonly CollectedFinding[];
  readonly neverSeen: readonly NeverSeen[];
  /** To be applied to the bundled document; with it, the same traffic is as documented. */
  readonly patch: readonly PatchOperation[];
}
