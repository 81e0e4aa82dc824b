import { buildProse } from "./build-prose.ts";
import { followPointer, followReference, joinPointer, resolvePointer } from "./follow-reference.ts";
import { isJsonObject, type JsonObject } from "./json.ts";
import type { OAuthFlow, Operation, SecurityScheme } from "./model.ts";
import { listAt, objectAt, objectsAt, present, stringAt } from "./read-members.ts";

/** The Security Scheme Objects of a document, in its order. */
export function buildSecuritySchemes(document: JsonObject): readonly SecurityScheme[] {
  const schemes = objectAt(objectAt(document, "components"), "securitySchemes");
  return Object.keys(schemes).map((name) => {
    const place = joinPointer("#/components/securitySchemes", name);
    return buildScheme(document, name, followPointer(document, place));
  });
}

/** What an operation says of the credentials that it asks for. */
export type Security = Pick<Operation, "security" | "securityPointer" | "scopes">;

/**
 * The alternatives that an operation accepts: its own, or else those of what it inherits from.
 *
 * @param pointer - where the operation stands
 * @param heir - what counts where the operation lists none: the document, or nothing for what the server calls
 */
export function buildSecurity(operation: JsonObject, pointer: string, heir: JsonObject): Security {
  const isOwn = Array.isArray(operation["security"]);
  const owner = isOwn ? operation : heir;
  const requirements = objectsAt(owner, "security");
  const scopes = requirements.map((requirement) =>
    Object.fromEntries(
      Object.keys(requirement).map((scheme) => [
        scheme,
        listAt(requirement, scheme).filter((scope) => typeof scope === "string"),
      ]),
    ),
  );
  const hasScopes = scopes.some((requirement) => Object.values(requirement).some((list) => list.length > 0));
  return {
    security: requirements.map((requirement) => Object.keys(requirement)),
    ...(Array.isArray(owner["security"]) && {
      securityPointer: joinPointer(isOwn ? pointer : "#", "security"),
    }),
    ...(hasScopes && { scopes }),
  };
}

function buildScheme(document: JsonObject, name: string, pointer: string): SecurityScheme {
  const scheme = followReference(document, resolvePointer(document, pointer));
  const base = {
    name,
    ...present("description", stringAt(scheme, "description")),
    ...present("prose", buildProse(document, scheme)),
  };
  const type = stringAt(scheme, "type") ?? "";
  const location = scheme["in"];
  if (type === "apiKey" && (location === "header" || location === "query" || location === "cookie")) {
    return { ...base, kind: "apiKey", in: location, parameter: stringAt(scheme, "name") ?? name };
  }
  if (type === "http") {
    // RFC 9110, section 11.1: the name of a scheme has no case.
    const httpScheme = stringAt(scheme, "scheme")?.toLowerCase();
    if (httpScheme === "bearer" || httpScheme === "basic") return { ...base, kind: httpScheme };
    return { ...base, kind: "unsupported", type: `http ${httpScheme ?? ""}`.trim() };
  }
  if (type === "oauth2")
    return { ...base, kind: "bearer", ...present("flows", buildFlows(document, scheme, pointer)) };
  if (type === "openIdConnect") {
    return { ...base, kind: "bearer", ...present("openIdConnectUrl", stringAt(scheme, "openIdConnectUrl")) };
  }
  return { ...base, kind: "unsupported", type: isJsonObject(scheme) && type !== "" ? type : "unknown" };
}

const flowKinds: readonly OAuthFlow["kind"][] = [
  "implicit",
  "password",
  "clientCredentials",
  "authorizationCode",
];

/** The OAuth Flows Object of a scheme (OpenAPI 3.1, section 4.8.28). */
function buildFlows(
  document: JsonObject,
  scheme: JsonObject,
  pointer: string,
): readonly OAuthFlow[] | undefined {
  const flows = objectAt(scheme, "flows");
  const built = flowKinds.flatMap((kind): OAuthFlow[] => {
    if (!isJsonObject(flows[kind])) return [];
    const flow = objectAt(flows, kind);
    const scopes = Object.entries(objectAt(flow, "scopes"));
    return [
      {
        kind,
        pointer: joinPointer(pointer, "flows", kind),
        ...present("authorizationUrl", stringAt(flow, "authorizationUrl")),
        ...present("tokenUrl", stringAt(flow, "tokenUrl")),
        ...present("refreshUrl", stringAt(flow, "refreshUrl")),
        ...present("prose", buildProse(document, flow)),
        scopes: Object.fromEntries(scopes.map(([scope, use]) => [scope, typeof use === "string" ? use : ""])),
      },
    ];
  });
  return built.length === 0 ? undefined : built;
}
