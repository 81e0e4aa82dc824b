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
  /** Every media type of an answer, as the header of that name lists them. */
  readonly accept?: string;
  /** Media types by status: three digits, a range such as `4XX`, or `default`. */
  readonly responses: { readonly [status: string]: readonly string[] };
  /** What the documented headers of an answer hold, by status and name. */
  readonly headers?: { readonly [status: string]: { readonly [name: string]: HeaderKind } };
  /** How the members of a form travel, by media type and name, where that is not as usual. */
  readonly encoding?: { readonly [mediaType: string]: { readonly [member: string]: MemberEncoding } };
  /** Whether sending twice does what sending once does, where the document says so; otherwise the method tells. */
  readonly idempotent?: boolean;
  /** Names of parameters whose values are shown nowhere. */
  readonly sensitiveParameters?: readonly string[];
  /** Names of the members of a body whose values are shown nowhere. */
  readonly sensitive?: readonly string[];
}

/** `list` is a text with commas between its items. */
export type HeaderKind = "string" | "number" | "boolean" | "list";

/** How one member of a form travels (OpenAPI 3.1, section 4.8.15). */
export interface MemberEncoding {
  /** The media type of its part of a multipart body. */
  readonly contentType?: string;
  readonly style?: NonNullable<Parameter["style"]>;
  readonly explode?: boolean;
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
