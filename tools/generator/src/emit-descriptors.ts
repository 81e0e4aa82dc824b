import type { Api, Encoding, JsonObject, Operation, Parameter, SecurityScheme, Server } from "@specmill/spec";
import type { Emission } from "./emission.ts";
import { headerKinds } from "./header-kind.ts";
import { nameAll, toCamelCase } from "./identifiers.ts";
import type { Imports } from "./imports.ts";
import { toLiteral, toStringLiteral } from "./literals.ts";

/** What the runtime is told: a constant for each security scheme in use and one for each operation. */
export function emitDescriptors(api: Api, emission: Emission): readonly string[] {
  const used = new Set(api.operations.flatMap((operation) => operation.security.flat()));
  const schemes = api.securitySchemes.filter(({ name, kind }) => used.has(name) && kind !== "unsupported");
  const constants = nameAll(
    schemes.map((scheme) => scheme.name),
    (name) => `${toCamelCase(name)}Scheme`,
  );
  return [
    ...schemes.map((scheme) => emitScheme(scheme, constants.get(scheme.name) ?? "", emission.imports)),
    ...api.operations.map((operation) => emitOperation(operation, constants, emission)),
  ];
}

function emitScheme(scheme: SecurityScheme, constant: string, imports: Imports): string {
  const type = imports.type("SecurityScheme", "@specmill/runtime");
  return `const ${constant}: ${type} = ${toLiteral(describeScheme(scheme), "", 100)};\n`;
}

/** What the runtime has to know of a scheme: how a credential is sent, and not where one is got. */
function describeScheme(scheme: SecurityScheme): JsonObject {
  const { name, kind } = scheme;
  switch (scheme.kind) {
    case "apiKey":
      return { name, kind, in: scheme.in, parameter: scheme.parameter };
    case "basic":
    case "bearer":
      return { name, kind };
    case "unsupported":
      return { name, kind, type: scheme.type };
  }
}

function emitOperation(
  operation: Operation,
  constants: ReadonlyMap<string, string>,
  { names, imports, types }: Emission,
): string {
  const { id, method, path, parameters, requestBody, responses, servers, idempotent, sensitive } = operation;
  const encoding = describeEncoding(operation);
  const accept = [...new Set(responses.flatMap(({ content }) => content.map(({ type }) => type)))].join(", ");
  const hidden = parameters.filter((parameter) => parameter.sensitive).map(({ name }) => name);
  const headers = headerKinds(operation, types);
  const security = emitSecurity(operation, constants);
  const members = [
    `id: ${toStringLiteral(id)}`,
    `method: ${toStringLiteral(method.toUpperCase())}`,
    `path: ${toStringLiteral(path)}`,
    servers && `servers: ${toLiteral(servers.map(describeServer), "  ")}`,
    parameters.length > 0 && `parameters: ${toLiteral(parameters.map(describeParameter), "  ")}`,
    requestBody &&
      `requestBody: ${toLiteral(
        requestBody.content.map((mediaType) => mediaType.type),
        "  ",
      )}`,
    security && `security: ${security}`,
    accept !== "" && `accept: ${toStringLiteral(accept)}`,
    `responses: ${toLiteral(
      Object.fromEntries(
        responses.map(({ status, content }) => [status, content.map((mediaType) => mediaType.type)]),
      ),
      "  ",
    )}`,
    headers && `headers: ${toLiteral(headers, "  ")}`,
    encoding && `encoding: ${toLiteral(encoding, "  ")}`,
    idempotent !== undefined && `idempotent: ${idempotent}`,
    hidden.length > 0 && `sensitiveParameters: ${toLiteral(hidden, "  ")}`,
    sensitive.length > 0 && `sensitive: ${toLiteral(sensitive, "  ")}`,
  ].filter((member) => typeof member === "string");
  const type = imports.type("Operation", "@specmill/runtime");
  const body = members.map((member) => `  ${member},\n`).join("");
  return `const ${names.methods.get(id)}Operation: ${type} = {\n${body}};\n`;
}

/** The alternatives that the runtime can satisfy; one that needs an unsupported scheme is left to the caller's `fetch`. */
function emitSecurity({ security }: Operation, constants: ReadonlyMap<string, string>): string | undefined {
  const usable = security.filter(
    (schemes) => schemes.length > 0 && schemes.every((name) => constants.has(name)),
  );
  if (usable.length === 0) return undefined;
  return `[${usable.map((schemes) => `[${schemes.map((name) => constants.get(name)).join(", ")}]`).join(", ")}]`;
}

/** A parameter as the runtime reads it: whatever is OpenAPI's default for its place is left out. */
function describeParameter({
  name,
  in: location,
  style,
  explode,
  allowReserved,
  mediaType,
}: Parameter): JsonObject {
  const usual = location === "path" || location === "header" ? "simple" : "form";
  return {
    name,
    in: location,
    ...(style !== usual && { style }),
    ...(explode !== (style === "form") && { explode }),
    ...(allowReserved && { allowReserved }),
    ...(mediaType !== undefined && { mediaType }),
  };
}

/** How the members of a body's forms travel, by media type; undefined where the document says nothing of it. */
function describeEncoding({ requestBody }: Operation): JsonObject | undefined {
  const told = (requestBody?.content ?? []).flatMap(({ type, encoding }): [string, JsonObject][] =>
    encoding === undefined
      ? []
      : [
          [
            type,
            Object.fromEntries(Object.entries(encoding).map(([name, how]) => [name, describePart(how)])),
          ],
        ],
  );
  return told.length === 0 ? undefined : Object.fromEntries(told);
}

function describePart({ contentType, style, explode }: Encoding): JsonObject {
  return {
    ...(contentType !== undefined && { contentType }),
    ...(style !== undefined && { style }),
    ...(explode !== undefined && { explode }),
  };
}

/** A server as the runtime reads it. */
export function describeServer({ url, variables }: Server): JsonObject {
  if (variables.length === 0) return { url };
  return {
    url,
    variables: Object.fromEntries(variables.map((variable) => [variable.name, variable.default])),
  };
}
