import { followReference, isJsonObject, type JsonObject, type JsonValue, joinPointer } from "@specmill/spec";
import { mapDocument } from "./map-document.ts";
import type { Rewrite, Rewritten } from "./rewrite.ts";

/**
 * Makes a plain list or object of a query parameter that may be null besides: a query has no way to say null, and
 * how it is written depends on its being a list.
 */
export function flattenNullParameters(document: JsonObject): Rewritten {
  const rewrites: Rewrite[] = [];
  const flattened = mapDocument(document, {
    parameter: (parameter, pointer) => {
      const { schema, in: place } = parameter;
      if (place !== "query" || !isJsonObject(schema)) return parameter;
      const flat = flatten(schema, document);
      if (flat === schema) return parameter;
      const message = "It may be null, which a query cannot say; it is read as what it is otherwise.";
      rewrites.push({ rule: "null-parameter", pointer: joinPointer(pointer, "schema"), message });
      return { ...parameter, schema: flat };
    },
  });
  return { document: flattened, rewrites };
}

function flatten(schema: JsonObject, document: JsonObject): JsonObject {
  const { type, nullable, anyOf, oneOf } = schema;
  if (Array.isArray(type) && type.includes("null")) {
    const [first, ...others] = type.filter((name: JsonValue) => name !== "null");
    if (others.length === 0 && isContainer(first)) return { ...schema, type: first ?? "null" };
  }
  if (nullable === true && isContainer(type)) {
    const { nullable: _dropped, ...rest } = schema;
    return rest;
  }
  const branches = Array.isArray(anyOf) ? anyOf : Array.isArray(oneOf) ? oneOf : [];
  const [only, ...others] = branches.filter(
    (branch: JsonValue) => !(isJsonObject(branch) && branch["type"] === "null"),
  );
  if (only === undefined || others.length > 0 || branches.length === 1) return schema;
  if (!isContainer(followReference(document, only)["type"])) return schema;
  const { anyOf: _any, oneOf: _one, ...rest } = schema;
  return { ...rest, allOf: [only] };
}

function isContainer(type: JsonValue | undefined): boolean {
  return type === "array" || type === "object";
}
