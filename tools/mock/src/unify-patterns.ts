import { isJsonObject, type JsonObject, joinPointer, toUnicodePattern } from "@specmill/spec";
import { mapDocument } from "./map-document.ts";
import type { Rewrite, Rewritten } from "./rewrite.ts";

/** Takes needless escapes out of patterns, which a pattern of Unicode characters, as JSON Schema has it, must not hold. */
export function unifyPatterns(document: JsonObject): Rewritten {
  const rewrites: Rewrite[] = [];
  const tell = (pointer: string, keyword: string) =>
    rewrites.push({
      rule: "pattern",
      pointer: joinPointer(pointer, keyword),
      message: "Escapes that mean nothing are left out.",
    });
  const unified = mapDocument(document, {
    schema: (schema, pointer) => {
      const { pattern, patternProperties: properties } = schema;
      let made = schema;
      const plain = typeof pattern === "string" ? (toUnicodePattern(pattern) ?? pattern) : pattern;
      if (plain !== undefined && plain !== pattern) {
        tell(pointer, "pattern");
        made = { ...made, pattern: plain };
      }
      if (!isJsonObject(properties)) return made;
      const entries = Object.entries(properties);
      const renamed = entries.map(([name, member]) => [toUnicodePattern(name) ?? name, member] as const);
      if (renamed.every(([name], index) => name === entries[index]?.[0])) return made;
      tell(pointer, "patternProperties");
      return { ...made, patternProperties: Object.fromEntries(renamed) };
    },
  });
  return { document: unified, rewrites };
}
