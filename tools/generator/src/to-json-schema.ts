import { isJsonObject, type JsonObject, type JsonValue, toUnicodePattern } from "@specmill/spec";
import { componentName } from "./component-name.ts";

/** How a schema is read. */
export interface Dialect {
  readonly version: "3.0" | "3.1";
  /** Leaves enumerations of texts open: a server may know more values than its document by now. */
  readonly isOpen: boolean;
  /** The id under which the validator of a component is known; a closed one takes no value that is not listed. */
  readonly idOf: (component: string, isOpen: boolean) => string;
  /** Whether a schema lists values, in itself or where its references lead, that a server may add to. */
  readonly isOpenable: (schema: JsonValue) => boolean;
  /** Told of a pattern that is no regular expression of JavaScript, and is left out. */
  readonly onPattern: (pattern: string) => void;
}

/**
 * A schema of OpenAPI 3.0 or 3.1 as JSON Schema 2020-12, with nothing but what decides whether a value is valid.
 *
 * `nullable` and the boolean bounds of 3.0 (OpenAPI 3.0, section 4.7.24) are written as 2020-12 has them; members that
 * only describe, and those whose value is not of the kind that their keyword asks for, are left out.
 *
 * Two keywords are not of JSON Schema: `knownValues`, which notes any other text and lets it pass, and `alternatives`,
 * an `anyOf` that keeps the notes of the alternative that fits best.
 */
export function toJsonSchema(schema: JsonValue | undefined, dialect: Dialect): JsonValue {
  if (!isJsonObject(schema)) return schema !== false;
  const component = componentName(schema["$ref"]);
  const reference = component === undefined ? {} : { $ref: dialect.idOf(component, dialect.isOpen) };
  if (component !== undefined && dialect.version === "3.0") return allowNull(reference, schema, dialect);
  const converted: Record<string, JsonValue> = { ...reference };
  for (const [key, value] of Object.entries(schema)) {
    // What is only a condition has to stay one: opened, it would hold of everything.
    const reading = key === "not" || key === "if" ? { ...dialect, isOpen: false } : dialect;
    const below = (member: JsonValue | undefined) => toJsonSchema(member, reading);
    const kind = keywords.get(key);
    if (kind === "schema" && isSchema(value)) converted[key] = below(value);
    else if (kind === "schemas" && Array.isArray(value) && value.length > 0)
      converted[key] = value.map(below);
    else if (kind === "members" && isJsonObject(value)) {
      converted[key] = Object.fromEntries(
        Object.entries(value).map(([name, member]) => [name, below(member)]),
      );
    } else if (kind === "number" && typeof value === "number") converted[key] = value;
    else if (kind === "flag" && typeof value === "boolean") converted[key] = value;
    else if (kind === "names" && isNames(value)) converted[key] = [...new Set(value)];
    else if (kind === "namesByName" && isJsonObject(value)) {
      converted[key] = Object.fromEntries(Object.entries(value).filter(([, names]) => isNames(names)));
    }
  }
  const whole = { ...converted, ...convertValues(schema, dialect), ...convertBounds(schema) };
  return allowNull(openAlternatives(whole, schema, dialect), schema, dialect);
}

/** Alternatives that only listed values tell apart are not apart any more once these are open. */
function openAlternatives(converted: JsonObject, schema: JsonObject, dialect: Dialect): JsonObject {
  const opened = ["anyOf", "oneOf"].filter((key) => {
    const members = schema[key];
    return dialect.isOpen && key in converted && Array.isArray(members) && members.some(dialect.isOpenable);
  });
  if (opened.length === 0) return converted;
  const { allOf } = converted;
  const kept = Object.entries(converted).filter(([key]) => !opened.includes(key));
  const alternatives = opened.map((key): JsonObject => ({ alternatives: converted[key] ?? [] }));
  return {
    ...Object.fromEntries(kept),
    allOf: [...(Array.isArray(allOf) ? allOf : []), ...alternatives],
  };
}

type Kind = "schema" | "schemas" | "members" | "number" | "flag" | "names" | "namesByName";

