import type { JsonObject } from "@specmill/spec";

/** An edit of what is of a whole document. */
export interface DocumentRow {
  readonly of: string;
  readonly edit: string;
  /** Members of the document before and after. */
  readonly base: JsonObject;
  readonly head: JsonObject;
  readonly want: readonly string[];
}

export const text = { type: "string" };
export const get = { get: { operationId: "getOne", responses: { 200: { description: "It." } } } };
export const info = (members: JsonObject): JsonObject => ({
  info: { title: "One", version: "1.0.0", ...members },
});
export const server = (url: string): JsonObject => ({ servers: [{ url }] });
export const used = (members: JsonObject): JsonObject => ({
  paths: {
    "/one": {
      post: {
        operationId: "sendOne",
        parameters: [{ $ref: "#/components/parameters/It" }],
        requestBody: { $ref: "#/components/requestBodies/It" },
        responses: { 200: { $ref: "#/components/responses/It" } },
        callbacks: { it: { $ref: "#/components/callbacks/It" } },
      },
    },
  },
  components: {
    schemas: { It: text },
    parameters: { It: { name: "it", in: "query", schema: text } },
    requestBodies: {
      It: { content: { "application/json": { schema: { $ref: "#/components/schemas/It" } } } },
    },
    headers: { It: { schema: text } },
    examples: { It: { value: "a" } },
    links: { It: { operationId: "sendOne" } },
    responses: {
      It: {
        description: "It.",
        headers: { "X-It": { $ref: "#/components/headers/It" } },
        content: {
          "application/json": { schema: text, examples: { it: { $ref: "#/components/examples/It" } } },
        },
        links: { it: { $ref: "#/components/links/It" } },
      },
    },
    callbacks: { It: { "{$request.query.it}": { post: { responses: { 200: { description: "Heard." } } } } } },
    pathItems: { It: get },
    securitySchemes: { it: { type: "http", scheme: "bearer" } },
    ...members,
  },
});
export const withAnswer = (schema: JsonObject): JsonObject =>
  used({ responses: { It: { description: "It.", content: { "application/json": { schema } } } } });
export const tag = (members: JsonObject): JsonObject => ({ tags: [{ name: "one", ...members }] });
export const webhook = (schema: JsonObject): JsonObject => ({
  webhooks: {
    found: {
      post: {
        requestBody: { content: { "application/json": { schema } } },
        responses: { 200: { description: "Heard." } },
      },
    },
  },
});

/** A document of one operation, but for what a row says. */
export function makeDocument(members: JsonObject): JsonObject {
  return { openapi: "3.1.0", info: { title: "One", version: "1.0.0" }, paths: { "/one": get }, ...members };
}
