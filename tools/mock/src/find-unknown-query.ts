import type { Api, JsonObject, Operation } from "@specmill/spec";
import { decodeForm } from "./decode-text.ts";
import type { RequestFault } from "./operation.ts";
import { preferenceNames } from "./parse-preferences.ts";
import { keysOf } from "./read-deep-object.ts";
import type { RawPair } from "./read-parameter.ts";
import { facetsOf, isOpen, memberNames, typesOf } from "./schema-facets.ts";

/**
 * Finds what a query has that the document knows nothing of: neither a parameter, nor a part of one that is an object,
 * nor a credential that the operation asks for, nor a preference of the mock's.
 */
export function findUnknownQuery(
  { parameters, security }: Operation,
  { securitySchemes }: Api,
  query: readonly RawPair[],
  document: JsonObject,
): readonly RequestFault[] {
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  const asked = new Set(security.flat());
  const known = new Set([
    ...preferenceNames.map((name) => `__${name}`),
    ...securitySchemes.flatMap((scheme) =>
      scheme.kind === "apiKey" && scheme.in === "query" && asked.has(scheme.name) ? [scheme.parameter] : [],
    ),
  ]);
  const deep: string[] = [];
  for (const { name, style, explode, schema, mediaType } of inQuery) {
    known.add(name);
    if (mediaType !== undefined) continue;
    if (style === "deepObject") deep.push(name);
    const facets = facetsOf(document, schema);
    if (style !== "form" || !explode || !typesOf(facets).has("object")) continue;
    if (isOpen(facets)) return [];
    for (const member of memberNames(facets)) known.add(member);
  }
  const names = new Set(query.map(([name]) => decodeForm(name)));
  return [...names]
    .filter((name) => !known.has(name) && !deep.some((parameter) => keysOf(name, parameter) !== undefined))
    .map((name) => ({
      path: ["query", name],
      code: "unknown-query",
      message: `The document has no query parameter ${name} here.`,
    }));
}
