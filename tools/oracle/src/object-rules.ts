import { isJsonObject, type JsonValue, joinPointer, toUnicodePattern } from "@specmill/spec";
import { memoize } from "./memoize.ts";
import type { FlatPart, Part, Shape } from "./merge-schema.ts";

/** What a shape says of objects. */
interface ObjectRules {
  /** Every property that is declared by name, in order. */
  readonly names: readonly string[];
  readonly required: ReadonlySet<string>;
  readonly minProperties: number;
  readonly maxProperties: number;
  /** Whether properties that it does not name are part of what it says. */
  readonly isMap: boolean;
  /** Whether `additionalProperties` or `unevaluatedProperties` says what they are. */
  readonly hasAdditional: boolean;
  /** `patternProperties`: what undeclared properties may be called. */
  readonly namePatterns: readonly string[];
  /** Undefined where any name is good. */
  readonly propertyNames: Shape | undefined;
}

export const readObjectRules: (shape: Shape) => ObjectRules = memoize((shape) => {
  const { schemas } = shape;
  const required = new Set(
    schemas.flatMap(({ schema }) =>
      Array.isArray(schema["required"]) ? schema["required"].map(String) : [],
    ),
  );
  const declared = schemas.flatMap(({ schema }) => keysOf(schema["properties"]));
  const named = schemas.flatMap((part) => below(part, "propertyNames"));
  const hasAdditional = schemas.some(
    ({ schema }) => Boolean(schema["additionalProperties"]) || Boolean(schema["unevaluatedProperties"]),
  );
  return {
    names: [...new Set([...declared, ...required])],
    required,
    minProperties: Math.max(0, ...numbersOf(schemas, "minProperties")),
    maxProperties: Math.min(...numbersOf(schemas, "maxProperties")),
    isMap:
      hasAdditional ||
      declared.length === 0 ||
      schemas.some(({ schema }) => isJsonObject(schema["patternProperties"])),
    hasAdditional,
    namePatterns: [...new Set(schemas.flatMap(({ schema }) => keysOf(schema["patternProperties"])))],
    propertyNames: named.length === 0 ? undefined : shape.shapeOf([{ ...anyText, pointer: "" }, ...named]),
  };
});

const anyText = { schema: { type: "string" } };

const children = memoize((_shape: Shape) => new Map<string, Shape>());

/** What the value of a property has to fulfil. */
export function propertyOf(shape: Shape, name: string): Shape {
  const read = children(shape);
  const made =
    read.get(name) ?? shape.shapeOf(shape.schemas.flatMap((part) => listPropertyParts(part, name)));
  // Names that are made up could be without end.
  if (read.size < 1000) read.set(name, made);
  return made;
}

function listPropertyParts(part: FlatPart, name: string): readonly Part[] {
  const { properties, patternProperties } = part.schema;
  const own =
    isJsonObject(properties) && Object.hasOwn(properties, name) ? below(part, "properties", name) : [];
  const matching = keysOf(patternProperties).filter((pattern) => toRegExp(pattern)?.test(name));
  const parts = [...own, ...matching.flatMap((pattern) => below(part, "patternProperties", pattern))];
  return parts.length > 0 ? parts : below(part, "additionalProperties");
}

/** What the value of a property has to fulfil that no schema declares. */
export function extraOf(shape: Shape, name: string): Shape {
  const parts = propertyOf(shape, name).parts;
  const unevaluated = shape.schemas.flatMap((part) => below(part, "unevaluatedProperties"));
  return shape.shapeOf([...parts, ...unevaluated]);
}

/** The schema under a keyword of another schema, if there is one. */
export function below({ schema, pointer }: FlatPart, ...keys: readonly string[]): readonly Part[] {
  const found = keys.reduce<JsonValue | undefined>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, schema);
  return found === undefined ? [] : [{ schema: found, pointer: joinPointer(pointer, ...keys) }];
}

/** Every number that schemas have under a keyword. */
export function numbersOf(schemas: readonly FlatPart[], keyword: string): readonly number[] {
  return schemas.flatMap(({ schema: { [keyword]: value } }) => (typeof value === "number" ? [value] : []));
}

function keysOf(value: JsonValue | undefined): readonly string[] {
  return isJsonObject(value) ? Object.keys(value) : [];
}

const expressions = new Map<string, RegExp | undefined>();

/** The pattern as the oracle reads it; undefined where it is none. */
export function toRegExp(pattern: string): RegExp | undefined {
  const known = expressions.get(pattern);
  if (known !== undefined) return known;
  const unicode = toUnicodePattern(pattern);
  const made = unicode === undefined ? undefined : new RegExp(unicode, "u");
  if (expressions.size > 2000) expressions.clear();
  expressions.set(pattern, made);
  return made;
}
