import { body, form, integer, json, media, type OpenApiRow, text, xml } from "./openapi-parts.ts";

/** Edits of what is asked. */
export const bodyRows: readonly OpenApiRow[] = [
  // Request Body
  {
    of: "Request Body.description",
    edit: "another",
    base: body({ description: "One." }),
    head: body({ description: "Two." }),
    want: ["documentation-changed equal | note | note"],
  },
  {
    of: "Request Body.content",
    edit: "a media type more",
    base: body({}),
    head: body({ content: { ...json(text), "text/plain": { schema: text } } }),
    want: ["request-media-type-added wider | compatible derived | compatible derived"],
  },
  {
    of: "Request Body.content",
    edit: "a media type less",
    base: body({ content: { ...json(text), "text/plain": { schema: text } } }),
    head: body({}),
    want: ["request-media-type-removed narrower | breaking derived | breaking proved"],
  },
  {
    of: "Request Body.required",
    edit: "true",
    base: body({ required: false }),
    head: body({}),
    want: ["request-body-required narrower | breaking derived | breaking proved"],
  },
  {
    of: "Request Body.required",
    edit: "false",
    base: body({}),
    head: body({ required: false }),
    want: ["request-body-required wider | compatible derived | compatible derived"],
  },
  // Media Type
  {
    of: "Media Type.schema",
    edit: "another type",
    base: media({}),
    head: media({ schema: integer }),
    want: ["request-type different | breaking proved | breaking proved"],
  },
  {
    of: "Media Type.example",
    edit: "added",
    base: media({}),
    head: media({ example: "a" }),
    want: ["documentation-changed equal | note | note"],
  },
  {
    of: "Media Type.examples",
    edit: "added",
    base: media({}),
    head: media({ examples: { one: { value: "a" } } }),
    want: ["documentation-changed equal | note | note"],
  },
  {
    of: "Media Type.encoding",
    edit: "added",
    base: form({}),
    head: form({ file: { contentType: "image/png" } }),
    want: ["request-encoding different | breaking derived | note"],
  },
  // Encoding
  {
    of: "Encoding.contentType",
    edit: "one less",
    base: form({ file: { contentType: "image/png, image/gif" } }),
    head: form({ file: { contentType: "image/png" } }),
    want: ["request-encoding narrower | breaking derived | note"],
  },
  {
    of: "Encoding.headers",
    edit: "a required one more",
    base: form({ file: {} }),
    head: form({ file: { headers: { "X-Size": { required: true, schema: integer } } } }),
    want: ["request-encoding different | breaking derived | note"],
  },
  {
    of: "Encoding.style",
    edit: "another",
    base: form({ tags: {} }),
    head: form({ tags: { style: "pipeDelimited" } }),
    want: ["request-encoding different | breaking derived | note"],
  },
  {
    of: "Encoding.explode",
    edit: "false",
    base: form({ tags: { style: "form" } }),
    head: form({ tags: { style: "form", explode: false } }),
    want: ["request-encoding different | breaking derived | note"],
  },
  {
    of: "Encoding.allowReserved",
    edit: "true",
    base: form({ tags: {} }),
    head: form({ tags: { allowReserved: true } }),
    want: ["request-encoding different | breaking derived | note"],
  },
  // XML
  {
    of: "XML.name",
    edit: "another",
    base: xml({}),
    head: xml({ name: "two" }),
    want: ["request-xml different | breaking derived | note"],
  },
  {
    of: "XML.namespace",
    edit: "added",
    base: xml({}),
    head: xml({ namespace: "https://xml.test" }),
    want: ["request-xml different | breaking derived | note"],
  },
  {
    of: "XML.prefix",
    edit: "added",
    base: xml({}),
    head: xml({ prefix: "x" }),
    want: ["request-xml different | breaking derived | note"],
  },
  {
    of: "XML.attribute",
    edit: "true",
    base: xml({}),
    head: xml({ attribute: true }),
    want: ["request-xml different | breaking derived | note"],
  },
  {
    of: "XML.wrapped",
    edit: "true",
    base: xml({}),
    head: xml({ wrapped: true }),
    want: ["request-xml different | breaking derived | note"],
  },
];
