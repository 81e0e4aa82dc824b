import type { JsonValue } from "./json.ts";

/**
 * What the mill knows of an API: plain data, made once by `build-model.ts` from a bundled document, with `$ref`s to
 * anything but schemas followed, path-level parameters merged in, and every default of OpenAPI spelt out.
 */
export interface Api {
  readonly title: string;
  readonly version: string;
  readonly summary?: string;
  readonly description?: string;
  readonly documentation?: Documentation;
  /** At least one; `/` where the document names none. */
  readonly servers: readonly Server[];
  readonly securitySchemes: readonly SecurityScheme[];
  readonly operations: readonly Operation[];
  readonly schemas: readonly NamedSchema[];
  /** Every place of the document that no source backs. */
  readonly inferences: readonly Inference[];
}

export interface Documentation {
  readonly url: string;
  readonly description?: string;
}

export interface Server {
  /** With `{variable}` where a variable stands; relative where the document knows no host. */
  readonly url: string;
  readonly description?: string;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  readonly default: string;
  readonly description?: string;
  /** The values allowed; any value where absent. */
  readonly values?: readonly string[];
}

export type SecurityScheme =
  | (SecuritySchemeBase & {
      readonly kind: "apiKey";
      readonly in: "header" | "query" | "cookie";
      readonly parameter: string;
    })
  | (SecuritySchemeBase & { readonly kind: "basic" })
  /** A token after `Bearer `: bearer itself, OAuth 2 and OpenID Connect. */
  | (SecuritySchemeBase & { readonly kind: "bearer" })
  /** A scheme that needs more than a credential in the request, such as mutual TLS. */
  | (SecuritySchemeBase & { readonly kind: "unsupported"; readonly type: string });

interface SecuritySchemeBase {
  /** Its key in `#/components/securitySchemes`. */
  readonly name: string;
  readonly description?: string;
}

/** Schemes that must be satisfied together; an empty list asks for nothing. */
export type SecurityRequirement = readonly string[];

export type Method = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";

export interface Operation {
  /** The document's `operationId`, or one made of method and path where it has none. */
  readonly id: string;
  /** Where it stands in the bundled document, as are all the pointers of this model, references followed. */
  readonly pointer: string;
  readonly method: Method;
  /** The path template, such as `/profiles/{userId}`. */
  readonly path: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  readonly documentation?: Documentation;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: RequestBody;
  /** In the order of the document. */
  readonly responses: readonly Response[];
  /** Alternatives, any of which is enough; none where no credential is asked for. */
  readonly security: readonly SecurityRequirement[];
  /** Where the operation answers elsewhere than the API does. */
  readonly servers?: readonly Server[];
  /** Whether the document says, with `x-idempotent`, that sending twice does what sending once does, or does not. */
  readonly idempotent?: boolean;
  /**
   * Names of the properties anywhere in its bodies whose values are to be shown nowhere: those with `writeOnly`,
   * `format: password` or `x-sensitive`. Sorted.
   */
  readonly sensitive: readonly string[];
}

export type ParameterStyle =
  | "matrix"
  | "label"
  | "simple"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "deepObject";

export interface Parameter {
  readonly name: string;
  readonly pointer: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description?: string;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Set where the parameter is described by `content` instead of a style. */
  readonly mediaType?: string;
  /** The JSON Schema of the value, with its references as they are. */
  readonly schema?: JsonValue;
  /** Where the schema stands, not followed. */
  readonly schemaPointer?: string;
  /** Whether its values are to be shown nowhere: it, or its schema, has `x-sensitive` or `format: password`. */
  readonly sensitive: boolean;
  /** A value to show; absent where the document gives none. */
  readonly example?: JsonValue;
}

export interface RequestBody {
  readonly pointer: string;
  readonly required: boolean;
  readonly description?: string;
  readonly content: readonly MediaType[];
}

export interface Response {
  /** Three digits, a range such as `4XX`, or `default`. */
  readonly status: string;
  readonly pointer: string;
  readonly description: string;
  /** Without `Content-Type`, which OpenAPI has the media types tell (3.1, section 4.8.17). */
  readonly headers: readonly ResponseHeader[];
  readonly content: readonly MediaType[];
}

export interface ResponseHeader {
  readonly name: string;
  readonly pointer: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description?: string;
  /** The JSON Schema of the value, with its references as they are. */
  readonly schema?: JsonValue;
  /** Where the schema stands, not followed. */
  readonly schemaPointer?: string;
  /** A value to show; absent where the document gives none. */
  readonly example?: JsonValue;
}

export interface MediaType {
  /** As the document writes it, such as `application/json`. */
  readonly type: string;
  readonly pointer: string;
  /** Name of the component schema, where the body is just that. */
  readonly schema?: string;
  /** The JSON Schema of the body, with its references as they are. */
  readonly jsonSchema?: JsonValue;
  /** How single properties of a form travel, by name, where the document says so. */
  readonly encoding?: { readonly [property: string]: Encoding };
  readonly examples: readonly Example[];
}

/** How a property of a form travels (OpenAPI 3.1, section 4.8.15). */
export interface Encoding {
  /** The media type of its part of a multipart body. */
  readonly contentType?: string;
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
}

export interface Example {
  readonly name: string;
  readonly summary?: string;
  readonly value: JsonValue;
}

export interface NamedSchema {
  readonly name: string;
  readonly description?: string;
  readonly deprecated: boolean;
  /** The JSON Schema itself, with its references as they are. */
  readonly schema: JsonValue;
}

export interface Inference {
  /** JSON pointer into the bundled document. */
  readonly pointer: string;
  readonly reason: string;
}
