import type { JsonObject } from "@specmill/spec";
import { mapHolders } from "./map-holders.ts";

/**
 * Takes the callbacks out of a document. Prism would call whatever URL a request's body names, and what comes
 * back from there can end the process.
 */
export function dropCallbacks(document: JsonObject): JsonObject {
  return mapHolders(document, ({ callbacks: _dropped, ...rest }) => rest);
}
