import type { JsonValue } from "@specmill/spec";
import { itemOf, readArrayRules } from "./array-rules.ts";
import { chooseLength } from "./choose.ts";
import { toKey } from "./json-types.ts";
import type { Shape } from "./merge-schema.ts";
import { heightOf } from "./sample-height.ts";
import { type Drawing, isRecursive, type Place, placeBelow, shareRoom } from "./sample-place.ts";

/** More items than these are not worth their while, even where a schema allows them. */
const most = 100;

/** Draws an array: how long it is, then each item. */
export function drawArray(shape: Shape, place: Place, drawing: Drawing): JsonValue | undefined {
  const { minItems, isUnique } = readArrayRules(shape);
  const { length, from } = chooseLength(listLengths(shape, place, drawing), place.turn, shape.salt);
  const items: JsonValue[] = [];
  const seen = new Set<string>();
  for (let index = 0; index < length; index++) {
    const child = itemOf(shape, index);
    const room = shareRoom(
      place.room,
      Array.from({ length }, () => child),
    );
    const inner = placeBelow(place, String(index), {
      room,
      turn: from === undefined ? undefined : from + index,
    });
    const item = isUnique ? drawUnseen(child, inner, index, seen, drawing) : drawing.draw(child, inner);
    if (item === undefined) return index >= minItems ? items : undefined;
    if (isUnique) seen.add(toKey(item));
    items.push(item);
  }
  return items;
}

/** The typical length, the least and the most. */
function listLengths(shape: Shape, place: Place, drawing: Drawing): readonly number[] {
  const { minItems, maxItems, prefixLength } = readArrayRules(shape);
  const isEmpty = place.isMinimal || place.room <= 0;
  if (isEmpty || isRecursive(itemOf(shape, minItems), place, drawing)) return [minItems];
  let possible = minItems;
  const wanted = Math.min(
    maxItems === Number.POSITIVE_INFINITY ? Math.max(minItems, prefixLength, 1) + 2 : maxItems,
    most,
  );
  while (possible < wanted && heightOf(itemOf(shape, possible)) < Number.POSITIVE_INFINITY) possible++;
  const typical = Math.min(Math.max(minItems, prefixLength, 1), possible);
  return [...new Set([typical, minItems, possible])];
}

function drawUnseen(
  shape: Shape,
  place: Place,
  index: number,
  seen: ReadonlySet<string>,
  drawing: Drawing,
): JsonValue | undefined {
  const { turn } = place;
  for (let tries = 0; tries < 30; tries++) {
    const isTypical = turn === undefined && index + tries === 0;
    const shifted = isTypical ? undefined : (turn ?? index - 1) + tries;
    const value = drawing.draw(shape, { ...place, turn: shifted });
    if (value !== undefined && !seen.has(toKey(value))) return value;
  }
  for (let tries = 0; tries < 20; tries++) {
    const value = drawing.draw(shape, { ...place, variation: index * 20 + tries });
    if (value !== undefined && !seen.has(toKey(value))) return value;
  }
  return undefined;
}
