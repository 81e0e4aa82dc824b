import type { JsonObject, JsonValue } from "@specmill/spec";
import { mapDocument } from "./map-document.ts";
import type { Rewrite, Rewritten } from "./rewrite.ts";

/**
 * Says in the words of JSON Schema 2020-12 what OpenAPI 3.0 says in its own: `nullable`, and exclusive bounds that are
 * flags (OpenAPI 3.0.4, section 4.7.24). What stands beside a `$ref` is left out there, but for `nullable`.
 */
export function moderniseSchemas(document: JsonObject): Rewritten {
  if (!String(document["openapi"]).startsWith("3.0")) return { document, rewrites: [] };
  const rewrites: Rewrite[] = [];
  const modern = mapDocument(document, {
    schema: (schema, pointer) => {
      const { $ref: reference, nullable, ...rest } = schema;
      const own =
        typeof reference === "string" ? { $ref: reference } : nullable === undefined ? schema : rest;
      const bounded = moderniseBounds(own);
      const made = nullable === true ? allowNull(bounded) : bounded;
      if (nullable === true || bounded !== own) {
        const message = "What OpenAPI 3.0 says in words of its own is said in those of JSON Schema 2020-12.";
        rewrites.push({ rule: "schema-3.0", pointer, message });
      }
      return made;
    },
  });
  return { document: modern, rewrites };
}

function moderniseBounds(schema: JsonObject): JsonObject {
  const { exclusiveMinimum, exclusiveMaximum, ...rest } = schema;
  if (typeof exclusiveMinimum !== "boolean" && typeof exclusiveMaximum !== "boolean") return schema;
  const { minimum, maximum, ...others } = rest;
  return {
    ...others,
    ...bound("minimum", "exclusiveMinimum", minimum, exclusiveMinimum),
    ...bound("maximum", "exclusiveMaximum", maximum, exclusiveMaximum),
  };
}

function bound(
  inclusive: string,
  exclusive: string,
  limit: JsonValue | undefined,
  flag: JsonValue | undefined,
): JsonObject {
  if (typeof flag === "number")
    return { [exclusive]: flag, ...(limit === undefined ? {} : { [inclusive]: limit }) };
  return limit === undefined ? {} : { [flag === true ? exclusive : inclusive]: limit };
}

function allowNull(schema: JsonObject): JsonObject {
  const { type, enum: values } = schema;
  const isComposed = ["$ref", "allOf", "anyOf", "oneOf", "not"].some((keyword) => keyword in schema);
  if (typeof type !== "string" || isComposed) return { anyOf: [{ type: "null" }, schema] };
  return {
    ...schema,
    type: [type, "null"],
    ...(Array.isArray(values) ? { enum: values.includes(null) ? values : [...values, null] } : {}),
  };
}
