import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";

/** What OpenAPI 3.0 has no words for (3.0.4, section 4.8.24). */
const unknown: ReadonlySet<string> = new Set(
  (
    "$comment $defs contentMediaType contentSchema contentEncoding dependentRequired if then prefixItems contains " +
    "minContains maxContains propertyNames patternProperties unevaluatedProperties webhooks pathItems"
  ).split(" "),
);

/** A document of OpenAPI 3.1 without what 3.0 cannot say. */
export function toCommon(document: JsonObject): JsonObject {
  const visit = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(visit);
    if (!isJsonObject(value)) return value;
    const { $ref: reference } = value;
    if (typeof reference === "string") return { $ref: reference };
    // A type of several, and what may be nothing but null, are left open.
    const types = Array.isArray(value["type"]) ? value["type"].filter((type) => type !== "null") : ["one"];
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !unknown.has(key) && !(key === "type" && types.length !== 1))
        .map(([key, member]) => [key, visit(member)]),
    );
  };
  return visitObject(visit, document);
}

/** A document that 3.0 can say, in the words of 3.0. */
export function toOpenApi30(document: JsonObject): JsonObject {
  const visit = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(visit);
    if (!isJsonObject(value)) return value;
    const { type, const: constant, exclusiveMinimum, exclusiveMaximum, ...rest } = value;
    const types: readonly JsonValue[] = Array.isArray(type) ? type : [];
    return Object.fromEntries(
      Object.entries({
        ...rest,
        ...(type !== undefined && { type: types.find((one) => one !== "null") ?? type }),
        ...(types.includes("null") && { nullable: true }),
        ...(constant !== undefined && { enum: [constant] }),
        ...(exclusiveMinimum !== undefined && { minimum: exclusiveMinimum, exclusiveMinimum: true }),
        ...(exclusiveMaximum !== undefined && { maximum: exclusiveMaximum, exclusiveMaximum: true }),
      }).map(([key, member]) => [key, visit(member)]),
    );
  };
  return { ...visitObject(visit, document), openapi: "3.0.4" };
}

function visitObject(visit: (value: JsonValue) => JsonValue, document: JsonObject): JsonObject {
  const made = visit(document);
  return isJsonObject(made) ? made : document;
}
