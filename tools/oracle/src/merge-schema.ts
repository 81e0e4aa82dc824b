import { isJsonObject, type JsonObject, type JsonValue, joinPointer, resolvePointer } from "@specmill/spec";
import { hashText } from "./choose.ts";
import { type Group, listGroups, refuseOthers } from "./choose-branches.ts";
import { intersectTypes, isOfType, type JsonType } from "./json-types.ts";
import type { Direction, Oracle } from "./oracle.ts";

/** A schema, and where it stands or what it was made of. */
export interface Part {
  readonly schema: JsonValue;
  readonly pointer: string;
}

/** A schema without references and compositions of its own. */
export interface FlatPart extends Part {
  readonly schema: JsonObject;
}

/** All that a value has to fulfil at one place: one or more schemas, merged. */
export interface Shape {
  readonly document: JsonObject;
  /** Two shapes of the same key are the same. */
  readonly key: string;
  readonly salt: number;
  readonly parts: readonly Part[];
  /** The same with every `$ref` and `allOf` taken apart. */
  readonly schemas: readonly FlatPart[];
  /** Why no value fits, where that is plain to see. */
  readonly conflict: string | undefined;
  /** Whether null is allowed by `nullable` of OpenAPI 3.0, whatever else is said. */
  readonly isNullable: boolean;
  /** Whether it travels in the other direction only. */
  readonly isHidden: boolean;
  readonly types: readonly JsonType[];
  /** What `enum` and `const` allow; undefined where neither is there. */
  readonly values: readonly JsonValue[] | undefined;
  /** What `not` forbids by name. */
  readonly refused: readonly JsonValue[];
  /** `examples`, `example` and `default`, in this order. */
  readonly examples: readonly JsonValue[];
  /** What is still to be decided. */
  readonly groups: readonly Group[];
  /** What was decided: the group, and which of its options. */
  readonly decided: readonly { readonly group: Group; readonly option: number; readonly isAlone: boolean }[];
  /** The shape of other schemas of the same document. */
  readonly shapeOf: (parts: readonly Part[]) => Shape;
  /** This shape, with an option of one of its groups taken; and what each of the others asks for broken, too. */
  readonly decide: (group: Group, option: number, isAlone?: boolean) => Shape;
}

/** Whether values of a shape may have others within. */
export function isNesting({ types, groups, values }: Shape): boolean {
  return values === undefined && (groups.length > 0 || types.includes("object") || types.includes("array"));
}

const known = new WeakMap<Oracle, Map<Direction, (parts: readonly Part[]) => Shape>>();

/** Reads the schema at a place in the oracle's document. Nothing below it is read before it is asked for. */
export function readShape(oracle: Oracle, pointer: string, direction: Direction): Shape {
  const readers = known.get(oracle) ?? new Map<Direction, (parts: readonly Part[]) => Shape>();
  known.set(oracle, readers);
  const shapeOf = readers.get(direction) ?? createReader(oracle, direction);
  readers.set(direction, shapeOf);
  return shapeOf([{ schema: resolvePointer(oracle.document, pointer) ?? false, pointer }]);
}

type Decided = Shape["decided"];

function createReader(
  { document, version }: Oracle,
  direction: Direction,
): (parts: readonly Part[]) => Shape {
  const shapes = new Map<string, Shape>();
  const read = (given: readonly Part[], decided: Decided): Shape => {
    const parts = distinct(given.map((part) => followPlain(document, version, part)));
    const key = [
      ...parts.map(({ pointer }) => pointer),
      ...decided.map(({ group, option }) => `${group.pointer}=${option}`),
    ].join(" ");
    const made = shapes.get(key) ?? merge(parts, key, decided);
    shapes.set(key, made);
    return made;
  };
  const merge = (parts: readonly Part[], key: string, decided: Decided): Shape => {
    const flat = parts.flatMap((part) => flatten(document, version, part));
    const schemas = distinct(flat).flatMap(({ schema, pointer }) =>
      isJsonObject(schema) ? [{ schema, pointer }] : [],
    );
    const types = intersectTypes(schemas);
    const values = intersectValues(schemas, types);
    const settled = new Set(decided.map(({ group }) => group.pointer));
    const mark = direction === "request" ? "readOnly" : "writeOnly";
    const shape: Shape = {
      document,
      key,
      salt: hashText(key),
      parts,
      schemas,
      conflict: findConflict(flat, types, values),
      isNullable: version === "3.0" && parts.length > 0 && parts.every((part) => isNullable(document, part)),
      isHidden: schemas.some(({ schema }) => schema[mark] === true),
      types,
      values,
      refused: schemas.flatMap(({ schema }) => readRefused(schema["not"])),
      examples: schemas.flatMap(({ schema }) => readExamples(schema)),
      groups: listGroups(document, schemas).filter(({ pointer }) => !settled.has(pointer)),
      decided,
      shapeOf: (others) => read(others, []),
      decide: (group, option, isAlone = false) => {
        const taken = [...parts, ...(group.options[option] ?? [])];
        return read(isAlone ? [...taken, refuseOthers(group, option)] : taken, [
          ...decided,
          { group, option, isAlone },
        ]);
      },
    };
    return shape;
  };
  return (parts) => read(parts, []);
}

