import type { Api, SecurityScheme } from "@specmill/spec";
import type { Credential } from "../case/contract-case.ts";
import { percentEncode } from "./wire-text.ts";

/** Where a credential stands in a request. */
export interface PlacedCredential {
  readonly scheme: string;
  readonly in: "header" | "query" | "cookie";
  /** Of a header in lower case. */
  readonly name: string;
  /** As it travels; encoded in a query and a cookie. */
  readonly value: string;
  /** Every text that only the bearer of the credential knows. */
  readonly secrets: readonly string[];
}

/**
 * Where a credential goes by its scheme (OpenAPI 3.1.1, section 4.8.27; RFC 6750, RFC 7617).
 *
 * @returns undefined where the document has no such scheme, or the scheme needs more than a header, query or cookie
 */
export function placeCredential(api: Api, { scheme, value }: Credential): PlacedCredential | undefined {
  const known = api.securitySchemes.find(({ name }) => name === scheme);
  if (known === undefined || known.kind === "unsupported") return undefined;
  const text = typeof value === "string" ? value : encodeBasic(value);
  const secrets = typeof value === "string" ? [value] : [text, value.password];
  return { scheme, ...placeText(known, text), secrets: secrets.filter((secret) => secret !== "") };
}

function placeText(
  scheme: Exclude<SecurityScheme, { readonly kind: "unsupported" }>,
  text: string,
): Pick<PlacedCredential, "in" | "name" | "value"> {
  switch (scheme.kind) {
    case "bearer":
      return { in: "header", name: "authorization", value: `Bearer ${text}` };
    case "basic":
      return { in: "header", name: "authorization", value: `Basic ${text}` };
    case "apiKey":
      return scheme.in === "header"
        ? { in: "header", name: scheme.parameter.toLowerCase(), value: text }
        : { in: scheme.in, name: scheme.parameter, value: percentEncode(text) };
  }
}

function encodeBasic({
  username,
  password,
}: {
  readonly username: string;
  readonly password: string;
}): string {
  return Buffer.from(`${username}:${password}`, "utf8").toString("base64");
}
