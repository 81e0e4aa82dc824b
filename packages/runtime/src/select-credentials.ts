import type { BasicCredential, ClientOptions } from "./client-options.ts";
import type { Operation, SecurityScheme } from "./operation.ts";
import { isAbsent } from "./to-text.ts";

/** What a call carries to say who makes it. */
export interface Credentials {
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** `name=value`, escaped. */
  readonly query: readonly string[];
  readonly cookies: readonly string[];
}

type Secret = string | BasicCredential;

/**
 * The credentials of the first alternative of which the caller has every scheme; none where it has no such
 * alternative, and the server is left to answer. A function that gives a credential is asked once at most.
 *
 * @throws whatever such a function throws
 */
export async function selectCredentials(
  { security = [] }: Operation,
  auth: ClientOptions["auth"] = {},
): Promise<Credentials> {
  const known = new Map(Object.entries(auth));
  const has = ({ name }: SecurityScheme) => !isAbsent(known.get(name));
  for (const alternative of security.filter((schemes) => schemes.length > 0 && schemes.every(has))) {
    const secrets: Secret[] = [];
    for (const { name } of alternative) {
      const given = known.get(name);
      const secret = typeof given === "function" ? await given() : given;
      known.set(name, secret);
      if (isAbsent(secret)) break;
      secrets.push(secret);
    }
    if (secrets.length === alternative.length) return place(alternative, secrets);
  }
  return place([], []);
}

function place(schemes: readonly SecurityScheme[], secrets: readonly Secret[]): Credentials {
  const headers: [string, string][] = [];
  const query: string[] = [];
  const cookies: string[] = [];
  for (const [index, scheme] of schemes.entries()) {
    const secret = secrets[index] ?? "";
    if (scheme.kind !== "apiKey") headers.push(["authorization", authorize(secret)]);
    else if (scheme.in === "header") headers.push([scheme.parameter, String(secret)]);
    else {
      const pairs = scheme.in === "query" ? query : cookies;
      pairs.push(`${encodeURIComponent(scheme.parameter)}=${encodeURIComponent(String(secret))}`);
    }
  }
  return { headers, query, cookies };
}

function authorize(secret: Secret): string {
  if (typeof secret === "string") return `Bearer ${secret}`;
  const bytes = new TextEncoder().encode(`${secret.username}:${secret.password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
