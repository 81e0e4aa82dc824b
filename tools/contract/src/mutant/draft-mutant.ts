import type { JsonObject, Operation, Parameter, ResponseHeader, SecurityScheme } from "@specmill/spec";
import type { Edit } from "./edit-document.ts";
import type { Place } from "./list-places.ts";

/** A change of a document before anyone has judged what it means. */
export interface Draft {
  readonly subject: Subject;
  /** A place of the document before the change. */
  readonly pointer: string;
  /** What tells it from others of the same operator at the same place. */
  readonly detail?: string;
  readonly change: string;
  readonly operations: readonly string[];
  readonly edit: Edit;
}

/** What is changed, with all that a judge has to know of it. */
export type Subject =
  /** The operator alone tells what it means. */
  | { readonly kind: "plain"; readonly operator: PlainOperator }
  | SchemaSubject
  | ParameterSubject
  | {
      readonly kind: "security";
      readonly operator: SecurityOperator;
      readonly turns: readonly SecurityTurn[];
    }
  | ResponseSubject
  | HeaderSubject;

export interface SchemaSubject {
  readonly kind: "schema";
  readonly operator: SchemaOperator;
  /** Of the schema that the change is in. */
  readonly place: Place;
  readonly before: JsonObject;
  readonly after: JsonObject;
  /** The property that it is about. */
  readonly property?: string;
  /** The branch that it is about. */
  readonly branch?: { readonly keyword: "oneOf" | "anyOf"; readonly index: number };
}

export interface ParameterSubject {
  readonly kind: "parameter";
  readonly operator: ParameterOperator;
  readonly parameter: Parameter;
  /** The schema of its value; absent where it has none. */
  readonly place?: Place;
}

export interface ResponseSubject {
  readonly kind: "response";
  readonly operator: "response-status-change" | "response-drop";
  readonly document: JsonObject;
  readonly operation: Operation;
  readonly status: string;
  /** The status that it is moved to. */
  readonly becomes?: string;
}

export interface HeaderSubject {
  readonly kind: "header";
  readonly operator: HeaderOperator;
  readonly header: ResponseHeader;
  readonly place?: Place;
}

/** What one operation asks for, before and after. */
export interface SecurityTurn {
  readonly before: SecurityState;
  readonly after: SecurityState;
}

export interface SecurityState {
  readonly alternatives: Operation["security"];
  readonly schemes: readonly SecurityScheme[];
}

export type PlainOperator =
  | "operation-drop"
  | "path-rename"
  | "method-change"
  | "parameter-add"
  | "body-require"
  | "body-relax"
  | "body-drop"
  | "body-media-type-change"
  | "body-media-type-drop"
  | "response-media-type-change"
  | "response-media-type-drop"
  | "example-rename"
  | "example-change";

export type SchemaOperator =
  | "property-required-add"
  | "property-required-drop"
  | "property-rename"
  | "property-drop"
  | "property-retype"
  | "read-only-add"
  | "read-only-drop"
  | "write-only-add"
  | "write-only-drop"
  | "dependent-required-drop"
  | "additional-properties-open"
  | "additional-properties-close"
  | "type-change"
  | "const-change"
  | "enum-value-add"
  | "enum-value-drop"
  | "null-allow"
  | "null-forbid"
  | "pattern-change"
  | "pattern-drop"
  | "format-add"
  | "format-change"
  | "format-drop"
  | "bound-tighten"
  | "bound-loosen"
  | "bound-drop"
  | "unique-items-flip"
  | "items-retype"
  | "prefix-items-drop"
  | "branch-drop"
  | "parameter-retype"
  | "header-retype"
  | "response-list-wrap";

export type ParameterOperator =
  | "parameter-drop"
  | "parameter-rename"
  | "parameter-move"
  | "parameter-require"
  | "parameter-relax"
  | "parameter-explode-flip"
  | "parameter-style-change";

export type SecurityOperator =
  | "security-drop"
  | "security-alternative-drop"
  | "security-optional"
  | "security-swap"
  | "security-and"
  | "security-add"
  | "api-key-move"
  | "api-key-rename"
  | "http-scheme-change";

export type HeaderOperator = "header-drop" | "header-require" | "header-relax" | "header-rename";
