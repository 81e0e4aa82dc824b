import type { Direction } from "@specmill/oracle";
import { followReference, isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";

/** Whether a property travels in the other direction alone (OpenAPI 3.1, section 4.8.24.2). */
export function isHidden(document: JsonObject, schema: JsonValue | undefined, direction: Direction): boolean {
  return followReference(document, schema)[direction === "request" ? "readOnly" : "writeOnly"] === true;
}

/** The properties of a schema, and of what it is composed of, that travel in the other direction alone. */
export function findHidden(
  document: JsonObject,
  { properties, allOf }: JsonObject,
  direction: Direction,
  depth = 0,
): readonly string[] {
  const own = Object.entries(isJsonObject(properties) ? properties : {})
    .filter(([, property]) => isHidden(document, property, direction))
    .map(([name]) => name);
  // A composition that contains itself has no end; none that people write is this deep.
  if (depth > 8 || !Array.isArray(allOf)) return own;
  const composed = allOf.flatMap((member: JsonValue) =>
    findHidden(document, followReference(document, member), direction, depth + 1),
  );
  return [...own, ...composed];
}
