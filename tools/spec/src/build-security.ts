import { followReference } from "./follow-reference.ts";
import { isJsonObject, type JsonObject } from "./json.ts";
import type { SecurityRequirement, SecurityScheme } from "./model.ts";
import { objectAt, objectsAt, present, stringAt } from "./read-members.ts";

/** The Security Scheme Objects of a document, in its order. */
export function buildSecuritySchemes(document: JsonObject): readonly SecurityScheme[] {
  const schemes = objectAt(objectAt(document, "components"), "securitySchemes");
  return Object.keys(schemes).map((name) => buildScheme(name, followReference(document, schemes[name])));
}

/** The alternatives that an operation accepts: its own, or else the document's. */
export function buildSecurity(document: JsonObject, operation: JsonObject): readonly SecurityRequirement[] {
  const owner = Array.isArray(operation["security"]) ? operation : document;
  return objectsAt(owner, "security").map((requirement) => Object.keys(requirement));
}

function buildScheme(name: string, scheme: JsonObject): SecurityScheme {
  const base = { name, ...present("description", stringAt(scheme, "description")) };
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
  if (type === "oauth2" || type === "openIdConnect") return { ...base, kind: "bearer" };
  return { ...base, kind: "unsupported", type: isJsonObject(scheme) && type !== "" ? type : "unknown" };
}
