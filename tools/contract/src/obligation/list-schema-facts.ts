import type { Direction } from "@specmill/oracle";
import { type JsonObject, type JsonValue, joinPointer, resolvePointer } from "@specmill/spec";
import { isHidden } from "./find-hidden.ts";
import { listConstraints } from "./list-constraints.ts";
import type { Fact } from "./obligation-id.ts";
import { isOfType, namedTypes, openTypes, typeOf } from "./schema-types.ts";
import { indexesOf, namesOf, type SchemaPlace, type Wire, walkSchema } from "./walk-schema.ts";

/** Everything that a schema promises of the values that travel in one direction. */
export function listSchemaFacts(
  document: JsonObject,
  pointer: string,
  direction: Direction,
  wire: Wire,
): readonly Fact[] {
  return walkSchema(document, pointer, direction, wire).flatMap((place) => [
    ...listProperties(document, place, direction),
    ...listValues(document, place).map(({ keys, want }) => valueFact(place.pointer, direction, keys, want)),
    ...(direction === "request" ? listConstraints(document, place) : []).map(({ keyword, want }) =>
      constraintFact(place.pointer, keyword, want),
    ),
  ]);
}

export function propertyFact(
  pointer: string,
  direction: Direction,
  name: string,
  want: "present" | "absent",
): Fact {
  return { class: `${direction}-property`, pointer: joinPointer(pointer, "properties", name), want };
}

/** @param want - the value as JSON, a type's name, or `taken` for a branch */
export function valueFact(
  pointer: string,
  direction: Direction,
  keys: readonly string[],
  want: string,
): Fact {
  return { class: "value", pointer: joinPointer(pointer, ...keys), want: `${direction} ${want}` };
}

export function constraintFact(pointer: string, keyword: string, want: string): Fact {
  return { class: "constraint", pointer: joinPointer(pointer, keyword), want };
}

function listProperties(
  document: JsonObject,
  { pointer, schema, required }: SchemaPlace,
  direction: Direction,
): readonly Fact[] {
  return namesOf(schema["properties"]).flatMap((name) => {
    const property = resolvePointer(document, joinPointer(pointer, "properties", name));
    if (property === false || isHidden(document, property, direction)) return [];
    const absent = required.has(name) ? [] : [propertyFact(pointer, direction, name, "absent")];
    return [propertyFact(pointer, direction, name, "present"), ...absent];
  });
}

interface ValueWish {
  readonly keys: readonly string[];
  readonly want: string;
}

/** Values, branches and types of which each must be seen. In a text there is no null, and nothing tells its type. */
function listValues(document: JsonObject, place: SchemaPlace): readonly ValueWish[] {
  const { pointer, schema, wire } = place;
  const { const: constant, enum: listed, nullable, type } = schema;
  const named = namedTypes(schema);
  const canTravel = (value: JsonValue) => {
    const isPossible = named.length === 0 || named.some((name) => isOfType(value, name));
    const isScalar = !["null", "array", "object"].includes(typeOf(value));
    return isPossible && (wire === "json" || (isScalar && value !== ""));
  };
  const values = Array.isArray(listed) ? listed.filter(canTravel).map((value) => JSON.stringify(value)) : [];
  const types = Array.isArray(type) && wire === "json" ? named : [];
  const others = types.filter((name) => name !== "null");
  const isClosed = listed !== undefined || constant !== undefined;
  return [
    ...(constant !== undefined && canTravel(constant)
      ? [{ keys: ["const"], want: JSON.stringify(constant) }]
      : []),
    ...values.map((want) => ({ keys: ["enum"], want })),
    ...(others.length > 1 && !isClosed ? others.map((want) => ({ keys: ["type"], want })) : []),
    ...(types.includes("null") && others.length > 0 && !isClosed ? [{ keys: ["type"], want: "null" }] : []),
    ...(nullable === true && wire === "json" ? [{ keys: ["nullable"], want: "null" }] : []),
    ...["oneOf", "anyOf"].flatMap((keyword) =>
      indexesOf(schema[keyword])
        .filter((index) => {
          const open = openTypes(document, resolvePointer(document, joinPointer(pointer, keyword, index)));
          return open.size > 0 && (wire === "json" || [...open].some((name) => name !== "null"));
        })
        .map((index) => ({ keys: [keyword, index], want: "taken" })),
    ),
  ];
}
