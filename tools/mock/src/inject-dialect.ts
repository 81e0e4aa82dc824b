import type { JsonObject } from "@specmill/spec";

const draft2020 = "https://json-schema.org/draft/2020-12/schema";

/**
 * Names the JSON Schema dialect of a 3.1 document where the document does not, or names OpenAPI's own. Without a
 * name Prism validates by draft 7, and by OpenAPI's own it validates nothing; both stand for 2020-12 (OpenAPI 3.1,
 * section 4.8.24.5).
 */
export function injectDialect(document: JsonObject): JsonObject {
  const { openapi, jsonSchemaDialect: dialect } = document;
  if (typeof openapi !== "string" || !openapi.startsWith("3.1.")) return document;
  const named = typeof dialect === "string" && !dialect.startsWith("https://spec.openapis.org/oas/3.1/");
  return named ? document : { ...document, jsonSchemaDialect: draft2020 };
}
