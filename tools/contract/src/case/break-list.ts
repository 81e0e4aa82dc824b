import { type Oracle, sampleValue } from "@specmill/oracle";
import type { JsonObject, JsonValue } from "@specmill/spec";
import type { MakeWish, Wish } from "./break-wish.ts";
import type { Point } from "./list-points.ts";

/** Lists that are too short, too long, or hold an item twice. */
export function breakList(
  { minItems, maxItems, uniqueItems, prefixItems, items }: JsonObject,
  current: readonly JsonValue[],
  oracle: Oracle,
  { pointer }: Point,
  wish: MakeWish,
): readonly Wish[] {
  const others = [0, 1, 2, 3, 4].flatMap((seed) => {
    const sampled = sampleValue(oracle, pointer, "request", { seed });
    return sampled.kind === "sampled" && Array.isArray(sampled.value) ? sampled.value : [];
  });
  const pool = uniqueItems === true ? [...current, ...others] : current;
  const resize = (length: number): readonly JsonValue[] =>
    Array.from({ length }, (_, index) => pool[pool.length === 0 ? 0 : index % pool.length] ?? null);
  return [
    ...(typeof minItems === "number" && minItems > 0
      ? [wish("minItems", "a list that is one item too short", "minItems", [current.slice(0, minItems - 1)])]
      : []),
    ...(typeof maxItems === "number" && maxItems < 10_000
      ? [wish("maxItems", "a list that is one item too long", "maxItems", [resize(maxItems + 1)])]
      : []),
    ...(uniqueItems === true
      ? [
          wish(
            "uniqueItems",
            "a list with an item twice",
            "uniqueItems",
            pool.map((item) => [item, item]),
          ),
        ]
      : []),
    ...(items === false && Array.isArray(prefixItems)
      ? [wish("items", "a list with an item too many", "items", [[...current, "text"]])]
      : []),
  ];
}
