import { isJsonObject, type JsonObject, type JsonValue, joinPointer } from "@specmill/spec";
import { allowsAll } from "./annotation-keywords.ts";
import type { ArrayRule, Contains, Draft, ObjectRule, Place } from "./shape.ts";

/** What one schema says of the properties of an object (JSON Schema 2020-12, Core, section 10.3.2). */
export function readObjectRules(schema: JsonObject, pointer: string): readonly ObjectRule[] {
  const { properties: named, patternProperties: matched, additionalProperties: others } = schema;
  const properties = readPlaces(named, joinPointer(pointer, "properties"));
  const patterns = readPlaces(matched, joinPointer(pointer, "patternProperties"));
  const rest = placeUnlessTrivial(others, joinPointer(pointer, "additionalProperties"));
  if (properties.size + patterns.size === 0 && rest === undefined) return [];
  return [
    {
      properties,
      patterns,
      coveredNames: new Set(properties.keys()),
      coveredPatterns: [...patterns.keys()],
      rest,
    },
  ];
}

/** What one schema says of the items of an array (JSON Schema 2020-12, Core, section 10.3.1). */
export function readArrayRules(schema: JsonObject, pointer: string): readonly ArrayRule[] {
  const { prefixItems, items } = schema;
  const prefix = Array.isArray(prefixItems)
    ? prefixItems.map((member: JsonValue, index) => ({
        schema: member,
        pointer: joinPointer(pointer, "prefixItems", String(index)),
      }))
    : [];
  const rest = placeUnlessTrivial(items, joinPointer(pointer, "items"));
  return prefix.length === 0 && rest === undefined ? [] : [{ prefix, covered: prefix.length, rest }];
}

/** `contains` with its bounds, where it asks for anything (JSON Schema 2020-12, Validation, section 6.4). */
export function readContains(schema: JsonObject, pointer: string): readonly Contains[] {
  const { contains, minContains, maxContains } = schema;
  if (contains === undefined) return [];
  const min = typeof minContains === "number" ? minContains : 1;
  const max = typeof maxContains === "number" ? maxContains : undefined;
  if (min === 0 && max === undefined) return [];
  return [{ place: { schema: contains, pointer: joinPointer(pointer, "contains") }, min, max, pointer }];
}

/**
 * Turns `unevaluatedProperties` and `unevaluatedItems` of a schema into what they say of all others, where the rest of
 * the schema, `whole`, always evaluates the same ones (JSON Schema 2020-12, Core, section 11).
 */
export function readUnevaluated(schema: JsonObject, pointer: string, whole: Draft): Draft {
  const { unevaluatedProperties, unevaluatedItems } = schema;
  const properties = placeUnlessTrivial(unevaluatedProperties, joinPointer(pointer, "unevaluatedProperties"));
  const items = placeUnlessTrivial(unevaluatedItems, joinPointer(pointer, "unevaluatedItems"));
  if (properties === undefined && items === undefined) return whole;
  const isFixed = whole.groups.length + whole.conditions.length + whole.dependentSchemas.size === 0;
  return { ...whole, ...closeProperties(whole, properties, isFixed), ...closeItems(whole, items, isFixed) };
}

function closeProperties(whole: Draft, rest: Place | undefined, isFixed: boolean): Partial<Draft> {
  if (rest === undefined || whole.objects.some((rule) => rule.rest !== undefined)) return {};
  if (!isFixed) return { unevaluatedProperties: [...whole.unevaluatedProperties, rest] };
  const rule: ObjectRule = {
    properties: new Map(),
    patterns: new Map(),
    coveredNames: new Set(whole.objects.flatMap(({ coveredNames }) => [...coveredNames])),
    coveredPatterns: whole.objects.flatMap(({ coveredPatterns }) => coveredPatterns),
    rest,
  };
  return { objects: [...whole.objects, rule] };
}

function closeItems(whole: Draft, rest: Place | undefined, isFixed: boolean): Partial<Draft> {
  if (rest === undefined || whole.arrays.some((rule) => rule.rest !== undefined)) return {};
  if (!isFixed || whole.contains.length > 0) return { unevaluatedItems: [...whole.unevaluatedItems, rest] };
  const covered = Math.max(0, ...whole.arrays.map((rule) => rule.covered));
  return { arrays: [...whole.arrays, { prefix: [], covered, rest }] };
}

function placeUnlessTrivial(schema: JsonValue | undefined, pointer: string): Place | undefined {
  return schema === undefined || allowsAll(schema) ? undefined : { schema, pointer };
}

function readPlaces(value: JsonValue | undefined, pointer: string): ReadonlyMap<string, Place> {
  if (!isJsonObject(value)) return new Map();
  return new Map(
    Object.entries(value).map(([name, schema]) => [name, { schema, pointer: joinPointer(pointer, name) }]),
  );
}
