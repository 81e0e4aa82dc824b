import type { JsonObject, JsonValue } from "./json.ts";

/**
 * What the mill knows of an API: plain data, made once by `build-model.ts` from a bundled document, with `$ref`s to
 * anything but schemas followed, path-level parameters merged in, and every default of OpenAPI spelt out.
 */
export interface Api extends Told {
  readonly title: string;
  readonly version: string;
  readonly summary?: string;
  readonly description?: string;
  readonly documentation?: Documentation;
  /** What the Info Object tells. */
  readonly info?: Told;
  /** At least one; `/` where the document names none. */
  readonly servers: readonly Server[];
  readonly securitySchemes: readonly SecurityScheme[];
  readonly operations: readonly Operation[];
  /** What the server calls of its own accord, with the name of the webhook for a path; absent where there are none. */
  readonly webhooks?: readonly Operation[];
  /** The tags that the document lists; absent where it lists none. */
  readonly tags?: readonly Tag[];
  readonly schemas: readonly NamedSchema[];
  /** Every place of the document that no source backs. */
  readonly inferences: readonly Inference[];
}

/** What the document tells people of an object. */
export interface Told {
  /**
   * Every member that changes nothing of what travels: texts, examples, extensions, whether it is deprecated. Absent
   * where there is none.
   */
  readonly prose?: JsonObject;
}

export interface Documentation {
  readonly url: string;
  readonly description?: string;
}

export interface Tag extends Told {
  readonly name: string;
  readonly pointer: string;
}

export interface Server extends Told {
  /** With `{variable}` where a variable stands; relative where the document knows no host. */
  readonly url: string;
  readonly description?: string;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable extends Told {
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
  | (SecuritySchemeBase & {
      readonly kind: "bearer";
      /** The ways to a token of OAuth 2. */
      readonly flows?: readonly OAuthFlow[];
      /** Where OpenID Connect tells the ways to a token. */
      readonly openIdConnectUrl?: string;
    })
  /** A scheme that needs more than a credential in the request, such as mutual TLS. */
  | (SecuritySchemeBase & { readonly kind: "unsupported"; readonly type: string });

interface SecuritySchemeBase extends Told {
  /** Its key in `#/components/securitySchemes`. */
  readonly name: string;
  readonly description?: string;
}

export interface OAuthFlow extends Told {
  readonly kind: "implicit" | "password" | "clientCredentials" | "authorizationCode";
  readonly pointer: string;
  readonly authorizationUrl?: string;
  readonly tokenUrl?: string;
  readonly refreshUrl?: string;
  /** What a token may be asked for, with what each is for. */
  readonly scopes: { readonly [scope: string]: string };
}

/** Schemes that must be satisfied together; an empty list asks for nothing. */
export type SecurityRequirement = readonly string[];

export type Method = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";

export interface Operation extends Told {
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
  /** Where those alternatives stand; absent where none are listed. */
  readonly securityPointer?: string;
  /** The scopes of each scheme, for each alternative of `security`; absent where no alternative names any. */
  readonly scopes?: readonly { readonly [scheme: string]: readonly string[] }[];
  /** Where the operation answers elsewhere than the API does. */
  readonly servers?: readonly Server[];
  /** The list in which those servers stand. */
  readonly serversPointer?: string;
  /** What its path item tells of all the operations of the path. */
  readonly shared?: Told;
  /** Absent where it has none. */
  readonly tags?: readonly string[];
  /** What the server calls because of this operation; absent where it calls nothing. */
  readonly callbacks?: readonly Callback[];
  /** The day from which the operation may be gone, as `x-sunset` has it. */
  readonly sunset?: string;
  /** What is promised of the operation, as `x-stability-level` has it. */
  readonly stability?: Stability;
  /** Whether the document says, with `x-idempotent`, that sending twice does what sending once does, or does not. */
  readonly idempotent?: boolean;
  /**
   * Names of the properties anywhere in its bodies whose values are to be shown nowhere: those with `writeOnly`,
   * `format: password` or `x-sensitive`. Sorted.
   */
  readonly sensitive: readonly string[];
}

/** From what may change any day to what is kept. */
export type Stability = "draft" | "alpha" | "beta" | "stable";

export interface Callback extends Told {
  readonly name: string;
  readonly pointer: string;
  /** Where it goes: a runtime expression (OpenAPI 3.1, section 4.8.20.4), which is the path of its operations. */
  readonly expression: string;
  readonly operations: readonly Operation[];
}

export type ParameterStyle =
  | "matrix"
  | "label"
  | "simple"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "deepObject";

export interface Parameter extends Told {
  readonly name: string;
  readonly pointer: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description?: string;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Set where a name without a value is allowed too. */
  readonly allowEmptyValue?: true;
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

export interface RequestBody extends Told {
  readonly pointer: string;
  readonly required: boolean;
  readonly description?: string;
  readonly content: readonly MediaType[];
}

export interface Response extends Told {
  /** Three digits, a range such as `4XX`, or `default`. */
  readonly status: string;
  readonly pointer: string;
  readonly description: string;
  /** Without `Content-Type`, which OpenAPI has the media types tell (3.1, section 4.8.17). */
  readonly headers: readonly ResponseHeader[];
  readonly content: readonly MediaType[];
  /** Absent where it has none. */
  readonly links?: readonly Link[];
}

/** What to call next, and with which values of the answer (OpenAPI 3.1, section 4.8.20). */
export interface Link extends Told {
  readonly name: string;
  readonly pointer: string;
  readonly operationId?: string;
  readonly operationRef?: string;
  readonly parameters?: JsonObject;
  readonly requestBody?: JsonValue;
  readonly server?: Server;
}

export interface ResponseHeader extends Told {
  readonly name: string;
  readonly pointer: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description?: string;
  /** Set where the members of an object travel as `name=value`. */
  readonly explode?: true;
  /** Set where the header is described by `content` instead of a style. */
  readonly mediaType?: string;
  /** The JSON Schema of the value, with its references as they are. */
  readonly schema?: JsonValue;
  /** Where the schema stands, not followed. */
  readonly schemaPointer?: string;
  /** A value to show; absent where the document gives none. */
  readonly example?: JsonValue;
}

export interface MediaType extends Told {
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
export interface Encoding extends Told {
  /** The media type of its part of a multipart body. */
  readonly contentType?: string;
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  /** What the head of its part says besides `Content-Type`; absent where that is nothing. */
  readonly headers?: readonly ResponseHeader[];
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
