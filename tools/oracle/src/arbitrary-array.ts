import type { JsonValue } from "@specmill/spec";
import fc from "fast-check";
import type { Build } from "./arbitrary-object.ts";
import { itemOf, readArrayRules } from "./array-rules.ts";
import { toKey } from "./json-types.ts";
import type { Shape } from "./merge-schema.ts";
import { heightOf } from "./sample-height.ts";

/** Arrays of a shape. Without any depth left, they are as short as they may be. */
export function arbitraryArray(
  shape: Shape,
  depth: number,
  build: Build,
): fc.Arbitrary<JsonValue> | undefined {
  const { minItems, maxItems, isUnique, prefixLength, contained } = readArrayRules(shape);
  const special = Math.max(prefixLength, ...contained.map(({ to }) => to));
  const most = Math.min(maxItems, depth <= 0 ? minItems : Math.max(minItems, special) + 3);
  const heads: fc.Arbitrary<JsonValue>[] = [];
  for (let index = 0; index < Math.min(special, most); index++) {
    const item =
      heightOf(itemOf(shape, index)) === Number.POSITIVE_INFINITY
        ? undefined
        : build(itemOf(shape, index), depth - 1);
    if (item === undefined) break;
    heads.push(item);
  }
  const rest = itemOf(shape, special);
  const canGoOn = heads.length === special && most > special && heightOf(rest) < Number.POSITIVE_INFINITY;
  const tail = canGoOn ? build(rest, depth - 1) : undefined;
  if (heads.length < minItems && tail === undefined) return undefined;
  const bounds = { minLength: Math.max(0, minItems - special), maxLength: most - special };
  const tails =
    tail === undefined ? fc.constant([]) : isUnique ? arbitraryUnique(tail, bounds) : fc.array(tail, bounds);
  if (tails === undefined) return minItems === 0 ? fc.constant([]) : undefined;
  const whole = fc.tuple(fc.tuple(...heads), tails).map(([head, items]): JsonValue => [...head, ...items]);
  const shorter = heads.slice(0, -1).flatMap((_, index) => {
    const length = index + 1;
    return length >= minItems ? [fc.tuple(...heads.slice(0, length)).map((items): JsonValue => items)] : [];
  });
  const none = special > 0 && minItems === 0 ? [fc.constant<JsonValue>([])] : [];
  return fc.oneof(whole, ...shorter, ...none);
}

/** Arrays whose items differ. Where there are few different ones, they are taken from those that there are. */
function arbitraryUnique(
  item: fc.Arbitrary<JsonValue>,
  bounds: { readonly minLength: number; readonly maxLength: number },
): fc.Arbitrary<JsonValue[]> | undefined {
  const drawn = fc.sample(item, { seed: 11, numRuns: 100 + 20 * bounds.minLength });
  const pool = [...new Map(drawn.map((value) => [toKey(value), value])).values()];
  const { minLength } = bounds;
  const maxLength = Math.min(bounds.maxLength, pool.length);
  if (minLength > maxLength) return undefined;
  if (pool.length < 2 * minLength + 10) return fc.shuffledSubarray(pool, { minLength, maxLength });
  return fc.uniqueArray(item, { minLength, maxLength, selector: toKey });
}
