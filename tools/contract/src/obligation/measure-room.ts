import { isJsonObject, type JsonObject } from "@specmill/spec";

/** Longer texts and lists prove no more than these, and no test should have to send them. */
const longest: Readonly<Record<string, number>> = {
  minLength: 20_000,
  maxLength: 20_000,
  minItems: 200,
  maxItems: 200,
  minProperties: 200,
  maxProperties: 200,
};

export function isTooLong(keyword: string, limit: number): boolean {
  return limit > (longest[keyword] ?? Number.POSITIVE_INFINITY);
}

/** How many members an object of a schema can have. */
export function countRoom({ properties, additionalProperties, patternProperties }: JsonObject): number {
  const isClosed = additionalProperties === false && patternProperties === undefined;
  return isClosed && isJsonObject(properties) ? Object.keys(properties).length : Number.POSITIVE_INFINITY;
}
