import type { SecurityScheme } from "@specmill/spec";
import { type Matched, matchItems } from "./match-items.ts";

/** The security schemes of two documents, and which credentials of theirs are the same. */
export interface SchemeMatch extends Matched<SecurityScheme> {
  /** The same text for the same credential, under whatever name its side knows it. */
  readonly keyOf: (side: "base" | "head", name: string) => string;
}

/**
 * Pairs security schemes by name, and those that have changed their name by how they travel. A scheme that has kept
 * its name and travels otherwise is the same still: `security-scheme` tells of it once, and not every operation.
 */
export function matchSchemes(base: readonly SecurityScheme[], head: readonly SecurityScheme[]): SchemeMatch {
  const matched = matchItems(
    base,
    head,
    (scheme) => `${scheme.name} ${wireForm(scheme)}`,
    (scheme) => `${wireForm(scheme)} ${issuerOf(scheme)}`,
    wireForm,
    ({ name }) => name,
  );
  const keys = { base: new Map<string, string>(), head: new Map<string, string>() };
  for (const [index, pair] of matched.both.entries()) {
    const isPlain = [pair.base, pair.head].every((scheme) => issuerOf(scheme) === "");
    const isSame = isPlain && wireForm(pair.base) === wireForm(pair.head);
    const key = isSame ? wireForm(pair.base) : `pair ${index}`;
    keys.base.set(pair.base.name, key);
    keys.head.set(pair.head.name, key);
  }
  const keyLeft = (side: "base" | "head", scheme: SecurityScheme) =>
    keys[side].set(scheme.name, issuerOf(scheme) === "" ? wireForm(scheme) : `${side} ${scheme.name}`);
  for (const scheme of matched.removed) keyLeft("base", scheme);
  for (const scheme of matched.added) keyLeft("head", scheme);
  return { ...matched, keyOf: (side, name) => keys[side].get(name) ?? `unknown ${name}` };
}

/** How a credential travels. */
export function wireForm(scheme: SecurityScheme): string {
  switch (scheme.kind) {
    case "apiKey": {
      const isHeader = scheme.in === "header";
      return `${scheme.in} \`${isHeader ? scheme.parameter.toLowerCase() : scheme.parameter}\``;
    }
    case "basic":
      return "HTTP basic authentication";
    case "bearer":
      return "bearer token";
    case "unsupported":
      return scheme.type;
  }
}

/** Who gives the token out; empty where the document does not say. */
function issuerOf(scheme: SecurityScheme): string {
  if (scheme.kind !== "bearer") return "";
  const urls = (scheme.flows ?? []).map(({ kind, authorizationUrl, tokenUrl }) => [
    kind,
    authorizationUrl,
    tokenUrl,
  ]);
  return urls.length > 0 ? JSON.stringify(urls) : (scheme.openIdConnectUrl ?? "");
}
