import { isJsonObject, type JsonValue } from "@specmill/spec";
import { choose, chooseOne, type Turn, usually } from "./choose.ts";
import { isOfType, type JsonType } from "./json-types.ts";
import { isNesting, type Shape } from "./merge-schema.ts";
import { propertyOf, readObjectRules } from "./object-rules.ts";
import { drawArray } from "./sample-array.ts";
import { heightOf } from "./sample-height.ts";
import { sampleNumbers, varyNumber } from "./sample-number.ts";
import { drawObject } from "./sample-object.ts";
import { type Drawing, isRecursive, type Place, type Repair } from "./sample-place.ts";
import { sampleTexts, varyText } from "./sample-text.ts";
import { fitsText, readTextRules } from "./text-rules.ts";

/** Begins a try to draw a value, with what was learnt from those before. */
export function createDrawing(repairs: ReadonlyMap<string, Repair>): Drawing {
  const drawing: Drawing = {
    repairs,
    open: new Map(),
    copied: new Set(),
    draw: (shape, place) => {
      const count = drawing.open.get(shape.key) ?? 0;
      // A value that must contain itself is led to its end.
      const inner = isRecursive(shape, place, drawing) ? { ...place, room: 0 } : place;
      drawing.open.set(shape.key, count + 1);
      const value = draw(shape, inner, drawing);
      drawing.open.set(shape.key, count);
      return value;
    },
  };
  return drawing;
}

function draw(shape: Shape, place: Place, drawing: Drawing): JsonValue | undefined {
  if (!shape.isNullable) return drawPresent(shape, place, drawing);
  if (place.room <= 0 && isNesting(shape)) return null;
  if (shape.conflict !== undefined) return null;
  const { option, turn } = choose(usually, place.turn, shape.salt);
  return option === 1 ? null : drawPresent(shape, { ...place, turn }, drawing);
}

/** Draws what is not null by `nullable` alone. */
function drawPresent(shape: Shape, place: Place, drawing: Drawing): JsonValue | undefined {
  if (shape.conflict !== undefined) return undefined;
  const tries = drawing.repairs.get(place.path)?.tries ?? 0;
  if (place.turn === undefined && place.variation === undefined && tries === 0) {
    const example = shape.examples.find((one) => isLikely(shape, one, place));
    if (example !== undefined) {
      drawing.copied.add(place.path);
      return dropHidden(shape, example);
    }
  }
  if (shape.values !== undefined) return drawValue(shape, shiftTurn(place.turn, tries));
  const [group] = shape.groups;
  if (group === undefined) return drawTyped(shape, { ...place, turn: shiftTurn(place.turn, tries) }, drawing);
  const options = [...group.options.keys()].filter(
    (option) => heightOf(shape.decide(group, option)) < Number.POSITIVE_INFINITY,
  );
  if (options.length === 0) return undefined;
  const cycle = place.room <= 0 ? [findLowest(shape, options)] : options;
  // Other values of the same option come first, then those of the next.
  const shift = Math.floor(tries / 6);
  const chosen = choose(cycle, place.turn ?? (shift === 0 ? undefined : 0), shape.salt);
  const option = cycle[(cycle.indexOf(chosen.option) + shift) % cycle.length] ?? chosen.option;
  const turn = place.turn === undefined ? undefined : chosen.turn;
  const isAlone = group.isExclusive && group.options.length <= 6 && tries % 3 === 2;
  const alone = shape.decide(group, option, isAlone);
  const decided = heightOf(alone) < Number.POSITIVE_INFINITY ? alone : shape.decide(group, option);
  return drawPresent(decided, { ...place, turn }, drawing);
}

function shiftTurn(turn: Turn, tries: number): Turn {
  return tries < 2 ? turn : (turn ?? 0) + tries - 1;
}

function findLowest(shape: Shape, options: readonly number[]): number {
  const [group] = shape.groups;
  const height = (option: number) => (group === undefined ? 0 : heightOf(shape.decide(group, option)));
  return options.reduce((lowest, option) => (height(option) < height(lowest) ? option : lowest));
}

function drawValue(shape: Shape, turn: Turn): JsonValue | undefined {
  const refused = new Set(shape.refused.map((value) => JSON.stringify(value)));
  const rules = readTextRules(shape);
  const fitting = (shape.values ?? []).filter(
    (value) => !refused.has(JSON.stringify(value)) && (typeof value !== "string" || fitsText(rules, value)),
  );
  return chooseOne(fitting, turn, shape.salt);
}

function drawTyped(shape: Shape, place: Place, drawing: Drawing): JsonValue | undefined {
  const types = shape.types.filter((type) => type !== "null");
  const flat = types.filter((type) => type !== "object" && type !== "array");
  const order = place.room <= 0 && flat.length > 0 ? flat : types;
  const options: readonly JsonType[] = shape.types.includes("null") ? [...order, "null"] : order;
  const first = order.length === 1 && options.length === 2 ? [0] : [];
  const { option, turn } = choose([...options.keys(), ...first], place.turn, shape.salt);
  const type = options[option];
  return type === undefined ? undefined : drawType(shape, type, { ...place, turn }, drawing);
}

function drawType(shape: Shape, type: JsonType, place: Place, drawing: Drawing): JsonValue | undefined {
  switch (type) {
    case "object":
      return drawObject(shape, place, drawing);
    case "array":
      return drawArray(shape, place, drawing);
    case "string":
      return (
        (place.variation === undefined ? undefined : varyText(shape, place.variation)) ??
        chooseOne(sampleTexts(shape), place.turn, shape.salt)
      );
    case "integer":
    case "number":
      return (
        (place.variation === undefined ? undefined : varyNumber(shape, type, place.variation)) ??
        chooseOne(sampleNumbers(shape, type), place.turn, shape.salt)
      );
    case "boolean":
      return chooseOne(
        [true, false].filter((value) => !shape.refused.includes(value)),
        place.turn,
        shape.salt,
      );
    case "null":
      return null;
  }
}

/** Whether it is worth asking the oracle about an example. */
function isLikely(shape: Shape, example: JsonValue, { isMinimal, room }: Place): boolean {
  if (!isOfType(example, shape.types)) return false;
  if (typeof example === "string" && !fitsText(readTextRules(shape), example)) return false;
  const { values } = shape;
  if (values !== undefined && !values.some((value) => JSON.stringify(value) === JSON.stringify(example))) {
    return false;
  }
  if (typeof example !== "object" || example === null) return true;
  if (isMinimal || room <= 0) return false;
  return !isJsonObject(example) || hasRequired(shape, example);
}

function hasRequired(shape: Shape, example: JsonValue): boolean {
  return [...readObjectRules(shape).required].every(
    (name) => (isJsonObject(example) && Object.hasOwn(example, name)) || propertyOf(shape, name).isHidden,
  );
}

/** An example without what does not travel in this direction. */
function dropHidden(shape: Shape, example: JsonValue): JsonValue {
  if (!isJsonObject(example)) return example;
  const { names } = readObjectRules(shape);
  const entries = Object.entries(example).flatMap(([name, value]) => {
    if (!names.includes(name)) return [[name, value] as const];
    const child = propertyOf(shape, name);
    return child.isHidden ? [] : [[name, dropHidden(child, value)] as const];
  });
  return Object.fromEntries(entries);
}
