import type { BasicCredential, ClientOptions, Credential } from "./client-options.ts";
import type { Operation, SecurityScheme } from "./operation.ts";
import { isAbsent } from "./to-text.ts";

/** What a call carries to say who makes it. */
export interface Credentials {
  readonly header: readonly (readonly [name: string, value: string])[];
  /** `name=value`, escaped. */
  readonly query: readonly string[];
  readonly cookie: readonly string[];
  /** Every text of it that must not be shown. */
  readonly secrets: readonly string[];
  /** Whether a function gave any of it, which may have a newer one. */
  readonly renewable: boolean;
}

/** Finds the credentials of an operation; those that functions give are asked to be new ones where `refresh` says so. */
export type SelectCredentials = (operation: Operation, refresh: boolean) => Promise<Credentials>;

type Secret = string | BasicCredential;

/**
 * Makes the function that finds the credentials of the first alternative of which the caller has every scheme; none
 * where it has no such alternative, and the server is left to answer. A function that gives a credential is asked once
 * at most, and calls that ask for a new one at the same time share it.
 *
 * What it makes rejects with whatever such a function throws.
 */
export function createCredentials(auth: ClientOptions["auth"] = {}): SelectCredentials {
  const underway = new Map<string, Promise<Secret | undefined>>();
  const ask = async (name: string, given: Credential | Credential<BasicCredential>, refresh: boolean) => {
    if (typeof given !== "function") return given;
    if (!refresh) return given({ refresh });
    const asked = underway.get(name) ?? Promise.resolve(given({ refresh }));
    underway.set(name, asked);
    return asked.finally(() => underway.delete(name));
  };
  const all = Object.entries(auth);
  return async ({ security = [] }, refresh) => {
    const known = new Map(all);
    let renewable = false;
    for (const alternative of security) {
      if (!alternative.every(({ name }) => !isAbsent(known.get(name)))) continue;
      const credentials = createEmpty();
      let missing = alternative.length;
      for (const scheme of alternative) {
        const { name } = scheme;
        const given = known.get(name);
        renewable ||= typeof given === "function";
        const secret = given && (await ask(name, given, refresh));
        known.set(name, secret);
        if (isAbsent(secret)) break;
        place(scheme, secret, credentials);
        missing--;
      }
      if (missing === 0 && alternative.length > 0) return { ...credentials, renewable };
    }
    return { ...createEmpty(), renewable };
  };
}

interface Growing {
  readonly header: (readonly [name: string, value: string])[];
  readonly query: string[];
  readonly cookie: string[];
  readonly secrets: string[];
}

function createEmpty(): Growing {
  return { header: [], query: [], cookie: [], secrets: [] };
}

function place(scheme: SecurityScheme, secret: Secret, credentials: Growing): void {
  const isText = typeof secret === "string";
  const text = isText ? secret : encodeBasic(secret);
  const escaped = encodeURIComponent(text);
  credentials.secrets.push(...[text, escaped, isText ? text : secret.password].filter(Boolean));
  const { header } = credentials;
  if (scheme.kind !== "apiKey") header.push(["authorization", `${isText ? "Bearer" : "Basic"} ${text}`]);
  else if (scheme.in === "header") header.push([scheme.parameter, text]);
  else credentials[scheme.in].push(`${encodeURIComponent(scheme.parameter)}=${escaped}`);
}

function encodeBasic({ username, password }: BasicCredential): string {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return btoa(String.fromCharCode(...bytes));
}
