import { buildContent } from "./build-content.ts";
import { buildDocumentation } from "./build-documentation.ts";
import { buildParameter } from "./build-parameter.ts";
import { buildResponseHeaders } from "./build-response-headers.ts";
import { buildSecurity } from "./build-security.ts";
import { buildServers } from "./build-servers.ts";
import { createSensitiveFinder, type FindSensitive } from "./find-sensitive.ts";
import { followPointer, followReference, joinPointer, resolvePointer } from "./follow-reference.ts";
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
    const pointer = followPointer(document, joinPointer("#/paths", path));
    const listed = Object.keys(item).filter(isMethod);
    return listed.map((method) => buildOperation(document, { path, item, pointer }, method, findSensitive));
  });
}

interface PathItem {
  readonly path: string;
  readonly item: JsonObject;
  readonly pointer: string;
}

function buildOperation(
  document: JsonObject,
  { path, item, pointer: itemPointer }: PathItem,
  method: Method,
  findSensitive: FindSensitive,
): Operation {
  const operation = objectAt(item, method);
  const pointer = joinPointer(itemPointer, method);
  const requestBody = buildRequestBody(document, operation, pointer);
  const responses = buildResponses(document, operation, pointer);
  const idempotent = operation["x-idempotent"];
  const bodies = [requestBody, ...responses].flatMap((body) => body?.content ?? []);
  return {
    id: nameOperation(operation, method, path),
    pointer,
    method,
    path,
    ...present("summary", stringAt(operation, "summary") ?? stringAt(item, "summary")),
    ...present("description", stringAt(operation, "description") ?? stringAt(item, "description")),
    deprecated: operation["deprecated"] === true,
    ...present("documentation", buildDocumentation(operation)),
    parameters: mergeParameters(document, [itemPointer, pointer]),
    ...present("requestBody", requestBody),
    responses,
    security: buildSecurity(document, operation),
    ...present("servers", buildServers(operation) ?? buildServers(item)),
    ...present("idempotent", typeof idempotent === "boolean" ? idempotent : undefined),
    sensitive: findSensitive(bodies.map(({ jsonSchema }) => jsonSchema)),
  };
}

/** An operation's parameters and those of its path; where both name the same, the operation's counts. */
function mergeParameters(document: JsonObject, owners: readonly string[]): readonly Parameter[] {
  const parameters = owners.flatMap((owner) =>
    listAt(followReference(document, resolvePointer(document, owner)), "parameters").flatMap(
      (value, index) => {
        const pointer = followPointer(document, joinPointer(owner, "parameters", String(index)));
        return buildParameter(document, followReference(document, value), pointer) ?? [];
      },
    ),
  );
  return [
    ...new Map(parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values(),
  ];
}

function buildRequestBody(
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
  };
}

function buildResponses(document: JsonObject, operation: JsonObject, owner: string): readonly Response[] {
  const responses = objectAt(operation, "responses");
  return Object.keys(responses)
    .filter((status) => /^([1-5]\d\d|[1-5]XX|default)$/.test(status))
    .map((status) => {
      const response = followReference(document, responses[status]);
      const pointer = followPointer(document, joinPointer(owner, "responses", status));
      return {
        status,
        pointer,
        description: stringAt(response, "description") ?? "",
        headers: buildResponseHeaders(document, response, pointer),
        content: buildContent(document, response, pointer),
      };
    });
}
