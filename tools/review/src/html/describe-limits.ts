import type { JsonObject, JsonValue } from "@specmill/spec";
import { type Fact, strong, value, words } from "./doc-row.ts";

/** Of a list of values. */
const mostValues = 60;
const longestValue = 200;

/** What a schema asks of a value besides its type, each in words, in the order in which a reader needs it. */
export function describeLimits(schema: JsonObject): readonly Fact[] {
  return [
    ...(schema["deprecated"] === true ? [strong("deprecated")] : []),
    ...(schema["readOnly"] === true ? [words("read-only")] : []),
    ...(schema["writeOnly"] === true ? [words("write-only")] : []),
    ...describeValues(schema),
    ...describeRange(schema, "minLength", "maxLength", "character"),
    ...describeNumbers(schema),
    ...ofText(schema, "pattern", "matches"),
    ...describeRange(schema, "minItems", "maxItems", "item"),
    ...(schema["uniqueItems"] === true ? [words("no two items alike")] : []),
    ...describeRange(schema, "minProperties", "maxProperties", "property", "properties"),
    ...(schema["additionalProperties"] === false ? [words("no other properties")] : []),
    ...(schema["unevaluatedProperties"] === false ? [words("no other properties at all")] : []),
    ...(schema["items"] === false || schema["unevaluatedItems"] === false ? [words("no other items")] : []),
    ...describeRange(schema, "minContains", "maxContains", "such item"),
    ...ofText(schema, "contentEncoding", "encoded as"),
    ...ofText(schema, "contentMediaType", "holds"),
    ...describeDependencies(schema["dependentRequired"]),
    ...describeDiscriminator(schema["discriminator"]),
    ...ofValue(schema, "default", "default"),
    ...describeExample(schema),
  ];
}

function describeValues(schema: JsonObject): readonly Fact[] {
  const { const: only, enum: listed } = schema;
  const open = schema["x-extensible-enum"];
  return [
    ...(only === undefined ? [] : [words("always"), value(formatShort(only))]),
    ...(isList(listed) ? listValues(listed.length === 1 ? "always" : "one of", listed) : []),
    ...(isList(open) ? listValues("known values, more may come:", open) : []),
  ];
}

function listValues(label: string, values: readonly JsonValue[]): readonly Fact[] {
  const left = values.length - mostValues;
  const shown = values.slice(0, mostValues).map((one) => value(formatShort(one)));
  return [words(label), ...shown, ...(left > 0 ? [words(`and ${left} more`)] : [])];
}

function describeRange(
  schema: JsonObject,
  lower: string,
  upper: string,
  noun: string,
  nouns = `${noun}s`,
): readonly Fact[] {
  const least = numberOf(schema[lower]);
  const most = numberOf(schema[upper]);
  const of = (many: number) => `${many} ${many === 1 ? noun : nouns}`;
  if (least !== undefined && least === most) return [words(`exactly ${of(least)}`)];
  return [
    ...(least === undefined || least === 0 ? [] : [words(`at least ${of(least)}`)]),
    ...(most === undefined ? [] : [words(`at most ${of(most)}`)]),
  ];
}

/** In OpenAPI 3.0 the exclusive bounds are flags of the others. */
function describeNumbers(schema: JsonObject): readonly Fact[] {
  const { minimum, maximum, exclusiveMinimum: above, exclusiveMaximum: below, multipleOf } = schema;
  const bound = (label: string, limit: JsonValue | undefined) =>
    typeof limit === "number" ? [words(`${label} ${limit}`)] : [];
  return [
    ...bound(above === true ? "more than" : "at least", minimum),
    ...bound("more than", above),
    ...bound(below === true ? "less than" : "at most", maximum),
    ...bound("less than", below),
    ...bound("a multiple of", multipleOf),
  ];
}

function describeDependencies(dependencies: JsonValue | undefined): readonly Fact[] {
  if (!isMap(dependencies)) return [];
  return Object.entries(dependencies).flatMap(([name, needed]) =>
    isList(needed)
      ? [words("with"), value(name), words("also"), ...needed.map((one) => value(String(one)))]
      : [],
  );
}

function describeDiscriminator(discriminator: JsonValue | undefined): readonly Fact[] {
  const property = isMap(discriminator) ? discriminator["propertyName"] : undefined;
  return typeof property === "string" ? [words("told apart by"), value(property)] : [];
}

function describeExample(schema: JsonObject): readonly Fact[] {
  const { example, examples } = schema;
  const first = example ?? (isList(examples) ? examples[0] : undefined);
  return first === undefined || isMap(first) || isList(first)
    ? []
    : [words("such as"), value(formatShort(first))];
}

function ofText(schema: JsonObject, keyword: string, label: string): readonly Fact[] {
  const text = schema[keyword];
  return typeof text === "string" ? [words(label), value(shorten(text))] : [];
}

function ofValue(schema: JsonObject, keyword: string, label: string): readonly Fact[] {
  const given = schema[keyword];
  return given === undefined ? [] : [words(label), value(formatShort(given))];
}

/** A value as documentation shows it within a line. */
function formatShort(given: JsonValue): string {
  return shorten(JSON.stringify(given));
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= longestValue ? text : `${characters.slice(0, longestValue).join("")}…`;
}

function numberOf(given: JsonValue | undefined): number | undefined {
  return typeof given === "number" ? given : undefined;
}

function isList(given: JsonValue | undefined): given is readonly JsonValue[] {
  return Array.isArray(given);
}

function isMap(given: JsonValue | undefined): given is JsonObject {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}
