import type { JsonObject, JsonValue } from "@specmill/spec";
import { openTypes } from "../obligation/schema-types.ts";
import type { Wire } from "../obligation/walk-schema.ts";

/** A type that no value of a schema is of; any text is a string, so that on a wire of texts it is one that fewer are. */
export function otherType(
  document: JsonObject,
  schema: JsonValue | undefined,
  wire: Wire = "json",
): "string" | "integer" | "boolean" {
  const types = openTypes(document, schema);
  if (wire !== "json") return types.has("string") ? "integer" : "string";
  if (!types.has("integer") && !types.has("number")) return "integer";
  return types.has("string") && !types.has("boolean")
    ? "boolean"
    : types.has("string")
      ? "integer"
      : "string";
}
