import { isJsonObject, type JsonObject, type JsonValue, resolvePointer } from "@specmill/spec";
import { editDocument } from "../../surface/support/edit-document.ts";
import { listSchemas } from "./list-schemas.ts";
import { isNamedBranch, onWireAlone, type Rewrite, rewriteSchema, seenByValue } from "./rewrite.ts";

/** Keywords that mean the same wherever they stand. */
const independent = [
  ..."type enum const format pattern minLength maxLength minimum maximum multipleOf minItems maxItems".split(
    " ",
  ),
  ..."uniqueItems required minProperties maxProperties propertyNames".split(" "),
] as const;

/** What may stand in a branch that null is no part of: it says nothing of null, and nothing of the property. */
const ofBranches = new Set(
  "format pattern minLength maxLength minimum maximum items minItems maxItems properties required description".split(
    " ",
  ),
);

/** What a keyword says where it is left out. */
const spelt: readonly (readonly [string, JsonValue])[] = [
  ["minLength", 0],
  ["minItems", 0],
  ["minProperties", 0],
  ["uniqueItems", false],
  ["required", []],
  ["deprecated", false],
  ["readOnly", false],
  ["writeOnly", false],
  ["additionalProperties", true],
  ["unevaluatedProperties", true],
  ["items", true],
  ["allOf", [true]],
  ["not", false],
  ["dependentRequired", {}],
  ["dependentSchemas", {}],
  ["patternProperties", {}],
  ["properties", {}],
  ["propertyNames", true],
  ["then", false],
  ["minContains", 3],
  ["$comment", "for us"],
];

