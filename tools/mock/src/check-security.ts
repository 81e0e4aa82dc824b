import type { Api, Operation, SecurityScheme } from "@specmill/spec";
import { readCookies } from "./check-parameters.ts";
import { decodeForm } from "./decode-text.ts";
import type { OperationRequest, RequestFault } from "./operation.ts";

/**
 * Whether a request has the credentials of one of the alternatives (OpenAPI 3.1, section 4.8.30). What is in a
 * credential is nobody's business but the API's; that it is one of its scheme is checked here.
 *
 * @returns one fault of the code 401, by which Prism chooses the answer, or nothing
 */
export function checkSecurity(
  { security }: Operation,
  { securitySchemes }: Api,
  request: OperationRequest,
): readonly RequestFault[] {
  const schemes = new Map(securitySchemes.map((scheme) => [scheme.name, scheme]));
  const isMet = (name: string): boolean => {
    const scheme = schemes.get(name);
    return scheme === undefined || hasCredential(scheme, request);
  };
  // Without a requirement no credential is asked for; one of a kind that nobody asked for is refused all the same.
  const isFulfilled = (requirement: readonly string[]) =>
    requirement.length === 0 ? request.headers["authorization"] === undefined : requirement.every(isMet);
  if (security.length === 0 || security.some(isFulfilled)) return [];
  const missing = new Set(security.flat().filter((name) => !isMet(name)));
  return [
    {
      path: ["security"],
      code: 401,
      message: `The request has no credential of ${[...missing].join(", ")}.`,
      tags: [...new Set([...missing].flatMap((name) => challengeOf(schemes.get(name))))],
    },
  ];
}

/** Whether the mock can see in a request if a scheme's credential is there. */
export function isCheckable(scheme: SecurityScheme): boolean {
  return scheme.kind !== "unsupported" || scheme.type === "http digest";
}

function hasCredential(scheme: SecurityScheme, request: OperationRequest): boolean {
  const authorization = request.headers["authorization"] ?? "";
  switch (scheme.kind) {
    case "apiKey":
      return readKeys(scheme.in, scheme.parameter, request).some((value) => value !== "");
    case "basic":
      return isBasic(authorization);
    case "bearer":
      return /^bearer +\S/i.test(authorization);
    case "unsupported":
      return !isCheckable(scheme) || /^digest .*username=.*response=/i.test(authorization);
  }
}

function readKeys(
  place: "header" | "query" | "cookie",
  name: string,
  { headers, query }: OperationRequest,
): readonly string[] {
  switch (place) {
    case "header":
      return [headers[name.toLowerCase()] ?? ""];
    case "query":
      return query.flatMap(([given, value]) => (decodeForm(given) === name ? [value] : []));
    case "cookie":
      return readCookies(headers["cookie"]).flatMap(([given, value]) => (given === name ? [value] : []));
  }
}

/** RFC 7617, section 2: the password may hold colons, the user's name must not. */
function isBasic(authorization: string): boolean {
  const token = /^basic +([A-Za-z0-9+/_-]+=*)$/i.exec(authorization)?.[1];
  return token !== undefined && Buffer.from(token, "base64").toString().includes(":");
}

function challengeOf(scheme: SecurityScheme | undefined): readonly string[] {
  switch (scheme?.kind) {
    case "basic":
      return ['Basic realm="*"'];
    case "bearer":
      return ["Bearer"];
    case "unsupported":
      return scheme.type === "http digest" ? ['Digest realm="*", nonce="abc123"'] : [];
    case "apiKey":
    case undefined:
      return [];
  }
}
