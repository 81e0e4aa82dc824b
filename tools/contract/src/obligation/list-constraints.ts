import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";
import { countRoom, isTooLong } from "./measure-room.ts";
import { isNamed, namedTypes, openTypes, type ValueType } from "./schema-types.ts";
import type { SchemaPlace } from "./walk-schema.ts";

/** One side of a keyword that limits values: what it still allows, or what it no longer does. */
export interface ConstraintSide {
  readonly keyword: string;
  /** `inside`, `outside`, or `outside "name"` for one of the names in `required`. */
  readonly want: string;
}

/**
 * The sides of each limiting keyword of a schema that a request can show.
 *
 * Left out is what no request can show by itself: a bound that another keyword of the same schema hides (a length
 * beside `enum` or a format of fixed length, the fewest members beside `required`), a refusal that another branch of a
 * choice takes back, and what the wire cannot carry (another type in a text, an empty segment of a path).
 */
export function listConstraints(document: JsonObject, place: SchemaPlace): readonly ConstraintSide[] {
  const types = openTypes(document, place.schema);
  const sides = [
    ...listClosed(place, types),
    ...listChoices(document, place),
    ...("enum" in place.schema || "const" in place.schema ? [] : listOpen(place, types)),
  ];
  return place.isFirm ? sides : sides.filter(({ want }) => want === "inside");
}

function listOpen(place: SchemaPlace, types: ReadonlySet<ValueType>): readonly ConstraintSide[] {
  return [
    ...listType(place),
    ...(types.has("string") ? listText(place) : []),
    ...(types.has("integer") ? listNumber(place) : []),
    ...(types.has("array") ? listItems(place) : []),
    ...(types.has("object") ? listMembers(place) : []),
  ];
}

function listType({ schema, wire, strange }: SchemaPlace): readonly ConstraintSide[] {
  const named = namedTypes(schema);
  if (named.length === 0) return [];
  const isStrange = [...strange].some((type) => !isNamed(type, named));
  const isSpelled = named.every((type) => type === "null" || spelled.has(type));
  const canShow = wire === "json" || (wire !== "form" && isSpelled);
  return isStrange && canShow ? [outside("type")] : [];
}

/** Types that a text has to be spelled for, so that most texts are of none. */
const spelled: ReadonlySet<string> = new Set(["integer", "number", "boolean"]);

/** Formats that are asserted; others, and those of `password` or `float`, refuse nothing. */
export const assertedFormats: ReadonlySet<string> = new Set([
  ...["byte", "date", "date-time", "duration", "email", "hostname", "int32", "ipv4", "ipv6", "iso-date-time"],
  ...[
    "iso-time",
    "json-pointer",
    "json-pointer-uri-fragment",
    "regex",
    "relative-json-pointer",
    "time",
    "uri",
  ],
  ...["uri-reference", "uri-template", "url", "uuid"],
]);

/** Formats that leave a length no room. */
const sizedFormats: ReadonlySet<string> = new Set([
  ...["date", "date-time", "duration", "ipv4", "ipv6", "iso-date-time", "iso-time", "time", "uuid"],
]);

function listText({ schema, wire }: SchemaPlace): readonly ConstraintSide[] {
  const { minLength, maxLength, pattern, format } = schema;
  const isSized = typeof format === "string" && sizedFormats.has(format);
  // Servers differ on whether an empty text is there at all.
  const shortest = wire === "json" ? 0 : 1;
  const lengths = [
    ...bound("minLength", minLength, (least) => ({ inside: least >= shortest, outside: least > shortest })),
    ...bound("maxLength", maxLength, (most) => ({ inside: most >= shortest, outside: true })),
  ];
  const isFormat = typeof format === "string" && format !== "int32" && assertedFormats.has(format);
  return [
    ...(isSized ? [] : lengths),
    ...(typeof pattern === "string" && !takesAll.has(pattern) ? both("pattern") : []),
    ...(isFormat ? both("format") : []),
  ];
}

const takesAll: ReadonlySet<string> = new Set(["", ".*", "^.*$", "^", "$", "^.*", ".*$"]);

const int32 = { least: -(2 ** 31), most: 2 ** 31 - 1 };

function listNumber({ schema }: SchemaPlace): readonly ConstraintSide[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = schema;
  const isInt32 = format === "int32";
  const limits = (value: number) => ({
    inside: Math.abs(value) <= Number.MAX_SAFE_INTEGER,
    outside:
      Math.abs(value) < Number.MAX_SAFE_INTEGER &&
      !(isInt32 && (value <= int32.least || value >= int32.most)),
  });
  const isWhole = namedTypes(schema).includes("integer") && !namedTypes(schema).includes("number");
  const isBoundedBelow = typeof minimum === "number" || typeof exclusiveMinimum === "number";
  const isBoundedAbove = typeof maximum === "number" || typeof exclusiveMaximum === "number";
  return [
    // In 3.0 an exclusive bound is a flag beside the bound, and is the one that a value on the bound breaks.
    ...bound(exclusiveMinimum === true ? "exclusiveMinimum" : "minimum", minimum, limits),
    ...bound(exclusiveMaximum === true ? "exclusiveMaximum" : "maximum", maximum, limits),
    ...bound("exclusiveMinimum", exclusiveMinimum, limits),
    ...bound("exclusiveMaximum", exclusiveMaximum, limits),
    ...(typeof multipleOf === "number" && !(isWhole && Number.isInteger(1 / multipleOf))
      ? both("multipleOf")
      : []),
    ...(isInt32 ? [inside("format")] : []),
    ...(isInt32 && !(isBoundedBelow && isBoundedAbove) ? [outside("format")] : []),
  ];
}

