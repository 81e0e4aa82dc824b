import { type Direction, nameBranches, type Oracle } from "@specmill/oracle";
import { isJsonObject, type JsonObject, type JsonValue, joinPointer } from "@specmill/spec";
import { allowsAll } from "../schema/annotation-keywords.ts";
import type { Sides } from "./counterexample.ts";
import {
  itemPlaces,
  listBranches,
  listComposed,
  propertyPlaces,
  readPlaces,
  resolveAt,
  type SchemaPlace,
  type SchemasAt,
} from "./schema-places.ts";

/**
 * A value without what the allowing side only lets pass, since an object or a tuple is open: whoever keeps to a
 * contract sends what it declares. Of an object that declares nothing any property may be sent, but for those that the
 * other side declares, which are new.
 */
export function dropUndeclared({ allowing, refusing, direction }: Sides, value: JsonValue): JsonValue {
  const others = readPlaces(refusing.oracle, [refusing.pointer]);
  return drop({ oracle: allowing.oracle, direction }, value, [allowing.pointer], others);
}

interface Side {
  readonly oracle: Oracle;
  readonly direction: Direction;
}

function drop(side: Side, value: JsonValue, pointers: readonly string[], others: SchemasAt): JsonValue {
  if (typeof value !== "object" || value === null) return value;
  const places = matching(side, value, pointers);
  if (!isJsonObject(value)) return dropItems(side, value, places, others);
  const isFree = !places.some(declaresNames);
  const news = new Set(others.places.flatMap(({ schema: { properties } }) => Object.keys(properties ?? {})));
  const entries = Object.entries(value).flatMap(
    ([name, member]): readonly (readonly [string, JsonValue])[] => {
      const below = places.flatMap((place) => propertyPlaces(place, name));
      const isNamed = places.some(
        ({ schema: { required } }) => Array.isArray(required) && required.includes(name),
      );
      const isDeclared =
        isNamed || (isFree && !news.has(name)) || below.some((pointer) => declares(side, pointer, places));
      if (!isDeclared || isHidden(side, below, member)) return [];
      return [[name, drop(side, member, below, others.below(name, false))]];
    },
  );
  return Object.fromEntries(entries);
}

function dropItems(
  side: Side,
  items: readonly JsonValue[],
  places: readonly SchemaPlace[],
  others: SchemasAt,
): JsonValue {
  const lengths = places.map(({ schema: { prefixItems } }) =>
    Array.isArray(prefixItems) ? prefixItems.length : 0,
  );
  const isOpen = places.some(
    ({ schema: { items: rest, unevaluatedItems, contains } }) =>
      contains !== undefined || !(allowsAll(rest) && allowsAll(unevaluatedItems)),
  );
  const length = Math.max(0, ...lengths);
  const kept = length === 0 || isOpen ? items : items.slice(0, length);
  return kept.map((item, index) => {
    const below = places.flatMap((place) => itemPlaces(place, index));
    return drop(side, item, below, others.below(String(index), true));
  });
}

/** The schemas that a value fulfils, with all that they are composed of; of branches those that it keeps to. */
function matching(side: Side, value: JsonValue, pointers: readonly string[]): readonly SchemaPlace[] {
  const found = new Map<string, SchemaPlace>();
  const pending = [...pointers];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const schema = resolveAt(side.oracle, next);
    if (found.has(next) || !isJsonObject(schema)) continue;
    const place = { schema, pointer: next };
    found.set(next, place);
    pending.push(...listComposed(side.oracle, place));
    if (side.oracle.version === "3.0" && schema["$ref"] !== undefined) continue;
    pending.push(...listBranches(place).filter((branch) => isTaken(side, value, place, branch)));
    pending.push(...listConditions(side, value, place));
  }
  return [...found.values()];
}

function isTaken(side: Side, value: JsonValue, { schema }: SchemaPlace, branch: string): boolean {
  const names = nameBranches(schema);
  const [, keyword, index] = /\/(oneOf|anyOf)\/(\d+)$/.exec(branch) ?? [];
  if (names?.keyword === keyword && isJsonObject(value)) {
    return names?.values[Number(index)]?.some((name) => name === value[names.propertyName]) === true;
  }
  return side.oracle.allows(branch, side.direction, value);
}

function listConditions(side: Side, value: JsonValue, { schema, pointer }: SchemaPlace): readonly string[] {
  const at = (...keys: readonly string[]) => joinPointer(pointer, ...keys);
  const { if: condition, dependentSchemas } = schema;
  const present = Object.keys(isJsonObject(dependentSchemas) ? dependentSchemas : {}).filter(
    (name) => isJsonObject(value) && Object.hasOwn(value, name),
  );
  const dependent = present.map((name) => at("dependentSchemas", name));
  if (condition === undefined) return dependent;
  const isMet = side.oracle.allows(at("if"), side.direction, value);
  return [...dependent, ...(isMet ? [at("if"), at("then")] : [at("else")])];
}

function declaresNames({ schema }: SchemaPlace): boolean {
  const { properties, patternProperties, additionalProperties, unevaluatedProperties } = schema;
  const isNamed = [properties, patternProperties].some(
    (one) => isJsonObject(one) && Object.keys(one).length > 0,
  );
  return isNamed || !(allowsAll(additionalProperties) && allowsAll(unevaluatedProperties));
}

/** What is said of all other properties declares them only where it says something: else they are just let pass. */
function declares({ oracle }: Side, pointer: string, places: readonly SchemaPlace[]): boolean {
  const isRest = places.some(({ pointer: around }) =>
    ["additionalProperties", "unevaluatedProperties"].some(
      (keyword) => pointer === joinPointer(around, keyword),
    ),
  );
  return !isRest || !allowsAll(resolveAt(oracle, pointer));
}

/** Whether a property travels in the other direction only. */
function isHidden(side: Side, pointers: readonly string[], member: JsonValue): boolean {
  const mark: keyof JsonObject = side.direction === "request" ? "readOnly" : "writeOnly";
  if (!readPlaces(side.oracle, pointers).places.some(({ schema }) => schema[mark] === true)) return false;
  return matching(side, member, pointers).some(({ schema }) => schema[mark] === true);
}
