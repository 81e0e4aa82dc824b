import { followReference, isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";

/** The schemas that a value may have to fulfil, references and compositions followed, without those that compose. */
export type Facets = readonly JsonObject[];

/** Takes a schema apart into its facets, to see of what types a value may be. */
export function facetsOf(document: JsonObject, schema: JsonValue | undefined): Facets {
  const facets: JsonObject[] = [];
  const seen = new Set<JsonValue>();
  const pending = [schema];
  while (pending.length > 0) {
    const next = pending.shift();
    if (!isJsonObject(next) || seen.has(next)) continue;
    seen.add(next);
    const followed = typeof next["$ref"] === "string" ? followReference(document, next) : next;
    facets.push(followed);
    for (const keyword of ["allOf", "anyOf", "oneOf"]) {
      const members = followed[keyword];
      if (Array.isArray(members)) pending.push(...members);
    }
  }
  return facets;
}

const jsonTypes = ["null", "boolean", "integer", "number", "string", "array", "object"] as const;
export type JsonType = (typeof jsonTypes)[number];

/** The types that the facets speak of; none where they speak of no type. */
export function typesOf(facets: Facets): ReadonlySet<JsonType> {
  const names = facets.flatMap(({ type, enum: values, const: value, properties, items }) => {
    if (typeof type === "string") return [type];
    if (Array.isArray(type)) return type.map(String);
    if (Array.isArray(values)) return values.map(typeOf);
    if (value !== undefined) return [typeOf(value)];
    if (properties !== undefined) return ["object"];
    return items === undefined ? [] : ["array"];
  });
  return new Set(jsonTypes.filter((type) => names.includes(type)));
}

/** The facets of a list's items. */
export function itemsOf(document: JsonObject, facets: Facets): Facets {
  return facets.flatMap(({ items, prefixItems }) => [
    ...facetsOf(document, items),
    ...(Array.isArray(prefixItems) ? prefixItems.flatMap((item) => facetsOf(document, item)) : []),
  ]);
}

/** The facets of a member of an object. */
export function memberOf(document: JsonObject, facets: Facets, name: string): Facets {
  return facets.flatMap(({ properties, additionalProperties }) =>
    facetsOf(
      document,
      isJsonObject(properties) && Object.hasOwn(properties, name) ? properties[name] : additionalProperties,
    ),
  );
}

/** The names of the members that an object is said to have. */
export function memberNames(facets: Facets): readonly string[] {
  return facets.flatMap(({ properties }) => (isJsonObject(properties) ? Object.keys(properties) : []));
}

/** Whether an object may have members of any name. */
export function isOpen(facets: Facets): boolean {
  return !facets.some(
    ({ additionalProperties, unevaluatedProperties }) =>
      additionalProperties === false || unevaluatedProperties === false,
  );
}

function typeOf(value: JsonValue): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  return typeof value === "string" ? "string" : "object";
}
