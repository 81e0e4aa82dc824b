import { nameBranches } from "@specmill/oracle";
import { isJsonObject, type JsonObject, type JsonValue, joinPointer } from "@specmill/spec";
import { isAnnotation } from "./annotation-keywords.ts";
import { emptyDraft } from "./conjoin-drafts.ts";
import type { Follower } from "./follow-place.ts";
import { listAtoms } from "./list-atoms.ts";
import { openEnvelope } from "./open-envelope.ts";
import type { Branch, Draft, Place } from "./shape.ts";
import { distinctValues } from "./value-key.ts";

/**
 * What `oneOf` or `anyOf` of a schema says: of one branch that it is that branch, of branches that only name types or
 * values that it is a list of them, and else that it is one of several.
 *
 * @param read - makes the draft of a branch
 * @param orNull - a draft that allows null as well, as the schema at a place says
 */
export function readGroup(
  schema: JsonObject,
  pointer: string,
  keyword: "oneOf" | "anyOf",
  follower: Follower,
  read: (place: Place) => Draft,
  orNull: (draft: Draft, place: string) => Draft,
): Draft {
  const listed = schema[keyword];
  if (!Array.isArray(listed)) return emptyDraft;
  const at = joinPointer(pointer, keyword);
  const names = nameBranches(schema);
  const isNamed = names?.keyword === keyword;
  const all = listed.flatMap((member: JsonValue, index) =>
    listBranches(
      member,
      joinPointer(at, String(index)),
      keyword,
      follower,
      isNamed ? names.values[index] : [],
    ),
  );
  const bare = (branch: Branch) => peel(branch, follower);
  const nullPlace = all.find((branch) => isNull(bare(branch)))?.at;
  const branches = all.filter((branch) => !isNull(bare(branch)) && bare(branch) !== false);
  const withNull = (draft: Draft) => (nullPlace === undefined ? draft : orNull(draft, nullPlace));
  const [only] = branches;
  if (only === undefined)
    return nullPlace === undefined
      ? { ...emptyDraft, never: at }
      : { ...emptyDraft, types: { value: new Set(["null"]), pointer: nullPlace } };
  if (branches.length === 1) return withNull(read(only.place));
  // A component is more than the type or the values that it lists: it is compared as what it is.
  const isInline = branches.every((branch) => branch.place.pointer === branch.at);
  const listing = isNamed || !isInline ? undefined : readListing(branches.map(bare), keyword, at);
  if (listing !== undefined) return withNull(listing);
  const discriminator = isNamed
    ? { value: names.propertyName, pointer: joinPointer(pointer, "discriminator") }
    : undefined;
  return { ...emptyDraft, groups: [{ keyword, pointer: at, branches, nullPlace, discriminator }] };
}

/** A branch, or the branches of an `anyOf` that is a branch of another. */
function listBranches(
  member: JsonValue,
  at: string,
  keyword: "oneOf" | "anyOf",
  follower: Follower,
  names: readonly string[] | undefined,
): readonly Branch[] {
  const branch = { place: follower.follow({ schema: member, pointer: at }), at, names: names ?? [] };
  const { schema: content, pointer } = openEnvelope({ schema: member, pointer: at }, follower).place;
  const inner = isJsonObject(content) && hasOnly(content, ["anyOf"]) ? content["anyOf"] : undefined;
  if (keyword === "oneOf" || !Array.isArray(inner) || !pointer.startsWith(at)) return [branch];
  return inner.flatMap((one: JsonValue, index) =>
    listBranches(one, joinPointer(pointer, "anyOf", String(index)), keyword, follower, []),
  );
}

/** What a branch says, out of lists of one; of what null stands beside, nothing is taken. */
function peel({ place }: Branch, follower: Follower): JsonValue {
  const { nullPlace, place: content } = openEnvelope(place, follower);
  return nullPlace === undefined ? content.schema : place.schema;
}

function isNull(schema: JsonValue): boolean {
  if (!isJsonObject(schema) || !hasOnly(schema, ["type", "enum", "const"])) return false;
  const { type, enum: values, const: only } = schema;
  if (type === undefined)
    return only === null || (Array.isArray(values) && values.length === 1 && values[0] === null);
  return type === "null" || (Array.isArray(type) && type.length === 1 && type[0] === "null");
}

function hasOnly(schema: JsonObject, keywords: readonly string[]): boolean {
  const said = Object.keys(schema).filter((key) => !isAnnotation(key));
  return said.length > 0 && said.every((key) => keywords.includes(key));
}

/** Branches of which each only names types, or only names values, as one list. */
function readListing(branches: readonly JsonValue[], keyword: string, pointer: string): Draft | undefined {
  const schemas = branches.filter(isJsonObject);
  if (schemas.length < branches.length) return undefined;
  if (schemas.every((schema) => hasOnly(schema, ["type"]))) {
    const listed = schemas.flatMap(({ type }) => (type === undefined ? [] : [...listAtoms(type)]));
    const value = new Set(listed);
    return keyword === "oneOf" && value.size < listed.length
      ? undefined
      : { ...emptyDraft, types: { value, pointer } };
  }
  if (!schemas.every((schema) => hasOnly(schema, ["const", "enum"]))) return undefined;
  const listed = schemas.flatMap(({ const: only, enum: values }) =>
    only !== undefined ? [only] : Array.isArray(values) ? distinctValues(values) : [],
  );
  const value = distinctValues(listed);
  return keyword === "oneOf" && value.length < listed.length
    ? undefined
    : { ...emptyDraft, values: { value, pointer } };
}
