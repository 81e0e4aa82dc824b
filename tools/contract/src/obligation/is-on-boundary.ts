import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";
import { namedTypes } from "./schema-types.ts";

/**
 * Whether a value that is allowed shows what a keyword still allows: the last value before a bound, and any value at
 * all where a keyword has no last one, such as a pattern.
 */
export function isOnBoundary(keyword: string, schema: JsonObject, value: JsonValue): boolean {
  const limit = schema[keyword];
  switch (keyword) {
    case "minLength":
    case "maxLength":
      // JSON Schema counts characters, and not the units that JavaScript makes of them.
      return typeof value === "string" && [...value].length === limit;
    case "pattern":
      return typeof value === "string";
    case "format":
      return limit === "int32" ? typeof value === "number" : typeof value === "string";
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return typeof value === "number" && isLast(keyword, schema, value);
    case "multipleOf":
      return typeof value === "number" && value !== 0;
    case "minItems":
    case "maxItems":
      return Array.isArray(value) && value.length === limit;
    case "uniqueItems":
      return Array.isArray(value) && value.length > 1;
    case "minProperties":
    case "maxProperties":
      return isJsonObject(value) && Object.keys(value).length === limit;
    case "dependentRequired":
      return isJsonObject(value) && isJsonObject(limit) && Object.keys(limit).some((name) => name in value);
    default:
      return false;
  }
}

type Bound = "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum";

function isLast(keyword: Bound, schema: JsonObject, value: number): boolean {
  const isExclusive = keyword.startsWith("exclusive");
  const plain = keyword.endsWith("inimum") ? "minimum" : "maximum";
  const own = schema[keyword];
  const limit = own === true ? schema[plain] : own;
  if (typeof limit !== "number") return false;
  const { multipleOf } = schema;
  const isWhole = namedTypes(schema).includes("integer") && !namedTypes(schema).includes("number");
  const step = typeof multipleOf === "number" ? multipleOf : isWhole ? 1 : 0;
  const distance = Math.abs(value - limit);
  if (!isExclusive) return step === 0 ? distance === 0 : distance < step;
  // Between a bound and a fraction there is always another: within 1, a bound that moves by 1 is noticed.
  return distance > 0 && distance <= (step === 0 ? 1 : step);
}
