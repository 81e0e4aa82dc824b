import type { CallError } from "./call-error.ts";
import type { CallSummary } from "./call-summary.ts";

interface Ended {
  /** Which call this is the end of; it holds no secret. */
  readonly call: CallSummary;
}

/** The server answered with a status that the document describes. */
export interface Documented<
  Ok extends boolean,
  Status extends number | string,
  Data,
  DocumentedHeaders extends object = object,
  MediaType extends string | undefined = undefined,
> extends Ended {
  readonly ok: Ok;
  /** As the document writes it: a number, a range such as `4XX`, or `default`. */
  readonly status: Status;
  /** The body; undefined where the document describes none. */
  readonly data: Data;
  /** The documented headers that came, read as the document says. */
  readonly headers: DocumentedHeaders;
  /** The documented media type that the body is of; undefined where there is no body. */
  readonly mediaType: MediaType;
  readonly response: Response;
}

/** Every way in which a call can end without an answer that the document describes. */
export type Failure = Undocumented | InvalidResponse | InvalidRequest | NetworkFailure | TimedOut | Aborted;

/** The server answered with a status that the document does not know; `response.status` tells which. */
export interface Undocumented extends Ended {
  readonly ok: false;
  readonly status: "undocumented";
  /** The body, parsed where it says that it is JSON; text otherwise. */
  readonly data: unknown;
  readonly response: Response;
}

/** The status is documented, but the body is of another media type, cannot be parsed, or is not what a schema asks. */
export interface InvalidResponse extends Ended {
  readonly ok: false;
  readonly status: "invalid-response";
  readonly error: CallError;
  readonly response: Response;
}

/** The request was refused before anything was sent. */
export interface InvalidRequest extends Ended {
  readonly ok: false;
  readonly status: "invalid-request";
  readonly error: CallError;
}

/** No answer came, or it broke off. */
export interface NetworkFailure extends Ended {
  readonly ok: false;
  readonly status: "network";
  readonly error: CallError;
}

/** The answer was not there in time. */
export interface TimedOut extends Ended {
  readonly ok: false;
  readonly status: "timeout";
  readonly error: CallError;
}

/** The caller's `signal` ended the call. */
export interface Aborted extends Ended {
  readonly ok: false;
  readonly status: "aborted";
  readonly error: CallError;
}

/** What any call can end in, for code that does not know which operation it looks at. */
export type Outcome = Documented<boolean, number | string, unknown, object, string | undefined> | Failure;
