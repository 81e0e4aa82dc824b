import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";
import { componentName, componentReference } from "./component-name.ts";

/** A document in which every schema says what is carried in one direction. */
export interface SplitDocument {
  /** The document with a second component `<Name>Write` for each schema that reaches a readOnly or writeOnly property. */
  readonly document: JsonObject;
  /** The name of what a request carries by the name of the component, where an answer carries something else. */
  readonly writeNames: ReadonlyMap<string, string>;
}

/** `read` is what an answer carries, `write` what a request does. */
type Direction = "read" | "write";

const marks = { read: "writeOnly", write: "readOnly" } as const;

/**
 * Splits the schemas of a document by direction (OpenAPI 3.1, section 4.8.24.2: `readOnly` and `writeOnly` of JSON
 * Schema): a property that is marked for the other direction is gone from `properties` and `required`. Request bodies
 * and parameters refer to the schemas that are written, all else to those that are read.
 *
 * @param document - bundled; its schemas refer to component schemas alone
 */
export function splitDirections(document: JsonObject): SplitDocument {
  const schemas = schemasOf(document);
  const writeNames = nameWritten(schemas);
  if (writeNames.size === 0 && !hasMark(document)) return { document, writeNames };
  const split: Split = { schemas, writeNames };
  const walked = walkDocument(document, "read", split);
  const components = isJsonObject(walked["components"]) ? walked["components"] : {};
  const own = Object.entries(schemas).flatMap(([name, schema]): [string, JsonValue][] => {
    const written = writeNames.get(name);
    const read: [string, JsonValue] = [name, walkSchema(schema, "read", split)];
    return written === undefined ? [read] : [read, [written, walkSchema(schema, "write", split)]];
  });
  return {
    document: { ...walked, components: { ...components, schemas: Object.fromEntries(own) } },
    writeNames,
  };
}

interface Split {
  readonly schemas: JsonObject;
  readonly writeNames: ReadonlyMap<string, string>;
}

/** A name for what a request carries of each component that differs by direction, whether by itself or by a reference. */
function nameWritten(schemas: JsonObject): ReadonlyMap<string, string> {
  const names = Object.keys(schemas);
  const references = new Map(names.map((name) => [name, collectReferences(schemas[name])]));
  const differing = new Set(names.filter((name) => hasMark(schemas[name])));
  for (let grown = true; grown; ) {
    grown = false;
    for (const name of names) {
      const reaches = references.get(name)?.some((reference) => differing.has(reference)) === true;
      if (differing.has(name) || !reaches) continue;
      differing.add(name);
      grown = true;
    }
  }
  const taken = new Set(names);
  const written = new Map<string, string>();
  for (const name of names.filter((known) => differing.has(known))) {
    let wanted = `${name}Write`;
    for (let count = 2; taken.has(wanted); count++) wanted = `${name}Write${count}`;
    taken.add(wanted);
    written.set(name, wanted);
  }
  return written;
}

/** Whether a schema has a mark anywhere in itself. */
function hasMark(value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return value.some(hasMark);
  if (!isJsonObject(value)) return false;
  if (value["readOnly"] === true || value["writeOnly"] === true) return true;
  return membersOf(value).some(hasMark);
}

function collectReferences(value: JsonValue | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(collectReferences);
  if (!isJsonObject(value)) return [];
  const own = componentName(value["$ref"]);
  const below = membersOf(value).flatMap(collectReferences);
  return own === undefined ? below : [own, ...below];
}

/** What may hold schemas; a property, a response and a header may have any name. */
function membersOf(value: JsonObject): readonly JsonValue[] {
  return Object.entries(value).flatMap(([key, member]) => {
    if (named.has(key) && isJsonObject(member)) return Object.values(member);
    return isData(key) ? [] : [member];
  });
}

/** Walks all but schemas: which direction something goes is said by the member that it stands in. */
function walkDocument(value: JsonObject, direction: Direction, split: Split): JsonObject {
  const walkMember = (key: string, member: JsonValue): JsonValue => {
    if (key === "schemas" || isData(key)) return member;
    if (key === "schema") return walkSchema(member, direction, split);
    const next = directions.get(key) ?? direction;
    if (named.has(key) && isJsonObject(member)) {
      return mapValues(member, (item) => (isJsonObject(item) ? walkDocument(item, next, split) : item));
    }
    if (Array.isArray(member)) {
      return member.map((item) => (isJsonObject(item) ? walkDocument(item, next, split) : item));
    }
    return isJsonObject(member) ? walkDocument(member, next, split) : member;
  };
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, walkMember(key, member)]));
}

function mapValues(object: JsonObject, change: (value: JsonValue) => JsonValue): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

