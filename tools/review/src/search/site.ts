import type { Oracle } from "@specmill/oracle";
import { isJsonObject, type JsonValue } from "@specmill/spec";
import { isDocumentation } from "../schema/annotation-keywords.ts";
import { listNamed } from "./number-values.ts";
import type { Sampler } from "./sample-places.ts";
import type { SchemaPlace, SchemasAt } from "./schema-places.ts";

/** One place of a value, as both sides see it. */
export interface Site {
  /** Two sites of the same key are the same. */
  readonly key: string;
  readonly allowing: SiteSide;
  readonly refusing: SiteSide;
  /** The schemas of both sides, those of the allowing one first. */
  readonly places: readonly SchemaPlace[];
  /** Names of all properties that are declared as such. */
  readonly names: readonly string[];
  /** Values that a schema names. */
  readonly named: ReadonlySet<JsonValue>;
  /** Whether the two sides do not say the same of it, what is within aside. */
  readonly differs: boolean;
  /** The place of a property or an item. */
  readonly below: (key: string, isItem: boolean) => Site;
}

export interface SiteSide {
  readonly oracle: Oracle;
  readonly schemas: SchemasAt;
  readonly sampler: Sampler;
}

/** @param known - sites that were made before, by key */
export function createSite(
  allowing: SiteSide,
  refusing: SiteSide,
  known: Map<string, Site> = new Map(),
): Site {
  const key = `${allowing.schemas.roots.join()} ${refusing.schemas.roots.join()}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const places = [...allowing.schemas.places, ...refusing.schemas.places];
  const children = new Map<string, Site>();
  const site: Site = {
    key,
    allowing,
    refusing,
    places,
    names: listNames(places, "properties"),
    named: new Set(listNamed(places)),
    differs: textOf(allowing.schemas) !== textOf(refusing.schemas),
    below: (name, isItem) => {
      const child = `${isItem} ${name}`;
      const made =
        children.get(child) ??
        createSite(stepInto(allowing, name, isItem), stepInto(refusing, name, isItem), known);
      if (children.size < 500) children.set(child, made);
      return made;
    },
  };
  known.set(key, site);
  return site;
}

function stepInto(side: SiteSide, name: string, isItem: boolean): SiteSide {
  return { ...side, schemas: side.schemas.below(name, isItem) };
}

const containers: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "additionalProperties", "unevaluatedProperties", "dependentSchemas"],
  ...["items", "prefixItems", "unevaluatedItems", "contains", "not", "if", "then", "else"],
  ...["allOf", "anyOf", "oneOf"],
]);

const texts = new WeakMap<SchemasAt, string>();

/** What schemas say of a place, without what they say of what is within. */
function textOf(schemas: SchemasAt): string {
  const known = texts.get(schemas);
  if (known !== undefined) return known;
  const made = schemas.places.map(({ schema }) =>
    JSON.stringify(schema, (key, value) => {
      if (isDocumentation(key)) return undefined;
      return containers.has(key) ? summarize(value) : value;
    }),
  );
  const text = made.join("\n");
  texts.set(schemas, text);
  return text;
}

function summarize(value: unknown): unknown {
  if (Array.isArray(value)) return value.length;
  return typeof value === "object" && value !== null ? Object.keys(value).sort() : value;
}

/** Every number that schemas have under one of some keywords, and those next to it. */
export function listSizes(places: readonly SchemaPlace[], keywords: readonly string[]): readonly number[] {
  const sizes = places.flatMap(({ schema }) =>
    keywords.flatMap((keyword) => {
      const value = schema[keyword];
      return typeof value === "number" ? [value, value - 1, value + 1] : [];
    }),
  );
  return [...new Set(sizes)].filter((size) => size >= 0).sort((one, other) => one - other);
}

/** The names in a keyword of schemas: those of an object, or the members of a list. */
export function listNames(places: readonly SchemaPlace[], keyword: string): readonly string[] {
  const names = places.flatMap(({ schema: { [keyword]: value } }): readonly string[] => {
    if (Array.isArray(value)) return value.map((name: JsonValue) => String(name));
    return isJsonObject(value) ? Object.keys(value) : [];
  });
  return [...new Set(names)];
}
