/** What a generated client knows of one operation: read from the document, plain data. */
export interface Operation {
  /** The document's `operationId`. */
  readonly id: string;
  readonly method: string;
  /** The path template, such as `/profiles/{userId}`. */
  readonly path: string;
  /** Where the operation answers elsewhere than the API does. */
  readonly servers?: readonly Server[];
  readonly parameters?: readonly Parameter[];
  /** Media types of the request body; the first is sent unless the caller names another. */
  readonly requestBody?: readonly string[];
  /** Alternatives, any of which is enough; each lists the schemes that it needs together. */
  readonly security?: readonly (readonly SecurityScheme[])[];
  /** Media types by status: three digits, a range such as `4XX`, or `default`. */
  readonly responses: { readonly [status: string]: readonly string[] };
}

export interface Server {
  readonly url: string;
  /** The value of each `{variable}` of the URL unless the caller gives another. */
  readonly variables?: { readonly [name: string]: string };
}

/** One parameter, in the words of OpenAPI 3.1, section 4.8.12; defaults are left out. */
export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly style?: "matrix" | "label" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "simple";
  readonly explode?: boolean;
  /** Leaves `:/?[]@!$'()*,;=` of a query value as they are; `#`, `&` and `+` would end the value or change it. */
  readonly allowReserved?: boolean;
  /** Set where the value travels as one text of this media type. */
  readonly mediaType?: string;
}

/** Where a credential goes. */
export type SecurityScheme =
  | { readonly name: string; readonly kind: "bearer" | "basic" }
  | {
      readonly name: string;
      readonly kind: "apiKey";
      readonly in: "header" | "query" | "cookie";
      readonly parameter: string;
    };

/** What a caller gives to an operation; which members it has, and their types, the generated client says. */
export interface Arguments {
  readonly path?: object;
  readonly query?: object;
  readonly headers?: object;
  readonly cookies?: object;
  readonly body?: unknown;
  /** Which of the documented media types the body is of. */
  readonly contentType?: string;
}
