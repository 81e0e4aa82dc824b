/** What of a schema may change: a JSON Schema keyword, or what several of them say together. */
export const schemaSubjects = [
  "schema", // a schema is there now, or no more, or became `true` or `false`
  "type", // with null: `nullable` of OpenAPI 3.0 is read as the type null
  "enum", // with `const`, which is an enum of one
  "format",
  "pattern",
  "min-length",
  "max-length",
  "minimum", // with `exclusiveMinimum`
  "maximum", // with `exclusiveMaximum`
  "multiple-of",
  "min-items",
  "max-items",
  "unique-items",
  "items",
  "prefix-items",
  "contains",
  "min-contains",
  "max-contains",
  "unevaluated-items",
  "property-added",
  "property-removed",
  "required",
  "min-properties",
  "max-properties",
  "additional-properties",
  "pattern-properties",
  "property-names",
  "dependent-required",
  "dependent-schemas",
  "unevaluated-properties",
  "all-of",
  "any-of",
  "one-of",
  "not",
  "condition", // `if`, `then` and `else`
  "discriminator",
  "default",
  "extensible-enum", // `x-extensible-enum`
  "read-only",
  "write-only",
  "content-encoding",
  "content-media-type",
  "content-schema",
  "xml",
  "values", // found by a value alone: no other rule says why
] as const;

export type SchemaSubject = (typeof schemaSubjects)[number];

/** What else of a document may change. */
const surfaceRules = [
  "api-added",
  "api-removed",
  "api-renamed",
  "operation-added",
  "operation-removed",
  "operation-renamed", // another operationId for the same method and path
  "operation-deprecated", // or reinstated
  "path-parameter-renamed",
  "parameter-added",
  "parameter-removed",
  "parameter-required", // became required, or optional
  "parameter-serialization", // style, explode, allowReserved, allowEmptyValue, media type
  "request-body-added",
  "request-body-removed",
  "request-body-required",
  "request-media-type-added",
  "request-media-type-removed",
  "request-encoding", // how a property of a form travels
  "response-encoding",
  "response-added",
  "response-removed",
  "response-media-type-added",
  "response-media-type-removed",
  "response-header-added",
  "response-header-removed",
  "response-header-required", // is always sent now, or no more
  "security-requirement", // which credentials an operation asks for, with their scopes
  "security-scheme", // how a credential is sent, and where one is got
  "server-added",
  "server-removed",
  "server-variable",
  "callback-added",
  "callback-removed",
  "webhook-added",
  "webhook-removed",
  "link-changed", // added, removed or changed
  "tag-changed",
  "stability-changed", // x-stability-level
  "sunset-changed", // x-sunset
  "documentation-changed", // titles, descriptions, summaries, examples, comments, external docs, other extensions
] as const;

/** What only the compiler sees. */
const sourceRules = [
  "source-request", // what a caller may give has another type
  "source-response", // what a caller gets has another type
  "source-export", // an exported name is gone or new
  "source-consumer", // code that compiled against the old package does not against the new
] as const;

/** What another engine says, and this one does not. */
const outsideRules = ["redocly-diff"] as const;

export type ReviewRule =
  | `${"request" | "response"}-${SchemaSubject}`
  | (typeof surfaceRules)[number]
  | (typeof sourceRules)[number]
  | (typeof outsideRules)[number];

/** Every rule of the review by name, in the order in which they are documented. */
export const reviewRules: readonly ReviewRule[] = [
  ...surfaceRules,
  ...schemaSubjects.flatMap((subject) => [`request-${subject}` as const, `response-${subject}` as const]),
  ...sourceRules,
  ...outsideRules,
];
