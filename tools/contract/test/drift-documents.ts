import type { JsonObject, JsonValue } from "@specmill/spec";
import type { Exchange, WireRequest } from "../src/wire/exchange.ts";

/** A document with one of everything that can drift. */
export function petsDocument(version: "3.0.3" | "3.1.0" = "3.1.0"): JsonObject {
  return {
    openapi: version,
    info: { title: "Pets", version: "1" },
    paths: {
      "/pets": {
        get: {
          operationId: "listPets",
          parameters: [{ name: "limit", in: "query", schema: { type: "integer" } }],
          responses: {
            "200": {
              description: "Pets.",
              headers: { "X-Total": { required: true, schema: { type: "integer" } } },
              content: {
                "application/json": {
                  schema: { type: "array", items: { $ref: "#/components/schemas/Pet" } },
                },
              },
            },
          },
        },
        post: {
          operationId: "addPet",
          security: [{ key: [] }],
          parameters: [{ name: "X-Shop", in: "header", required: true, schema: { type: "string" } }],
          requestBody: {
            required: true,
            content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
          },
          responses: {
            "201": {
              description: "The pet.",
              content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
            },
            "422": { description: "No such pet can be." },
          },
        },
      },
      "/pets/{petId}": {
        get: {
          operationId: "getPet",
          parameters: [{ name: "petId", in: "path", required: true, schema: { type: "string" } }],
          responses: {
            "200": {
              description: "The pet.",
              content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
            },
          },
        },
      },
    },
    components: {
      securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } },
      schemas: {
        Pet: {
          type: "object",
          required: ["name", "kind"],
          properties: {
            name: { type: "string" },
            kind: { type: "string", enum: ["cat", "dog"] },
            age: { type: "integer", maximum: 40 },
            born: { type: "string", format: "date" },
            tags: { type: "array", items: { type: "string" } },
            password: { type: "string", writeOnly: true },
          },
        },
      },
    },
  };
}

/** A pet as the document has it. */
export const rex = { name: "Rex", kind: "dog" };

/** An exchange of JSON. */
export function exchangeOf(
  request: Partial<WireRequest> & { readonly json?: JsonValue },
  response: {
    readonly status?: number;
    readonly headers?: Record<string, string>;
    readonly json?: JsonValue;
    readonly body?: string;
  },
): Exchange {
  const { json, ...sent } = request;
  const type = { "content-type": "application/json" };
  return {
    request: {
      method: "GET",
      target: "/pets/7",
      ...sent,
      headers: { ...(json === undefined ? {} : type), ...sent.headers },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    },
    response: {
      status: response.status ?? 200,
      headers: { ...(response.json === undefined ? {} : type), ...response.headers },
      body: response.json === undefined ? (response.body ?? "") : JSON.stringify(response.json),
    },
  };
}
