/** What any answer may have beside its status and its body. */
interface AnswerSettings<DocumentedHeaders> {
  /** Set over the document's examples; `null` takes one of those away. */
  readonly headers?: { readonly [Name in keyof DocumentedHeaders]?: HeaderValue } & {
    readonly [name: string]: HeaderValue;
  };
  /** Milliseconds until the answer comes. A `signal` that is aborted meanwhile ends the wait. */
  readonly delay?: number;
  readonly fault?: never;
}

type HeaderValue = string | number | boolean | null;

/**
 * A documented answer of one operation: its status, and one of its examples or a body of your own.
 *
 * @typeParam Result - how a call of the operation can end, as its client has it
 * @typeParam Status - a status as the document writes it; a range and `default` take the number as `code`
 * @typeParam Example - the names of the document's examples; `body` has to be given where there are none
 * @typeParam MediaType - which body it is, where the status documents several; with `undefined` it need not be named
 */
export type TestAnswer<
  Result,
  Status extends number | string,
  Example extends string = never,
  MediaType extends string | undefined = undefined,
> = AnswerSettings<MemberOf<Result, Status, MediaType, "headers">> &
  StatusOf<Status> &
  MediaTypeOf<MediaType> &
  ContentOf<MemberOf<Result, Status, MediaType, "data">, Example>;

/** An answer that no document describes. */
export type TestFault =
  | {
      /**
       * - `network`: no answer, as when the connection is refused or breaks
       * - `hang`: no answer ever; only the request's `signal` ends the call
       * - `malformed`: a documented status, and JSON that ends too early
       * - `html`: a page of a proxy, with status 200
       */
      readonly fault: "network" | "hang" | "malformed" | "html";
      readonly status?: never;
      readonly delay?: number;
    }
  | {
      /** A status that the document does not know. */
      readonly fault: "undocumented";
      readonly status?: never;
      /** The status that is sent: 418 unless you choose, or another where the document knows that one. */
      readonly code?: number;
      /** A string is sent as text, anything else as JSON. */
      readonly body?: unknown;
      readonly headers?: { readonly [name: string]: HeaderValue };
      readonly delay?: number;
    };

/** Any answer to any operation, for the code that does not know which one it looks at. */
export interface AnyAnswer {
  readonly fault?: TestFault["fault"];
  readonly status?: number | string;
  readonly code?: number;
  readonly mediaType?: string;
  readonly example?: string;
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: HeaderValue };
  readonly delay?: number;
}

type StatusOf<Status> = Status extends number
  ? { readonly status: Status }
  : {
      readonly status: Status;
      /** The status that is sent. */
      readonly code: number;
    };

type MediaTypeOf<MediaType extends string | undefined> = [MediaType] extends [undefined]
  ? { readonly mediaType?: never }
  : undefined extends MediaType
    ? { readonly mediaType?: Concrete<NonNullable<MediaType>> }
    : { readonly mediaType: Concrete<NonNullable<MediaType>> };

/** The media types that a documented one stands for: `image/*` is any image. */
type Concrete<MediaType extends string> = MediaType extends "*/*"
  ? `${string}/${string}`
  : MediaType extends `${infer Type}/*`
    ? `${Type}/${string}`
    : MediaType;

type ContentOf<Data, Example extends string> = [Data] extends [undefined]
  ? { readonly example?: never; readonly body?: never }
  : [Example] extends [never]
    ? { readonly example?: never; readonly body: Data }
    :
        | { readonly example?: Example; readonly body?: never }
        | { readonly example?: never; readonly body: Data };

/** A member of the outcome for a status; that of the media type where the outcome tells media types apart. */
type MemberOf<Result, Status, MediaType, Key extends string> = PropertyOf<
  [Extract<Result, { status: Status; mediaType: NonNullable<MediaType> }>] extends [never]
    ? Extract<Result, { status: Status }>
    : Extract<Result, { status: Status; mediaType: NonNullable<MediaType> }>,
  Key
>;

type PropertyOf<Value, Key extends string> = Value extends { readonly [Name in Key]: infer Property }
  ? Property
  : never;
