import type { JsonValue } from "@specmill/spec";
import { isOfType, type ValueType } from "../obligation/schema-types.ts";
import { allows, type Reading, type SchemaPlace, typesAt } from "./wire-schema.ts";
import { isJsonNumber } from "./wire-text.ts";

/**
 * What a text is by the schema of its place: of null, a boolean, a number in JSON's notation and the text itself, the
 * first that the document allows; or else the first of an allowed type; or else the text.
 *
 * @param places - the schemas that describe the value, the most likely one first
 */
export function readPrimitive(reading: Reading, places: readonly SchemaPlace[], text: string): JsonValue {
  const described = places.length === 0 ? [{}] : places;
  const fitting = described.flatMap((place) => {
    const types = typesAt(reading, place);
    return listCandidates(text, types)
      .filter((value) => [...types].some((type) => isOfType(value, type)))
      .map((value) => ({ place, value }));
  });
  const [first] = [...fitting.filter(({ place, value }) => allows(reading, place, value)), ...fitting];
  return first === undefined ? text : first.value;
}

function listCandidates(text: string, types: ReadonlySet<ValueType>): readonly JsonValue[] {
  const isNull = (text === "" || text === "null") && types.has("null") && !types.has("string");
  return [
    ...(isNull ? [null] : []),
    ...(text === "true" || text === "false" ? [text === "true"] : []),
    ...(isJsonNumber(text) && Number.isFinite(Number(text)) ? [Number(text)] : []),
    text,
  ];
}
