import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";

/** References that no document can make, for types that JSON Schema has no word for. */
export const placeholders: ReadonlyMap<string, string> = new Map([
  ["specmill:Blob", "Blob"],
  ["specmill:Date", "Date"],
]);

/** How a schema is read. */
export interface Reading {
  /** Whether a caller may give a `Date` where the document asks for its text. */
  readonly dates: boolean;
}

/**
 * A schema in words that openapi-typescript reads as JSON Schema means them. It takes `anyOf` for an alternative to what
 * stands beside it, passes over what stands beside a `$ref`, and loses `null` between a composition and a list of types.
 */
export function prepareSchema(schema: JsonValue, reading: Reading): JsonValue {
  if (!isJsonObject(schema)) return schema;
  return rewrite(prepareMembers(schema, reading), reading);
}

function prepareMembers(schema: JsonObject, reading: Reading): JsonObject {
  // What is only defined here is no member of the value; references to it are to components by now.
  const { $defs: _, definitions: __, ...rest } = schema;
  const members = Object.entries(rest).map(([key, value]): [string, JsonValue] => {
    if (key === "properties" || key === "patternProperties") return [key, prepareEach(value, reading)];
    if (key === "items" || key === "additionalProperties") return [key, prepareAny(value, reading)];
    if (key === "allOf" || key === "anyOf" || key === "oneOf" || key === "prefixItems") {
      return [key, prepareAny(value, reading)];
    }
    return [key, value];
  });
  return Object.fromEntries(members);
}

function prepareAny(value: JsonValue, reading: Reading): JsonValue {
  return Array.isArray(value)
    ? value.map((item) => prepareSchema(item, reading))
    : prepareSchema(value, reading);
}

function prepareEach(schemas: JsonValue, reading: Reading): JsonValue {
  if (!isJsonObject(schemas)) return schemas;
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, prepareSchema(schema, reading)]),
  );
}

function rewrite(schema: JsonObject, reading: Reading): JsonObject {
  const { $ref, type } = schema;
  if (typeof $ref === "string") return besideReference($ref, schema);
  if (Array.isArray(type) && type.length === 1) return rewrite({ ...schema, type: type[0] ?? {} }, reading);
  if (Array.isArray(type) && type.includes("null") && isComposed(schema)) {
    const others = type.filter((each) => each !== "null");
    return { anyOf: [rewrite({ ...schema, type: others }, reading), { type: "null" }] };
  }
  if (isBinary(schema)) return asPlaceholder(schema, "specmill:Blob", []);
  if (reading.dates && isDate(schema)) return asPlaceholder(schema, "specmill:Date", [{ type: "string" }]);
  return closeObject(intersectAlternatives(schema));
}

/** OpenAPI 3.1 lets a reference be narrowed by what stands beside it. */
function besideReference($ref: string, schema: JsonObject): JsonObject {
  const narrows = structural.some((key) => schema[key] !== undefined);
  if (!narrows) return schema;
  const { $ref: _, allOf, ...rest } = schema;
  return { ...rest, allOf: [{ $ref }, ...(Array.isArray(allOf) ? allOf : [])] };
}

const structural = ["properties", "required", "allOf", "anyOf", "oneOf", "additionalProperties"];

function intersectAlternatives(schema: JsonObject): JsonObject {
  const { anyOf, ...rest } = schema;
  const core = structural.some((key) => rest[key] !== undefined && key !== "required");
  if (!core || !Array.isArray(anyOf)) return bareRequirements(schema, core);
  const { allOf } = rest;
  const beside = [...(Array.isArray(allOf) ? allOf : []), bareRequirements({ anyOf }, true)];
  return bareRequirements({ ...rest, allOf: beside }, true);
}

/** An alternative that does no more than require properties which another schema describes has no type of its own. */
function bareRequirements(schema: JsonObject, core: boolean): JsonObject {
  if (!core) return schema;
  const members = Object.entries(schema).map(([key, value]): [string, JsonValue] => {
    if ((key !== "anyOf" && key !== "oneOf") || !Array.isArray(value)) return [key, value];
    return [key, value.map((item) => (isBareRequirement(item) ? true : item))];
  });
  return Object.fromEntries(members);
}

function isBareRequirement(schema: JsonValue): boolean {
  return (
    isJsonObject(schema) &&
    Array.isArray(schema["required"]) &&
    Object.keys(schema).every((key) => ["required", "type", "title", "description", "not"].includes(key))
  );
}

/** An index signature must hold of the named properties too, which `additionalProperties` is not about. */
function closeObject(schema: JsonObject): JsonObject {
  const { properties, additionalProperties, type } = schema;
  const mixed = isJsonObject(properties) && Object.keys(properties).length > 0;
  if (type === "object" && !mixed && additionalProperties === false && !isComposed(schema)) {
    // No value is one of no values: openapi-typescript makes `never` of it, and of `false` a property of any value.
    return { ...schema, additionalProperties: { enum: [] } };
  }
  return mixed && isJsonObject(additionalProperties) ? { ...schema, additionalProperties: true } : schema;
}

function isComposed(schema: JsonObject): boolean {
  return Array.isArray(schema["allOf"]) || Array.isArray(schema["anyOf"]) || Array.isArray(schema["oneOf"]);
}

/** OpenAPI 3.0 says `format: binary`; 3.1 names the media type of bytes, and no encoding (section 4.8.14.4). */
function isBinary({ type, format, contentMediaType, contentEncoding, $ref }: JsonObject): boolean {
  if ((type !== undefined && type !== "string" && !isNullable(type, "string")) || $ref !== undefined)
    return false;
  if (format === "binary") return true;
  if (typeof contentMediaType !== "string") return false;
  return (contentEncoding ?? "binary") === "binary" && !/^text\/|[/+](json|xml)\b/i.test(contentMediaType);
}

function isDate({ type, format, enum: listed, const: only }: JsonObject): boolean {
  const text = type === "string" || (type !== undefined && isNullable(type, "string"));
  return text && format === "date-time" && listed === undefined && only === undefined;
}

function isNullable(type: JsonValue, of: string): boolean {
  return Array.isArray(type) && type.length === 2 && type.includes(of) && type.includes("null");
}

/** Alternatives that end in what a placeholder stands for; what documents the schema stays. */
function asPlaceholder(schema: JsonObject, name: string, others: readonly JsonObject[]): JsonObject {
  const nullable = schema["nullable"] === true || Array.isArray(schema["type"]);
  const anyOf = [...others, { $ref: `#/${name}` }, ...(nullable ? [{ type: "null" }] : [])];
  const documented = ["description", "title", "deprecated", "default", "example", "examples", "format"];
  const kept = Object.entries(schema).filter(([key]) => documented.includes(key));
  return { ...Object.fromEntries(kept), anyOf };
}
