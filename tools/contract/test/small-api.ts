import { compileClient, emitClientSource } from "@specmill/generator";
import { serveDocument } from "@specmill/mock";
import { createOracle } from "@specmill/oracle";
import { buildModel, type JsonObject } from "@specmill/spec";
import { inventCredentials } from "../src/case/choose-credentials.ts";
import { loadClient } from "../src/client/load-client.ts";
import { defaultSettings } from "../src/obligation/read-settings.ts";
import { createMockTarget } from "../src/run/create-mock-target.ts";
import type { RunContext } from "../src/run/run-call.ts";
import type { Subject } from "../src/subject.ts";
import type { Target } from "../src/wire/exchange.ts";

/** One operation with a bit of everything that a case can be about. */
export const smallDocument: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Small", version: "1" },
  security: [{ key: [] }],
  paths: {
    "/pets/{id}": {
      post: {
        operationId: "savePet",
        parameters: [
          { name: "id", in: "path", required: true, schema: { type: "integer", minimum: 1 } },
          { name: "dry", in: "query", schema: { type: "boolean" } },
        ],
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/Pet" },
              examples: { cat: { value: { name: "Tom", kind: "cat" } } },
            },
          },
        },
        responses: {
          200: {
            description: "Saved.",
            headers: { "X-Count": { required: true, schema: { type: "integer" } } },
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/Pet" },
                examples: { cat: { value: { name: "Tom", kind: "cat" } } },
              },
            },
          },
          "4XX": {
            description: "Refused.",
            content: {
              "application/json": {
                schema: { type: "object", required: ["why"], properties: { why: { type: "string" } } },
              },
            },
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
        required: ["name"],
        properties: {
          name: { type: "string", minLength: 2, maxLength: 8 },
          kind: { type: "string", enum: ["cat", "dog"] },
          age: { type: ["integer", "null"], minimum: 0 },
        },
      },
    },
  },
};

export const operationPointer = "#/paths/~1pets~1{id}/post";

/** All that a run of a document needs, as if it had been read. */
export function subjectOf(document: JsonObject, changes: Partial<Subject> = {}): Subject {
  const loaded = {
    file: "/specs/small/openapi.json",
    text: JSON.stringify(document, null, 2),
    version: String(document["openapi"]).startsWith("3.0") ? ("3.0" as const) : ("3.1" as const),
    document,
    files: ["/specs/small/openapi.json"],
  };
  const emitted = emitClientSource(loaded, "small");
  if (emitted.kind === "failed") throw new Error(JSON.stringify(emitted.problems));
  return {
    api: "small",
    loaded,
    file: "specs/small/openapi.json",
    client: compileClient(emitted.source),
    settings: { ...defaultSettings, fuzz: { runs: 20 } },
    regressions: [],
    recorded: [],
    today: "2026-01-01",
    ...changes,
  };
}

/** What runs cases of a document through its client, against its mock or another target. */
export async function contextOf(
  document: JsonObject,
  change: (target: Target) => Target = (target) => target,
): Promise<RunContext> {
  const served = await serveDocument(document);
  if (served.kind === "failed") throw new Error(JSON.stringify(served.faults));
  const api = buildModel(document);
  const { client } = subjectOf(document);
  return {
    api,
    oracle: createOracle(document),
    wallet: inventCredentials(api),
    target: change(createMockTarget(served)),
    ...(client === undefined ? {} : { client: loadClient(client, api) }),
  };
}
