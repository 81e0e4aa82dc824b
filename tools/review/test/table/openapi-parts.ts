import type { JsonObject } from "@specmill/spec";

/** An edit of one field of an object of OpenAPI, in an operation of its own. */
export interface OpenApiRow {
  /** `Object.field`; a field of another name in braces: `Security Requirement.{name}`. */
  readonly of: string;
  readonly edit: string;
  /** The path item of the row, before and after. */
  readonly base: JsonObject;
  readonly head: JsonObject;
  readonly want: readonly string[];
}

export const text = { type: "string" };
export const integer = { type: "integer" };
const list = { type: "array", items: text };
export const fine = { 200: { description: "It." } };
export const json = (schema: JsonObject, members: JsonObject = {}): JsonObject => ({
  "application/json": { schema, ...members },
});

export const op = (members: JsonObject = {}): JsonObject => ({ get: { responses: fine, ...members } });
export const post = (members: JsonObject = {}): JsonObject => ({ post: { responses: fine, ...members } });
export const parameter = (members: JsonObject): JsonObject =>
  op({ parameters: [{ name: "q", in: "query", schema: text, ...members }] });
export const listParameter = (members: JsonObject): JsonObject => parameter({ schema: list, ...members });
export const body = (members: JsonObject): JsonObject =>
  post({ requestBody: { required: true, content: json(text), ...members } });
export const media = (members: JsonObject): JsonObject => body({ content: json(text, members) });
export const form = (encoding: JsonObject): JsonObject =>
  body({
    content: {
      "multipart/form-data": {
        schema: { type: "object", properties: { file: { type: "string", format: "binary" }, tags: list } },
        encoding,
      },
    },
  });
export const response = (members: JsonObject): JsonObject =>
  op({ responses: { 200: { description: "It.", content: json(text), ...members } } });
export const header = (members: JsonObject): JsonObject =>
  response({ headers: { "X-Total": { required: true, schema: integer, ...members } } });
export const link = (members: JsonObject): JsonObject =>
  response({ links: { next: { operationId: "row0", ...members } } });
export const example = (members: JsonObject): JsonObject =>
  response({ content: json(text, { examples: { one: { value: "a", ...members } } }) });
export const server = (members: JsonObject): JsonObject =>
  op({
    servers: [
      {
        url: "https://{region}.one.test",
        variables: { region: { default: "eu", enum: ["eu", "us"] } },
        ...members,
      },
    ],
  });
export const variable = (members: JsonObject): JsonObject =>
  server({ variables: { region: { default: "eu", enum: ["eu", "us"], ...members } } });
export const security = (...alternatives: JsonObject[]): JsonObject => op({ security: alternatives });
export const xml = (members: JsonObject): JsonObject =>
  body({
    content: {
      "application/xml": {
        schema: { type: "object", properties: { a: text, list }, xml: { name: "one", ...members } },
      },
    },
  });
export const callback = (members: JsonObject): JsonObject =>
  post({
    callbacks: {
      done: {
        "{$request.query.url}": {
          post: { requestBody: { content: json(text) }, responses: fine, ...members },
        },
      },
    },
  });

export const scheme = (name: string) => ({ base: security({ [name]: [] }), head: security({ [name]: [] }) });
export const without = (method: string): Pick<OpenApiRow, "base" | "head"> => ({
  base: { trace: { responses: fine }, get: { responses: fine }, [method]: { responses: fine } },
  head:
    method === "get" || method === "trace"
      ? { [method === "get" ? "trace" : "get"]: { responses: fine } }
      : { trace: { responses: fine }, get: { responses: fine } },
});
