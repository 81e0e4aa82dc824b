import type { Direction } from "@specmill/oracle";
import { followReference, isJsonObject, type JsonObject, type JsonValue, joinPointer } from "@specmill/spec";
import { mapDocument, mapPart } from "./map-document.ts";
import type { Rewrite } from "./rewrite.ts";

/**
 * A schema as it holds for one direction: what the other direction alone carries is not required (OpenAPI 3.1,
 * section 4.8.24.2). Prism gets this right at the top of a body, and demands `readOnly` properties below `oneOf`.
 */
export function flavourSchema(schema: JsonObject, direction: Direction, document: JsonObject): JsonObject {
  return mapPart(schema, "schema", "#", {
    schema: (part) => dropRequired(part, findHidden(part, direction, document)),
  });
}

/** What `flavourSchema` changes, for each property that a schema requires and one direction alone carries. */
export function listDirections(document: JsonObject): readonly Rewrite[] {
  const rewrites: Rewrite[] = [];
  mapDocument(document, {
    schema: (schema, pointer) => {
      for (const [direction, mark] of [
        ["request", "readOnly"],
        ["response", "writeOnly"],
      ] as const) {
        if (dropRequired(schema, findHidden(schema, direction, document)) === schema) continue;
        rewrites.push({
          rule: "direction",
          pointer: joinPointer(pointer, "required"),
          message: `No ${direction} is asked for the properties that are ${mark}.`,
        });
      }
      return schema;
    },
  });
  return rewrites;
}

function dropRequired(schema: JsonObject, hidden: ReadonlySet<string>): JsonObject {
  if (hidden.size === 0) return schema;
  const { required, allOf } = schema;
  const kept = Array.isArray(required) ? required.filter((name: JsonValue) => !hidden.has(String(name))) : [];
  const members = Array.isArray(allOf)
    ? allOf.map((member: JsonValue) => (isJsonObject(member) ? dropRequired(member, hidden) : member))
    : [];
  const shorter = Array.isArray(required) && kept.length < required.length;
  const changed = Array.isArray(allOf) && members.some((member, index) => member !== allOf[index]);
  if (!shorter && !changed) return schema;
  return { ...schema, ...(shorter ? { required: kept } : {}), ...(changed ? { allOf: members } : {}) };
}

/** The properties of a schema and of what it is composed of that the other direction alone carries. */
function findHidden(
  schema: JsonObject,
  direction: Direction,
  document: JsonObject,
  depth = 0,
): ReadonlySet<string> {
  const mark = direction === "request" ? "readOnly" : "writeOnly";
  const { properties, allOf } = schema;
  const own = Object.entries(isJsonObject(properties) ? properties : {})
    .filter(([, property]) => followReference(document, property)[mark] === true)
    .map(([name]) => name);
  // A composition that contains itself has no end; none that people write is this deep.
  const members = depth > 8 || !Array.isArray(allOf) ? [] : allOf;
  const composed = members.flatMap((member: JsonValue) => [
    ...findHidden(followReference(document, member), direction, document, depth + 1),
  ]);
  return new Set([...own, ...composed]);
}
