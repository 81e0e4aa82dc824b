import type { Api, JsonObject, Operation, Parameter, SecurityScheme, Server } from "@specmill/spec";
import type { ClientNames } from "./client-names.ts";
import { nameAll, toCamelCase } from "./identifiers.ts";
import type { Imports } from "./imports.ts";
import { toLiteral, toStringLiteral } from "./literals.ts";

/** What the runtime is told: a constant for each security scheme in use and one for each operation. */
export function emitDescriptors(api: Api, names: ClientNames, imports: Imports): readonly string[] {
  const used = new Set(api.operations.flatMap((operation) => operation.security.flat()));
  const schemes = api.securitySchemes.filter(({ name, kind }) => used.has(name) && kind !== "unsupported");
  const constants = nameAll(
    schemes.map((scheme) => scheme.name),
    (name) => `${toCamelCase(name)}Scheme`,
  );
  return [
    ...schemes.map((scheme) => emitScheme(scheme, constants.get(scheme.name) ?? "", imports)),
    ...api.operations.map((operation) => emitOperation(operation, names, constants, imports)),
  ];
}

function emitScheme(scheme: SecurityScheme, constant: string, imports: Imports): string {
  const { description: _, ...value } = scheme;
  const type = imports.type("SecurityScheme", "@specmill/runtime");
  return `const ${constant}: ${type} = ${toLiteral({ ...value }, "", 100)};\n`;
}

function emitOperation(
  operation: Operation,
  names: ClientNames,
  constants: ReadonlyMap<string, string>,
  imports: Imports,
): string {
  const { id, method, path, parameters, requestBody, responses, servers } = operation;
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
    `responses: ${toLiteral(
      Object.fromEntries(
        responses.map(({ status, content }) => [status, content.map((mediaType) => mediaType.type)]),
      ),
      "  ",
    )}`,
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

/** A server as the runtime reads it. */
export function describeServer({ url, variables }: Server): JsonObject {
  if (variables.length === 0) return { url };
  return {
    url,
    variables: Object.fromEntries(variables.map((variable) => [variable.name, variable.default])),
  };
}
