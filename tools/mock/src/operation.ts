import type { ParsedBody } from "./parse-body.ts";
import type { Preferences } from "./parse-preferences.ts";
import type { RawPair } from "./read-parameter.ts";

/** One operation of a document, ready to answer. */
export interface Operation {
  /** In lower case. */
  readonly method: string;
  /** The path template of the document, such as `/users/{id}`. */
  readonly path: string;
  readonly pathParameters: readonly PathParameter[];
  readonly responses: readonly DeclaredResponse[];
  /** Validates the request and makes the answer. Rejects where Prism itself fails. */
  readonly answer: (request: OperationRequest) => Promise<OperationAnswer>;
}

interface PathParameter {
  readonly name: string;
  readonly style: PathStyle;
  /** Whether its members stand there each by its name, as an exploded object's may. */
  readonly isSpread: boolean;
}

export type PathStyle = "simple" | "label" | "matrix";

interface DeclaredResponse {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  /** Names of the examples of all its media types. */
  readonly examples: readonly string[];
}

/** A request whose every part has been found well-formed. */
export interface OperationRequest {
  /** As they stand in the path, not decoded, by name. */
  readonly pathParameters: ReadonlyMap<string, string>;
  /** In order, not decoded. */
  readonly query: readonly RawPair[];
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Names of the headers that were sent more than once, in lower case. */
  readonly repeated: readonly string[];
  readonly body: ParsedBody;
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
  /** The document has no answer; Prism explains itself in a problem document. */
  | {
      readonly kind: "refused";
      readonly problem: { readonly status: number; readonly [member: string]: unknown };
      readonly headers: Readonly<Record<string, string>>;
      /** What is wrong with the request; none where something else is. */
      readonly violations: readonly Violation[];
    }
  /** Schemas of the operation cannot be compiled, so that nothing could be validated by them. */
  | { readonly kind: "unverifiable"; readonly places: readonly string[] };

/** What is wrong with a request or a response, in the shape that Prism reports it in. */
export interface RequestFault {
  /** The way to it: `["body", "name"]`, `["query", "size", "0"]`; absent where it is nowhere. */
  readonly path?: readonly string[];
  /** The keyword that is broken, 401 and 415 where Prism has these, or a word of the mock's own. */
  readonly code: string | number;
  readonly message: string;
  /** Challenges of a 401. */
  readonly tags?: readonly string[];
}

/** Where request or response break the document, as the header `sl-violations` lists it. */
export interface Violation {
  /** Starts with `request` or `response`. */
  readonly location: readonly string[];
  readonly severity: string;
  readonly code?: string | number;
  readonly message: string;
}
