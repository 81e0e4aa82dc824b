import type { JsonValue } from "@specmill/spec";
import fc from "fast-check";
import { exoticTexts } from "./arbitrary-text.ts";
import { isNesting, type Shape } from "./merge-schema.ts";
import { extraOf, propertyOf, readObjectRules } from "./object-rules.ts";
import { heightOf } from "./sample-height.ts";
import { listNames } from "./sample-name.ts";
import { listRivals } from "./sample-object.ts";
import { fitsText, readTextRules } from "./text-rules.ts";

/** Makes the arbitrary of a shape that is as deep as is left; undefined where there is none. */
export type Build = (shape: Shape, depth: number) => fc.Arbitrary<JsonValue> | undefined;

type Entry = readonly [string, JsonValue];

/** Objects of a shape. Without any depth left, only what is required is there. */
export function arbitraryObject(
  shape: Shape,
  depth: number,
  build: Build,
): fc.Arbitrary<JsonValue> | undefined {
  const { names, required, minProperties, maxProperties, propertyNames } = readObjectRules(shape);
  const rivals = listRivals(shape);
  const nameRules = propertyNames === undefined ? undefined : readTextRules(propertyNames);
  const declared = names.flatMap((name) => {
    const child = propertyOf(shape, name);
    const isRequired = required.has(name);
    const isGood =
      heightOf(child) < Number.POSITIVE_INFINITY &&
      !rivals.has(name) &&
      (nameRules === undefined || fitsText(nameRules, name));
    return child.isHidden || !(isRequired || isGood) ? [] : [{ name, child, isRequired }];
  });
  const certain = declared.filter(({ isRequired }) => isRequired);
  const optional = declared.filter(({ isRequired }) => !isRequired);
  const promoted = optional.slice(0, Math.max(0, minProperties - certain.length));
  const spare = depth <= 0 ? [] : optional.slice(promoted.length);
  const parts: fc.Arbitrary<readonly Entry[]>[] = [];
  for (const { name, child, isRequired } of [...certain, ...promoted]) {
    const value = build(child, depth - 1);
    if (value === undefined && isRequired) return undefined;
    if (value !== undefined) parts.push(value.map((one): readonly Entry[] => [[name, one]]));
  }
  for (const { name, child } of spare) {
    const value = build(child, depth - 1);
    if (value === undefined) continue;
    const entry = value.map((one): readonly Entry[] => [[name, one]]);
    // The deeper it is, the less of what nests is of use, and the sooner it would be without measure.
    const freq = isNesting(child) ? Math.max(1, depth - 2) : 2;
    parts.push(fc.option(entry, { nil: [], freq }));
  }
  const least = parts.length - spare.length;
  const extras = arbitraryExtras(shape, depth, Math.max(0, minProperties - least), build);
  return fc.tuple(...parts, ...extras).map((lists) => {
    const entries = lists.flat();
    const over = entries.length - maxProperties;
    if (over <= 0) return Object.fromEntries(entries);
    const dropped = new Set(entries.filter(([name]) => !required.has(name)).slice(-over));
    return Object.fromEntries(entries.filter((entry) => !dropped.has(entry)));
  });
}

/** Properties that no schema names, for each way in which they may be called. */
function arbitraryExtras(
  shape: Shape,
  depth: number,
  least: number,
  build: Build,
): readonly fc.Arbitrary<readonly Entry[]>[] {
  const { names, isMap, namePatterns, hasAdditional, propertyNames } = readObjectRules(shape);
  if (least === 0 && (depth <= 0 || !isMap)) return [];
  const kinds = [...namePatterns, ...(hasAdditional || namePatterns.length === 0 ? [undefined] : [])];
  return kinds.flatMap((kind, index) => {
    const wild = kind === undefined && propertyNames === undefined ? exoticTexts : [];
    const pool = [...new Set([...listNames(shape, kind, least + 5), ...wild])].filter(
      (name) => !names.includes(name),
    );
    const [first] = pool;
    if (first === undefined) return [];
    const child = extraOf(shape, first);
    const value = heightOf(child) < Number.POSITIVE_INFINITY ? build(child, depth - 1) : undefined;
    // A name that means something else to the schema needs another value.
    const alike = pool.filter((name) => extraOf(shape, name).key === child.key);
    const minLength = index === 0 ? least : 0;
    if (value === undefined || alike.length < minLength) return [];
    return [
      fc.uniqueArray(fc.tuple(fc.constantFrom(...alike), value), {
        selector: ([name]) => name,
        minLength,
        maxLength: Math.min(alike.length, minLength + 2),
      }),
    ];
  });
}
