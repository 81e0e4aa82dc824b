import { type JsonValue, joinPointer } from "@specmill/spec";
import type { Turn } from "./choose.ts";
import { isNesting, type Shape } from "./merge-schema.ts";

/** Where in a value something is drawn, and how. */
export interface Place {
  /** A JSON pointer into the value, empty for all of it. */
  readonly path: string;
  readonly turn: Turn;
  /** Only what is required. */
  readonly isMinimal: boolean;
  /** How many values may be drawn here; without any room left, only what is required is. */
  readonly room: number;
  /** Has texts and numbers be made that differ for each variation, where those that stand for all do not suffice. */
  readonly variation?: number;
}

/** What has to be different at a place, since the oracle refused what was drawn there. */
export interface Repair {
  readonly tries: number;
  /** Whether what only travels in the other direction is asked for all the same. */
  readonly keepsHidden: boolean;
}

/** One try to draw a value. */
export interface Drawing {
  /** By path. */
  readonly repairs: ReadonlyMap<string, Repair>;
  /** How often the shape of a key is being drawn, one within the other. */
  readonly open: Map<string, number>;
  /** The paths of values that are examples and were not drawn. */
  readonly copied: Set<string>;
  /** Undefined where no value was found. */
  readonly draw: (shape: Shape, place: Place) => JsonValue | undefined;
}

/** The place of a member of a value. */
export function placeBelow(place: Place, key: string, changes: Partial<Place>): Place {
  return { ...place, ...changes, path: joinPointer(place.path, key) };
}

/** Whether a shape is drawn within itself once too often. Where turns rotate, a second time is of use. */
export function isRecursive(shape: Shape, { turn }: Place, { open }: Drawing): boolean {
  return (open.get(shape.key) ?? 0) >= (turn === undefined ? 1 : 2);
}

/** What is left of the room for each of some values. It shrinks faster than depth can grow. */
export function shareRoom(room: number, shapes: readonly Shape[]): number {
  const nesting = shapes.filter(isNesting);
  return Math.floor(Math.min(room * 0.85, (room - shapes.length) / Math.max(1, nesting.length)));
}
