import type { Side } from "./difference.ts";
import type { Place, Shape } from "./shape.ts";

/** Whether a shape asks for nothing but, perhaps, one of several branches. */
export function isBare(shape: Shape): boolean {
  const { never, types, values, limits, factors, patterns, formats, encodings, mediaTypes, unique } = shape;
  const { required, objects, arrays, nots, conditions, contains, propertyNames, dependentRequired } = shape;
  const lists = [
    factors,
    patterns,
    formats,
    encodings,
    mediaTypes,
    objects,
    arrays,
    nots,
    conditions,
    contains,
  ];
  const others = [propertyNames, shape.contentSchemas, shape.unevaluatedItems, shape.unevaluatedProperties];
  const maps = [limits, required, dependentRequired, shape.dependentSchemas];
  return (
    [never, types, values, unique].every((said) => said === undefined) &&
    [...lists, ...others].every((list) => list.length === 0) &&
    maps.every((map) => map.size === 0)
  );
}

/** Whether a shape allows every value. */
export function saysNothing(shape: Shape): boolean {
  return isBare(shape) && shape.groups.length === 0;
}

/** Of schemas those that do not allow every value, in whatever words. */
export function dropIdle(places: readonly Place[], { read }: Side): readonly Place[] {
  return places.filter((place) => !saysNothing(read([place])));
}
