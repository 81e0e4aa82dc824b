import { isJsonObject, type JsonObject, type JsonValue, resolvePointer } from "@specmill/spec";
import { namedTypes, type ValueType, valueTypes } from "../obligation/schema-types.ts";
import { isAsserted } from "./is-asserted.ts";

/** Keywords that no value breaks. */
const annotations = new Set(
  "title description summary example examples default deprecated externalDocs xml $comment readOnly writeOnly nullable discriminator contentMediaType contentEncoding contentSchema".split(
    " ",
  ),
);

export function isAnnotation(keyword: string): boolean {
  return annotations.has(keyword) || keyword.startsWith("x-");
}

/** The types of which a schema takes every value, as far as it tells plainly; never too many. */
export function plainTypes(
  document: JsonObject,
  schema: JsonValue | undefined,
  depth = 0,
): ReadonlySet<ValueType> {
  if (schema === undefined || schema === true) return new Set(valueTypes);
  // A schema that contains itself has no end; what is not looked at is not plain.
  if (!isJsonObject(schema) || depth > 4) return new Set();
  const { $ref: reference, type: _, ...rest } = schema;
  const isPlain = (keyword: string, value: JsonValue): boolean => {
    const isFree = (part: JsonValue) => isUnconstrained(document, part, depth + 1);
    switch (keyword) {
      case "items":
      case "additionalProperties":
        return isFree(value);
      case "properties":
        return isJsonObject(value) && Object.values(value).every(isFree);
      case "format":
        return !isAsserted(value);
      default:
        return isAnnotation(keyword);
    }
  };
  if (!Object.entries(rest).every(([keyword, value]) => isPlain(keyword, value))) return new Set();
  const named = namedTypes(schema);
  const own = named.length === 0 ? valueTypes : valueTypes.filter((type) => isNamed(type, named));
  if (typeof reference !== "string") return new Set(own);
  const target = resolvePointer(document, reference);
  const referred = target === undefined ? new Set() : plainTypes(document, target, depth + 1);
  return new Set(own.filter((type) => referred.has(type)));
}

/** Whether a schema takes every value there is, as far as it tells plainly. */
export function isUnconstrained(document: JsonObject, schema: JsonValue | undefined, depth = 0): boolean {
  return plainTypes(document, schema, depth).size === valueTypes.length;
}

function isNamed(type: ValueType, named: readonly string[]): boolean {
  return named.includes(type) || (type === "integer" && named.includes("number"));
}
