import { isDeepStrictEqual } from "node:util";
import type { JsonObject, JsonValue } from "@specmill/spec";
import { findHidden } from "../obligation/find-hidden.ts";
import { listOf, objectOf } from "./edit-document.ts";
import type { SchemaView } from "./judge-schema.ts";
import { combine, type Ruling, rule, type Shift } from "./judge-shift.ts";
import { isUnconstrained } from "./plain-types.ts";

const notAnObject = rule("same", "no value that comes here is an object");

/** A property that has to be there from now on, or no longer has to. */
export function judgeRequired(view: SchemaView): Ruling {
  const { operator, types, property = "", reach, beside } = view;
  if (!types.has("object")) return notAnObject;
  if (isHiddenHere(view)) {
    const reason =
      reach.direction === "request"
        ? "what is read-only need not be sent"
        : "what is write-only need not be answered";
    return rule("same", reason);
  }
  if (beside.some((schema) => requiredBy(view, schema).includes(property)))
    return rule("same", "another schema of the same value requires the property");
  return operator === "property-required-add"
    ? rule("narrower", "the property has to be there")
    : rule("wider", "the property may be missing");
}

/** A property that is gone, or has another name: what is known of its values from then on. */
export function judgeProperty(view: SchemaView): Ruling {
  const { operator, before, property = "", reach, types } = view;
  if (!types.has("object")) return notAnObject;
  const wasRequired = listOf(before["required"]).includes(property) && !isHiddenHere(view);
  const fate = fateOf(view, objectOf(before["properties"])[property]);
  if (operator === "property-rename") {
    if (wasRequired) return rule("other", "a property of another name has to be there");
    if (fate.shift !== "same") return rule("other", "the property is known by another name");
    return nameLess(reach.direction);
  }
  const shift = combine(wasRequired ? "wider" : "same", fate.shift);
  if (shift === "same") return nameLess(reach.direction);
  return rule(shift, wasRequired ? `the property may be missing, and ${fate.reason}` : fate.reason);
}

/** Nothing passes or fails by it; but an answer made by the document no longer holds what it no longer names. */
function nameLess(direction: "request" | "response"): Ruling {
  const reason = "any value or none was allowed, as for a property that is not named";
  return rule(direction === "request" ? "same" : "narrower", reason);
}

/** What becomes of the values of a property that is not named any more. */
function fateOf(view: SchemaView, property: JsonValue | undefined): Ruling {
  const { before, beside, place, isWatched } = view;
  const { additionalProperties: additional, patternProperties } = before;
  const isNone = property === false;
  if (patternProperties !== undefined) return rule("other", "a pattern of names decides on the property");
  const isClosed =
    additional === false || isWatched || beside.some((schema) => schema["additionalProperties"] === false);
  if (isClosed) return rule(isNone ? "same" : "narrower", "nothing may be there that is not named");
  if (isHiddenHere(view)) return rule("same", "the other direction alone carries the property");
  if (isUnconstrained(place.document, additional)) {
    const isFree = isUnconstrained(place.document, property);
    return rule(isFree ? "same" : "wider", "the property may hold any value");
  }
  const isSame = isDeepStrictEqual(additional, property);
  return rule(isSame ? "same" : "other", "the property holds what any further one does");
}

/** A property that travels in one direction alone from now on, or no longer. */
export function judgeMark(view: SchemaView): Ruling {
  const { operator, reach, before, beside, property = "" } = view;
  const direction = operator.startsWith("read-only") ? "request" : "response";
  if (reach.direction !== direction) return rule("same", "this direction carries the property all the same");
  const isRequired = [before, ...beside].some(({ required }) => listOf(required).includes(property));
  const isAdded = operator.endsWith("-add");
  if (isRequired) {
    return isAdded
      ? rule("wider", "the property may be missing")
      : rule("narrower", "the property has to be there");
  }
  if (direction === "request") return rule("same", "the property may be there or not, before and after");
  return isAdded
    ? rule("narrower", "the property should not be answered")
    : rule("wider", "the property should not have been answered");
}

/** Whether what is not named may be there. */
export function judgeAdditional({ operator, types, isWatched, before }: SchemaView): Ruling {
  if (!types.has("object")) return notAnObject;
  if (isWatched) return rule("other", "what is looked at is counted");
  if (operator === "additional-properties-close")
    return rule("narrower", "nothing may be there that is not named");
  const wasNone = before["additionalProperties"] === false;
  return rule("wider", wasNone ? "what is not named may be there" : "what is not named may hold any value");
}

/** A list of what the value was. */
export function judgeWrap({ before, place }: SchemaView): Ruling {
  const shift: Shift = isUnconstrained(place.document, before) ? "narrower" : "other";
  return rule(shift, "the value is a list");
}

function isHiddenHere({ before, place, property = "", reach }: SchemaView): boolean {
  return findHidden(place.document, before, reach.direction).includes(property);
}

/** The properties that a schema by itself requires of what travels in this direction. */
export function requiredBy({ place, reach }: SchemaView, schema: JsonObject): readonly JsonValue[] {
  const hidden = findHidden(place.document, schema, reach.direction);
  return listOf(schema["required"]).filter((name) => !hidden.includes(String(name)));
}
