import type { JsonObject } from "@specmill/spec";
import { joinPointer } from "@specmill/spec";
import { mapDocument } from "./map-document.ts";
import type { Rewrite, Rewritten } from "./rewrite.ts";

/** Takes the callbacks out of a document. A mock would call whatever URL a request's body names. */
export function dropCallbacks(document: JsonObject): Rewritten {
  const rewrites: Rewrite[] = [];
  const dropped = mapDocument(document, {
    operation: (operation, pointer) => {
      if (operation["callbacks"] === undefined) return operation;
      const { callbacks: _dropped, ...rest } = operation;
      const message = "Callbacks are never called.";
      rewrites.push({ rule: "callbacks", pointer: joinPointer(pointer, "callbacks"), message });
      return rest;
    },
  });
  return { document: dropped, rewrites };
}
