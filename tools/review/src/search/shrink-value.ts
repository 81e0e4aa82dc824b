import { isJsonObject, type JsonValue } from "@specmill/spec";
import { keysOf, memberOf, omitMembers, replaceAt, type ValuePath, valueAt } from "./edit-value.ts";

/**
 * The smallest and plainest value for which something holds, as far as single steps lead to it: properties and items
 * left out, texts made shorter, numbers smaller.
 *
 * @param isGood - holds for `start`
 * @param focus - what matters; only what is within is made plainer by the smallest of steps
 * @param most - how many values are tried
 */
export function shrinkValue(
  start: JsonValue,
  isGood: (value: JsonValue) => boolean,
  { focus = [], most = 600 }: { readonly focus?: ValuePath; readonly most?: number } = {},
): JsonValue {
  let current = start;
  let left = most;
  const accept = (candidate: JsonValue): boolean => {
    if (left <= 0 || !isPlainer(candidate, current)) return false;
    left--;
    if (!isGood(candidate)) return false;
    current = candidate;
    return true;
  };
  for (let isDone = false; !isDone && left > 0; ) {
    isDone = true;
    for (const path of listPaths(current)) {
      const part = valueAt(current, path);
      if (part === undefined) continue;
      const isWithin = focus.every((key, index) => path[index] === undefined || path[index] === key);
      for (const plainer of isWithin ? listPlainer(part) : listBold(part)) {
        if (!accept(replaceAt(current, path, plainer))) continue;
        isDone = false;
        break;
      }
    }
  }
  return current;
}

/** The ways to all parts of a value, the outermost first. */
function listPaths(value: JsonValue): readonly ValuePath[] {
  const paths: ValuePath[] = [[]];
  for (let index = 0; index < paths.length && paths.length < 2000; index++) {
    const path = paths[index] ?? [];
    const part = valueAt(value, path);
    if (part !== undefined) paths.push(...keysOf(part).map((key) => [...path, key]));
  }
  return paths;
}

/** The same with less to it, the boldest first. */
function* listPlainer(part: JsonValue): Generator<JsonValue> {
  if (Array.isArray(part)) yield* shrinkArray(part);
  else if (isJsonObject(part)) yield* shrinkObject(part);
  else if (typeof part === "string") yield* shrinkText(part);
  else if (typeof part === "number") yield* shrinkNumber(part);
  else if (part === false) yield true;
}

/** The same with next to nothing to it. */
function* listBold(part: JsonValue): Generator<JsonValue> {
  if (Array.isArray(part)) yield* [[], part.slice(0, 1), part.slice(1)];
  else if (isJsonObject(part)) yield* shrinkObject(part);
  else if (typeof part === "string") yield* ["", "a"];
  else if (typeof part === "number") yield* [0, 1];
}

function* shrinkArray(items: readonly JsonValue[]): Generator<JsonValue> {
  yield [];
  for (let size = items.length - 1; size > 0; size = Math.floor(size / 2)) {
    for (let start = 0; start < items.length; start += size) yield items.toSpliced(start, size);
  }
  yield* shrinkEqual(items);
}

/** Items that are the same shrink together, where each by itself would not be the same any more. */
function* shrinkEqual(items: readonly JsonValue[]): Generator<JsonValue> {
  const texts = items.map((item) => JSON.stringify(item));
  const twice = items.find((_, index) => texts.indexOf(texts[index] ?? "") < index);
  if (twice === undefined) return;
  const text = JSON.stringify(twice);
  for (const plainer of listPlainer(twice)) {
    yield items.map((item: JsonValue, index) => (texts[index] === text ? plainer : item));
  }
}

function* shrinkObject(object: JsonValue): Generator<JsonValue> {
  const names = keysOf(object);
  yield {};
  for (let size = names.length - 1; size > 0; size = Math.floor(size / 2)) {
    for (let start = 0; start < names.length; start += size) {
      yield omitMembers(object, names.slice(start, start + size));
    }
  }
}

function* shrinkText(text: string): Generator<JsonValue> {
  const characters = [...text];
  const { length } = characters;
  yield "";
  for (let less = length - 1; less > 0; less = Math.floor(less / 2))
    yield characters.slice(0, length - less).join("");
  for (let less = length - 1; less > 0; less = Math.floor(less / 2)) yield characters.slice(less).join("");
  yield "a".repeat(length);
  if (length > 60) return;
  for (const [index, character] of characters.entries()) {
    yield characters.toSpliced(index, 1).join("");
    if (character !== "a") yield characters.with(index, "a").join("");
  }
}

function* shrinkNumber(number: number): Generator<JsonValue> {
  yield* [0, 1, Math.trunc(number), -number];
  for (let step = Math.trunc(number / 2); step !== 0; step = Math.trunc(step / 2)) yield number - step;
  yield number - Math.sign(number);
  yield* [0.5, Number(number.toPrecision(3))];
}

/** Whether one value is smaller than another, or as small and plainer. Of two steps back and forth one is not. */
function isPlainer(one: JsonValue, other: JsonValue): boolean {
  const [left, right] = [measure(one), measure(other)];
  const index = left.findIndex((size, position) => size !== right[position]);
  return index >= 0 && (left[index] ?? 0) < (right[index] ?? 0);
}

/** How many parts there are, how long the texts, how large the numbers, how odd the characters. */
function measure(value: JsonValue): readonly number[] {
  let parts = 0;
  let length = 0;
  let size = 0;
  let oddness = 0;
  const visit = (part: JsonValue): void => {
    parts++;
    if (typeof part === "string") {
      length += part.length;
      for (const character of part) if (character !== "a") oddness++;
    } else if (typeof part === "number") {
      size += Math.abs(part) + (Number.isInteger(part) ? 0 : 10) + String(part).length / 100;
      if (part < 0) oddness++;
    } else if (part === false) oddness++;
    for (const key of keysOf(part)) {
      const member = memberOf(part, key);
      if (member !== undefined) visit(member);
    }
  };
  visit(value);
  return [parts, length, size, oddness];
}
