import { toUnicodePattern } from "@specmill/spec";
import { allowsAll } from "./annotation-keywords.ts";
import type { ObjectRule, Place, Shape } from "./shape.ts";

/** All the schemas that a declared property has to fulfil; those that allow everything only where there is no other. */
export function placesOfProperty(rules: readonly ObjectRule[], name: string): readonly Place[] {
  const all = rules.flatMap(({ properties, coveredNames, coveredPatterns, rest }) => {
    const own = properties.get(name);
    if (own !== undefined) return [own];
    const isCovered = coveredNames.has(name) || coveredPatterns.some((pattern) => matches(pattern, name));
    return isCovered || rest === undefined ? [] : [rest];
  });
  const telling = all.filter(({ schema }) => !allowsAll(schema));
  return telling.length > 0 ? telling : all.slice(0, 1);
}

/** The schemas for a property that a shape does not declare, by its patterns or for all others. */
export function placesOfOther(shape: Shape, name: string): readonly Place[] {
  const matched = [...shape.patternProperties].flatMap(([pattern, places]) =>
    matches(pattern, name) ? places : [],
  );
  const rests = shape.objects.flatMap(({ coveredNames, coveredPatterns, rest }) =>
    rest === undefined || coveredNames.has(name) || coveredPatterns.some((pattern) => matches(pattern, name))
      ? []
      : [rest],
  );
  return [...matched, ...rests];
}

const expressions = new Map<string, RegExp | undefined>();

/** Whether a name matches a pattern of `patternProperties`; a pattern that cannot be read matches nothing. */
function matches(pattern: string, name: string): boolean {
  if (!expressions.has(pattern)) {
    const source = toUnicodePattern(pattern);
    expressions.set(pattern, source === undefined ? undefined : new RegExp(source, "u"));
  }
  return expressions.get(pattern)?.test(name) === true;
}
