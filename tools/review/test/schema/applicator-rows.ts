import {
  array,
  conditional,
  noted,
  object,
  type Row,
  row,
  said,
  short,
  silent,
  text,
  typed,
  untyped,
} from "./keyword-row.ts";

const needsA = { required: ["a"] };
const needsB = { required: ["b"] };
const few = { type: "object", minProperties: 1 };
const some = { type: "string", minLength: 1 };
const withA = { type: "object", properties: { a: text } };
const withBoth = { type: "object", properties: { a: text, b: text } };
const refersTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const branches = { oneOf: [refersTo("A"), refersTo("B")] };
const others = { A: object, B: array };
const unnamed = { dependentSchemas: { a: { maxProperties: 3 } } };

/** The keywords of the vocabularies Core, Applicator and Unevaluated, and the discriminator. */
export const applicatorRows: readonly Row[] = [
  row("$schema", text, { ...text, $schema: "https://json-schema.org/draft/2020-12/schema" }, noted),
  row("$vocabulary", text, { ...text, $vocabulary: { "https://a.invalid": true } }, noted),
  row("$id", text, { ...text, $id: "https://a.invalid/b" }, noted),
  row("$anchor", text, { ...text, $anchor: "here" }, silent),
  row("$dynamicAnchor", text, { ...text, $dynamicAnchor: "here" }, silent),
  row("$defs", text, { ...text, $defs: { a: false } }, silent),
  row("$comment", text, { ...text, $comment: "for us" }, noted),
  row("$ref", refersTo("A"), refersTo("B"), untyped("max-length"), { others: { A: text, B: short } }),
  row("$ref beside others", refersTo("A"), { ...refersTo("A"), maxLength: 3 }, untyped("max-length"), {
    others: { A: text },
  }),
  row("$ref by anchor", { items: { $ref: "#x" } }, { items: { $ref: "#x" } }, untyped("max-length"), {
    others: { A: { $anchor: "x", ...text } },
    headOthers: { A: { $anchor: "x", ...short } },
  }),
  row(
    "$dynamicRef",
    { items: { $dynamicRef: "#x" } },
    { items: { $dynamicRef: "#x" } },
    untyped("max-length"),
    {
      others: { A: { $dynamicAnchor: "x", ...text } },
      headOthers: { A: { $dynamicAnchor: "x", ...short } },
    },
  ),
  row(
    "allOf",
    object,
    { ...object, allOf: [{ minProperties: 1 }, needsA] },
    untyped("required", "min-properties"),
  ),
  row("anyOf", object, { ...object, anyOf: [needsA, needsB] }, typed("any-of")),
  row("anyOf, a branch less", { anyOf: [some, few, array] }, { anyOf: [some, few] }, typed("any-of")),
  row("oneOf", object, { ...object, oneOf: [needsA, needsB] }, typed("one-of")),
  row("oneOf, a branch less", { oneOf: [some, few, array] }, { oneOf: [some, array] }, typed("one-of")),
  row("oneOf, within a branch", { oneOf: [text, few] }, { oneOf: [short, few] }, untyped("max-length")),
  row("oneOf for anyOf", { anyOf: [some, short] }, { oneOf: [some, short] }, untyped("one-of")),
  row("oneOf, one of its branches alone", { oneOf: [some, few] }, some, typed("one-of")),
  row("not", text, { ...text, not: { enum: ["a"] } }, untyped("not")),
  row(
    "not, more of it",
    { ...text, not: { enum: ["a"] } },
    { ...text, not: { enum: ["a", "b"] } },
    untyped("not"),
  ),
  row("if, then", object, { ...object, ...conditional(needsA, needsB) }, untyped("condition")),
  row("if", conditional({ required: ["a", "c"] }, needsB), conditional(needsA, needsB), untyped("condition")),
  row("then", conditional(needsA, undefined, needsB), conditional(needsA, few, needsB), untyped("condition")),
  row("then, within", conditional(needsA, text), conditional(needsA, short), untyped("max-length")),
  row("else", conditional(needsA, few), conditional(needsA, few, needsB), untyped("condition")),
  row("else, within", conditional(needsA, few, text), conditional(needsA, few, short), untyped("max-length")),
  row("dependentSchemas", object, { ...object, ...unnamed }, untyped("dependent-schemas")),
  row(
    "dependentSchemas, within",
    unnamed,
    { dependentSchemas: { a: { maxProperties: 2 } } },
    untyped("max-properties"),
  ),
  row("prefixItems", array, { ...array, prefixItems: [text] }, typed("prefix-items")),
  row("prefixItems, within", { prefixItems: [text] }, { prefixItems: [short] }, untyped("max-length")),
  row("items", array, { ...array, items: text }, typed("items")),
  row("items, none", { prefixItems: [text] }, { prefixItems: [text], items: false }, untyped("items")),
  row("items, within", { items: text }, { items: short }, untyped("max-length")),
  row("contains", array, { ...array, contains: text }, untyped("contains")),
  row("contains, within", { contains: text }, { contains: short }, untyped("contains")),
  row(
    "properties, a new one",
    withA,
    withBoth,
    said("property-added", "wider compatible/compatible", "wider compatible/compatible"),
  ),
  row(
    "properties, a new one that is required",
    withA,
    { ...withBoth, required: ["b"] },
    typed("property-added"),
  ),
  row(
    "properties, a new one in a closed object",
    { ...withA, additionalProperties: false },
    { ...withBoth, additionalProperties: false },
    said("property-added", "wider compatible/compatible", "wider breaking/breaking"),
  ),
  row(
    "properties, one less",
    withBoth,
    withA,
    said("property-removed", "narrower breaking/breaking", "narrower breaking/breaking"),
  ),
  row(
    "properties, a required one less",
    { ...withBoth, required: ["b"] },
    withA,
    said("property-removed", "wider breaking/breaking", "wider breaking/breaking"),
  ),
  row("properties, within", withA, { ...object, properties: { a: short } }, untyped("max-length")),
  row(
    "properties, one of a map",
    { additionalProperties: text },
    { additionalProperties: text, properties: { a: short } },
    untyped("max-length"),
  ),
  row(
    "patternProperties",
    object,
    { ...object, patternProperties: { "^a": text } },
    untyped("pattern-properties"),
  ),
  row(
    "patternProperties, within",
    { patternProperties: { a: text } },
    { patternProperties: { a: short } },
    untyped("max-length"),
  ),
  row(
    "additionalProperties",
    object,
    { ...object, additionalProperties: false },
    untyped("additional-properties"),
  ),
  row(
    "additionalProperties, a schema",
    object,
    { ...object, additionalProperties: text },
    typed("additional-properties"),
  ),
  row(
    "additionalProperties, within",
    { additionalProperties: text },
    { additionalProperties: short },
    untyped("max-length"),
  ),
  row("propertyNames", object, { ...object, propertyNames: { maxLength: 3 } }, untyped("property-names")),
  row(
    "propertyNames, within",
    { propertyNames: { maxLength: 4 } },
    { propertyNames: { maxLength: 3 } },
    untyped("property-names"),
  ),
  row(
    "unevaluatedItems",
    { prefixItems: [text] },
    { prefixItems: [text], unevaluatedItems: false },
    untyped("unevaluated-items"),
  ),
  row(
    "unevaluatedItems beside contains",
    { contains: text },
    { contains: text, unevaluatedItems: false },
    untyped("unevaluated-items"),
  ),
  row(
    "unevaluatedProperties",
    withA,
    { ...withA, unevaluatedProperties: false },
    untyped("unevaluated-properties"),
  ),
  row(
    "unevaluatedProperties beside branches",
    { anyOf: [needsA, needsB], unevaluatedProperties: text },
    { anyOf: [needsA, needsB], unevaluatedProperties: short },
    untyped("unevaluated-properties"),
  ),
  row(
    "discriminator",
    { ...branches, discriminator: { propertyName: "a" } },
    { ...branches, discriminator: { propertyName: "b" } },
    said("discriminator", "different breaking/breaking", "different breaking/breaking"),
    { others },
  ),
  row(
    "discriminator, a new one",
    branches,
    { ...branches, discriminator: { propertyName: "a" } },
    typed("discriminator"),
    { others },
  ),
  row(
    "discriminator, a name less",
    { ...branches, discriminator: { propertyName: "a", mapping: { a: "A", aa: "A", b: "B" } } },
    { ...branches, discriminator: { propertyName: "a", mapping: { a: "A", b: "B" } } },
    typed("discriminator"),
    { others },
  ),
  row(
    "discriminator of no branches",
    object,
    { ...object, discriminator: { propertyName: "a" } },
    said("discriminator", "equal note/note", "equal note/note"),
  ),
  row("false", withA, { ...object, properties: { a: false } }, typed("schema")),
  row("true", true, { type: "string", maxLength: 3 }, typed("schema")),
];
