import { isDeepStrictEqual } from "node:util";
import { type JsonObject, type JsonValue, toUnicodePattern } from "@specmill/spec";
import { isOfType, namedTypes, typeOf } from "../obligation/schema-types.ts";
import { concernedTypes } from "./concerned-types.ts";
import { listOf } from "./edit-document.ts";
import { isAnnotation } from "./plain-types.ts";

/** Whether a value passes a schema, as far as its keywords tell each by itself; undefined where one does not. */
export function passes(schema: JsonObject, value: JsonValue, version: "3.0" | "3.1"): boolean | undefined {
  // What is nullable in OpenAPI 3.0 is null, or what it would be otherwise.
  if (version === "3.0" && schema["nullable"] === true && value === null) return true;
  const verdicts = Object.keys(schema).map((keyword) => passesKeyword(schema, keyword, value));
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

function passesKeyword(schema: JsonObject, keyword: string, value: JsonValue): boolean | undefined {
  const limit = schema[keyword];
  const concerned = concernedTypes(keyword, limit);
  if (isAnnotation(keyword) || (concerned !== undefined && !concerned.includes(typeOf(value)))) return true;
  if (keyword === "type") {
    const { nullable: _, ...rest } = schema;
    return namedTypes(rest).some((name) => isOfType(value, name));
  }
  if (keyword === "enum") return listOf(limit).some((one) => isDeepStrictEqual(one, value));
  if (keyword === "const") return isDeepStrictEqual(limit, value);
  if (typeof value === "string") return passesText(keyword, limit, value);
  return typeof value === "number" ? passesNumber(schema, keyword, limit, value) : undefined;
}

function passesText(keyword: string, limit: JsonValue | undefined, value: string): boolean | undefined {
  // JSON Schema counts characters, and not the units that JavaScript makes of them.
  if (keyword === "minLength" && typeof limit === "number") return [...value].length >= limit;
  if (keyword === "maxLength" && typeof limit === "number") return [...value].length <= limit;
  const pattern = keyword === "pattern" && typeof limit === "string" ? toUnicodePattern(limit) : undefined;
  return pattern === undefined ? undefined : new RegExp(pattern, "u").test(value);
}

function passesNumber(
  schema: JsonObject,
  keyword: string,
  limit: JsonValue | undefined,
  value: number,
): boolean | undefined {
  if (keyword === "format") {
    if (limit === "int64") return Number.isInteger(value);
    return limit === "int32" ? Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31 : undefined;
  }
  // In OpenAPI 3.0 an exclusive bound is a flag beside the bound.
  const isExclusive = keyword.startsWith("exclusive");
  const isLower = keyword.endsWith("inimum");
  const bound = limit === true ? schema[isLower ? "minimum" : "maximum"] : limit;
  if (limit === false || (limit === true && bound === undefined)) return true;
  if (typeof bound !== "number") return undefined;
  if (keyword === "multipleOf") return Number.isInteger(value / bound);
  if (value === bound) return !isExclusive;
  return isLower ? value > bound : value < bound;
}
