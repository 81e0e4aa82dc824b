import { type Direction, nameBranches } from "@specmill/oracle";
import { followPointer, isJsonObject, type JsonObject, joinPointer, resolvePointer } from "@specmill/spec";
import { areDistinct } from "../obligation/are-distinct.ts";
import { isHidden } from "../obligation/find-hidden.ts";
import { openTypes, type ValueType, valueTypes } from "../obligation/schema-types.ts";
import { indexesOf, namesOf, type Wire } from "../obligation/walk-schema.ts";
import { toCanonical } from "./edit-document.ts";
import { plainTypes } from "./plain-types.ts";

/** One way in which values come to a schema. */
export interface Reach {
  readonly direction: Direction;
  readonly wire: Wire;
  /** What it means to the whole that more values pass here: that more pass, fewer pass, or one cannot tell. */
  readonly polarity: "positive" | "negative" | "mixed";
  /** Types of which the whole takes every value, whatever is said here. */
  readonly covered: readonly ValueType[];
  /** Where schemas stand that the same value has to pass in any case; each by its own keywords alone. */
  readonly beside: readonly string[];
}

/** A schema to look at, and how values come to it. */
export interface Step {
  readonly pointer: string;
  readonly reach: Reach;
}

/** The schemas that a schema holds its value, or parts of it, against. */
export function listSteps(
  document: JsonObject,
  version: "3.0" | "3.1",
  schema: JsonObject,
  step: Step,
): readonly Step[] {
  const { $ref: reference } = schema;
  const isReference = typeof reference === "string";
  const referred = isReference ? [beside(step, toCanonical(reference), [])] : [];
  // OpenAPI 3.0 has whatever stands beside a reference ignored.
  if (isReference && version === "3.0") return referred.flat();
  return [
    ...referred.flat(),
    ...listSameParts(document, schema, step),
    ...listInnerParts(document, schema, step),
  ];
}

/** The step to a schema that the same value is held against; none where it would go round in a circle. */
function beside(
  { pointer: from, reach }: Step,
  pointer: string,
  others: readonly string[],
  change: Partial<Reach> = {},
): readonly Step[] {
  if (reach.beside.includes(pointer)) return [];
  const all = new Set([...reach.beside, from, ...others]);
  all.delete(pointer);
  return [{ pointer, reach: { ...reach, beside: [...all], ...change } }];
}

function listSameParts(document: JsonObject, schema: JsonObject, step: Step): readonly Step[] {
  const { pointer, reach } = step;
  const { polarity, covered } = reach;
  const at = (...keys: string[]) => joinPointer(pointer, ...keys);
  const all = indexesOf(schema["allOf"]).map((index) => at("allOf", index));
  const whole = all.flatMap((member) => [...new Set([member, toCanonical(followPointer(document, member))])]);
  const one = areDistinct(document, schema, "oneOf") ? polarity : "mixed";
  const named = nameBranches(schema)?.keyword;
  const mixed = { polarity: "mixed" } as const;
  const flipped = { positive: "negative", negative: "positive", mixed: "mixed" } as const;
  return [
    ...all.flatMap((member) =>
      beside(
        step,
        member,
        whole.filter((other) => other !== member && other !== toCanonical(followPointer(document, member))),
      ),
    ),
    ...indexesOf(schema["oneOf"]).flatMap((index) => beside(step, at("oneOf", index), [], { polarity: one })),
    ...indexesOf(schema["anyOf"]).flatMap((index) => {
      const others = named === "anyOf" ? [] : coveredBeside(document, schema, Number(index));
      return beside(step, at("anyOf", index), [], { covered: unite(covered, others) });
    }),
    ...("not" in schema ? beside(step, at("not"), [], { polarity: flipped[polarity] }) : []),
    ...("if" in schema ? beside(step, at("if"), [], mixed) : []),
    ...["then", "else"].flatMap((key) => (key in schema ? beside(step, at(key), []) : [])),
    ...namesOf(schema["dependentSchemas"]).flatMap((name) => beside(step, at("dependentSchemas", name), [])),
  ];
}

/** The types that the other branches of an `anyOf` take as they are. */
function coveredBeside(document: JsonObject, schema: JsonObject, index: number): readonly ValueType[] {
  const branches = Array.isArray(schema["anyOf"]) ? schema["anyOf"] : [];
  const others = branches.filter((_, other) => other !== index);
  const isWatched = "unevaluatedProperties" in schema || "unevaluatedItems" in schema;
  return isWatched
    ? []
    : unite(
        [],
        others.flatMap((other) => [...plainTypes(document, other)]),
      );
}

function unite(some: readonly ValueType[], others: readonly ValueType[]): readonly ValueType[] {
  return valueTypes.filter((type) => some.includes(type) || others.includes(type));
}

function listInnerParts(document: JsonObject, schema: JsonObject, { pointer, reach }: Step): readonly Step[] {
  const inner = (of: ValueType, keys: readonly string[], change: Partial<Reach> = {}): Step => {
    const part = joinPointer(pointer, ...keys);
    const covered = reach.covered.includes(of) ? valueTypes : [];
    return {
      pointer: part,
      reach: { ...reach, wire: innerWire(document, reach.wire, part), covered, beside: [], ...change },
    };
  };
  const keyed = (of: ValueType, keyword: string, change: Partial<Reach> = {}) =>
    isJsonObject(schema[keyword]) ? [inner(of, [keyword], change)] : [];
  const polarity = "maxContains" in schema ? { polarity: "mixed" as const } : {};
  const properties = namesOf(schema["properties"]).map((name) => inner("object", ["properties", name]));
  return [
    ...properties.filter(
      (part) => !isHidden(document, resolvePointer(document, part.pointer), reach.direction),
    ),
    ...namesOf(schema["patternProperties"]).map((name) => inner("object", ["patternProperties", name])),
    ...keyed("object", "additionalProperties"),
    ...keyed("object", "unevaluatedProperties"),
    ...keyed("object", "propertyNames", { wire: "text" }),
    ...indexesOf(schema["prefixItems"]).map((index) => inner("array", ["prefixItems", index])),
    ...keyed("array", "items"),
    ...keyed("array", "unevaluatedItems"),
    ...keyed("array", "contains", polarity),
  ];
}

/** A part of a form that is an object travels as JSON, and the rest as text. */
function innerWire(document: JsonObject, wire: Wire, pointer: string): Wire {
  // Between two commas of a path there may be nothing, though a segment is never empty.
  if (wire !== "form") return wire === "path" ? "text" : wire;
  const types = openTypes(document, resolvePointer(document, pointer));
  return types.has("object") ? "json" : types.has("array") ? "form" : "text";
}