const keywords: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    schema:
      "additionalProperties items not if then else propertyNames contains unevaluatedItems unevaluatedProperties",
    schemas: "allOf anyOf oneOf prefixItems",
    members: "properties patternProperties dependentSchemas",
    number:
      "multipleOf maximum minimum exclusiveMaximum exclusiveMinimum maxLength minLength maxItems minItems maxContains minContains maxProperties minProperties",
    flag: "uniqueItems",
    names: "required",
    namesByName: "dependentRequired",
  }).flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind as Kind])),
);

/** `type`, `enum`, `const`, `format` and `pattern`. */
function convertValues(schema: JsonObject, { isOpen, onPattern }: Dialect): JsonObject {
  const { type: said, const: constant, enum: values, format, pattern } = schema;
  const listed = Array.isArray(values) && values.length > 0 ? values : undefined;
  const isOpened = isOpen && listed !== undefined && listsTexts(listed);
  const type = isOpened ? typeOfTexts(said, listed) : said;
  const source = typeof pattern === "string" ? toUnicodePattern(pattern) : undefined;
  if (typeof pattern === "string" && source === undefined) onPattern(pattern);
  return {
    ...(isType(type) && { type }),
    ...(constant !== undefined && { const: constant }),
    ...(listed !== undefined && (isOpened ? { knownValues: listed } : { enum: listed })),
    ...(typeof format === "string" && { format }),
    ...(source !== undefined && { pattern: source }),
  };
}

/** Whether values are texts of which there may be more some day: a single one tells a schema from others. */
export function listsTexts(listed: readonly JsonValue[]): boolean {
  const texts = listed.filter((value) => typeof value === "string");
  return texts.length > 1 && listed.every((value) => value === null || typeof value === "string");
}

/** The type of a list of texts, which says no more what else there may be once it is open. */
function typeOfTexts(said: JsonValue | undefined, listed: readonly JsonValue[]): JsonValue | undefined {
  const types = Array.isArray(said) ? said : [said ?? "string", said ?? "null"];
  // A list that nothing can be in is the document's fault, and better not made stricter.
  if (!types.includes("string")) return said;
  return types.includes("null") && listed.includes(null) ? ["string", "null"] : "string";
}

/** The bounds that 3.0 says otherwise, and those that a format stands for. */
function convertBounds({
  type,
  format,
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
}: JsonObject): JsonObject {
  const range = type === "integer" && format === "int32" ? { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 } : {};
  return {
    ...(typeof minimum !== "number" && range.minimum !== undefined && { minimum: range.minimum }),
    ...(typeof maximum !== "number" && range.maximum !== undefined && { maximum: range.maximum }),
    ...(exclusiveMinimum === true && typeof minimum === "number" && { exclusiveMinimum: minimum }),
    ...(exclusiveMaximum === true && typeof maximum === "number" && { exclusiveMaximum: maximum }),
  };
}

/** What 3.0 calls nullable is null, or what it would be otherwise. */
function allowNull(converted: JsonObject, { nullable }: JsonObject, { version }: Dialect): JsonObject {
  if (version !== "3.0" || nullable !== true) return converted;
  const { type, enum: values, ...rest } = converted;
  if (typeof type === "string" && !("allOf" in rest) && !("anyOf" in rest) && !("oneOf" in rest)) {
    return {
      ...rest,
      type: [type, "null"],
      ...(Array.isArray(values) && { enum: [...values.filter((value) => value !== null), null] }),
    };
  }
  return { anyOf: [converted, { type: "null" }] };
}

function isSchema(value: JsonValue): boolean {
  return typeof value === "boolean" || isJsonObject(value);
}

function isNames(value: JsonValue | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === "string");
}

const types = new Set<JsonValue>(["null", "boolean", "object", "array", "number", "string", "integer"]);

function isType(type: JsonValue | undefined): type is JsonValue {
  return Array.isArray(type) ? type.length > 0 && type.every((one) => types.has(one)) : types.has(type ?? "");
}
