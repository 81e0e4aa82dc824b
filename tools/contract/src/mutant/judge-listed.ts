import { isDeepStrictEqual } from "node:util";
import type { JsonObject, JsonValue } from "@specmill/spec";
import { listOf } from "./edit-document.ts";
import type { SchemaView } from "./judge-schema.ts";
import { type Ruling, rule } from "./judge-shift.ts";
import { passes } from "./passes-keyword.ts";

/**
 * Where no more than listed values can pass, each is looked at: a bound that none of them comes near to has no say.
 *
 * @returns undefined where values are not listed, or a keyword cannot be told by itself whether it lets one pass
 */
export function compareListed({ before, after, beside, reach, place }: SchemaView): Ruling | undefined {
  const around = beside.flatMap((schema) => listedOf(schema) ?? []);
  const isListedAround = beside.some((schema) => listedOf(schema) !== undefined);
  const [from, to] = [listedOf(before), listedOf(after)];
  if (!isListedAround && (from === undefined || to === undefined)) return undefined;
  const isNullable = [before, after].some(({ nullable }) => nullable === true);
  const all = [...around, ...(from ?? []), ...(to ?? []), ...(isNullable ? [null] : [])];
  const values = all.filter(
    (value, index) =>
      all.findIndex((other) => isDeepStrictEqual(other, value)) === index &&
      // No text stands for null.
      (value !== null || reach.wire === "json"),
  );
  const others = beside.map(listedAlone);
  const passesBoth = (schema: JsonObject, value: JsonValue): boolean | undefined =>
    others.every((other) => passes(other, value, place.version) === true)
      ? passes(schema, value, place.version)
      : false;
  const verdicts = values.map((value) => [passesBoth(before, value), passesBoth(after, value)] as const);
  if (verdicts.some((pair) => pair.includes(undefined))) return undefined;
  const isNarrower = verdicts.some(([was, is]) => was === true && is === false);
  const isWider = verdicts.some(([was, is]) => was === false && is === true);
  if (isNarrower && isWider) return rule("other", "of the listed values others pass");
  if (isNarrower) return rule("narrower", "of the listed values fewer pass");
  return isWider
    ? rule("wider", "of the listed values more pass")
    : rule("same", "the same listed values pass");
}

function listedOf({ enum: listed, const: constant }: JsonObject): readonly JsonValue[] | undefined {
  if (constant !== undefined) return [constant];
  return Array.isArray(listed) ? listOf(listed) : undefined;
}

/** What of a schema beside can be told for sure. */
function listedAlone(schema: JsonObject): JsonObject {
  const kept = Object.entries(schema).filter(([keyword]) => ["enum", "const"].includes(keyword));
  return Object.fromEntries(kept);
}
