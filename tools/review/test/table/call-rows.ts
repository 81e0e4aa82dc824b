import {
  callback,
  fine,
  integer,
  json,
  type OpenApiRow,
  op,
  parameter,
  post,
  server,
  text,
  variable,
} from "./openapi-parts.ts";

/** Edits of callbacks, references and servers. */
export const callRows: readonly OpenApiRow[] = [
  // Callback
  {
    of: "Callback.{expression}",
    edit: "another",
    base: callback({}),
    head: post({
      callbacks: {
        done: {
          "{$request.query.other}": { post: { requestBody: { content: json(text) }, responses: fine } },
        },
      },
    }),
    want: [
      "response callback-added wider | compatible derived | note",
      "response callback-removed narrower | breaking derived | note",
    ],
  },
  {
    of: "Callback.{expression}",
    edit: "sends another type",
    base: callback({}),
    head: callback({ requestBody: { content: json(integer) } }),
    want: ["response-type different | breaking proved | note"],
  },
  {
    of: "Callback.{expression}",
    edit: "asks for another answer",
    base: callback({ responses: { 200: { description: "It.", content: json(text) } } }),
    head: callback({ responses: { 200: { description: "It.", content: json({ ...text, maxLength: 3 }) } } }),
    want: ["request-max-length narrower | breaking proved | note"],
  },
  // Reference
  {
    of: "Reference.$ref",
    edit: "to another",
    base: op({ parameters: [{ $ref: "#/components/parameters/One" }] }),
    head: op({ parameters: [{ $ref: "#/components/parameters/Two" }] }),
    want: [
      "request parameter-added wider | compatible derived | compatible derived",
      "request parameter-removed narrower | breaking derived | breaking proved",
    ],
  },
  {
    of: "Reference.$ref",
    edit: "written out",
    base: op({ parameters: [{ $ref: "#/components/parameters/One" }] }),
    head: parameter({ name: "one" }),
    want: [],
  },
  {
    of: "Reference.summary",
    edit: "added",
    base: op({ responses: { ...fine, 404: { $ref: "#/components/responses/Problem" } } }),
    head: op({ responses: { ...fine, 404: { $ref: "#/components/responses/Problem", summary: "None." } } }),
    want: ["documentation-changed equal | note | note"],
  },
  {
    of: "Reference.description",
    edit: "added",
    base: op({ responses: { ...fine, 404: { $ref: "#/components/responses/Problem" } } }),
    head: op({
      responses: { ...fine, 404: { $ref: "#/components/responses/Problem", description: "None." } },
    }),
    want: ["documentation-changed equal | note | note"],
  },
  // Server, Server Variable
  {
    of: "Server.url",
    edit: "another",
    base: server({}),
    head: server({ url: "https://{region}.two.test" }),
    want: [
      "request server-added wider | compatible derived | note",
      "request server-removed narrower | breaking derived | note",
    ],
  },
  {
    of: "Server.description",
    edit: "another",
    base: server({ description: "One." }),
    head: server({ description: "Two." }),
    want: ["documentation-changed equal | note | note"],
  },
  {
    of: "Server.variables",
    edit: "another name",
    base: server({}),
    head: server({
      url: "https://{area}.one.test",
      variables: { area: { default: "eu", enum: ["eu", "us"] } },
    }),
    want: ["request server-variable equal | note | note"],
  },
  {
    of: "Server Variable.enum",
    edit: "a value less",
    base: variable({}),
    head: variable({ enum: ["eu"] }),
    want: ["request server-variable narrower | breaking derived | note"],
  },
  {
    of: "Server Variable.enum",
    edit: "a value more",
    base: variable({}),
    head: variable({ enum: ["eu", "us", "au"] }),
    want: ["request server-variable wider | compatible derived | note"],
  },
  {
    of: "Server Variable.default",
    edit: "another",
    base: variable({}),
    head: variable({ default: "us" }),
    want: ["request server-variable different | breaking derived | note"],
  },
  {
    of: "Server Variable.description",
    edit: "another",
    base: variable({ description: "One." }),
    head: variable({ description: "Two." }),
    want: ["documentation-changed equal | note | note"],
  },
];
