import { type DocumentRow, get, tag, text, used, withAnswer } from "./document-parts.ts";

/** Edits of components, paths and tags. */
export const componentRows: readonly DocumentRow[] = [
  // Components
  {
    of: "Components.schemas",
    edit: "a shorter text",
    base: used({}),
    head: used({ schemas: { It: { ...text, maxLength: 3 } } }),
    want: ["request-max-length narrower | breaking proved | note"],
  },
  {
    of: "Components.schemas",
    edit: "renamed",
    base: used({}),
    head: used({
      schemas: { That: text },
      requestBodies: {
        It: { content: { "application/json": { schema: { $ref: "#/components/schemas/That" } } } },
      },
    }),
    want: [
      "source-export narrower | note | breaking derived",
      "source-export wider | note | compatible derived",
    ],
  },
  {
    of: "Components.responses",
    edit: "other content",
    base: withAnswer(text),
    head: withAnswer({ type: "integer" }),
    want: ["response-type different | breaking proved | breaking proved"],
  },
  {
    of: "Components.parameters",
    edit: "required",
    base: used({}),
    head: used({ parameters: { It: { name: "it", in: "query", required: true, schema: text } } }),
    want: ["request parameter-required narrower | breaking derived | breaking proved"],
  },
  {
    of: "Components.examples",
    edit: "another",
    base: used({}),
    head: used({ examples: { It: { value: "b" } } }),
    want: ["documentation-changed equal | note | note"],
  },
  {
    of: "Components.requestBodies",
    edit: "required",
    base: used({}),
    head: used({
      requestBodies: {
        It: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/It" } } },
        },
      },
    }),
    want: ["request-body-required narrower | breaking derived | breaking proved"],
  },
  {
    of: "Components.headers",
    edit: "required",
    base: used({}),
    head: used({ headers: { It: { required: true, schema: text } } }),
    want: ["response-header-required narrower | compatible derived | compatible derived"],
  },
  {
    of: "Components.securitySchemes",
    edit: "that nobody uses, gone",
    base: used({}),
    head: used({ securitySchemes: {} }),
    want: [
      "security-scheme narrower | note | breaking derived",
      "source-export narrower | note | breaking derived",
    ],
  },
  {
    of: "Components.links",
    edit: "to a list of parameters",
    base: used({}),
    head: used({ links: { It: { operationId: "sendOne", parameters: { it: "a" } } } }),
    want: ["response link-changed different | note | note"],
  },
  {
    of: "Components.callbacks",
    edit: "sends a body",
    base: used({}),
    head: used({
      callbacks: {
        It: {
          "{$request.query.it}": {
            post: {
              requestBody: { content: { "application/json": {} } },
              responses: { 200: { description: "Heard." } },
            },
          },
        },
      },
    }),
    want: ["response request-body-added wider | compatible derived | note"],
  },
  {
    of: "Components.pathItems",
    edit: "that nobody uses, gone",
    base: used({}),
    head: used({ pathItems: {} }),
    want: [],
  },
  // Paths
  {
    of: "Paths.{path}",
    edit: "another",
    base: { paths: { "/one": get } },
    head: { paths: { "/two": get } },
    want: [
      "request operation-added wider | compatible derived | compatible derived",
      "request operation-removed narrower | breaking derived | compatible derived",
    ],
  },
  {
    of: "Paths.{path}",
    edit: "its variable renamed",
    base: {
      paths: {
        "/one/{id}": { ...get, parameters: [{ name: "id", in: "path", required: true, schema: text }] },
      },
    },
    head: {
      paths: {
        "/one/{key}": { ...get, parameters: [{ name: "key", in: "path", required: true, schema: text }] },
      },
    },
    want: ["request path-parameter-renamed equal | note | breaking proved"],
  },
  // Tag
  {
    of: "Tag.name",
    edit: "another",
    base: tag({}),
    head: tag({ name: "two" }),
    want: ["tag-changed narrower | note | note", "tag-changed wider | note | note"],
  },
  {
    of: "Tag.description",
    edit: "another",
    base: tag({ description: "One." }),
    head: tag({ description: "Two." }),
    want: ["documentation-changed equal | note | note"],
  },
  {
    of: "Tag.externalDocs",
    edit: "added",
    base: tag({}),
    head: tag({ externalDocs: { url: "https://docs.test" } }),
    want: ["documentation-changed equal | note | note"],
  },
];
