/** The server answered with a status that the document describes. */
export interface Documented<Ok extends boolean, Status extends number | string, Data> {
  readonly ok: Ok;
  /** As the document writes it: a number, a range such as `4XX`, or `default`. */
  readonly status: Status;
  /** The body; undefined where the document describes none. */
  readonly data: Data;
  readonly response: Response;
}

/** Every way in which a call can end without an answer that the document describes. */
export type Failure = Undocumented | InvalidResponse | InvalidRequest | NetworkFailure | Aborted;

/** The server answered with a status that the document does not know; `response.status` tells which. */
export interface Undocumented {
  readonly ok: false;
  readonly status: "undocumented";
  /** The body, parsed where it says that it is JSON; text otherwise. */
  readonly data: unknown;
  readonly response: Response;
}

/** The status is documented, but the body is of another media type or cannot be parsed. */
export interface InvalidResponse {
  readonly ok: false;
  readonly status: "invalid-response";
  readonly error: Error;
  readonly response: Response;
}

/** The request was refused before anything was sent. */
export interface InvalidRequest {
  readonly ok: false;
  readonly status: "invalid-request";
  readonly error: Error;
}

/** No answer came, or it broke off. */
export interface NetworkFailure {
  readonly ok: false;
  readonly status: "network";
  readonly error: Error;
}

/** The caller's `signal` ended the call. */
export interface Aborted {
  readonly ok: false;
  readonly status: "aborted";
  readonly error: Error;
}
