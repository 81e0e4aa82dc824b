import { type Direction, type Fault, nameBranches, type Oracle } from "@specmill/oracle";
import {
  followReference,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  joinPointer,
  resolvePointer,
} from "@specmill/spec";
import { outsideName } from "./list-constraints.ts";
import { constraintFact } from "./list-schema-facts.ts";
import type { Fact } from "./obligation-id.ts";
import { indexesOf } from "./walk-schema.ts";

/**
 * The keyword that a value breaks, where it breaks exactly one: nothing where more is wrong with it, for then no one
 * can tell why it was refused. A value that no branch of a choice takes breaks the choice, and beside it the one
 * keyword that keeps a branch from taking it.
 *
 * @returns facts of the class `constraint`; those that are no obligations, too
 */
export function findBroken(
  oracle: Oracle,
  pointer: string,
  direction: Direction,
  value: JsonValue,
  depth = 0,
): readonly Fact[] {
  const faults = reduceFaults(oracle.judge(pointer, direction, value));
  const [first] = faults;
  // A choice whose branches lead back to it would never end.
  if (first === undefined || depth > 12) return [];
  if (faults.some(({ keyword, at }) => keyword !== first.keyword || at !== first.at)) return [];
  // A wrong type is one fault, however many schemas name the right one.
  if (faults.length > 1 && first.keyword !== "type") return [];
  const broken = valueAt(value, first.at);
  return faults.flatMap((fault) => [
    ...nameFault(oracle.document, fault, broken),
    ...(broken === undefined ? [] : findInBranches(oracle, fault, direction, broken, depth)),
  ]);
}

/** Without the faults that follow from another: of a wrong type no list of values and no branch can be right. */
function reduceFaults(faults: readonly Fault[]): readonly Fault[] {
  const wrongTypes = new Set(faults.filter(({ keyword }) => keyword === "type").map(({ at }) => at));
  return faults.filter(
    ({ keyword, at }, _, all) =>
      !(followsType.has(keyword) && wrongTypes.has(at)) && !(reporting.has(keyword) && all.length > 1),
  );
}

const followsType: ReadonlySet<string> = new Set(["enum", "const", "oneOf", "anyOf"]);

/** Keywords that say once more what one below them has said. */
const reporting: ReadonlySet<string> = new Set(["propertyNames", "if"]);

function nameFault(document: JsonObject, fault: Fault, broken: JsonValue | undefined): readonly Fact[] {
  const owner = fault.pointer.slice(0, fault.pointer.lastIndexOf("/"));
  if (fault.keyword !== "required") return [constraintFact(owner, fault.keyword, "outside")];
  const names = resolvePointer(document, fault.pointer);
  return (Array.isArray(names) ? names.map(String) : [])
    .filter((name) => isJsonObject(broken) && !Object.hasOwn(broken, name))
    .map((name) => constraintFact(owner, "required", outsideName(name)));
}

function findInBranches(
  oracle: Oracle,
  { keyword, pointer }: Fault,
  direction: Direction,
  broken: JsonValue,
  depth: number,
): readonly Fact[] {
  const judge = (branch: string) => findBroken(oracle, branch, direction, broken, depth + 1);
  if (keyword !== "oneOf" && keyword !== "anyOf") return [];
  const owner = pointer.slice(0, pointer.lastIndexOf("/"));
  const names = nameBranches(followReference(oracle.document, resolvePointer(oracle.document, owner)));
  const named = isJsonObject(broken) && names?.keyword === keyword ? broken[names.propertyName] : undefined;
  const all = indexesOf(resolvePointer(oracle.document, pointer));
  const meant = all.filter((index) => names?.values[Number(index)]?.includes(String(named)));
  // A name that no branch has may be a fault of its own.
  const branches = named === undefined || meant.length === 0 ? all : meant;
  return branches.flatMap((index) => judge(joinPointer(pointer, index)));
}

function valueAt(value: JsonValue, at: string): JsonValue | undefined {
  const keys = at.split("/").slice(1);
  return keys
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<JsonValue | undefined>((current, key) => {
      if (Array.isArray(current)) return current[Number(key)];
      return isJsonObject(current) && Object.hasOwn(current, key) ? current[key] : undefined;
    }, value);
}
