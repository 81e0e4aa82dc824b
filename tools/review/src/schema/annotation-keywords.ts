import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";

const documentation: ReadonlySet<string> = new Set([
  ...["title", "description", "summary", "$comment", "examples", "example", "deprecated", "externalDocs"],
  ...["$schema", "$id", "$vocabulary"],
]);

/** Names that say nothing by themselves: whoever refers to them does. And what the schema around it is asked for. */
const silent: ReadonlySet<string> = new Set(["$defs", "$anchor", "$dynamicAnchor", "readOnly", "writeOnly"]);

/** Whether a keyword only tells people something. */
export function isDocumentation(keyword: string): boolean {
  return documentation.has(keyword) || (keyword.startsWith("x-") && keyword !== "x-extensible-enum");
}

/** Whether a keyword leaves open which values are allowed. */
export function isAnnotation(keyword: string): boolean {
  return isDocumentation(keyword) || silent.has(keyword);
}

/** Whether a schema allows everything. */
export function allowsAll(schema: JsonValue | undefined): boolean {
  if (!isJsonObject(schema)) return schema === undefined || schema === true;
  return Object.entries(schema).every(
    ([key, value]) =>
      isAnnotation(key) || (key === "allOf" && Array.isArray(value) && value.every(allowsAll)),
  );
}

/** What a schema tells people, by keyword. */
export function readDocumentation(schema: JsonValue | undefined): JsonObject {
  if (!isJsonObject(schema)) return {};
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => isDocumentation(keyword)));
}
