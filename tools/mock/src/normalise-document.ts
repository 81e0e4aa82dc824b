import type { JsonObject } from "@specmill/spec";
import { dropCallbacks } from "./drop-callbacks.ts";
import { explodeQueryLists } from "./explode-query-lists.ts";
import { injectDialect } from "./inject-dialect.ts";

/** Each makes Prism read one thing as OpenAPI means it; none changes what the document says. */
const rewrites: readonly ((document: JsonObject) => JsonObject)[] = [
  injectDialect,
  dropCallbacks,
  explodeQueryLists,
];

/** The copy of a bundled document that Prism is to serve. */
export function normaliseDocument(document: JsonObject): JsonObject {
  return rewrites.reduce((rewritten, rewrite) => rewrite(rewritten), document);
}
