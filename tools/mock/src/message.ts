/** A request as the core sees it: no sockets, no streams. */
export interface MockRequest {
  /** In capitals, as HTTP writes it. */
  readonly method: string;
  /** The request target as it stood on the request line, not decoded. */
  readonly target: string;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Names of the headers that came more than once, in lower case; their values stand joined in `headers`. */
  readonly repeated?: readonly string[];
  readonly body: Uint8Array;
}

/** A response as the core makes it. */
export interface MockResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined for a response without content. */
  readonly body: string | undefined;
}
