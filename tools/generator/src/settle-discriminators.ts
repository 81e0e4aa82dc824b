import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";
import { componentName, componentReference } from "./component-name.ts";

/** What the components of a document are called in it, where the flavour of one direction has a name of our own. */
export type NamesInDocument = ReadonlyMap<string, string>;

/**
 * A copy of a document, with nothing shared, in which every discriminator says by references what it means. OpenAPI also
 * takes the bare name of a component there, and the name of an alternative that no mapping has (3.1, section 4.8.25).
 */
export function spellOutMappings(
  value: JsonValue,
  known: ReadonlySet<string>,
  namesInDocument: NamesInDocument,
): JsonValue {
  if (Array.isArray(value)) return value.map((item) => spellOutMappings(item, known, namesInDocument));
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([key, member]): [string, JsonValue] => {
    if (key !== "discriminator" || !isJsonObject(member) || typeof member["propertyName"] !== "string") {
      return [key, spellOutMappings(member, known, namesInDocument)];
    }
    const mapping = { ...renamed(value["oneOf"], member, namesInDocument), ...referring(member, known) };
    const said = Object.keys(mapping).length > 0;
    return [key, { propertyName: member["propertyName"], ...(said && { mapping }) }];
  });
  return Object.fromEntries(members);
}

function referring({ mapping }: JsonObject, known: ReadonlySet<string>): JsonObject {
  const entries = Object.entries(isJsonObject(mapping) ? mapping : {});
  return Object.fromEntries(
    entries.map(([tag, target]) => {
      const isName = typeof target === "string" && known.has(target);
      return [tag, isName ? componentReference(target) : target];
    }),
  );
}

/** Mappings of the alternatives whose names the document does not know, unless it maps them itself. */
function renamed(
  oneOf: JsonValue | undefined,
  { mapping }: JsonObject,
  namesInDocument: NamesInDocument,
): JsonObject {
  const mapped = new Set(Object.values(isJsonObject(mapping) ? mapping : {}));
  const alternatives = Array.isArray(oneOf) ? oneOf : [];
  const entries = alternatives.flatMap((item): [string, string][] => {
    const reference = isJsonObject(item) ? item["$ref"] : undefined;
    const name = namesInDocument.get(componentName(reference) ?? "");
    if (typeof reference !== "string" || name === undefined || mapped.has(reference)) return [];
    return [[name, reference]];
  });
  return Object.fromEntries(entries);
}

/**
 * The value by which a component tells what it is among the heirs of a base with a discriminator, where no mapping says
 * another: its own name.
 *
 * @returns undefined where it has no such base, adds nothing to it, or has heirs itself
 */
export function findOwnTag(
  name: string,
  schemas: JsonObject,
  bases: ReadonlySet<string>,
  namesInDocument: NamesInDocument,
): { readonly property: string; readonly value: string } | undefined {
  const schema = schemas[name];
  if (!isJsonObject(schema) || bases.has(name)) return undefined;
  const { allOf, properties, discriminator } = schema;
  if (!Array.isArray(allOf) || discriminator !== undefined) return undefined;
  if (allOf.length < 2 && properties === undefined) return undefined;
  const property = inheritedProperty(name, schemas, new Set());
  return property === undefined ? undefined : { property, value: namesInDocument.get(name) ?? name };
}

/** The names of the components that others extend with `allOf`. */
export function findBases(schemas: JsonObject): ReadonlySet<string> {
  return new Set(Object.keys(schemas).flatMap((name) => basesOf(schemas[name])));
}

function inheritedProperty(name: string, schemas: JsonObject, seen: Set<string>): string | undefined {
  if (seen.has(name)) return undefined;
  seen.add(name);
  for (const base of basesOf(schemas[name])) {
    const schema = schemas[base];
    const { discriminator, oneOf } = isJsonObject(schema) ? schema : {};
    const own = isJsonObject(discriminator) ? discriminator["propertyName"] : undefined;
    // With a choice of its own, a base says itself which component has which value.
    if (typeof own === "string" && oneOf === undefined) return own;
    const further = inheritedProperty(base, schemas, seen);
    if (further !== undefined) return further;
  }
  return undefined;
}

function basesOf(schema: JsonValue | undefined): readonly string[] {
  const allOf = isJsonObject(schema) ? schema["allOf"] : undefined;
  if (!Array.isArray(allOf)) return [];
  return allOf.flatMap((item) => (isJsonObject(item) ? (componentName(item["$ref"]) ?? []) : []));
}
