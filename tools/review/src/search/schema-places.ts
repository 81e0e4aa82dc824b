import { nameBranches, type Oracle } from "@specmill/oracle";
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  joinPointer,
  resolvePointer,
  toUnicodePattern,
} from "@specmill/spec";

/** A schema, and where it stands in its document. */
export interface SchemaPlace {
  readonly schema: JsonObject;
  readonly pointer: string;
}

/** Schemas of one document that have to do with the same value, what they are composed of taken apart. */
export interface SchemasAt {
  /** Where the outermost of them stand. */
  readonly roots: readonly string[];
  readonly places: readonly SchemaPlace[];
  /** The same for one member of the value: a property, or an item. */
  readonly below: (key: string, isItem: boolean) => SchemasAt;
}

/** So many schemas for one value are enough to find out what matters to it. */
const most = 150;

const readers = new WeakMap<Oracle, (pointers: readonly string[]) => SchemasAt>();

/**
 * Every schema that may have a say about a value: those that a schema refers to or is composed of, all branches and
 * conditions, and what it forbids.
 */
export function readPlaces(oracle: Oracle, pointers: readonly string[]): SchemasAt {
  const read = readers.get(oracle) ?? createReader(oracle);
  readers.set(oracle, read);
  return read(pointers);
}

const resolved = new WeakMap<Oracle, Map<string, JsonValue | undefined>>();

/** What a pointer leads to in the document of an oracle, looked up once. */
export function resolveAt(oracle: Oracle, pointer: string): JsonValue | undefined {
  const known = resolved.get(oracle) ?? new Map<string, JsonValue | undefined>();
  resolved.set(oracle, known);
  if (known.has(pointer)) return known.get(pointer);
  const value = resolvePointer(oracle.document, pointer);
  known.set(pointer, value);
  return value;
}

function createReader(oracle: Oracle): (pointers: readonly string[]) => SchemasAt {
  const known = new Map<string, SchemasAt>();
  return function read(pointers) {
    const key = pointers.join(" ");
    const found = known.get(key);
    if (found !== undefined) return found;
    const places = spread(oracle, pointers);
    const children = new Map<string, SchemasAt>();
    const made: SchemasAt = {
      roots: pointers,
      places,
      below: (name, isItem) => {
        const child = `${isItem} ${name}`;
        const inner =
          children.get(child) ??
          read(
            places.flatMap((place) =>
              isItem ? itemPlaces(place, Number(name)) : propertyPlaces(place, name),
            ),
          );
        if (children.size < 500) children.set(child, inner);
        return inner;
      },
    };
    known.set(key, made);
    return made;
  };
}

function spread(oracle: Oracle, pointers: readonly string[]): readonly SchemaPlace[] {
  const found = new Map<string, SchemaPlace>();
  const pending = [...pointers];
  for (let next = pending.shift(); next !== undefined && found.size < most; next = pending.shift()) {
    const schema = resolveAt(oracle, next);
    if (found.has(next) || !isJsonObject(schema)) continue;
    found.set(next, { schema, pointer: next });
    pending.push(
      ...listComposed(oracle, { schema, pointer: next }),
      ...listAlternatives(oracle, next, schema),
    );
  }
  return [...found.values()];
}

/** What a schema says together with others: what it refers to, and the members of its `allOf`. */
export function listComposed({ version }: Oracle, { schema, pointer }: SchemaPlace): readonly string[] {
  const { $ref: reference, allOf } = schema;
  const target = typeof reference === "string" ? [reference] : [];
  // OpenAPI 3.0 has whatever stands beside a reference ignored (3.0.4, section 4.8.23).
  if (target.length > 0 && version === "3.0") return target;
  return [...target, ...pointMembers(allOf, pointer, "allOf")];
}

function listAlternatives({ version }: Oracle, pointer: string, schema: JsonObject): readonly string[] {
  if (version === "3.0" && schema["$ref"] !== undefined) return [];
  return [...listBranches({ schema, pointer }), ...listConditions({ schema, pointer })];
}

export function listBranches({ schema, pointer }: SchemaPlace): readonly string[] {
  return ["oneOf", "anyOf"].flatMap((keyword) => pointMembers(schema[keyword], pointer, keyword));
}

function listConditions({ schema, pointer }: SchemaPlace): readonly string[] {
  const { dependentSchemas } = schema;
  const single = ["if", "then", "else", "not"].filter((keyword) => schema[keyword] !== undefined);
  return [
    ...single.map((keyword) => joinPointer(pointer, keyword)),
    ...pointProperties(dependentSchemas, joinPointer(pointer, "dependentSchemas")),
  ];
}

/** The schemas that a schema has for a property; those for any name count where none is for this one. */
export function propertyPlaces({ schema, pointer }: SchemaPlace, name: string): readonly string[] {
  const { properties, patternProperties } = schema;
  const own = isJsonObject(properties) && Object.hasOwn(properties, name);
  const named = [
    ...(own ? [joinPointer(pointer, "properties", name)] : []),
    ...patternsFor(patternProperties, name).map((pattern) =>
      joinPointer(pointer, "patternProperties", pattern),
    ),
  ];
  if (named.length > 0) return named;
  const others = ["additionalProperties", "unevaluatedProperties"].filter((one) => schema[one] !== undefined);
  return others.map((keyword) => joinPointer(pointer, keyword));
}

/** The schemas that a schema has for an item. */
export function itemPlaces({ schema, pointer }: SchemaPlace, index: number): readonly string[] {
  const { prefixItems, contains } = schema;
  const contained = contains === undefined ? [] : [joinPointer(pointer, "contains")];
  if (Array.isArray(prefixItems) && index < prefixItems.length) {
    return [joinPointer(pointer, "prefixItems", String(index)), ...contained];
  }
  const rest = ["items", "unevaluatedItems"].filter((keyword) => schema[keyword] !== undefined);
  return [...rest.map((keyword) => joinPointer(pointer, keyword)), ...contained];
}

function patternsFor(patternProperties: JsonValue | undefined, name: string): readonly string[] {
  const patterns = isJsonObject(patternProperties) ? Object.keys(patternProperties) : [];
  return patterns.filter((pattern) => toRegExp(pattern)?.test(name));
}

function toRegExp(pattern: string): RegExp | undefined {
  const unicode = toUnicodePattern(pattern);
  return unicode === undefined ? undefined : new RegExp(unicode, "u");
}

/** The values of the discriminators of schemas, for the property that decides. */
export function listDeciding(places: readonly SchemaPlace[]): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, readonly string[]>();
  for (const { schema } of places) {
    const names = nameBranches(schema);
    if (names === undefined) continue;
    values.set(names.propertyName, [...(values.get(names.propertyName) ?? []), ...names.values.flat()]);
  }
  return values;
}

function pointMembers(list: JsonValue | undefined, pointer: string, keyword: string): readonly string[] {
  return Array.isArray(list)
    ? list.map((_: JsonValue, index) => joinPointer(pointer, keyword, String(index)))
    : [];
}

function pointProperties(members: JsonValue | undefined, pointer: string): readonly string[] {
  return isJsonObject(members) ? Object.keys(members).map((name) => joinPointer(pointer, name)) : [];
}
