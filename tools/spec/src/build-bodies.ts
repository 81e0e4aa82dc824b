import { buildContent } from "./build-content.ts";
import { buildProse } from "./build-prose.ts";
import { buildResponseHeaders } from "./build-response-headers.ts";
import { buildServer } from "./build-servers.ts";
import { followPointer, followReference, joinPointer } from "./follow-reference.ts";
import { isJsonObject, type JsonObject } from "./json.ts";
import type { Link, RequestBody, Response } from "./model.ts";
import { objectAt, present, stringAt } from "./read-members.ts";

/**
 * The Request Body Object of an operation (OpenAPI 3.1, section 4.8.13).
 *
 * @param owner - where the operation stands
 */
export function buildRequestBody(
  document: JsonObject,
  operation: JsonObject,
  owner: string,
): RequestBody | undefined {
  if (operation["requestBody"] === undefined) return undefined;
  const body = followReference(document, operation["requestBody"]);
  const pointer = followPointer(document, joinPointer(owner, "requestBody"));
  return {
    pointer,
    required: body["required"] === true,
    ...present("description", stringAt(body, "description")),
    content: buildContent(document, body, pointer),
    ...present("prose", buildProse(document, body)),
  };
}

/**
 * The Response Objects of an operation by status (OpenAPI 3.1, section 4.8.16).
 *
 * @param owner - where the operation stands
 */
export function buildResponses(
  document: JsonObject,
  operation: JsonObject,
  owner: string,
): readonly Response[] {
  const responses = objectAt(operation, "responses");
  return Object.keys(responses)
    .filter((status) => /^([1-5]\d\d|[1-5]XX|default)$/.test(status))
    .map((status) => {
      const response = followReference(document, responses[status]);
      const pointer = followPointer(document, joinPointer(owner, "responses", status));
      const links = buildLinks(document, response, pointer);
      return {
        status,
        pointer,
        description: stringAt(response, "description") ?? "",
        headers: buildResponseHeaders(document, response, pointer),
        content: buildContent(document, response, pointer),
        ...present("prose", buildProse(document, response)),
        ...present("links", links.length === 0 ? undefined : links),
      };
    });
}

function buildLinks(document: JsonObject, response: JsonObject, owner: string): readonly Link[] {
  const links = objectAt(response, "links");
  return Object.keys(links).map((name) => {
    const link = followReference(document, links[name]);
    const { parameters, requestBody, server } = link;
    return {
      name,
      pointer: followPointer(document, joinPointer(owner, "links", name)),
      ...present("operationId", stringAt(link, "operationId")),
      ...present("operationRef", stringAt(link, "operationRef")),
      ...present("parameters", isJsonObject(parameters) ? parameters : undefined),
      ...present("requestBody", requestBody),
      ...present("prose", buildProse(document, link)),
      ...present("server", isJsonObject(server) ? buildServer(document, server) : undefined),
    };
  });
}
