import { isJsonObject } from "@specmill/spec";
import type { Comparison } from "../change.ts";
import { compareDiscriminators } from "./compare-discriminators.ts";
import { listTypes } from "./compare-types.ts";
import { type Difference, joinOutcomes, nothing, type Outcome, type Side, type Sides } from "./difference.ts";
import { isBare, saysNothing } from "./is-bare.ts";
import { matchBest } from "./match-best.ts";
import { sayValue } from "./say-value.ts";
import { compareTags, readTags, sameBranch, scoreBranches } from "./score-branches.ts";
import type { Branch, Group, Place, Shape } from "./shape.ts";

/** Compares `oneOf` and `anyOf`. */
export function compareBranches(sides: Sides): Outcome {
  const { base, head } = sides;
  const likeness = (one: Group, other: Group) =>
    1 +
    (one.keyword === other.keyword ? 1 : 0) +
    one.branches.filter((branch) =>
      other.branches.some((counterpart) => scoreBranches(sides, branch, counterpart) >= sameBranch),
    ).length;
  const pairs =
    base.groups.length === 1 && head.groups.length === 1
      ? base.groups.map((group, index) => [group, head.groups[index]] as const)
      : matchBest(base.groups, head.groups, likeness);
  return joinOutcomes(
    pairs.map(([before, after]) =>
      before !== undefined && after !== undefined
        ? compareGroups(sides, before, after)
        : tellGroup(sides, before, after),
    ),
  );
}

/**
 * One side as one of the branches of the other, which is nothing but a list of branches: `X` against `X` or `Y`.
 *
 * @returns undefined where neither side is one
 */
export function compareWrapped(sides: Sides): Outcome | undefined {
  const { base, head, given } = sides;
  if (given.base.length + given.head.length > 2) return undefined;
  const isWrapped = (plain: Shape, list: Shape) =>
    plain.groups.length === 0 && list.groups.length === 1 && isBare(list) && !saysNothing(plain);
  const alone = (places: readonly Place[], { keyword, pointer }: Group): Group => ({
    ...{ keyword, pointer, nullPlace: undefined, discriminator: undefined },
    branches: places.map((place) => ({ place, at: place.pointer, names: [] })),
  });
  const [before, after] = [base.groups[0], head.groups[0]];
  if (after !== undefined && isWrapped(base, head))
    return compareGroups(sides, alone(given.base, after), after, true);
  if (before !== undefined && isWrapped(head, base))
    return compareGroups(sides, before, alone(given.head, before), true);
  return undefined;
}

function compareGroups(sides: Sides, before: Group, after: Group, isWrapped = false): Outcome {
  const pairs = matchBest(before.branches, after.branches, (one, other) => scoreBranches(sides, one, other));
  const matched = pairs.flatMap(([one, other]) =>
    one !== undefined && other !== undefined ? [[one, other] as const] : [],
  );
  return {
    differences: [
      ...pairs.flatMap(([one, other]) =>
        (one === undefined || other === undefined) && !isRepeated(sides, before, after, one, other)
          ? [tellBranch(sides, (other === undefined ? before : after).keyword, one, other)]
          : [],
      ),
      ...compareKeywords(sides, before, after),
      ...(isWrapped ? [] : compareDiscriminators(sides, before, after, matched)),
    ],
    inner: matched.map(([one, other]) => ({
      ...{ step: [], base: [one.place], head: [other.place], isConditional: true },
      ...(isWrapped && { ignoresNull: true }),
    })),
  };
}

/** Whether a branch that is on one side alone says what a branch of the other says: of `anyOf`, one of them is enough. */
function isRepeated(
  sides: Sides,
  before: Group,
  after: Group,
  one: Branch | undefined,
  other: Branch | undefined,
): boolean {
  const { keyword, branches } = one === undefined ? after : before;
  // A list of one is no list, whatever it is called.
  if (keyword !== "anyOf" && branches.length > 1) return false;
  const isSame = (left: Branch, right: Branch) => sides.fold([left.place], [right.place]) === "equal";
  if (one !== undefined) return after.branches.some((counterpart) => isSame(one, counterpart));
  return other !== undefined && before.branches.some((counterpart) => isSame(counterpart, other));
}

function subjectOf(keyword: Group["keyword"]): "one-of" | "any-of" {
  return keyword === "oneOf" ? "one-of" : "any-of";
}

function tellBranch(
  { name }: Sides,
  keyword: Group["keyword"],
  before: Branch | undefined,
  after: Branch | undefined,
): Difference {
  const branch = after ?? before;
  const subject = name(branch?.at.replace(/\/[^/]*$/, ""));
  return {
    ...{ subject: subjectOf(keyword), comparison: after === undefined ? "narrower" : "wider" },
    message: `${subject} may ${after === undefined ? "no longer be" : "also be"} ${nameBranch(branch)}${after === undefined ? "" : " now"}.`,
    ...{ base: before?.at, head: after?.at },
  };
}

function nameBranch(branch: Branch | undefined): string {
  const component = /^#\/components\/[^/]+\/([^/]+)$/.exec(branch?.place.pointer ?? "")?.[1];
  const schema = branch?.place.schema;
  const title = isJsonObject(schema) ? schema["title"] : undefined;
  if (component !== undefined) return `\`${component}\``;
  if (typeof title === "string") return sayValue(title);
  const type = isJsonObject(schema) ? schema["type"] : undefined;
  const article = typeof type === "string" && /^[aio]/.test(type) ? "an" : "a";
  return typeof type === "string" ? `${article} ${type} of its own schema` : "of another schema";
}

function tellGroup({ name }: Sides, before: Group | undefined, after: Group | undefined): Outcome {
  const group = after ?? before;
  if (group === undefined) return nothing;
  const isAdded = after !== undefined;
  const how = group.keyword === "oneOf" ? "exactly one" : "one";
  const difference: Difference = {
    ...{ subject: subjectOf(group.keyword), comparison: isAdded ? "narrower" : "wider" },
    message: `${name(group.pointer)} ${isAdded ? "must" : "need not"} be ${how} of ${group.branches.length} schemas${isAdded ? " as well" : ""} now.`,
    ...{ base: before?.pointer, head: after?.pointer },
  };
  return { differences: [difference], inner: [] };
}

/** `oneOf` refuses what two branches allow, and `anyOf` does not. */
function compareKeywords(sides: Sides, before: Group, after: Group): readonly Difference[] {
  const { baseSide, headSide, name } = sides;
  if (before.keyword === after.keyword) return [];
  if (areApart(before, baseSide) && areApart(after, headSide)) return [];
  const comparison: Comparison = after.keyword === "oneOf" ? "narrower" : "wider";
  return [
    {
      ...{ subject: "one-of", comparison, isUntyped: true, base: before.pointer, head: after.pointer },
      message: `${name(after.pointer)} ${after.keyword === "oneOf" ? "must be exactly one of its schemas now" : "may be several of its schemas at once now"}.`,
    },
  ];
}

/** Whether no value is of two branches of a group. */
function areApart({ branches }: Group, { read }: Side): boolean {
  const shapes = branches.map(({ place }) => read([place]));
  return shapes.every((one, index) =>
    shapes.slice(index + 1).every((other) => {
      const types = listTypes(other);
      if (![...listTypes(one)].some((type) => types.has(type))) return true;
      const required = (shape: Shape) =>
        new Map([...readTags(shape, read)].filter(([name]) => shape.required.has(name)));
      const isObject = [...listTypes(one)].every((type) => type === "object");
      return isObject && compareTags(required(one), required(other)) === "other";
    }),
  );
}
