import type { Api, SecurityScheme, Server } from "@specmill/spec";
import type { ClientNames } from "./client-names.ts";
import { toDocComment } from "./comments.ts";
import type { Imports } from "./imports.ts";
import { toKey, toStringLiteral } from "./literals.ts";

/** Whether the document names no host, so that only the caller can. */
export function needsBaseUrl(api: Api): boolean {
  return !api.servers.some(isAbsolute);
}

/** The options of a client: its credentials by scheme, its servers, and a `baseUrl` where the document has no host. */
export function emitOptions(api: Api, names: ClientNames, imports: Imports): string {
  const servers = api.servers.filter(isAbsolute);
  const schemes = api.securitySchemes.filter((scheme) => scheme.kind !== "unsupported");
  const members = [
    schemes.length === 0 ? undefined : emitAuthMember(names),
    servers.length === 0
      ? `${toDocComment(["Origin and base path of the API; the document names none."], "  ")}  readonly baseUrl: string;\n`
      : `${toDocComment(["One of the document's servers; the first unless you choose."], "  ")}  readonly server?: ${names.prefix}Server;\n`,
  ].filter((member) => member !== undefined);
  const base = imports.type("ClientOptions", "@specmill/runtime");
  return [
    schemes.length === 0 ? "" : `${emitAuth(schemes, names, imports)}\n`,
    servers.length === 0 ? "" : `${emitServers(servers, names)}\n`,
    toDocComment([`What a client of ${api.title} may be given.`]),
    `export interface ${names.client}Options extends ${base} {\n${members.join("")}}\n`,
  ].join("");
}

function emitAuthMember(names: ClientNames): string {
  const doc = toDocComment(
    ["Credentials; the first alternative that an operation accepts and you gave is used."],
    "  ",
  );
  return `${doc}  readonly auth?: ${names.prefix}Auth;\n`;
}

function emitAuth(schemes: readonly SecurityScheme[], names: ClientNames, imports: Imports): string {
  const credential = imports.type("Credential", "@specmill/runtime");
  const members = schemes.map((scheme) => {
    const value = scheme.kind === "basic" ? `<${imports.type("BasicCredential", "@specmill/runtime")}>` : "";
    const doc = toDocComment([scheme.description, describePlace(scheme)], "  ");
    return `${doc}  readonly ${toKey(scheme.name)}?: ${credential}${value};\n`;
  });
  // A type and not an interface: only a type's members are known to be all it has.
  return `${toDocComment(["Credentials by the names of the document."])}export type ${names.prefix}Auth = {\n${members.join("")}};\n`;
}

/** Where a credential travels, in a sentence. */
export function describePlace(scheme: SecurityScheme): string {
  switch (scheme.kind) {
    case "apiKey":
      return `Sent as \`${scheme.parameter}\` in the ${scheme.in}.`;
    case "basic":
      return "Sent as `Authorization: Basic …`.";
    case "bearer":
      return "Sent as `Authorization: Bearer …`.";
    case "unsupported":
      return `Asks for ${scheme.type}, which the client leaves to its \`fetch\`.`;
  }
}

function emitServers(servers: readonly Server[], names: ClientNames): string {
  const members = servers.map((server) => {
    const variables = server.variables.map((variable) => {
      const values = variable.values?.map(toStringLiteral).join(" | ") ?? "string";
      const doc = toDocComment(
        [variable.description, `@default ${toStringLiteral(variable.default)}`],
        "        ",
      );
      return `${doc}        readonly ${toKey(variable.name)}?: ${values};\n`;
    });
    const holder =
      variables.length === 0 ? "" : `      readonly variables?: {\n${variables.join("")}      };\n`;
    return `${toDocComment([server.description], "  ")}  | {\n      readonly url: ${toStringLiteral(server.url)};\n${holder}    }\n`;
  });
  const body = members.join("").trimEnd();
  return `${toDocComment(["Where the API answers."])}export type ${names.prefix}Server =\n${body};\n`;
}

/** Whether a server can be called as it is, without an origin from the caller. */
export function isAbsolute(server: Server): boolean {
  return /^(https?:|\{)/i.test(server.url);
}
