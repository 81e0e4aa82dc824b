import type { Direction } from "@specmill/oracle";
import { isJsonObject, type JsonObject, type JsonValue, joinPointer, resolvePointer } from "@specmill/spec";
import { describeLimits } from "./describe-limits.ts";
import { listParts } from "./describe-parts.ts";
import { type DocRow, type Fact, strong, words } from "./doc-row.ts";
import { isName, mergeShapes, type Shape, shapeOf } from "./schema-shape.ts";

/** What is told of the values that a schema allows. */
export interface SchemaPlace {
  readonly schema: JsonValue | undefined;
  /** Where it stands in the document, not followed. */
  readonly pointer: string;
}

export interface SchemaScope {
  readonly document: JsonObject;
  readonly direction: Direction;
  /** How many rows may still be made, for all that share it: a schema can be endless, or nearly. */
  readonly room: { rows: number };
}

/** As deep as a reader follows. */
const deepest = 10;

/**
 * A schema as rows: facts of the value itself, and below it its properties, items and variants. What `allOf` joins is
 * told as one; a schema within itself is only named.
 *
 * @param above - the references that led here
 */
export function describeSchema(
  { schema, pointer }: SchemaPlace,
  scope: SchemaScope,
  above: readonly string[] = [],
): Shape {
  if (schema === true || schema === undefined) return shapeOf(pointer, [type("anything")]);
  if (schema === false) return shapeOf(pointer, [type("nothing")]);
  if (!isJsonObject(schema)) return shapeOf(pointer, []);
  const { $ref: reference, ...rest } = schema;
  if (typeof reference === "string") return followSchema(reference, rest, pointer, scope, above);
  return describeOwn(schema, pointer, scope, above);
}

/** Members beside a `$ref` count as well (JSON Schema 2020-12, section 8.2.3.1). */
function followSchema(
  reference: string,
  beside: JsonObject,
  pointer: string,
  scope: SchemaScope,
  above: readonly string[],
): Shape {
  const name: Fact = { kind: "component", text: nameComponent(reference) };
  const target = resolvePointer(scope.document, reference);
  if (target === undefined) return shapeOf(pointer, [name, words("leads nowhere")]);
  if (above.includes(reference)) return shapeOf(pointer, [name, words("as above")]);
  const found = describeSchema({ schema: target, pointer: reference }, scope, [...above, reference]);
  const own = describeOwn(beside, pointer, scope, above);
  const named = { ...found, facts: [...found.facts.slice(0, 1), name, ...found.facts.slice(1)] };
  return mergeShapes([own, named]);
}

function describeOwn(
  schema: JsonObject,
  pointer: string,
  scope: SchemaScope,
  above: readonly string[],
): Shape {
  const describe = (place: SchemaPlace) => describeSchema(place, scope, above);
  const joined = listSchemas(schema, "allOf", pointer).map(describe);
  const label = nameType(schema);
  const description = schema["description"] ?? schema["title"];
  const required = schema["required"];
  const own: Shape = {
    facts: [...(label === undefined ? [] : [type(label)]), ...describeLimits(schema)],
    ...(typeof description === "string" && { description }),
    pointers: [pointer],
    members: describeParts(schema, pointer, scope, above),
    required: Array.isArray(required) ? required.filter((name) => typeof name === "string") : [],
  };
  return joined.length === 0 ? own : mergeShapes([own, ...joined]);
}

function describeParts(
  schema: JsonObject,
  pointer: string,
  scope: SchemaScope,
  above: readonly string[],
): readonly DocRow[] {
  const parts = listParts(schema, pointer);
  if (parts.length === 0) return [];
  if (above.length >= deepest || pointer.length > 2000) return [];
  return parts.flatMap((part): readonly DocRow[] => {
    if (scope.room.rows <= 0) return [];
    scope.room.rows -= 1;
    const row = toRow(part, describeSchema(part, scope, above), scope.direction);
    // An array says of simple items all there is to say.
    const told = part.simple === true && row.children.length === 0 && row.facts.every(isName);
    return told && row.description === undefined ? [] : [row];
  });
}

/** A row of its own for what a shape tells of a value. */
export function toRow(
  { key, kind, label }: Pick<DocRow, "key" | "kind" | "label">,
  { facts, description, pointers, members, required }: Shape,
  direction: Direction,
): DocRow {
  const known = new Set(members.map(({ label: name }) => name));
  const missing = required.filter((name) => !known.has(name)).map((name) => strong(`needs ${name}`));
  return {
    key,
    kind,
    label,
    facts: [...facts, ...missing],
    ...(description !== undefined && { description }),
    pointers,
    direction,
    children: members.map((member) =>
      member.kind === "name" && required.includes(member.label) ? withRequired(member) : member,
    ),
  };
}

function withRequired(row: DocRow): DocRow {
  const names = row.facts.filter(isName);
  return { ...row, facts: [...names, strong("required"), ...row.facts.filter((fact) => !isName(fact))] };
}

function nameType(schema: JsonObject): string | undefined {
  const given = schema["type"];
  const types = Array.isArray(given)
    ? given.map(String)
    : typeof given === "string"
      ? [given]
      : guessType(schema);
  const nullable = schema["nullable"] === true && !types.includes("null");
  const format = typeof schema["format"] === "string" ? ` (${schema["format"]})` : "";
  const names = types.map((name) => (name === "array" ? `array${nameItems(schema["items"])}` : name));
  const all = nullable && names.length > 0 ? [...names, "null"] : names;
  if (all.length === 0) return format === "" ? undefined : `any${format}`;
  return `${all.join(" or ")}${format}`;
}

/** Of a schema that has members and no type, a reader expects an object. */
function guessType(schema: JsonObject): readonly string[] {
  if (isJsonObject(schema["properties"])) return ["object"];
  return schema["items"] === undefined ? [] : ["array"];
}

function nameItems(items: JsonValue | undefined): string {
  if (!isJsonObject(items)) return "";
  if (typeof items["$ref"] === "string") return ` of ${nameComponent(items["$ref"])}`;
  const name = nameType(items);
  return name === undefined ? "" : ` of ${name}`;
}

function listSchemas(schema: JsonObject, keyword: string, pointer: string): readonly SchemaPlace[] {
  const schemas = schema[keyword];
  if (!Array.isArray(schemas)) return [];
  return schemas.map((one: JsonValue, index) => ({
    schema: one,
    pointer: joinPointer(pointer, keyword, String(index)),
  }));
}

/** The last step of a reference, which is the name of a component. */
function nameComponent(reference: string): string {
  const last = reference.slice(reference.lastIndexOf("/") + 1);
  return last.replaceAll("~1", "/").replaceAll("~0", "~");
}

function type(text: string): Fact {
  return { kind: "type", text };
}
