import type { Api, SecurityRequirement, SecurityScheme } from "@specmill/spec";

/** Where a credential stands in a request: schemes that share a place cannot be told apart. */
export function carrierOf(scheme: SecurityScheme): string {
  switch (scheme.kind) {
    case "apiKey":
      return `${scheme.in} ${scheme.in === "header" ? scheme.parameter.toLowerCase() : scheme.parameter}`;
    case "basic":
    case "bearer":
      return `authorization ${scheme.kind}`;
    case "unsupported":
      return `unsupported ${scheme.name}`;
  }
}

/** The carriers of what a requirement asks for. */
export function carriersOf(api: Api, requirement: SecurityRequirement): ReadonlySet<string> {
  const schemes = api.securitySchemes.filter(({ name }) => requirement.includes(name));
  return new Set(schemes.map(carrierOf));
}

/** Whether a requirement asks for two different things in the one header `Authorization`. */
export function isOvercrowded(api: Api, requirement: SecurityRequirement): boolean {
  const carriers = [...carriersOf(api, requirement)];
  return carriers.filter((carrier) => /^(?:header )?authorization\b/.test(carrier)).length > 1;
}
