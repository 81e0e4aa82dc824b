import {
  followReference,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  joinPointer,
  toUnicodePattern,
} from "@specmill/spec";
import { nameBranches } from "./name-branches.ts";
import type { Direction } from "./oracle.ts";

/** How the schemas of a document are read. */
export interface Reading {
  readonly document: JsonObject;
  readonly version: "3.0" | "3.1";
  readonly direction: Direction;
  /** The id under which what a `$ref` leads to is compiled. */
  readonly idOf: (reference: string) => string;
  /** Is told of every schema made, with the place in the document that it was made of. */
  readonly onMade: (made: JsonObject, pointer: string) => void;
}

/**
 * A schema of an OpenAPI document as JSON Schema 2020-12. What 3.0 says in words of its own is said in those of 2020-12
 * (OpenAPI 3.0.4, section 4.7.24); what only one direction may carry is required in that direction alone (3.1, section
 * 4.8.24.2); and a discriminator decides on the branch.
 *
 * @param pointer - where the schema stands
 * @param hidden - properties that the other direction alone must have, as the schemas around this one say
 */
export function to2020(
  schema: JsonValue | undefined,
  pointer: string,
  reading: Reading,
  hidden: ReadonlySet<string> = new Set(),
): JsonObject | boolean {
  if (typeof schema === "boolean") return schema;
  if (!isJsonObject(schema)) return true;
  const made = convert(schema, pointer, reading, hidden);
  reading.onMade(made, pointer);
  return allowNull(made, schema, pointer, reading);
}

function convert(
  schema: JsonObject,
  pointer: string,
  reading: Reading,
  outer: ReadonlySet<string>,
): JsonObject {
  const { $ref: reference } = schema;
  const isReference = typeof reference === "string";
  const made: Record<string, JsonValue> = isReference ? { $ref: reading.idOf(reference) } : {};
  // OpenAPI 3.0 has whatever stands beside a reference ignored; `nullable` there is meant all the same.
  if (isReference && reading.version === "3.0") return made;
  const hidden = new Set([...outer, ...findHidden(schema, reading)]);
  for (const [key, value] of Object.entries(schema)) {
    const place = joinPointer(pointer, key);
    const below = (member: JsonValue, ...keys: string[]) =>
      to2020(member, joinPointer(place, ...keys), reading, key === "allOf" ? hidden : new Set());
    switch (keywords.get(key)) {
      case "schema":
        made[key] = Array.isArray(value)
          ? value.map((member: JsonValue, index) => below(member, String(index)))
          : below(value);
        break;
      case "schemas":
        made[key] = Array.isArray(value)
          ? value.map((member: JsonValue, index) => below(member, String(index)))
          : value;
        break;
      case "members":
        made[key] = isJsonObject(value)
          ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, below(member, name)]))
          : value;
        break;
      case "value":
        made[key] = value;
        break;
      case undefined:
        break;
    }
  }
  if (typeof made["pattern"] === "string")
    made["pattern"] = toUnicodePattern(made["pattern"]) ?? made["pattern"];
  if (isJsonObject(made["patternProperties"]))
    made["patternProperties"] = convertPatterns(made["patternProperties"]);
  if (Array.isArray(made["required"])) {
    made["required"] = made["required"].filter((name: JsonValue) => !hidden.has(String(name)));
  }
  return { ...decideBranches(made, schema), ...(reading.version === "3.0" && convertBounds(made)) };
}

type Kind = "schema" | "schemas" | "members" | "value";

const keywords: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    schema:
      "additionalProperties items not if then else propertyNames contains unevaluatedItems unevaluatedProperties",
    schemas: "allOf anyOf oneOf prefixItems",
    members: "properties patternProperties dependentSchemas",
    value:
      "type enum const multipleOf maximum minimum exclusiveMaximum exclusiveMinimum maxLength minLength pattern format maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired",
  }).flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind as Kind])),
);

/** The properties of a schema and of what it is composed of that travel in the other direction alone. */
function findHidden(schema: JsonObject, reading: Reading, depth = 0): readonly string[] {
  const mark = reading.direction === "request" ? "readOnly" : "writeOnly";
  const { properties, allOf } = schema;
  const own = Object.entries(isJsonObject(properties) ? properties : {})
    .filter(([, property]) => followReference(reading.document, property)[mark] === true)
    .map(([name]) => name);
  // A composition that contains itself has no end; none that people write is this deep.
  if (depth > 8 || !Array.isArray(allOf)) return own;
  const composed = allOf.flatMap((member: JsonValue) =>
    findHidden(followReference(reading.document, member), reading, depth + 1),
  );
  return [...own, ...composed];
}

/** Each branch with the values of the discriminator that lead to it (OpenAPI 3.1, section 4.8.25). */
function decideBranches(made: JsonObject, schema: JsonObject): JsonObject {
  const names = nameBranches(schema);
  if (names === undefined) return made;
  const { keyword, propertyName, values } = names;
  const branches = made[keyword];
  if (!Array.isArray(branches)) return made;
  const decided = branches.map((branch: JsonValue, index) => ({
    allOf: [branch],
    type: "object",
    properties: { [propertyName]: { enum: [...(values[index] ?? [])] } },
    required: [propertyName],
  }));
  return { ...made, [keyword]: decided };
}

function convertPatterns(properties: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).map(([pattern, member]) => [toUnicodePattern(pattern) ?? pattern, member]),
  );
}

/** In 3.0 an exclusive bound is a flag beside the bound. */
function convertBounds({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonObject): JsonObject {
  const bound = (flag: JsonValue | undefined, limit: JsonValue | undefined) =>
    flag === true && typeof limit === "number" ? limit : undefined;
  const lowest = bound(exclusiveMinimum, minimum);
  const highest = bound(exclusiveMaximum, maximum);
  // Ajv takes a keyword whose value is undefined for one that is not there.
  return Object.fromEntries(
    [
      ["exclusiveMinimum", typeof exclusiveMinimum === "boolean" ? lowest : exclusiveMinimum],
      ["exclusiveMaximum", typeof exclusiveMaximum === "boolean" ? highest : exclusiveMaximum],
    ].flatMap(([key, value]) => (key === undefined ? [] : [[key, value]])),
  );
}

/** What 3.0 calls nullable is null, or what it would be otherwise. */
function allowNull(made: JsonObject, schema: JsonObject, pointer: string, reading: Reading): JsonObject {
  if (reading.version !== "3.0" || schema["nullable"] !== true) return made;
  const { type, enum: values, allOf, anyOf, oneOf, $ref, not } = made;
  const isPlain = typeof type === "string" && !allOf && !anyOf && !oneOf && !$ref && !not;
  const wrapped: JsonObject = isPlain
    ? {
        ...made,
        type: [type, "null"],
        ...(Array.isArray(values) && { enum: values.includes(null) ? values : [...values, null] }),
      }
    : { anyOf: [{ type: "null" }, made] };
  reading.onMade(wrapped, pointer);
  return wrapped;
}
