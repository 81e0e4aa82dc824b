import { isJsonObject, type JsonObject, type JsonValue, joinPointer } from "@specmill/spec";
import type { DocRow } from "./doc-row.ts";

/** A schema within a schema, and what it is there. */
export interface SchemaPart extends Pick<DocRow, "key" | "kind" | "label"> {
  readonly schema: JsonValue;
  readonly pointer: string;
  /** Set where the type of the whole names it already. */
  readonly simple?: true;
}

/** The keywords with one schema, and what it describes. */
const single = [
  ["items", "each item"],
  ["contains", "some item"],
  ["unevaluatedItems", "any other item"],
  ["additionalProperties", "any other property"],
  ["unevaluatedProperties", "any property not told elsewhere"],
  ["propertyNames", "each name"],
  ["contentSchema", "what it holds"],
  ["not", "but not"],
  ["if", "if it is"],
  ["then", "then it is"],
  ["else", "else it is"],
] as const;

/** The keywords with a schema by name, and what is said before the name. */
const named = [
  ["patternProperties", "names that match"],
  ["dependentSchemas", "with"],
] as const;

/** The schemas of which a value consists, or among which it chooses, in the order in which a reader needs them. */
export function listParts(schema: JsonObject, pointer: string): readonly SchemaPart[] {
  return [
    ...listProperties(schema, pointer),
    ...named.flatMap(([keyword, label]) =>
      membersOf(schema[keyword]).map(
        ([name, part]): SchemaPart => ({
          ...words(`${label} ${name}`),
          schema: part,
          pointer: joinPointer(pointer, keyword, name),
        }),
      ),
    ),
    ...listOf(schema["prefixItems"]).map(
      (part, index): SchemaPart => ({
        ...words(`item ${index + 1}`),
        schema: part,
        pointer: joinPointer(pointer, "prefixItems", String(index)),
      }),
    ),
    ...single.flatMap(([keyword, label]): readonly SchemaPart[] => {
      const part = schema[keyword];
      // `true` and `false` are told by the whole.
      if (!isJsonObject(part)) return [];
      const place = { ...words(label), schema: part, pointer: joinPointer(pointer, keyword) };
      return [keyword === "items" ? { ...place, simple: true } : place];
    }),
    ...listVariants(schema, "oneOf", "exactly one:", pointer),
    ...listVariants(schema, "anyOf", "one or more:", pointer),
  ];
}

function listProperties(schema: JsonObject, pointer: string): readonly SchemaPart[] {
  return membersOf(schema["properties"]).map(([name, part]) => ({
    key: `.${name}`,
    kind: "name",
    label: name,
    schema: part,
    pointer: joinPointer(pointer, "properties", name),
  }));
}

function listVariants(
  schema: JsonObject,
  keyword: string,
  label: string,
  pointer: string,
): readonly SchemaPart[] {
  const variants = listOf(schema[keyword]);
  const names = variants.map(nameVariant);
  return variants.map((part, index) => {
    const name = names[index];
    const unique = name !== undefined && names.indexOf(name) === names.lastIndexOf(name);
    return {
      ...words(`${label} ${unique ? name : index + 1}`),
      schema: part,
      pointer: joinPointer(pointer, keyword, String(index)),
    };
  });
}

/** What variants are told apart by, also where others come before them later. */
function nameVariant(variant: JsonValue): string | undefined {
  if (!isJsonObject(variant)) return undefined;
  const { $ref: reference, title, type } = variant;
  if (typeof reference === "string") return reference.slice(reference.lastIndexOf("/") + 1);
  if (typeof title === "string") return title;
  return type === "null" ? "null" : undefined;
}

function words(label: string): Pick<SchemaPart, "key" | "kind" | "label"> {
  return { key: label, kind: "words", label };
}

function membersOf(value: JsonValue | undefined): readonly [string, JsonValue][] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