/** Ways to write a schema otherwise that leave its values as they are. */
export const schemaRewrites: readonly Rewrite[] = [
  rewriteSchema("keywords in another order", (schema) =>
    Object.keys(schema).length < 2 ? undefined : Object.fromEntries(Object.entries(schema).reverse()),
  ),
  ...["enum", "required", "oneOf", "anyOf", "allOf", "type"].map((keyword) =>
    rewriteSchema(`${keyword} in another order`, (schema) => {
      const list = schema[keyword];
      return Array.isArray(list) && list.length > 1 ? { ...schema, [keyword]: list.toReversed() } : undefined;
    }),
  ),
  rewriteSchema("a reference written out", ({ $ref: reference, ...rest }, document) => {
    const target = typeof reference === "string" ? resolvePointer(document, reference) : undefined;
    return isJsonObject(target) ? { ...target, ...rest } : undefined;
  }),
  {
    name: "an inline schema as a component",
    seenBy: "rule",
    isOfSource: true,
    places: (document) =>
      listSchemas(document)
        .filter(({ pointer, schema }) => schema["$ref"] === undefined && !isComponent(pointer))
        .filter(({ pointer }) => !isNamedBranch(document, pointer))
        .map(({ pointer }) => pointer),
    apply: (document, place) => {
      const name = `Extracted${Object.keys(schemasOf(document)).length}`;
      return editDocument(document, {
        [place]: { $ref: `#/components/schemas/${name}` },
        [`#/components/schemas/${name}`]: resolvePointer(document, place) ?? true,
      });
    },
  },
  rewriteSchema("allOf of one", (schema) => ({ allOf: [schema] })),
  rewriteSchema("a reference within allOf", ({ $ref: reference, ...rest }) =>
    reference === undefined || rest["allOf"] !== undefined
      ? undefined
      : { allOf: [{ $ref: reference }], ...rest },
  ),
  rewriteSchema("an object split by allOf", splitObject),
  ...independent.map((keyword) =>
    rewriteSchema(`${keyword} in allOf`, ({ [keyword]: value, ...rest }) =>
      value === undefined || rest["allOf"] !== undefined
        ? undefined
        : { ...rest, allOf: [{ [keyword]: value }] },
    ),
  ),
  rewriteSchema("const for an enum of one", ({ enum: values, ...rest }) =>
    Array.isArray(values) && values.length === 1 ? { ...rest, const: values[0] } : undefined,
  ),
  rewriteSchema("an enum of one for const", ({ const: value, ...rest }) =>
    value === undefined ? undefined : { ...rest, enum: [value] },
  ),
  rewriteSchema("null as a branch", ({ type, ...rest }) => {
    const isPlain = Object.keys(rest).every((keyword) => ofBranches.has(keyword));
    if (!Array.isArray(type) || !type.includes("null") || !isPlain) return undefined;
    const others = type.filter((one) => one !== "null");
    if (others.length === 0) return undefined;
    return { oneOf: [{ ...rest, type: others.length === 1 ? others[0] : others }, { type: "null" }] };
  }),
  onWireAlone(
    rewriteSchema("types as branches", ({ type, ...rest }) =>
      Array.isArray(type) && type.length > 1 && !("anyOf" in rest)
        ? { ...rest, anyOf: type.map((one: JsonValue) => ({ type: one })) }
        : undefined,
    ),
  ),
  rewriteSchema("a list of one type", (schema) =>
    typeof schema["type"] === "string" ? { ...schema, type: [schema["type"]] } : undefined,
  ),
  rewriteSchema("an exclusive bound of integers", ({ minimum, ...rest }) =>
    rest["type"] === "integer" && typeof minimum === "number" && !("exclusiveMinimum" in rest)
      ? { ...rest, exclusiveMinimum: minimum - 1 }
      : undefined,
  ),
  rewriteSchema("a lower bound of integers", ({ exclusiveMinimum, ...rest }) =>
    rest["type"] === "integer" && typeof exclusiveMinimum === "number" && !("minimum" in rest)
      ? { ...rest, minimum: exclusiveMinimum + 1 }
      : undefined,
  ),
  ...spelt.map(([keyword, value]) =>
    rewriteSchema(`${keyword} ${JSON.stringify(value)} spelt out`, (schema) =>
      keyword in schema || "$ref" in schema ? undefined : { ...schema, [keyword]: value },
    ),
  ),
  seenByValue(
    rewriteSchema("double negation", ({ pattern, ...rest }) =>
      pattern === undefined || "not" in rest ? undefined : { ...rest, not: { not: { pattern } } },
    ),
  ),
  seenByValue(
    rewriteSchema("a pattern for a length", ({ minLength, ...rest }) =>
      typeof minLength !== "number" || "pattern" in rest
        ? undefined
        : { ...rest, pattern: `^[^]{${minLength},}$` },
    ),
  ),
  seenByValue(
    rewriteSchema("an enum for two constants", ({ enum: values, ...rest }) =>
      Array.isArray(values) && values.length > 1 && !("oneOf" in rest)
        ? { ...rest, oneOf: values.map((value: JsonValue) => ({ const: value })) }
        : undefined,
    ),
  ),
];

function isComponent(pointer: string): boolean {
  return /^#\/components\/schemas\/[^/]*$/.test(pointer);
}

function schemasOf(document: JsonObject): JsonObject {
  const schemas = resolvePointer(document, "#/components/schemas");
  return isJsonObject(schemas) ? schemas : {};
}

/** Half of the properties in one schema, half in another. */
function splitObject({ properties, required, ...rest }: JsonObject): JsonValue | undefined {
  const isClosed = ["additionalProperties", "unevaluatedProperties", "patternProperties", "allOf"].some(
    (keyword) => keyword in rest,
  );
  if (!isJsonObject(properties) || isClosed) return undefined;
  const entries = Object.entries(properties);
  const half = Math.ceil(entries.length / 2);
  const part = (members: typeof entries) => ({ type: "object", properties: Object.fromEntries(members) });
  const asked = required === undefined ? {} : { required };
  if (isNullable(rest)) return undefined;
  return { ...rest, ...asked, allOf: [part(entries.slice(0, half)), part(entries.slice(half))] };
}

function isNullable({ type }: JsonObject): boolean {
  return type !== "object";
}
