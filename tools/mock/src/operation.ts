import type { Preferences } from "./parse-preferences.ts";

/** One operation of a document, ready to answer. What stands behind it is known to the Prism adapter alone. */
export interface Operation {
  /** In lower case. */
  readonly method: string;
  /** The path template of the document, such as `/users/{id}`. */
  readonly path: string;
  readonly pathParameters: readonly { readonly name: string; readonly style: PathStyle }[];
  readonly responses: readonly DeclaredResponse[];
  /** Validates the request and makes the answer. Rejects where Prism itself fails. */
  readonly answer: (request: OperationRequest) => Promise<OperationAnswer>;
}

export type PathStyle = "simple" | "label" | "matrix";

export interface DeclaredResponse {
  /** `200`, `4XX` or `default`. */
  readonly code: string;
  /** Names of the examples of all its media types. */
  readonly examples: readonly string[];
}

/** A request whose every part has been parsed and found well-formed. */
export interface OperationRequest {
  /** Decoded, by name. */
  readonly pathParameters: ReadonlyMap<string, string>;
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly headers: Readonly<Record<string, string>>;
  /** A JSON value, the text of any other body, or null for none. */
  readonly body: unknown;
  /** Media ranges of `Accept`; empty where the client takes anything. */
  readonly accept: readonly string[];
  readonly preferences: Preferences;
}

export type OperationAnswer =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly headers: Readonly<Record<string, unknown>>;
      readonly body: unknown;
      readonly violations: readonly Violation[];
    }
  /** Prism has no answer in the document; it explains itself in a problem document. */
  | {
      readonly kind: "refused";
      readonly problem: { readonly status: number; readonly [member: string]: unknown };
      readonly headers: Readonly<Record<string, string>>;
    }
  /** Schemas of the operation cannot be compiled, so that nothing could be validated by them. */
  | { readonly kind: "unverifiable"; readonly places: readonly string[] };

/** Where request or response break the document, as the header `sl-violations` lists it. */
export interface Violation {
  /** Starts with `request` or `response`. */
  readonly location: readonly string[];
  readonly severity: string;
  readonly code?: string | number;
  readonly message: string;
}
