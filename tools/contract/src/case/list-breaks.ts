import type { Fault, Oracle } from "@specmill/oracle";
import { isJsonObject, type JsonValue, joinPointer } from "@specmill/spec";
import { breakChoice, breakType } from "./break-choice.ts";
import { breakList } from "./break-list.ts";
import { breakNumber } from "./break-number.ts";
import { breakObject } from "./break-object.ts";
import { breakText } from "./break-text.ts";
import type { Wish } from "./break-wish.ts";
import { placeAt, valueAt } from "./edit-value.ts";
import type { Point } from "./list-points.ts";

/** A whole value with a single fault. */
export interface Break {
  /** Unique at its place: `maxLength`, `required-name`, `type-null`. */
  readonly name: string;
  /** What is wrong, to follow "refuses … " in a sentence. */
  readonly title: string;
  readonly value: JsonValue;
  /** The one keyword that it breaks, as a JSON pointer into the document. */
  readonly pointer: string;
}

/** Every way to break one keyword at a place and nothing else. */
export function listBreaks(oracle: Oracle, root: string, point: Point): readonly Break[] {
  const seen = new Set<string>();
  return listWishes(oracle, point).flatMap(({ name, title, keyword, candidates }) => {
    const meant = joinPointer(point.pointer, keyword);
    const found = candidates
      .map((value) => ({ value, faults: oracle.judge(root, "request", value) }))
      .filter(({ faults }) => isSingle(faults))
      // Inside a branch the choice as a whole is broken, and not the keyword by itself.
      .sort((a, b) => rank(a.faults, meant) - rank(b.faults, meant))[0];
    const text = JSON.stringify(found?.value);
    if (found === undefined || seen.has(text)) return [];
    seen.add(text);
    return [{ name, title, value: found.value, pointer: found.faults[0]?.pointer ?? meant }];
  });
}

/** Whether all that is wrong is in one place, and in the eyes of one schema or by one keyword of several. */
function isSingle(faults: readonly Fault[]): boolean {
  const schemas = new Set(faults.map(({ pointer, at }) => `${at} ${pointer.replace(/\/[^/]*$/, "")}`));
  const keywords = new Set(faults.map(({ keyword, at }) => `${at} ${keyword}`));
  return schemas.size === 1 || keywords.size === 1;
}

/** One keyword is better than two of one schema: `null` is of another type, and not listed either. */
function rank(faults: readonly Fault[], meant: string): number {
  const pointers = new Set(faults.map(({ pointer }) => pointer));
  return (pointers.size === 1 ? 0 : 2) + (pointers.has(meant) ? 0 : 1);
}

function listWishes(oracle: Oracle, point: Point): readonly Wish[] {
  const { whole, path, schema } = point;
  const current = valueAt(whole, path);
  const wish = (name: string, title: string, keyword: string, values: readonly JsonValue[]): Wish => ({
    name,
    title,
    keyword,
    candidates: values.map((value) => placeAt(whole, path, value)),
  });
  return [
    ...breakType(schema, wish),
    ...breakChoice(schema, wish),
    ...(typeof current === "string" ? breakText(schema, current, wish) : []),
    ...(typeof current === "number" ? breakNumber(schema, wish) : []),
    ...(Array.isArray(current) ? breakList(schema, current, oracle, point, wish) : []),
    ...(isJsonObject(current) ? breakObject(schema, current, path, whole, wish) : []),
  ];
}