const annotations = new Set(["$ref", "description", "summary", "title", "deprecated", "externalDocs"]);

/** Where a schema is nothing but a reference, what it leads to: so a recursion is seen where it begins. */
function followPlain(document: JsonObject, version: Oracle["version"], part: Part): Part {
  let current = part;
  for (let steps = 0; steps < 50; steps++) {
    const { schema } = current;
    const reference = isJsonObject(schema) ? schema["$ref"] : undefined;
    if (!isJsonObject(schema) || typeof reference !== "string") return current;
    const isPlain = version === "3.0" ? schema["nullable"] !== true : isAnnotated(schema);
    if (!isPlain) return current;
    current = { schema: resolvePointer(document, reference) ?? false, pointer: reference };
  }
  return { ...part, schema: false };
}

function isAnnotated(schema: JsonObject): boolean {
  return Object.keys(schema).every((key) => annotations.has(key));
}

/** A schema as all of those that it is composed of. */
function flatten(document: JsonObject, version: Oracle["version"], part: Part, depth = 0): readonly Part[] {
  const { schema, pointer } = part;
  // A composition of itself says nothing.
  if (!isJsonObject(schema) || depth > 40) return depth > 40 ? [] : [part];
  const { $ref: reference, allOf } = schema;
  const own: Part = part;
  if (typeof reference === "string") {
    const target = { schema: resolvePointer(document, reference) ?? false, pointer: reference };
    const beyond = flatten(document, version, target, depth + 1);
    if (version === "3.0") return beyond;
    return [own, ...beyond, ...flattenAll(document, version, allOf, pointer, depth)];
  }
  return [own, ...flattenAll(document, version, allOf, pointer, depth)];
}

function flattenAll(
  document: JsonObject,
  version: Oracle["version"],
  allOf: JsonValue | undefined,
  pointer: string,
  depth: number,
): readonly Part[] {
  if (!Array.isArray(allOf)) return [];
  return allOf.flatMap((schema: JsonValue, index) =>
    flatten(document, version, { schema, pointer: joinPointer(pointer, "allOf", String(index)) }, depth + 1),
  );
}

function distinct<T extends Part>(parts: readonly T[]): readonly T[] {
  return [...new Map(parts.map((part) => [part.pointer, part])).values()];
}

function intersectValues(
  schemas: readonly FlatPart[],
  types: readonly JsonType[],
): readonly JsonValue[] | undefined {
  const lists = schemas.flatMap(({ schema }) => [
    ...(schema["const"] === undefined ? [] : [[schema["const"]]]),
    ...(Array.isArray(schema["enum"]) ? [schema["enum"]] : []),
  ]);
  if (lists.length === 0) return undefined;
  const texts = lists.map((list) => new Set(list.map((value: JsonValue) => JSON.stringify(value))));
  const isTyped = schemas.some(({ schema }) => schema["type"] !== undefined);
  return lists[0]?.filter(
    (value: JsonValue) =>
      texts.every((text) => text.has(JSON.stringify(value))) && (!isTyped || isOfType(value, types)),
  );
}

/** What a `not` forbids that only names values. */
function readRefused(not: JsonValue | undefined): readonly JsonValue[] {
  if (!isJsonObject(not) || Object.keys(not).some((key) => !["const", "enum", "type"].includes(key)))
    return [];
  if (Array.isArray(not["enum"])) return not["enum"];
  return not["const"] === undefined ? [] : [not["const"]];
}

function readExamples({ examples, example, default: fallback }: JsonObject): readonly JsonValue[] {
  return [...(Array.isArray(examples) ? examples : []), example, fallback].filter((one) => one !== undefined);
}

function findConflict(
  flat: readonly Part[],
  types: readonly JsonType[],
  values: readonly JsonValue[] | undefined,
): string | undefined {
  const closed = flat.find(({ schema }) => schema === false);
  if (closed !== undefined) return `${closed.pointer} allows nothing`;
  if (types.length === 0) return `no type fits all of ${listPointers(flat)}`;
  if (values?.length === 0) return `no value is in the enumerations of all of ${listPointers(flat)}`;
  return undefined;
}

function listPointers(parts: readonly Part[]): string {
  return distinct(parts)
    .map(({ pointer }) => pointer)
    .join(", ");
}

/** Whether a schema of OpenAPI 3.0 allows null because it, or what it is made of, is `nullable`. */
function isNullable(document: JsonObject, { schema }: Part, depth = 0): boolean {
  if (!isJsonObject(schema) || depth > 20) return false;
  if (schema["nullable"] === true) return true;
  const below = (member: JsonValue | undefined) =>
    member !== undefined && isNullable(document, { schema: member, pointer: "" }, depth + 1);
  if (typeof schema["$ref"] === "string") return below(resolvePointer(document, schema["$ref"]));
  const { type, allOf } = schema;
  return type === undefined && Array.isArray(allOf) && allOf.length > 0 && allOf.every(below);
}
