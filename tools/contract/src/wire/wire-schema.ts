import {
  type Api,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  joinPointer,
  resolvePointer,
} from "@specmill/spec";
import { openTypes, type ValueType } from "../obligation/schema-types.ts";
import { isList } from "./wire-text.ts";

/** Whether the document allows a value where the pointer leads. */
export type IsAllowed = (pointer: string, value: JsonValue) => boolean;

/** A schema and where it stands in the document; without either where the document says nothing. */
export interface SchemaPlace {
  readonly schema?: JsonValue | undefined;
  readonly pointer?: string | undefined;
}

/** What it takes to read values by their schemas. */
export interface Reading {
  /** As much of the document as schemas refer to. */
  readonly document: JsonObject;
  readonly isAllowed: IsAllowed;
}

export function createReading(api: Api, isAllowed: IsAllowed): Reading {
  return { document: componentsOf(api), isAllowed };
}

const known = new WeakMap<Api, JsonObject>();

/** The component schemas of an API, where references find them. */
function componentsOf(api: Api): JsonObject {
  const document = known.get(api) ?? {
    components: { schemas: Object.fromEntries(api.schemas.map(({ name, schema }) => [name, schema])) },
  };
  known.set(api, document);
  return document;
}

/** The types that a schema leaves open. */
export function typesAt({ document }: Reading, { schema }: SchemaPlace): ReadonlySet<ValueType> {
  return openTypes(document, schema);
}

export function allows({ isAllowed }: Reading, { pointer }: SchemaPlace, value: JsonValue): boolean {
  return pointer === undefined || isAllowed(pointer, value);
}

/** Where the items of a list are described, the most likely place first. */
export function itemPlaces(reading: Reading, list: SchemaPlace, index: number): readonly SchemaPlace[] {
  return composedOf(reading, list).flatMap((place) => {
    const { prefixItems } = objectOf(place);
    const own = isList(prefixItems) ? prefixItems[index] : undefined;
    return own === undefined ? memberOf(place, "items") : [deeper(place, own, "prefixItems", String(index))];
  });
}

/** Where a member of an object is described, the most likely place first. */
export function memberPlaces(reading: Reading, object: SchemaPlace, name: string): readonly SchemaPlace[] {
  return composedOf(reading, object).flatMap((place) => {
    const { properties } = objectOf(place);
    const own = isJsonObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
    return own === undefined
      ? memberOf(place, "additionalProperties")
      : [deeper(place, own, "properties", name)];
  });
}

/** The properties that a schema names, and whether it allows others. */
export function propertiesOf(
  reading: Reading,
  object: SchemaPlace,
): { readonly names: ReadonlySet<string>; readonly isOpen: boolean } {
  const places = composedOf(reading, object).map(objectOf);
  const names = places.flatMap(({ properties }) => (isJsonObject(properties) ? Object.keys(properties) : []));
  const isOpen = places.every((schema) => schema["additionalProperties"] !== false);
  return { names: new Set(names), isOpen };
}

/** A schema, and all that it refers to and is composed of. */
export function composedOf(
  reading: Reading,
  place: SchemaPlace,
  seen: ReadonlySet<string> = new Set(),
): readonly SchemaPlace[] {
  const { $ref: reference, allOf, anyOf, oneOf } = objectOf(place);
  const referred =
    typeof reference === "string" && !seen.has(reference)
      ? composedOf(
          reading,
          { schema: resolvePointer(reading.document, reference), pointer: reference },
          new Set([...seen, reference]),
        )
      : [];
  const branches = Object.entries({ allOf, anyOf, oneOf }).flatMap(([keyword, schemas]) =>
    (isList(schemas) ? schemas : []).flatMap((schema, index) =>
      composedOf(reading, deeper(place, schema, keyword, String(index)), seen),
    ),
  );
  return [place, ...referred, ...branches];
}

function memberOf(place: SchemaPlace, keyword: string): readonly SchemaPlace[] {
  const schema = objectOf(place)[keyword];
  return isJsonObject(schema) ? [deeper(place, schema, keyword)] : [];
}

function deeper({ pointer }: SchemaPlace, schema: JsonValue, ...keys: readonly string[]): SchemaPlace {
  return { schema, pointer: pointer === undefined ? undefined : joinPointer(pointer, ...keys) };
}

function objectOf({ schema }: SchemaPlace): JsonObject {
  return isJsonObject(schema) ? schema : {};
}
