import type { Api, SecurityScheme } from "@specmill/spec";
import type { Wallet } from "../case/choose-credentials.ts";
import type { Credential } from "../case/contract-case.ts";

export interface ReadCredentials {
  readonly wallet: Wallet;
  /** Schemes for which no credential was given: which variables could hold one, and what is wrong with the one there is. */
  readonly missing: readonly MissingCredential[];
}

interface MissingCredential {
  readonly scheme: string;
  readonly variables: readonly string[];
  /** A sentence for people; holds no credential. */
  readonly reason: string;
}

/**
 * Reads the credentials of an API's security schemes from `SPECMILL_<API>_<SCHEME>`, or else `SPECMILL_<SCHEME>`: a
 * key or a token as it is, `user:password` for basic authentication. What was read is for requests, never for print.
 *
 * @param name - the API's own name, which is that of its folder
 */
export function readCredentials(
  { securitySchemes }: Pick<Api, "securitySchemes">,
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
): ReadCredentials {
  const read = securitySchemes.map((scheme) => readCredential(scheme, name, environment));
  const credentials = new Map(
    read.flatMap((one) => (one.kind === "read" ? [[one.credential.scheme, one.credential]] : [])),
  );
  return {
    wallet: (scheme) => credentials.get(scheme),
    missing: read.flatMap((one) => (one.kind === "missing" ? [one.missing] : [])),
  };
}

type Reading =
  | { readonly kind: "read"; readonly credential: Credential }
  | { readonly kind: "missing"; readonly missing: MissingCredential };

function readCredential(
  scheme: SecurityScheme,
  api: string,
  environment: Readonly<Record<string, string | undefined>>,
): Reading {
  const variables = [
    `SPECMILL_${toVariable(api)}_${toVariable(scheme.name)}`,
    `SPECMILL_${toVariable(scheme.name)}`,
  ];
  const miss = (reason: string): Reading => ({
    kind: "missing",
    missing: { scheme: scheme.name, variables, reason },
  });
  if (scheme.kind === "unsupported") {
    return miss(`The scheme ${scheme.name} (${scheme.type}) needs more than a credential in a request.`);
  }
  const variable = variables.find((candidate) => (environment[candidate] ?? "") !== "");
  const value = variable === undefined ? undefined : environment[variable];
  if (variable === undefined || value === undefined) {
    return miss(`Neither ${variables.join(" nor ")} holds a credential for ${scheme.name}.`);
  }
  // It ends a header, and begins another.
  if (/[\r\n]/.test(value)) return miss(`${variable} holds a line break, which no credential may.`);
  if (scheme.kind !== "basic") return { kind: "read", credential: { scheme: scheme.name, value } };
  const colon = value.indexOf(":");
  if (colon === -1) return miss(`${variable} is to hold user:password.`);
  const pair = { username: value.slice(0, colon), password: value.slice(colon + 1) };
  return { kind: "read", credential: { scheme: scheme.name, value: pair } };
}

/** Upper snake case: `ApiKeyAuth` and `api-key-auth` are both `API_KEY_AUTH`. */
function toVariable(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .toUpperCase();
}