function listItems({ schema, wire }: SchemaPlace): readonly ConstraintSide[] {
  const { minItems, maxItems, uniqueItems, contains, minContains, items, unevaluatedItems } = schema;
  const fewest = wire === "json" ? 0 : 1;
  const most = typeof maxItems === "number" ? maxItems : Number.POSITIVE_INFINITY;
  const isClosed = (keyword: JsonValue | undefined) => keyword === false && wire === "json";
  return [
    ...bound("minItems", minItems, (least) => ({ inside: least >= fewest, outside: least > fewest })),
    ...bound("maxItems", maxItems, (count) => ({ inside: count >= fewest, outside: true })),
    ...(uniqueItems === true && most > 1 ? both("uniqueItems") : []),
    ...(contains !== undefined && minContains !== 0 ? [outside("contains")] : []),
    ...(isClosed(items) ? [outside("items")] : []),
    ...(isClosed(unevaluatedItems) ? [outside("unevaluatedItems")] : []),
  ];
}

function listMembers(place: SchemaPlace): readonly ConstraintSide[] {
  const { schema, wire, required, hidden } = place;
  const { minProperties, maxProperties, dependentRequired } = schema;
  const room = countRoom(schema);
  const names = (Array.isArray(schema["required"]) ? schema["required"] : []).map(String);
  const canAdd = wire === "json" || wire === "form";
  return [
    ...[...new Set(names)]
      .filter((name) => !hidden.has(name))
      .map((name) => ({ keyword: "required", want: outsideName(name) })),
    ...bound("minProperties", minProperties, (least) => ({
      inside: least >= required.size,
      outside: least > required.size,
    })),
    ...bound("maxProperties", maxProperties, (most) => ({ inside: most <= room, outside: most < room })),
    ...["additionalProperties", "unevaluatedProperties"].flatMap((keyword) =>
      schema[keyword] === false && canAdd ? [outside(keyword)] : [],
    ),
    ...(isJsonObject(dependentRequired) && Object.keys(dependentRequired).length > 0
      ? both("dependentRequired")
      : []),
  ];
}

/** Lists of values, which say more than any other keyword beside them. */
function listClosed({ schema }: SchemaPlace, types: ReadonlySet<ValueType>): readonly ConstraintSide[] {
  const { const: constant, enum: listed } = schema;
  if (constant !== undefined) return constant === null ? [] : [outside("const")];
  if (!Array.isArray(listed)) return [];
  const named = namedTypes(schema);
  // Where the type has no other value, a value outside is one of another type.
  const isWhole =
    named.length > 0 &&
    named.every(
      (type) => type === "null" || (type === "boolean" && listed.includes(true) && listed.includes(false)),
    );
  return isWhole || types.size === 0 ? [] : [outside("enum")];
}

function listChoices(document: JsonObject, { schema, wire }: SchemaPlace): readonly ConstraintSide[] {
  const choices = ["oneOf", "anyOf"].filter((keyword) => {
    const branches = schema[keyword];
    if (!Array.isArray(branches)) return false;
    const taken = new Set(
      branches.flatMap((branch) => (isPlain(branch) ? [...openTypes(document, branch)] : [])),
    );
    const { [keyword]: _, ...rest } = schema;
    const open = openTypes(document, rest);
    // A text can be read as whatever it spells, and as a text.
    return wire === "json" ? [...open].some((type) => !taken.has(type)) : !taken.has("string");
  });
  return [...choices, ...("not" in schema ? ["not"] : [])].map(outside);
}

/** Whether a schema asks for nothing but a type. */
function isPlain(schema: JsonValue): boolean {
  return (
    schema === true ||
    (isJsonObject(schema) && Object.keys(schema).every((key) => key === "type" || describing.has(key)))
  );
}

const describing: ReadonlySet<string> = new Set([
  ...["title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly"],
  ...["externalDocs", "xml", "contentMediaType", "contentEncoding", "contentSchema", "$comment"],
]);

function bound(
  keyword: string,
  limit: JsonValue | undefined,
  room: (limit: number) => { readonly inside: boolean; readonly outside: boolean },
): readonly ConstraintSide[] {
  if (typeof limit !== "number" || isTooLong(keyword, limit)) return [];
  const shown = room(limit);
  return [...(shown.inside ? [inside(keyword)] : []), ...(shown.outside ? [outside(keyword)] : [])];
}

function inside(keyword: string): ConstraintSide {
  return { keyword, want: "inside" };
}

function outside(keyword: string): ConstraintSide {
  return { keyword, want: "outside" };
}

function both(keyword: string): readonly ConstraintSide[] {
  return [inside(keyword), outside(keyword)];
}

export function outsideName(name: string): string {
  return `outside ${JSON.stringify(name)}`;
}
