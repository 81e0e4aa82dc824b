import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";
import { typeOf } from "../obligation/schema-types.ts";
import { isId } from "./drift-names.ts";

/** A schema that says of a value its types and the names of its members, and nothing that one value cannot prove. */
export function inferSchema(value: JsonValue, version: "3.0" | "3.1"): JsonObject {
  const type = typeOf(value);
  if (type === "null") return version === "3.0" ? { nullable: true } : { type };
  if (Array.isArray(value)) {
    const [first]: readonly JsonValue[] = value;
    if (first !== undefined) return { type, items: inferSchema(first, version) };
    // OpenAPI 3.0 wants `items` of every array.
    return version === "3.0" ? { type, items: {} } : { type };
  }
  const members = isJsonObject(value) ? Object.entries(value) : [];
  const [first] = members;
  if (first === undefined) return { type };
  if (members.some(([name]) => isId(name))) {
    return { type, additionalProperties: inferSchema(first[1], version) };
  }
  return {
    type,
    properties: Object.fromEntries(members.map(([name, member]) => [name, inferSchema(member, version)])),
  };
}
