import type { JsonObject } from "@specmill/spec";
import { mapDocument } from "./map-document.ts";
import type { Rewrite, Rewritten } from "./rewrite.ts";

/**
 * Spells out how each parameter is written where the document leaves that to the defaults of OpenAPI (3.1, section
 * 4.8.12.2). Prism takes a query parameter that says nothing for not exploded, and then sees the last value of a
 * list alone.
 */
export function spellOutStyles(document: JsonObject): Rewritten {
  const rewrites: Rewrite[] = [];
  const spelt = mapDocument(document, {
    parameter: (parameter, pointer) => {
      const { in: place, style: given, explode: exploded, content } = parameter;
      if (typeof place !== "string" || content !== undefined) return parameter;
      if (given !== undefined && exploded !== undefined) return parameter;
      const style = given ?? (place === "query" || place === "cookie" ? "form" : "simple");
      const explode = exploded ?? style === "form";
      const message = `It is written in the style ${String(style)}, ${explode === true ? "" : "not "}exploded.`;
      rewrites.push({ rule: "parameter-style", pointer, message });
      return { ...parameter, style, explode };
    },
  });
  return { document: spelt, rewrites };
}
