import type { CallEvent } from "./call-event.ts";
import type { Middleware } from "./middleware.ts";
import type { Server } from "./operation.ts";
import type { Validate } from "./validation-types.ts";

/**
 * A secret, or a function that gives one for each call; `undefined` stands for "none now".
 *
 * The function is asked once more, with `refresh` set, when the server answers 401 to what it gave.
 */
export type Credential<Value = string> =
  | Value
  | ((context: { readonly refresh: boolean }) => Value | undefined | Promise<Value | undefined>);

/** User name and password of HTTP basic authentication. */
export interface BasicCredential {
  readonly username: string;
  readonly password: string;
}

/** Headers by name; `null` takes away one that would be sent otherwise. */
export interface HeaderValues {
  readonly [name: string]: string | null;
}

/** When a call is sent again: after 408, 429, 502, 503, 504 and faults of the network. */
export interface RetryOptions {
  /**
   * How often a call is sent at most.
   *
   * @default 3
   */
  readonly attempts?: number;
  /**
   * Milliseconds before the second attempt; doubled for each one after, and shortened at random by up to half.
   *
   * @default 500
   */
  readonly baseDelay?: number;
  /**
   * Milliseconds to wait at most. A server that asks for more with `Retry-After` is not asked again.
   *
   * @default 30000
   */
  readonly maxDelay?: number;
  /** Whether a call may be sent again at all; unless set, its document or its method tells (RFC 9110, section 9.2.2). */
  readonly idempotent?: boolean;
}

/** What a client sets for all of its calls and one call for itself. */
export interface ResilienceOptions {
  /** Milliseconds for the whole call, waiting and reading included. */
  readonly timeout?: number | undefined;
  /** Milliseconds for one attempt, reading included. */
  readonly attemptTimeout?: number | undefined;
  /** How failed attempts are repeated; `false` for never. */
  readonly retry?: RetryOptions | false | undefined;
}

/** What every generated client takes; each narrows `auth` and `server` to its own document. */
export interface ClientOptions extends ResilienceOptions {
  /** Credentials by the document's names of its security schemes. */
  readonly auth?: { readonly [scheme: string]: Credential | Credential<BasicCredential> | undefined };
  /** Origin and base path to call instead of the document's servers. */
  readonly baseUrl?: string;
  /** One of the document's servers, and values for its variables. */
  readonly server?: Server;
  /** Sent with every request; a call's own headers win. */
  readonly headers?: HeaderValues;
  /** Used instead of the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Layers around every attempt, the outermost first. */
  readonly middleware?: readonly Middleware[];
  /** Told of every step of a call, for logs and traces; what it throws is dropped. */
  readonly onEvent?: (event: CallEvent) => void;
  /** Checks what is sent and what comes: `createValidation()` of the package's `./schemas`. */
  readonly validate?: Validate;
  /** Reads JSON, such as one that keeps integers past 2^53; `JSON.parse` unless set. */
  readonly parseJson?: (text: string) => unknown;
}

/** What one call may set. */
export interface CallOptions extends ResilienceOptions {
  readonly signal?: AbortSignal | undefined;
  readonly headers?: HeaderValues | undefined;
}
