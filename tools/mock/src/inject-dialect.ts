import type { JsonObject } from "@specmill/spec";
import type { Rewritten } from "./rewrite.ts";

const draft2020 = "https://json-schema.org/draft/2020-12/schema";

/**
 * Names the JSON Schema dialect of a 3.1 document where the document does not, or names OpenAPI's own. Without a
 * name Prism validates by draft 7, and by OpenAPI's own it validates nothing; both stand for 2020-12 (OpenAPI 3.1,
 * section 4.8.24.5).
 */
export function injectDialect(document: JsonObject): Rewritten {
  const { openapi, jsonSchemaDialect: dialect } = document;
  if (typeof openapi !== "string" || !openapi.startsWith("3.1.")) return { document, rewrites: [] };
  const named = typeof dialect === "string" && !dialect.startsWith("https://spec.openapis.org/oas/3.1/");
  if (named) return { document, rewrites: [] };
  return {
    document: { ...document, jsonSchemaDialect: draft2020 },
    rewrites: [
      {
        rule: "dialect",
        pointer: dialect === undefined ? "#/openapi" : "#/jsonSchemaDialect",
        message: "Schemas are read as JSON Schema 2020-12.",
      },
    ],
  };
}
