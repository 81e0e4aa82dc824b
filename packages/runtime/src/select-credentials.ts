import type { BasicCredential, ClientOptions } from "./client-options.ts";
import type { Operation, SecurityScheme } from "./operation.ts";

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
 * alternative, and the server is left to answer.
 */
export async function selectCredentials(
  { security = [] }: Operation,
  auth: ClientOptions["auth"] = {},
): Promise<Credentials> {
  for (const alternative of security.filter((schemes) => schemes.length > 0)) {
    const secrets: Secret[] = [];
    for (const { name } of alternative) {
      const given = auth[name];
      const secret = typeof given === "function" ? await given() : given;
      if (secret !== undefined) secrets.push(secret);
    }
    if (secrets.length === alternative.length) return place(alternative, secrets);
  }
  return { headers: [], query: [], cookies: [] };
}

function place(schemes: readonly SecurityScheme[], secrets: readonly Secret[]): Credentials {
  const headers: [string, string][] = [];
  const query: string[] = [];
  const cookies: string[] = [];
  for (const [index, scheme] of schemes.entries()) {
    const secret = secrets[index] ?? "";
    if (scheme.kind !== "apiKey") headers.push(["authorization", `${authorize(secret)}`]);
    else if (scheme.in === "header") headers.push([scheme.parameter, String(secret)]);
    else
      (scheme.in === "query" ? query : cookies).push(
        `${scheme.parameter}=${encodeURIComponent(String(secret))}`,
      );
  }
  return { headers, query, cookies };
}

function authorize(secret: Secret): string {
  if (typeof secret === "string") return `Bearer ${secret}`;
  const bytes = new TextEncoder().encode(`${secret.username}:${secret.password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
