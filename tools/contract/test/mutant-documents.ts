import { buildModel, type JsonObject, type JsonValue } from "@specmill/spec";
import { listMutants } from "../src/mutant/list-mutants.ts";
import type { Mutant } from "../src/mutant/mutant.ts";

type Members = Readonly<Record<string, JsonValue>>;

/** A document of one operation, whose parts a test gives. */
export function documentOf(
  operation: Members,
  components: Members = {},
  openapi = "3.1.0",
  path = "/things",
): JsonObject {
  const put = { operationId: "putThing", responses: { "204": { description: "Put." } }, ...operation };
  return {
    openapi,
    info: { title: "Things", version: "1" },
    paths: { [path]: { put } },
    components,
  };
}

export function json(schema: JsonValue): JsonObject {
  return { content: { "application/json": { schema } } };
}

/** A document whose request has this body, and whose components may be referred to by name. */
export function requestOf(schema: JsonValue, schemas: Members = {}, openapi?: string): JsonObject {
  return documentOf({ requestBody: { required: true, ...json(schema) } }, { schemas }, openapi);
}

/** A document that answers with this body. */
export function responseOf(schema: JsonValue, schemas: Members = {}, openapi?: string): JsonObject {
  const response = { description: "Put.", ...json(schema) };
  return documentOf({ responses: { "200": response } }, { schemas }, openapi);
}

/** A document that takes and answers with the same component. */
export function bothOf(schema: JsonValue): JsonObject {
  const body = json({ $ref: "#/components/schemas/Thing" });
  const responses = { "200": { description: "Put.", ...body } };
  return documentOf({ requestBody: { required: true, ...body }, responses }, { schemas: { Thing: schema } });
}

export function parameterOf(parameter: Members): JsonObject {
  return documentOf({ parameters: [{ name: "part", ...parameter }] });
}

export function queryOf(schema: JsonValue, members: Members = {}): JsonObject {
  return parameterOf({ in: "query", schema, ...members });
}

export function headerOf(schema: JsonValue, members: Members = {}): JsonObject {
  const headers = { "X-Part": { schema, ...members } };
  return documentOf({ responses: { "204": { description: "Put.", headers } } });
}

export function mutantsOf(document: JsonObject): readonly Mutant[] {
  return listMutants(document, buildModel(document));
}

/** The mutant of an operator, at a pointer that ends so. */
export function mutantOf(document: JsonObject, operator: string, end = ""): Mutant | undefined {
  const found = mutantsOf(document).filter((one) => one.operator === operator && one.id.endsWith(end));
  return found.length === 1 ? found[0] : undefined;
}
