import { type Direction, type Fault, nameBranches } from "@specmill/oracle";
import { followReference, isJsonObject, type JsonValue, joinPointer, resolvePointer } from "@specmill/spec";
import type { SearchSide, Sides } from "./counterexample.ts";
import { memberOf, readPath, type ValuePath } from "./edit-value.ts";
import { readPlaces, type SchemasAt } from "./schema-places.ts";
import { listNames } from "./site.ts";

/** Among more branches than these the nearest is not looked for. */
const mostBranches = 40;

/** One thing for which a value is refused. */
export interface Refusal {
  /** The same for all values that are refused for it: the keyword, with the property that it names. */
  readonly reason: string;
  /** The fault; where no branch fits, then those that keep the value from the nearest one. */
  readonly faults: readonly Fault[];
}

/** Everything for which the refusing side refuses a value; nothing where it allows it. */
export function explainRefusal(
  { allowing, refusing, direction }: Sides,
  value: JsonValue,
): readonly Refusal[] {
  const declared = readPlaces(allowing.oracle, [allowing.pointer]);
  return explain({ ...refusing, direction, declared, depth: 0 }, value);
}

/** A schema of the refusing side. */
interface Judge extends SearchSide {
  readonly direction: Direction;
  /** What the allowing side has there. */
  readonly declared: SchemasAt;
  /** How many choices it is within. */
  readonly depth: number;
}

function explain(judge: Judge, value: JsonValue): readonly Refusal[] {
  const refusals = judge.oracle
    .judge(judge.pointer, judge.direction, value)
    .flatMap((fault): readonly Refusal[] => {
      const { broken, declared } = follow(judge.declared, value, readPath(fault.at));
      const branch = { ...judge, pointer: fault.pointer, declared, depth: judge.depth + 1 };
      const inner =
        broken === undefined || judge.depth >= 3 ? [] : explainNearest(branch, fault.keyword, broken);
      if (inner.length === 0) return [{ reason: nameFault(fault, declared), faults: [fault] }];
      return inner.map(({ reason, faults }) => ({
        reason: `${fault.pointer} > ${reason}`,
        faults: [fault, ...faults.map((one) => ({ ...one, at: fault.at + one.at }))],
      }));
    });
  return [...new Map(refusals.map((refusal) => [refusal.reason, refusal])).values()];
}

function follow(start: SchemasAt, value: JsonValue, path: ValuePath) {
  let broken: JsonValue | undefined = value;
  let declared = start;
  for (const key of path) {
    if (broken === undefined) break;
    declared = declared.below(key, Array.isArray(broken));
    broken = memberOf(broken, key);
  }
  return { broken, declared };
}

/** What keeps a value from the branch that it is nearest to: the one that a discriminator names, or the least is wrong. */
function explainNearest(judge: Judge, keyword: string, value: JsonValue): readonly Refusal[] {
  const { document } = judge.oracle;
  const branches = resolvePointer(document, judge.pointer);
  if ((keyword !== "oneOf" && keyword !== "anyOf") || !Array.isArray(branches)) return [];
  const owner = judge.pointer.slice(0, judge.pointer.lastIndexOf("/"));
  const names = nameBranches(followReference(document, resolvePointer(document, owner)));
  const named = names?.keyword === keyword && isJsonObject(value) ? value[names.propertyName] : undefined;
  const all = branches.map((_: JsonValue, index) => index);
  const meant = all.filter((index) => isNamed(names?.values[index], named));
  const judged = (meant.length > 0 ? meant : all.slice(0, mostBranches)).map((index) =>
    explain({ ...judge, pointer: joinPointer(judge.pointer, String(index)) }, value),
  );
  // It fits several.
  if (judged.some((refusals) => refusals.length === 0)) return [];
  const [first = [], ...others] = judged;
  return others.reduce((nearest, one) => (distanceOf(one) < distanceOf(nearest) ? one : nearest), first);
}

function isNamed(values: readonly string[] | undefined, name: JsonValue | undefined): boolean {
  return typeof name === "string" && values?.includes(name) === true;
}

/** A wrong type is as far away as can be; what is wrong deep inside is close. */
function distanceOf(refusals: readonly Refusal[]): number {
  return refusals.reduce((sum, { faults }) => {
    const { keyword = "", at = "" } = faults.at(-1) ?? {};
    const depth = readPath(at).length;
    const weight = keyword === "type" || keyword === "const" || keyword === "enum" ? 10 : 1;
    return sum + weight / (1 + depth);
  }, 0);
}

/** Of these keywords, each name that they are broken for is a reason of its own; of a map all names are alike. */
function nameFault({ pointer, keyword, message }: Fault, { places }: SchemasAt): string {
  switch (keyword) {
    case "required":
    case "dependentRequired":
      return `${pointer} ${message}`;
    case "additionalProperties":
    case "unevaluatedProperties":
      return listNames(places, "properties").some((name) => message.endsWith(`(${JSON.stringify(name)})`))
        ? `${pointer} ${message}`
        : pointer;
    default:
      return pointer;
  }
}
