import type { Api, Operation, SecurityRequirement, SecurityScheme } from "@specmill/spec";
import type { WireRequest } from "../wire/exchange.ts";
import { carrierOf } from "./carrier-of.ts";
import { canShow } from "./list-security.ts";

/** What the credentials of a request say of the alternatives that an operation asks for. */
export interface CredentialsSeen {
  /** Alternatives that are satisfied by no more than they ask for: only these does a good answer prove to be enough. */
  readonly exact: readonly SecurityRequirement[];
  /** Whether there are none of any scheme that the operation knows. */
  readonly isBare: boolean;
  /** Whether the request may be answered as far as credentials go. */
  readonly isEnough: boolean;
}

/** Reads which credentials a request carries. Whose they are, only a server can tell. */
export function seeCredentials(api: Api, operation: Operation, request: WireRequest): CredentialsSeen {
  const schemes = api.securitySchemes.filter(({ name }) =>
    operation.security.some((requirement) => requirement.includes(name)),
  );
  const carried = new Set(schemes.filter((scheme) => isCarried(scheme, request)).map(carrierOf));
  const carriersOf = (requirement: SecurityRequirement) =>
    new Set(schemes.filter(({ name }) => requirement.includes(name)).map(carrierOf));
  const shown = operation.security.filter((requirement) => canShow(api, requirement));
  const satisfied = shown.filter((requirement) =>
    [...carriersOf(requirement)].every((carrier) => carried.has(carrier)),
  );
  return {
    exact: satisfied.filter((requirement) => carriersOf(requirement).size === carried.size),
    isBare: carried.size === 0,
    isEnough: satisfied.length > 0 || shown.length === 0,
  };
}

function isCarried(scheme: SecurityScheme, { headers, target }: WireRequest): boolean {
  switch (scheme.kind) {
    case "apiKey": {
      const { parameter } = scheme;
      if (scheme.in === "header") return (headers[parameter.toLowerCase()] ?? "") !== "";
      if (scheme.in === "query") return (searchOf(target).get(parameter) ?? "") !== "";
      return cookieNames(headers["cookie"] ?? "").includes(parameter);
    }
    case "basic":
    case "bearer":
      // RFC 9110, section 11.1: the name of a scheme has no case.
      return (headers["authorization"] ?? "").toLowerCase().startsWith(`${scheme.kind} `);
    case "unsupported":
      return false;
  }
}

function searchOf(target: string): URLSearchParams {
  const start = target.indexOf("?");
  return new URLSearchParams(start === -1 ? "" : target.slice(start + 1));
}

function cookieNames(header: string): readonly string[] {
  return header
    .split(";")
    .map((pair) => pair.split("="))
    .filter(([, value = ""]) => value.trim() !== "")
    .map(([name = ""]) => name.trim());
}
