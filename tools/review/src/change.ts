import type { Direction } from "@specmill/oracle";
import type { JsonValue } from "@specmill/spec";
import type { ReviewRule } from "./review-rule.ts";

/** Who feels a change: those who speak HTTP, or those whose code is compiled against the package. */
export type Axis = "wire" | "source";

/** `note`: of no consequence for a caller, such as a description. */
export type Impact = "breaking" | "compatible" | "note";

/** What is allowed now, against what was: less, more, something else, or the same in other words. */
export type Comparison = "narrower" | "wider" | "different" | "equal";

/**
 * One difference between two documents and one direction in which values travel, as a comparison by rule found it:
 * nothing is proved yet.
 */
export interface Change {
  readonly rule: ReviewRule;
  /**
   * Which way the values travel that it concerns: `request` to the server, `response` from it. What a webhook or a
   * callback sends comes from the server, and is `response`. Absent where it is of neither.
   */
  readonly direction?: Direction;
  readonly comparison: Comparison;
  readonly wire: Impact;
  /** `note` where no type tells of it. */
  readonly source: Impact;
  /** What changed, in one sentence without the operations: "`name` may be 20 characters long at most; it was 40." */
  readonly message: string;
  /** JSON pointer into the bundled base document, to the keyword or object that changed; absent where it is new. */
  readonly base?: string;
  /** The same of the head document; absent where it is gone. */
  readonly head?: string;
  /** The old value of the keyword; absent where there was none, or it is a whole object. */
  readonly before?: JsonValue;
  readonly after?: JsonValue;
  /**
   * The innermost two schemas around the change of which a value can be put to both. Absent where no value of JSON
   * can show it.
   */
  readonly schemas?: SchemaPlaces;
  /**
   * `search`: were it so, there would be a value that one side allows and the other refuses. `rule`: it holds whatever
   * values are allowed, as for a property that is gone or another default.
   */
  readonly evidence: "search" | "rule";
  /** Names of the operations that it reaches, sorted; see `OperationName`. Empty for what concerns the whole API. */
  readonly operations: readonly string[];
  /** The first place of an operation where it shows. */
  readonly part?: Part;
}

/** Two schemas, as JSON pointers into the bundled base and head documents. */
export interface SchemaPlaces {
  readonly base: string;
  readonly head: string;
}

/** One value that an operation sends or gets, with the way to something within. */
export interface Part {
  /** The operation's id; `webhook <name> <method>` or `<operationId> callback <name> <method>` for what the server calls. */
  readonly operation: string;
  readonly kind: "body" | "parameter" | "header";
  /** Of the parameter or header; the media type of a body. */
  readonly name: string;
  /** Of the response that it is of; absent in a request. */
  readonly status?: string;
  /** The schemas of the whole value. */
  readonly schemas: SchemaPlaces;
  /** The way from the whole value to the changed one: names of properties; `*` for any member of an array or a map. */
  readonly path: readonly string[];
}
