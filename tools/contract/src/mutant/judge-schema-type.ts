import type { JsonObject, JsonValue } from "@specmill/spec";
import { namedTypes, openTypes, type ValueType, valueTypes } from "../obligation/schema-types.ts";
import { objectOf } from "./edit-document.ts";
import type { SchemaView } from "./judge-schema.ts";
import { type Ruling, rule, type Shift } from "./judge-shift.ts";
import { isUnconstrained, plainTypes } from "./plain-types.ts";

/** A type in the place of another, in a schema that is the same otherwise. */
export function judgeType(view: SchemaView): Ruling {
  const { before, after, reach, place, types } = view;
  const [from, to] = [typesOf(before), typesOf(after)];
  const isWhole = [before, after].every(({ format, multipleOf }) => {
    return (
      format === "int32" ||
      format === "int64" ||
      (typeof multipleOf === "number" && Number.isInteger(multipleOf))
    );
  });
  if (reach.wire !== "json" && [from, to].some((set) => !isOfNumbers(set))) {
    const [any, still] = [before, after].map((schema) => plainTypes(place.document, schema).has("string"));
    return compareTexts(any === true, still === true);
  }
  const isRelevant = (type: ValueType) => types.has(type) && !(type === "number" && isWhole);
  return compareTypes(from.filter(isRelevant), to.filter(isRelevant));
}

/** A schema of one type in the place of another schema. */
export function judgeRetype({ before, after, reach, place, operator, property }: SchemaView): Ruling {
  const part = partOf(before, operator, property);
  const becomes = partOf(after, operator, property);
  if (reach.wire !== "json") {
    const [any, still] = [part, becomes].map((schema) => plainTypes(place.document, schema).has("string"));
    return compareTexts(any === true, still === true);
  }
  if (isUnconstrained(place.document, part)) return rule("narrower", "values of one type pass");
  const from = openTypes(place.document, part);
  const isOther = [...openTypes(place.document, becomes)].every((type) => !from.has(type));
  return rule("other", isOther ? "values of another type pass" : "other values pass");
}

function partOf(schema: JsonObject, operator: SchemaView["operator"], property = ""): JsonValue | undefined {
  if (operator === "items-retype") return schema["items"];
  return operator === "property-retype" ? objectOf(schema["properties"])[property] : schema;
}

/** Null beside what passes, or no longer. */
export function judgeNull({ operator, reach, types }: SchemaView): Ruling {
  if (reach.wire !== "json") return rule("same", "no text stands for null");
  if (!types.has("null")) return rule("same", "another schema of the same value allows no null");
  return operator === "null-allow"
    ? rule("wider", "values may be null")
    : rule("narrower", "values may not be null");
}

function compareTexts(any: boolean, still: boolean): Ruling {
  if (any && still) return rule("same", "any text passes, before and after");
  if (any) return rule("narrower", "not any text passes");
  return still ? rule("wider", "any text passes") : rule("other", "other texts pass");
}

function compareTypes(from: readonly ValueType[], to: readonly ValueType[]): Ruling {
  const isNarrower = from.some((type) => !to.includes(type));
  const isWider = to.some((type) => !from.includes(type));
  const shift: Shift = isNarrower ? (isWider ? "other" : "narrower") : isWider ? "wider" : "same";
  const reasons = {
    same: "values of the same types pass",
    narrower: "values of fewer types pass",
    wider: "values of more types pass",
    other: "values of another type pass",
  };
  return rule(shift, reasons[shift]);
}

function isOfNumbers(types: readonly ValueType[]): boolean {
  return types.every((type) => ["integer", "number", "boolean", "null"].includes(type));
}

function typesOf(schema: JsonObject): readonly ValueType[] {
  const named = namedTypes(schema);
  if (named.length === 0) return valueTypes;
  return valueTypes.filter(
    (type) => named.includes(type) || (type === "integer" && named.includes("number")),
  );
}
