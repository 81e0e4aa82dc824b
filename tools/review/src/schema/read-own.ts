import { isJsonObject, type JsonObject, type JsonValue, joinPointer } from "@specmill/spec";
import { allowsAll } from "./annotation-keywords.ts";
import { emptyDraft } from "./conjoin-drafts.ts";
import { listAtoms } from "./list-atoms.ts";
import { readArrayRules, readContains, readObjectRules } from "./read-rules.ts";
import type { Draft, Limit, LimitKeyword, Place, Said } from "./shape.ts";
import { distinctValues } from "./value-key.ts";

/**
 * What the keywords of one schema say by themselves: no reference is followed and nothing composed is looked into.
 * Defaults that are spelt out say nothing.
 */
export function readOwn(schema: JsonObject, pointer: string): Draft {
  const at = (keyword: string) => joinPointer(pointer, keyword);
  const said = (keyword: string): Said<JsonValue> | undefined =>
    schema[keyword] === undefined ? undefined : { value: schema[keyword], pointer: at(keyword) };
  const texts = (keyword: string): readonly Said<string>[] => {
    const value = schema[keyword];
    return typeof value === "string" ? [{ value, pointer: at(keyword) }] : [];
  };
  const places = (keyword: string): readonly Place[] =>
    allowsAll(schema[keyword]) ? [] : [{ schema: schema[keyword] ?? true, pointer: at(keyword) }];
  const { type, multipleOf, required } = schema;
  return {
    ...emptyDraft,
    places: [{ schema, pointer }],
    types: type === undefined ? undefined : { value: listAtoms(type), pointer: at("type") },
    values: readValues(schema, at),
    limits: readLimits(schema, at),
    factors: typeof multipleOf === "number" ? [{ value: multipleOf, pointer: at("multipleOf") }] : [],
    patterns: texts("pattern").filter(({ value }) => value !== "" && value !== ".*"),
    formats: texts("format"),
    encodings: texts("contentEncoding"),
    mediaTypes: texts("contentMediaType"),
    unique: schema["uniqueItems"] === true ? at("uniqueItems") : undefined,
    required: new Map(listTexts(required).map((name) => [name, at("required")])),
    objects: readObjectRules(schema, pointer),
    arrays: readArrayRules(schema, pointer),
    // What forbids nothing is no constraint.
    nots:
      schema["not"] === false || schema["not"] === undefined
        ? []
        : [{ schema: schema["not"], pointer: at("not") }],
    conditions: readConditions(schema, at),
    contains: readContains(schema, pointer),
    propertyNames: places("propertyNames"),
    dependentRequired: new Map(
      members(schema["dependentRequired"]).flatMap(([name, names]) =>
        listTexts(names).length === 0
          ? []
          : [[name, { value: listTexts(names), pointer: joinPointer(pointer, "dependentRequired", name) }]],
      ),
    ),
    dependentSchemas: new Map(
      members(schema["dependentSchemas"]).flatMap(([name, below]) =>
        allowsAll(below)
          ? []
          : [[name, [{ schema: below, pointer: joinPointer(pointer, "dependentSchemas", name) }]]],
      ),
    ),
    contentSchemas: places("contentSchema"),
    fallback: said("default"),
    extensible: schema["x-extensible-enum"] === false ? undefined : said("x-extensible-enum"),
    hint: said("discriminator"),
    xml: said("xml"),
  };
}

function members(value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

function listTexts(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((member: JsonValue) => typeof member === "string") : [];
}

function readValues(schema: JsonObject, at: (keyword: string) => string): Draft["values"] {
  const { const: only, enum: values } = schema;
  if (only !== undefined) return { value: [only], pointer: at("const") };
  return Array.isArray(values) ? { value: distinctValues(values), pointer: at("enum") } : undefined;
}

const plainLimits = [
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
] as const;

function readLimits(schema: JsonObject, at: (keyword: string) => string): Draft["limits"] {
  const limits: (readonly [LimitKeyword, Said<Limit>])[] = [];
  for (const keyword of plainLimits) {
    const value = schema[keyword];
    if (typeof value !== "number" || (keyword.startsWith("min") && value <= 0)) continue;
    limits.push([keyword, { value: { value, isExclusive: false }, pointer: at(keyword) }]);
  }
  const lowest = readBound(schema, "minimum", "exclusiveMinimum", at);
  const highest = readBound(schema, "maximum", "exclusiveMaximum", at);
  if (lowest !== undefined) limits.push(["minimum", lowest]);
  if (highest !== undefined) limits.push(["maximum", highest]);
  return new Map(limits);
}

/** The tighter of the bound that is in and the one that is out, which is a flag in OpenAPI 3.0. */
function readBound(
  schema: JsonObject,
  inner: "minimum" | "maximum",
  outer: "exclusiveMinimum" | "exclusiveMaximum",
  at: (keyword: string) => string,
): Said<Limit> | undefined {
  const { [inner]: bound, [outer]: exclusive } = schema;
  const isOut =
    typeof exclusive === "number" &&
    (typeof bound !== "number" || (inner === "minimum" ? exclusive >= bound : exclusive <= bound));
  if (isOut) return { value: { value: exclusive, isExclusive: true }, pointer: at(outer) };
  return typeof bound === "number"
    ? { value: { value: bound, isExclusive: exclusive === true }, pointer: at(inner) }
    : undefined;
}

function readConditions(schema: JsonObject, at: (keyword: string) => string): Draft["conditions"] {
  const { if: test } = schema;
  const branch = (keyword: "then" | "else") =>
    allowsAll(schema[keyword]) ? undefined : { schema: schema[keyword] ?? true, pointer: at(keyword) };
  const [accepted, refused] = [branch("then"), branch("else")];
  if (test === undefined || (accepted === undefined && refused === undefined)) return [];
  return [{ test: { schema: test, pointer: at("if") }, accepted, refused }];
}
