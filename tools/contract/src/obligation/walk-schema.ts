import type { Direction } from "@specmill/oracle";
import { isJsonObject, type JsonObject, type JsonValue, joinPointer, resolvePointer } from "@specmill/spec";
import { areDistinct } from "./are-distinct.ts";
import { findHidden, isHidden } from "./find-hidden.ts";
import { openTypes, type ValueType, valueTypes } from "./schema-types.ts";

/**
 * How a value travels, which decides what it can show: JSON shows everything; a form shows an object and the rest as
 * text; text has neither null nor empty lists; and a segment of a path cannot even be empty.
 */
export type Wire = "json" | "form" | "text" | "path";

/** A schema that a value, or a part of it, is held against. */
export interface SchemaPlace {
  /** Where it stands; never a bare reference. */
  readonly pointer: string;
  readonly schema: JsonObject;
  readonly wire: Wire;
  /** Members that the object must have, also by what the schema is composed with. */
  readonly required: ReadonlySet<string>;
  /** Members that travel in the other direction alone. */
  readonly hidden: ReadonlySet<string>;
  /** Whether what it refuses is refused: not where another branch may take it. */
  readonly isFirm: boolean;
  /** Types that all around it allows. */
  readonly around: ReadonlySet<ValueType>;
  /** Types of values that would be refused for their type here: not those that are refused further out. */
  readonly strange: ReadonlySet<ValueType>;
}

type Visit = Omit<SchemaPlace, "schema">;

const nothing: ReadonlySet<string> = new Set();
const anything: ReadonlySet<ValueType> = new Set(valueTypes);

/** What is known of a value that nothing has been held against yet. */
const fresh = { required: nothing, hidden: nothing, around: anything, strange: anything };

/**
 * Every schema that a value can meet from `pointer` on, references followed, each once for each way in which it can be
 * met: by what else must hold, and by how firmly. `not` and `if` are left out: to break them is no fault.
 */
export function walkSchema(
  document: JsonObject,
  pointer: string,
  direction: Direction,
  wire: Wire,
): readonly SchemaPlace[] {
  const isOld = String(document["openapi"]).startsWith("3.0");
  const places: SchemaPlace[] = [];
  const seen = new Set<string>();
  const pending: Visit[] = [{ ...fresh, pointer, wire, isFirm: true }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const sets = [visit.required, visit.hidden, visit.around, visit.strange];
    const key = [visit.pointer, visit.wire, visit.isFirm, ...sets.map(sorted)].join(" ");
    if (seen.has(key)) continue;
    seen.add(key);
    const schema = resolvePointer(document, visit.pointer);
    if (!isJsonObject(schema)) continue;
    const { $ref: reference } = schema;
    const required = new Set([...visit.required, ...collectRequired(document, schema)]);
    if (typeof reference === "string") {
      const around = typesAround(document, visit, schema, "$ref");
      pending.push({ ...visit, pointer: reference, required, hidden: nothing, around });
    }
    // OpenAPI 3.0 has whatever stands beside a reference ignored.
    if (typeof reference === "string" && isOld) continue;
    const hidden = new Set([...visit.hidden, ...findHidden(document, schema, direction)]);
    const place = { ...visit, schema, required, hidden };
    places.push(place);
    // The last is visited first: parts come in the order of the document.
    pending.push(
      ...[...listSameParts(document, place), ...listInnerParts(document, place, direction)].reverse(),
    );
  }
  return places;
}

/** Schemas beside this one that hold for the same value. */
function listSameParts(document: JsonObject, place: SchemaPlace): readonly Visit[] {
  const { pointer, schema, hidden, ...context } = place;
  const at = (isFirm: boolean, ...keys: string[]): Visit => ({
    ...context,
    pointer: joinPointer(pointer, ...keys),
    hidden: nothing,
    around: typesAround(document, place, schema),
    isFirm: context.isFirm && isFirm,
  });
  const parts = indexesOf(schema["allOf"]);
  const choices = (["oneOf", "anyOf"] as const).flatMap((keyword) => {
    const branches = schema[keyword];
    const isFirm = areDistinct(document, schema, keyword);
    const around = typesAround(document, place, schema, keyword);
    const taken = openTypes(document, { [keyword]: branches ?? [] });
    const strange = new Set([...around].filter((type) => !taken.has(type)));
    return indexesOf(branches).map((index) => ({ ...at(isFirm, keyword, index), around, strange }));
  });
  return [
    ...parts.map((index) => {
      const others = parts
        .filter((other) => other !== index)
        .map((other) => resolvePointer(document, joinPointer(pointer, "allOf", other)) ?? true);
      return {
        ...at(true, "allOf", index),
        hidden,
        around: typesAround(document, place, { ...schema, allOf: others }),
      };
    }),
    ...choices,
    ...["then", "else"].filter((keyword) => keyword in schema).map((keyword) => at(true, keyword)),
    ...namesOf(schema["dependentSchemas"]).map((name) => at(true, "dependentSchemas", name)),
  ];
}

/** Schemas for the members and items of a value. */
function listInnerParts(document: JsonObject, place: SchemaPlace, direction: Direction): readonly Visit[] {
  const { pointer, schema, isFirm } = place;
  const wire = place.wire === "form" ? "text" : place.wire;
  const inner = { ...fresh, wire, isFirm };
  const at = (...keys: string[]): Visit => ({ ...inner, pointer: joinPointer(pointer, ...keys) });
  const properties = namesOf(schema["properties"]).map((name) => at("properties", name));
  const single = ["additionalProperties", "unevaluatedProperties", "items", "unevaluatedItems"];
  return [
    ...properties.filter((part) => !isHidden(document, resolvePointer(document, part.pointer), direction)),
    ...namesOf(schema["patternProperties"]).map((pattern) => at("patternProperties", pattern)),
    ...indexesOf(schema["prefixItems"]).map((index) => at("prefixItems", index)),
    ...single.filter((keyword) => isJsonObject(schema[keyword])).map((keyword) => at(keyword)),
    ...("propertyNames" in schema ? [{ ...at("propertyNames"), wire: "text" as const }] : []),
    // One item that fits is enough: that another does not fit is no fault.
    ...("contains" in schema ? [{ ...at("contains"), isFirm: false }] : []),
  ];
}

/** Members that an object must have for a schema, by itself and by all that it is composed of. */
function collectRequired(document: JsonObject, schema: JsonValue | undefined, depth = 0): readonly string[] {
  if (!isJsonObject(schema) || depth > 12) return [];
  const { $ref: reference, required, allOf } = schema;
  const composed = [
    ...(typeof reference === "string" ? [resolvePointer(document, reference)] : []),
    ...(Array.isArray(allOf) ? allOf : []),
  ];
  return [
    ...(Array.isArray(required) ? required.map(String) : []),
    ...composed.flatMap((member) => collectRequired(document, member, depth + 1)),
  ];
}

/** The types that a schema and all around it allow, one of its keywords left aside. */
function typesAround(
  document: JsonObject,
  { around }: Pick<Visit, "around">,
  schema: JsonObject,
  aside = "",
): ReadonlySet<ValueType> {
  const { [aside]: _, ...rest } = schema;
  const open = openTypes(document, rest);
  return new Set([...around].filter((type) => open.has(type)));
}

export function namesOf(members: JsonValue | undefined): readonly string[] {
  return isJsonObject(members) ? Object.keys(members) : [];
}

export function indexesOf(list: JsonValue | undefined): readonly string[] {
  return Array.isArray(list) ? list.map((_: JsonValue, index) => String(index)) : [];
}

function sorted(names: ReadonlySet<string>): string {
  return [...names].sort().join(",");
}
