import { followReference, isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";
import { mapHolders, mapMember, mapObjects } from "./map-holders.ts";

/**
 * Spells out what a query parameter that says nothing of it means: style `form`, exploded (OpenAPI 3.1, section
 * 4.8.12.2.1). Prism takes such a parameter for not exploded, and then sees the last value of a list alone. One
 * that is an object stays as it is, for Prism cannot read an exploded one.
 */
export function explodeQueryLists(document: JsonObject): JsonObject {
  const explode = (parameter: JsonObject): JsonObject => {
    const { style = "form", schema, explode: given } = parameter;
    const silent = parameter["in"] === "query" && style === "form" && given === undefined;
    return silent && isJsonObject(schema) && followReference(document, schema)["type"] !== "object"
      ? { ...parameter, style, explode: true }
      : parameter;
  };
  const inHolder = (holder: JsonObject): JsonObject => {
    const { parameters } = holder;
    return Array.isArray(parameters)
      ? {
          ...holder,
          parameters: parameters.map((one: JsonValue) => (isJsonObject(one) ? explode(one) : one)),
        }
      : holder;
  };
  return mapMember(mapHolders(document, inHolder), "components", (components) =>
    mapMember(components, "parameters", (parameters) => mapObjects(parameters, explode)),
  );
}
