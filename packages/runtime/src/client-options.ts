import type { Server } from "./operation.ts";

/** A secret, or a function that gives one for each call; `undefined` stands for "none now". */
export type Credential<Value = string> = Value | (() => Value | undefined | Promise<Value | undefined>);

/** User name and password of HTTP basic authentication. */
export interface BasicCredential {
  readonly username: string;
  readonly password: string;
}

/** Headers by name; `null` takes away one that would be sent otherwise. */
export interface HeaderValues {
  readonly [name: string]: string | null;
}

/** What every generated client takes; each narrows `auth` and `server` to its own document. */
export interface ClientOptions {
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
}

/** What one call may set. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly headers?: HeaderValues;
}
