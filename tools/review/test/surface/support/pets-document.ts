import type { JsonObject } from "@specmill/spec";

const text = { type: "string" };
const list = { type: "array", items: text };
const json = (schema: JsonObject): JsonObject => ({ "application/json": { schema } });
const pet = { $ref: "#/components/schemas/Pet" };

/** A small document that has every object of OpenAPI 3.1. */
export const petsDocument: JsonObject = {
  openapi: "3.1.0",
  info: {
    title: "Pets",
    version: "1.0.0",
    description: "All pets.",
    contact: { name: "Ann" },
    license: { name: "MIT" },
  },
  externalDocs: { url: "https://docs.pets.test" },
  servers: [
    {
      url: "https://{region}.pets.test/v1",
      description: "A region.",
      variables: { region: { default: "eu", enum: ["eu", "us"], description: "Where." } },
    },
    { url: "https://sandbox.pets.test" },
  ],
  tags: [{ name: "pets", description: "Pets." }],
  security: [{ key: [] }],
  paths: {
    "/pets": {
      summary: "Pets.",
      parameters: [{ $ref: "#/components/parameters/Trace" }],
      get: {
        operationId: "listPets",
        tags: ["pets"],
        summary: "List.",
        externalDocs: { url: "https://docs.pets.test/list" },
        parameters: [
          { name: "limit", in: "query", schema: { type: "integer" }, example: 5 },
          { name: "ids", in: "query", schema: list },
          { name: "filter", in: "query", content: json({ type: "object" }) },
        ],
        responses: {
          200: {
            description: "Pets.",
            headers: { "X-Total": { $ref: "#/components/headers/Total" } },
            content: { "application/json": { schema: { type: "array", items: pet } }, "text/csv": {} },
            links: { first: { operationId: "getPet", parameters: { petId: "$response.body#/0/id" } } },
          },
          404: { $ref: "#/components/responses/Problem" },
        },
      },
      post: {
        operationId: "createPet",
        security: [{ oauth: ["write"] }, { key: [], token: [] }],
        requestBody: { $ref: "#/components/requestBodies/Pet" },
        responses: { 201: { description: "Made." }, 404: { $ref: "#/components/responses/Problem" } },
        callbacks: { done: { $ref: "#/components/callbacks/Done" } },
      },
    },
    "/pets/{petId}": {
      servers: [{ url: "https://one.pets.test" }],
      parameters: [{ name: "petId", in: "path", required: true, schema: text }],
      get: { operationId: "getPet", responses: { 200: { description: "A pet.", content: json(pet) } } },
      put: {
        operationId: "sendPicture",
        deprecated: true,
        "x-sunset": "2030-01-01",
        "x-stability-level": "beta",
        security: [],
        requestBody: {
          content: {
            "multipart/form-data": {
              schema: {
                type: "object",
                properties: { file: { type: "string", format: "binary" }, tags: list },
              },
              encoding: {
                file: { contentType: "image/png", headers: { "X-Size": { schema: { type: "integer" } } } },
              },
            },
          },
        },
        responses: { 204: { description: "Kept." } },
      },
    },
  },
  webhooks: {
    lost: {
      post: {
        parameters: [{ name: "X-Signature", in: "header", schema: text }],
        requestBody: { required: true, content: json(pet) },
        responses: {
          200: { description: "Heard.", content: json(text) },
          410: { description: "Never again." },
        },
      },
    },
  },
  components: {
    schemas: { Pet: { type: "object", properties: { name: text } } },
    parameters: { Trace: { name: "X-Trace", in: "header", description: "A trace.", schema: text } },
    headers: { Total: { required: true, description: "How many.", schema: { type: "integer" } } },
    responses: { Problem: { description: "No.", content: { "application/problem+json": { schema: text } } } },
    requestBodies: {
      Pet: {
        required: true,
        content: {
          "application/json": { schema: pet, examples: { one: { $ref: "#/components/examples/Rex" } } },
          "text/*": { schema: text },
        },
      },
    },
    examples: { Rex: { summary: "Rex.", value: { name: "Rex" } } },
    callbacks: {
      Done: {
        "{$request.body#/url}": {
          post: { requestBody: { content: json(pet) }, responses: { 200: { description: "Heard." } } },
        },
      },
    },
    securitySchemes: {
      key: { type: "apiKey", in: "header", name: "X-Key", description: "A key." },
      token: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
      oauth: {
        type: "oauth2",
        flows: {
          clientCredentials: {
            tokenUrl: "https://id.pets.test/token",
            refreshUrl: "https://id.pets.test/refresh",
            scopes: { read: "Read.", write: "Write." },
          },
          implicit: { authorizationUrl: "https://id.pets.test/login", scopes: { read: "Read." } },
        },
      },
      open: { type: "openIdConnect", openIdConnectUrl: "https://id.pets.test/.well-known" },
    },
  },
};
