import { itemOf, readArrayRules } from "./array-rules.ts";
import { memoize } from "./memoize.ts";
import type { Shape } from "./merge-schema.ts";
import { propertyOf, readObjectRules } from "./object-rules.ts";

/** A value that nests deeper than this is taken for one that has no end. */
const maximum = 64;

/** How many shapes are looked at before a value is taken for one that is not there. */
const patience = 5000;
/** The same where the other branches are to be broken, too: there are many ways to, and most are dead ends. */
const shortPatience = 100;

interface Search {
  left: number;
}

/** How deep the shallowest value nests; `Infinity` where there is none, none that ends, or none is easily found. */
export const heightOf: (shape: Shape) => number = memoize((shape) => {
  const search: Search = { left: shape.decided.some(({ isAlone }) => isAlone) ? shortPatience : patience };
  for (let height = 0; height <= maximum && search.left > 0; height++) {
    if (isWithin(shape, height, search)) return height;
  }
  return Number.POSITIVE_INFINITY;
});

const answers = memoize((_shape: Shape): (boolean | undefined)[] => []);

function isWithin(shape: Shape, height: number, search: Search): boolean {
  const known = answers(shape);
  const answer = known[height];
  if (answer !== undefined) return answer;
  search.left--;
  if (search.left < 0) return false;
  const found = findWithin(shape, height, search);
  // What was given up is not known.
  if (found || search.left > 0) known[height] = found;
  return found;
}

function findWithin(shape: Shape, height: number, search: Search): boolean {
  if (shape.isNullable) return true;
  if (shape.conflict !== undefined) return false;
  if (shape.values !== undefined) return true;
  const [group] = shape.groups;
  if (group !== undefined && isContrary(shape)) return false;
  if (group !== undefined)
    return group.options.some((_, option) => isWithin(shape.decide(group, option), height, search));
  return shape.types.some((type) => {
    if (type === "object") return isObjectWithin(shape, height, search);
    return type === "array" ? isArrayWithin(shape, height, search) : true;
  });
}

/** Whether no more decisions need be taken to see that there is no object. */
function isContrary(shape: Shape): boolean {
  if (shape.types.some((type) => type !== "object")) return false;
  const children = [...readObjectRules(shape).required].map((name) => propertyOf(shape, name));
  return children.some(
    ({ conflict, isHidden, isNullable }) => conflict !== undefined && !isHidden && !isNullable,
  );
}

function isObjectWithin(shape: Shape, height: number, search: Search): boolean {
  const { required } = readObjectRules(shape);
  const needed = [...required].map((name) => propertyOf(shape, name)).filter(({ isHidden }) => !isHidden);
  return needed.length === 0 || (height > 0 && needed.every((child) => isWithin(child, height - 1, search)));
}

function isArrayWithin(shape: Shape, height: number, search: Search): boolean {
  const { minItems, maxItems, prefixLength } = readArrayRules(shape);
  if (minItems > maxItems) return false;
  // Beyond the prefix and what has to be contained, all items are alike.
  const different = Math.min(minItems, prefixLength + 20);
  return (
    minItems === 0 ||
    (height > 0 &&
      Array.from({ length: different }).every((_, index) =>
        isWithin(itemOf(shape, index), height - 1, search),
      ))
  );
}