/** Members whose own members have names of the author's choice, `default` and `example` among them. */
const named = new Set(
  "$defs callbacks content definitions dependentSchemas headers parameters pathItems paths patternProperties properties requestBodies responses webhooks".split(
    " ",
  ),
);

const directions: ReadonlyMap<string, Direction> = new Map([
  ["parameters", "write"],
  ["requestBody", "write"],
  ["requestBodies", "write"],
  ["responses", "read"],
  ["headers", "read"],
]);

/**
 * @param inherited - names of hidden properties of the schema that this one is a part of: they may be required here
 */
function walkSchema(
  value: JsonValue | undefined,
  direction: Direction,
  split: Split,
  inherited: ReadonlySet<string> = new Set(),
): JsonValue {
  if (Array.isArray(value)) return value.map((item) => walkSchema(item, direction, split, inherited));
  if (!isJsonObject(value)) return value ?? true;
  const hidden = new Set([...inherited, ...findHidden(value, direction, split)]);
  const entries = Object.entries(value).flatMap(([key, member]): [string, JsonValue][] => {
    if (key === "x-inferred" && direction === "write") return [];
    if (isData(key)) return [[key, member]];
    if (key === "$ref") return [[key, refer(member, direction, split)]];
    if (key === "discriminator") return [[key, walkMapping(member, direction, split)]];
    if (key === "required" && Array.isArray(member)) {
      const required = member.filter((name) => typeof name !== "string" || !hidden.has(name));
      return required.length === 0 ? [] : [[key, required]];
    }
    if (key === "properties" && isJsonObject(member)) {
      const shown = Object.entries(member).filter(([, property]) => !isHidden(property, direction, split));
      return [
        [key, mapValues(Object.fromEntries(shown), (property) => walkSchema(property, direction, split))],
      ];
    }
    if (named.has(key) && isJsonObject(member)) {
      return [[key, mapValues(member, (schema) => walkSchema(schema, direction, split))]];
    }
    if (/^(allOf|anyOf|oneOf)$/.test(key)) return [[key, walkSchema(member, direction, split, hidden)]];
    return [[key, walkSchema(member, direction, split)]];
  });
  return Object.fromEntries(entries);
}

/** The names of the properties of a schema, and of what it is composed of, that do not travel in a direction. */
function findHidden(
  schema: JsonObject,
  direction: Direction,
  split: Split,
  seen: ReadonlySet<JsonValue> = new Set(),
): readonly string[] {
  if (seen.has(schema)) return [];
  const now = new Set([...seen, schema]);
  const { properties, allOf } = schema;
  const own = isJsonObject(properties)
    ? Object.keys(properties).filter((name) => isHidden(properties[name], direction, split))
    : [];
  const parts = [...(Array.isArray(allOf) ? allOf : []), follow(schema, split)];
  return [
    ...own,
    ...parts.flatMap((part) => (isJsonObject(part) ? findHidden(part, direction, split, now) : [])),
  ];
}

/** Whether a property is marked, in place or where its reference leads. */
function isHidden(property: JsonValue | undefined, direction: Direction, split: Split): boolean {
  const mark = marks[direction];
  for (let schema = property, hops = 0; isJsonObject(schema) && hops < 20; hops++) {
    if (schema[mark] === true) return true;
    schema = follow(schema, split);
  }
  return false;
}

function follow({ $ref }: JsonObject, { schemas }: Split): JsonValue | undefined {
  const name = componentName($ref);
  return name === undefined ? undefined : schemas[name];
}

function refer(reference: JsonValue, direction: Direction, { writeNames }: Split): JsonValue {
  const written = direction === "write" ? writeNames.get(componentName(reference) ?? "") : undefined;
  return written === undefined ? reference : componentReference(written);
}

/** A discriminator's mapping names schemas by reference, or by their name alone. */
function walkMapping(discriminator: JsonValue, direction: Direction, split: Split): JsonValue {
  const mapping = isJsonObject(discriminator) ? discriminator["mapping"] : undefined;
  if (!isJsonObject(discriminator) || !isJsonObject(mapping)) return discriminator;
  const entries = Object.entries(mapping).map(([value, target]) => {
    const named = typeof target === "string" && Object.hasOwn(split.schemas, target);
    return [value, refer(named ? componentReference(target) : target, direction, split)];
  });
  return { ...discriminator, mapping: Object.fromEntries(entries) };
}

/** Members that hold values and no schemas. */
function isData(key: string): boolean {
  return /^(example|examples|default|enum|const|x-.*)$/.test(key);
}

function schemasOf({ components }: JsonObject): JsonObject {
  const schemas = isJsonObject(components) ? components["schemas"] : undefined;
  return isJsonObject(schemas) ? schemas : {};
}
