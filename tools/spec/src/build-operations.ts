import { buildContent } from "./build-content.ts";
import { buildDocumentation } from "./build-documentation.ts";
import { buildParameter } from "./build-parameter.ts";
import { buildResponseHeaders } from "./build-response-headers.ts";
import { buildSecurity } from "./build-security.ts";
import { buildServers } from "./build-servers.ts";
import { createSensitiveFinder, type FindSensitive } from "./find-sensitive.ts";
import { followReference } from "./follow-reference.ts";
import type { JsonObject } from "./json.ts";
import type { Method, Operation, Parameter, RequestBody, Response } from "./model.ts";
import { isMethod, nameOperation } from "./name-operations.ts";
import { listAt, objectAt, present, stringAt } from "./read-members.ts";

/** The operations of a document in the order in which it lists them. */
export function buildOperations(document: JsonObject): readonly Operation[] {
  const paths = objectAt(document, "paths");
  const findSensitive = createSensitiveFinder(document);
  return Object.keys(paths).flatMap((path) => {
    const item = followReference(document, paths[path]);
    const listed = Object.keys(item).filter(isMethod);
    return listed.map((method) => buildOperation(document, path, item, method, findSensitive));
  });
}

function buildOperation(
  document: JsonObject,
  path: string,
  item: JsonObject,
  method: Method,
  findSensitive: FindSensitive,
): Operation {
  const operation = objectAt(item, method);
  const requestBody = buildRequestBody(document, operation);
  const responses = buildResponses(document, operation);
  const idempotent = operation["x-idempotent"];
  const bodies = [requestBody, ...responses].flatMap((body) => body?.content ?? []);
  return {
    id: nameOperation(operation, method, path),
    method,
    path,
    ...present("summary", stringAt(operation, "summary") ?? stringAt(item, "summary")),
    ...present("description", stringAt(operation, "description") ?? stringAt(item, "description")),
    deprecated: operation["deprecated"] === true,
    ...present("documentation", buildDocumentation(operation)),
    parameters: mergeParameters(document, item, operation),
    ...present("requestBody", requestBody),
    responses,
    security: buildSecurity(document, operation),
    ...present("servers", buildServers(operation) ?? buildServers(item)),
    ...present("idempotent", typeof idempotent === "boolean" ? idempotent : undefined),
    sensitive: findSensitive(bodies.map(({ jsonSchema }) => jsonSchema)),
  };
}

/** An operation's parameters and those of its path; where both name the same, the operation's counts. */
function mergeParameters(
  document: JsonObject,
  item: JsonObject,
  operation: JsonObject,
): readonly Parameter[] {
  const raw = [...listAt(item, "parameters"), ...listAt(operation, "parameters")];
  const parameters = raw.flatMap((value) => buildParameter(document, followReference(document, value)) ?? []);
  return [
    ...new Map(parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values(),
  ];
}

function buildRequestBody(document: JsonObject, operation: JsonObject): RequestBody | undefined {
  if (operation["requestBody"] === undefined) return undefined;
  const body = followReference(document, operation["requestBody"]);
  return {
    required: body["required"] === true,
    ...present("description", stringAt(body, "description")),
    content: buildContent(document, body),
  };
}

function buildResponses(document: JsonObject, operation: JsonObject): readonly Response[] {
  const responses = objectAt(operation, "responses");
  return Object.keys(responses)
    .filter((status) => /^([1-5]\d\d|[1-5]XX|default)$/.test(status))
    .map((status) => {
      const response = followReference(document, responses[status]);
      return {
        status,
        description: stringAt(response, "description") ?? "",
        headers: buildResponseHeaders(document, response),
        content: buildContent(document, response),
      };
    });
}
