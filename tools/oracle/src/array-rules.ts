import { memoize } from "./memoize.ts";
import type { Part, Shape } from "./merge-schema.ts";
import { below, numbersOf } from "./object-rules.ts";

/** What a shape says of arrays. */
interface ArrayRules {
  readonly minItems: number;
  readonly maxItems: number;
  readonly isUnique: boolean;
  /** How many items have a schema of their own. */
  readonly prefixLength: number;
  /** What some items have to fulfil as well. */
  readonly contained: readonly { readonly part: Part; readonly from: number; readonly to: number }[];
}

export const readArrayRules: (shape: Shape) => ArrayRules = memoize(({ schemas }) => {
  let from = 0;
  const contained = schemas.flatMap((schema) =>
    below(schema, "contains").map((part) => {
      const { minContains, maxContains } = schema.schema;
      const isBounded = typeof maxContains === "number";
      const start = isBounded ? from : 0;
      const to = start + (typeof minContains === "number" ? minContains : 1);
      from = Math.max(from, to);
      return { part, from: start, to, isBounded };
    }),
  );
  return {
    minItems: Math.max(0, ...numbersOf(schemas, "minItems"), ...contained.map(({ to }) => to)),
    maxItems: Math.min(...numbersOf(schemas, "maxItems")),
    isUnique: schemas.some(({ schema }) => schema["uniqueItems"] === true),
    prefixLength: Math.max(0, ...schemas.map(({ schema }) => lengthOf(schema["prefixItems"]))),
    contained,
  };
});

const children = memoize((_shape: Shape) => new Map<string, Shape>());

/** What the item of an index has to fulfil. */
export function itemOf(shape: Shape, index: number): Shape {
  const { prefixLength, contained } = readArrayRules(shape);
  const inside = contained.map(({ from, to }) => (index >= from && index < to ? 1 : 0));
  const read = children(shape);
  const key = `${Math.min(index, prefixLength)} ${inside.join("")}`;
  const known = read.get(key);
  if (known !== undefined) return known;
  const declared = shape.schemas.flatMap((part) => {
    const own = index < lengthOf(part.schema["prefixItems"]) ? below(part, "prefixItems", String(index)) : [];
    if (own.length > 0) return own;
    const items = below(part, "items");
    return items.length > 0 || index < prefixLength ? items : below(part, "unevaluatedItems");
  });
  const parts = contained.flatMap(({ part }, order) => {
    if (inside[order] === 1) return [part];
    const { maxContains } =
      shape.schemas.find(({ pointer }) => `${pointer}/contains` === part.pointer)?.schema ?? {};
    const others = { schema: { not: part.schema }, pointer: `${part.pointer}/not` };
    return maxContains === undefined ? [] : [others];
  });
  const made = shape.shapeOf([...declared, ...parts]);
  read.set(key, made);
  return made;
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
