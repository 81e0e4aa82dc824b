import type { JsonValue } from "@specmill/spec";
import type { WireRequest } from "../wire/exchange.ts";

/** One thing that must hold of an API, as data. */
export interface ContractCase {
  /** Unique in its API, and the same for the same document: `updateProfile/body/marketing/absent`. */
  readonly id: string;
  /** The operation's id in the model. */
  readonly operation: string;
  readonly kind: CaseKind;
  /** What must hold, in a sentence. */
  readonly title: string;
  /** What it is about, as a JSON pointer into the bundled document. */
  readonly pointer: string;
  readonly given: Given;
  readonly expect: Expectation;
}

export type CaseKind =
  /** A request known to be invalid: without it no verdict is worth anything. */
  | "canary"
  | "happy"
  /** An optional thing is there, or is not. */
  | "present"
  | "absent"
  /** A value of an enum, a branch, a type, null. */
  | "value"
  /** The last value that a constraint allows. */
  | "boundary"
  /** A request with a single fault. */
  | "negative"
  | "security"
  /** A declared status and media type. */
  | "response"
  | "example"
  /** A response made up from its schema by a seed. */
  | "dynamic"
  /** A response with nothing but what it must have. */
  | "minimal"
  | "fuzz"
  /** What a fuzz run once found. */
  | "regression";

export type Given =
  /** Sent through the generated client, which decides how it travels. */
  | {
      readonly kind: "call";
      readonly arguments: CallArguments;
      readonly credentials: readonly Credential[];
      readonly prefer?: Preference;
    }
  /** Sent as it stands here: what no client would send. */
  | { readonly kind: "raw"; readonly request: WireRequest }
  /** Many calls, made up as they go: all that the document allows, or all that it does not. */
  | {
      readonly kind: "fuzz";
      readonly of: "allowed" | "refused";
      readonly seed: number;
      readonly runs: number;
    };

/** What the method of a client takes. */
export interface CallArguments {
  readonly path?: Readonly<Record<string, JsonValue>>;
  readonly query?: Readonly<Record<string, JsonValue>>;
  readonly headers?: Readonly<Record<string, JsonValue>>;
  readonly cookies?: Readonly<Record<string, JsonValue>>;
  readonly body?: JsonValue;
  /** Which of the documented media types the body is of; the first where absent. */
  readonly contentType?: string;
}

/** A made-up credential for a security scheme, by the scheme's name. */
export interface Credential {
  readonly scheme: string;
  readonly value: string | { readonly username: string; readonly password: string };
}

/** What the mock is asked to answer with (its `Prefer` header). */
export interface Preference {
  readonly code?: number;
  readonly example?: string;
  readonly dynamic?: true;
  readonly seed?: number;
  /** Nothing optional. */
  readonly minimal?: true;
  /** Sent as `Accept`: the media type to answer in. */
  readonly mediaType?: string;
}

export type Expectation =
  /** Answered by the response that is named, with all that the document says of it. */
  | {
      readonly kind: "answered";
      /** A key of the operation's responses: `200`, `4XX`, `default`; absent for any 2xx that is declared. */
      readonly response?: string;
      readonly mediaType?: string;
      /** The value that must come back. */
      readonly body?: JsonValue;
    }
  /** Refused, and for this reason. */
  | {
      readonly kind: "refused";
      readonly reason: RefusalReason;
      /** The broken keyword, as a JSON pointer into the document, where a schema is broken. */
      readonly pointer?: string;
    };

export type RefusalReason =
  | "body"
  | "parameter"
  | "security"
  | "media-type"
  | "malformed-body"
  | "missing-body"
  | "unknown-query"
  /** Refused for whatever reason. */
  | "any";
