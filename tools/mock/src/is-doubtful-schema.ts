import { isJsonObject, type JsonObject, type JsonValue, toUnicodePattern } from "@specmill/spec";

/**
 * Whether a schema has a keyword, on its own level, with a value that JSON Schema does not allow there: all that can
 * keep a schema from compiling, once its references lead somewhere.
 */
export function isDoubtfulSchema(schema: JsonObject): boolean {
  return Object.entries(schema).some(
    ([keyword, value]) => Object.hasOwn(rules, keyword) && rules[keyword]?.(value) === false,
  );
}

type Rule = (value: JsonValue) => boolean;

const types = new Set(["null", "boolean", "integer", "number", "string", "array", "object"]);

const isType: Rule = (value) => typeof value === "string" && types.has(value);
const isSchema: Rule = (value) => typeof value === "boolean" || isJsonObject(value);
const isCount: Rule = (value) => typeof value === "number" && Number.isInteger(value) && value >= 0;
const isNumber: Rule = (value) => typeof value === "number";
const isFlag: Rule = (value) => typeof value === "boolean";
const isPattern: Rule = (value) => typeof value === "string" && toUnicodePattern(value) !== undefined;
const isList =
  (rule: Rule, least: number): Rule =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.every((item: JsonValue) => rule(item));
const isMap =
  (rule: Rule): Rule =>
  (value) =>
    isJsonObject(value) && Object.values(value).every(rule);
const isName: Rule = (value) => typeof value === "string";
const isNames: Rule = (value) =>
  isList(isName, 0)(value) && Array.isArray(value) && new Set(value).size === value.length;

const rules: Readonly<Record<string, Rule>> = {
  type: (value) => isType(value) || isList(isType, 1)(value),
  enum: (value) => isList(() => true, 1)(value),
  // In 3.0 the exclusive ones are flags, and compile all the same.
  ...named(isNumber, ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]),
  multipleOf: (value) => typeof value === "number" && value > 0,
  ...named(isCount, ["minLength", "maxLength", "minItems", "maxItems", "minContains", "maxContains"]),
  ...named(isCount, ["minProperties", "maxProperties"]),
  ...named(isFlag, ["uniqueItems", "nullable"]),
  ...named(isName, ["format", "$ref"]),
  pattern: isPattern,
  patternProperties: (value) =>
    isMap(isSchema)(value) && isJsonObject(value) && Object.keys(value).every((name) => isPattern(name)),
  required: isNames,
  dependentRequired: isMap(isNames),
  ...named(isMap(isSchema), ["properties", "dependentSchemas"]),
  ...named(isList(isSchema, 1), ["allOf", "anyOf", "oneOf", "prefixItems"]),
  ...named(isSchema, ["not", "if", "then", "else", "items", "contains", "propertyNames"]),
  ...named(isSchema, ["additionalProperties", "unevaluatedItems", "unevaluatedProperties"]),
};

function named(rule: Rule, keywords: readonly string[]): Readonly<Record<string, Rule>> {
  return Object.fromEntries(keywords.map((keyword) => [keyword, rule]));
}
