/** A request as it stands on the wire: plain data, so that it can be stored, compared and sent again. */
export interface WireRequest {
  /** In capitals. */
  readonly method: string;
  /** Path and query below the place where the API answers; starts with `/`. */
  readonly target: string;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text in UTF-8; absent where there is none. */
  readonly body?: string;
}

/** A response as it stood on the wire. */
export interface WireResponse {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text in UTF-8; empty where there is none. */
  readonly body: string;
}

export interface Exchange {
  readonly request: WireRequest;
  readonly response: WireResponse;
}

/** Whatever answers requests: the mock in this process, or a server elsewhere. */
export interface Target {
  /** Whom a wrong answer is blamed on. */
  readonly kind: "mock" | "upstream";
  /** Rejects where there is no answer: the server cannot be reached, or has crashed. */
  readonly send: (request: WireRequest) => Promise<WireResponse>;
}
