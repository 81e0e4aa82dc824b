import { nameBranches } from "@specmill/oracle";
import type { JsonObject, JsonValue } from "@specmill/spec";
import { mapDocument } from "./map-document.ts";
import type { Rewrite, Rewritten } from "./rewrite.ts";

/**
 * Makes each branch of a discriminator demand one of the values that lead to it (OpenAPI 3.1, section 4.8.25), since
 * JSON Schema knows of no discriminators and would take a body of any branch under the name of any other.
 */
export function decideBranches(document: JsonObject): Rewritten {
  const rewrites: Rewrite[] = [];
  const decided = mapDocument(document, {
    schema: (schema, pointer) => {
      const names = nameBranches(schema);
      if (names === undefined) return schema;
      const { keyword, propertyName, values } = names;
      const branches = schema[keyword];
      if (!Array.isArray(branches)) return schema;
      const message = `Each branch of ${keyword} demands the value of ${propertyName} that leads to it.`;
      rewrites.push({ rule: "discriminator", pointer, message });
      const { discriminator: _dropped, ...rest } = schema;
      return {
        ...rest,
        [keyword]: branches.map((branch: JsonValue, index) =>
          demand(branch, propertyName, values[index] ?? []),
        ),
      };
    },
  });
  return { document: decided, rewrites };
}

function demand(branch: JsonValue, propertyName: string, values: readonly string[]): JsonObject {
  const [only = "", ...others] = values;
  const value = others.length === 0 ? { const: only } : { enum: [...values] };
  return {
    allOf: [branch, { type: "object", properties: { [propertyName]: value }, required: [propertyName] }],
  };
}
